"""Where profiles lie, and which of them is for a page: user folders first, the ones that ship last."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final, TypeAlias

from attrs import frozen

from newsparse import addresses
from newsparse.errors import ProfileError
from newsparse.profiles.profile import Profile, profile_of

VARIABLE: Final = "NEWSPARSE_PROFILES"
SUFFIX: Final = ".toml"
LONGEST: Final = 253  # characters of a host
KEPT: Final = 256  # compiled files of users that are kept, by path, size and time of change

Folder: TypeAlias = str | os.PathLike[str]


@frozen
class Profiles:
    """The profiles to read pages with: those of some folders, then maybe those that ship. Nothing is loaded yet."""

    folders: tuple[Path, ...] = ()
    """Folders of ``<domain>.toml``; of two profiles for a page that of the earlier folder wins."""

    shipped: bool = True
    """Whether the profiles that come with newsparse are asked last."""

    def of(self, url: str | None) -> Profile | None:
        """Return the profile for the page at *url*, None where there is none, or no address.

        A profile serves its domain and the subdomains; within a folder the longest domain wins. Only its file is
        read. Raises ProfileError where that cannot be done.
        """
        host = host_of(url) if url else ""
        if not host:
            return None
        domains = list(domains_of(host))
        found = next((p for folder in self.folders if (p := in_folder(folder, domains))), None)
        if found is None and self.shipped:
            found = next((load(domain) for domain in domains if domain in shipped_domains()), None)
        return found if found is not None and found.covers(url or "") else None


def profiles_of(given: Profiles | Folder | Iterable[Folder] | None = None) -> Profiles:
    """Return what ``parse(profiles=…)`` stands for.

    None: the folders that the environment names (``NEWSPARSE_PROFILES``, parted like ``PATH``), then the profiles that
    ship. A folder or several: these before the others. ``()``: no profiles at all. Raises ProfileError for a folder
    that does not exist.
    """
    if isinstance(given, Profiles):
        return given
    if given is None:
        return Profiles(from_environment())
    folders = (given,) if isinstance(given, str | os.PathLike) else tuple(given)
    if not folders:
        return Profiles(shipped=False)
    return Profiles((*map(existing, folders), *from_environment()))


def from_environment() -> tuple[Path, ...]:
    """Return the folders that the environment names."""
    return tuple(existing(name) for name in os.environ.get(VARIABLE, "").split(os.pathsep) if name)


def existing(folder: Folder) -> Path:
    """Return a folder; raises ProfileError where it is none."""
    path = Path(folder)
    if not path.is_dir():
        raise ProfileError(f"{path} is no folder of profiles")
    return path


def host_of(url: str) -> str:
    """Return the host of an address in lower case; "" where it has none that could be a file's name."""
    host = addresses.host(url).rstrip(".")
    return host if len(host) <= LONGEST and host.replace("-", "").replace(".", "").replace("_", "").isalnum() else ""


def domains_of(host: str) -> Iterator[str]:
    """Yield a host and the domains it belongs to, longest first, without the top-level one."""
    labels = host.split(".")
    for first in range(max(1, len(labels) - 1)):
        yield ".".join(labels[first:])


def in_folder(folder: Path, domains: Iterable[str]) -> Profile | None:
    """Return the profile for the first of the domains that a folder has one for."""
    for domain in domains:
        path = folder / f"{domain}{SUFFIX}"
        if path.is_file():
            return read(path)
    return None


def read(path: Path) -> Profile:
    """Return the profile in a file, named by its domain; raises ProfileError."""
    try:
        state = path.stat()
        return _read(path, state.st_mtime_ns, state.st_size)
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileError(f"{path}: {error}") from None


@lru_cache(KEPT)  # a file by its time of change: whatever was read before, the same file gives the same profile
def _read(path: Path, _changed: int, _size: int) -> Profile:
    return profile_of(path.read_text(encoding="utf-8-sig"), path.name.removesuffix(SUFFIX), str(path))


@cache  # package data
def shipped_domains() -> frozenset[str]:
    """Return the domains that newsparse ships a profile for."""
    names = (path.name for path in files("newsparse.profiles").iterdir())
    return frozenset(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX))


@cache  # package data by domain
def load(domain: str) -> Profile:
    """Return a profile that ships."""
    name = f"{domain}{SUFFIX}"
    return profile_of(files("newsparse.profiles").joinpath(name).read_text(encoding="utf-8"), domain, name)
