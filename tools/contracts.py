"""A kind of contract for import-linter, which names it in pyproject.toml."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class Strangers(Contract):
    """The public modules of a package do not know each other, and nothing beside them knows any of them.

    A module with an underscore is a part that some are made of, and may be imported by all.
    ``independence`` would want every such part to be listed.
    """

    type_name = "strangers"

    package = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find the imports of one public module by another module of the package."""
        modules = graph.find_children(str(self.package))
        for module in modules:
            graph.squash_module(module)  # a package in it counts as one module
        public = {module for module in modules if not module.rpartition(".")[2].startswith("_")}
        known = [(a, b) for a in sorted(modules) for b in sorted(graph.find_modules_directly_imported_by(a) & public)]
        output.verbose_print(verbose, f"{len(public)} public modules of {len(modules)}")
        return ContractCheck(kept=not known, metadata={"known": known})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line an import."""
        for importer, imported in check.metadata["known"]:
            output.print_error(f"{importer} is not allowed to import {imported}", bold=False)
