"""What a page declares of itself: meta tags, links, JSON-LD, microdata, embedded state."""

from __future__ import annotations

from typing import Any, Final

from newsparse.declared import Declared, Item
from newsparse.document import Place
from newsparse.readers import _json
from newsparse.readers._attributes import Attributes
from newsparse.readers._text import squeeze

KEYS: Final = ("property", "name", "itemprop", "http-equiv")
STREAM: Final = "__next_f"  # many scripts, short ones too, push the pieces of one state
SCRIPTS_MOST: Final = 200  # JSON-LD scripts read a page; real pages have fewer than ten
STATE_LEAST: Final = 200  # characters; shorter scripts hold settings, no article
STATE_MARKS: Final = (
    "__NEXT_DATA__", "__INITIAL_STATE__", "__APOLLO_STATE__", "__PRELOADED_STATE__", "Fusion.globalContent", "__NUXT__",
)  # fmt: skip


class DeclaredWriter:
    """Gathers declarations while the tree is walked."""

    def __init__(self) -> None:
        self.lang = ""
        self.title = ""
        self.canonical = ""
        self.base = ""
        self.meta: dict[str, list[str]] = {}
        self.links: list[tuple[str, str, str]] = []
        self.json_ld: list[dict[str, Any]] = []
        self.items: list[Item] = []
        self.states: list[tuple[str, str]] = []
        self.stream: list[str] = []
        self.warnings: list[str] = []
        self.scripts = 0

    def add(self, tag: str, attributes: Attributes, place: Place) -> None:
        """Take over one ``meta``, ``link`` or ``base`` element."""
        if tag == "meta":
            self.add_meta(attributes, place)
        elif tag == "link":
            self.add_link(attributes)
        else:
            self.base = self.base or attributes.get("href", "")

    def add_title(self, text: str) -> None:
        """Take over the text of a ``title`` element."""
        self.title = self.title or squeeze(text)

    def add_meta(self, attributes: Attributes, place: Place) -> None:
        content = attributes.get("content") or attributes.get("value")
        if content is None or not (content := squeeze(content)):
            return
        for key in KEYS:
            if name := attributes.get(key):
                self.meta.setdefault(name.strip().lower(), []).append(content)
                if "ld+json" in name:  # put there by frameworks that have no place for scripts
                    self.add_json_ld(content)
        if prop := attributes.get("itemprop"):
            self.items.append(Item(prop, content, next((p.itemtype for p in place.up() if p.itemtype), "")))

    def add_link(self, attributes: Attributes) -> None:
        rel, href = (attributes.get("rel") or "").lower(), attributes.get("href") or ""
        if rel == "canonical" and href:
            self.canonical = self.canonical or href.strip()
        elif href and rel not in ("stylesheet", "preload", "dns-prefetch", "preconnect", "prefetch", "icon"):
            self.links.append((rel, href, attributes.get("hreflang") or attributes.get("type") or ""))

    def add_script(self, attributes: Attributes, text: str) -> None:
        """Take over a ``script`` element."""
        kind = (attributes.get("type") or "").lower()
        if "ld+json" in kind:
            self.add_json_ld(text)
        elif "json" in kind:
            self.states.append((attributes.get("id") or "json", text))
        elif not attributes.get("src"):
            if STREAM in text[:80]:
                self.stream.append(text)
            elif len(text) >= STATE_LEAST:
                mark = next((m for m in STATE_MARKS if m in text), None)
                if mark:
                    self.states.append((mark, text))

    def add_json_ld(self, raw: str) -> None:
        self.scripts += 1
        if self.scripts > SCRIPTS_MOST or not raw.strip():
            return
        value = _json.loads(raw)
        if value is None:
            self.warnings.append("JSON-LD that could not be read was left out")
            return
        self.json_ld.extend(_json.objects(value))

    def finish(self) -> Declared:
        """Return what was gathered."""
        if self.stream:
            self.states.append((STREAM, "\n".join(self.stream)))
        return Declared(
            title=self.title,
            lang=self.lang.strip(),
            canonical=self.canonical,
            base=self.base,
            meta={name: tuple(values) for name, values in self.meta.items()},
            links=tuple(self.links),
            json_ld=tuple(self.json_ld),
            items=tuple(self.items),
            states=tuple(self.states),
        )
