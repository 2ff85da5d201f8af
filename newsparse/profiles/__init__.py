"""What single sites do differently, one TOML file each; ``docs/profiles.md`` says what goes into it."""

from newsparse.profiles.folders import Folder, Profiles, load, profiles_of, read, shipped_domains
from newsparse.profiles.profile import Profile, Said, Trial, profile_of

__all__ = [
    "Folder",
    "Profile",
    "Profiles",
    "Said",
    "Trial",
    "load",
    "profile_of",
    "profiles_of",
    "read",
    "shipped_domains",
]
