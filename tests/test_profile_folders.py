"""Site profiles in folders: which of them is asked, the tests they carry, and the guide to them."""

from __future__ import annotations

import pickle
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

import newsparse
from newsparse import profile_check
from newsparse.cli import main
from newsparse.profiles import Profiles, load, profile_of, profiles_of, shipped_domains
from newsparse.profiles.profile import EXPECTED, FIELDS, KEYS
from tests.profile_pages import URL, page


@pytest.fixture
def write(tmp_path: Path):
    def write(profile: str, domain: str = "example.org", folder: str = "mine") -> Path:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"{domain}.toml").write_text(dedent(profile), encoding="utf-8")
        return tmp_path / folder

    return write


# --- which profile ----------------------------------------------------------------------------------------------------


def test_subdomains_are_served_and_the_longest_domain_wins(write):
    folder = write("zone = 'UTC'")
    write("zone = 'Asia/Tokyo'", "sport.example.org")
    found = [profiles_of(folder).of(f"https://{host}/x") for host in ("www.example.org", "a.sport.example.org")]
    assert [p.domain for p in found if p] == ["example.org", "sport.example.org"]


def test_an_earlier_folder_wins(write):
    one, two = write("zone = 'UTC'", folder="one"), write("zone = 'Asia/Tokyo'", "www.example.org", "two")
    found = profiles_of([one, two]).of(URL)
    assert found is not None
    assert found.zone == "UTC"


def test_folders_of_users_win_over_what_ships(write):
    domain = min(shipped_domains())
    found = profiles_of(write("zone = 'Asia/Tokyo'", domain)).of(f"https://{domain}/x")
    assert found is not None
    assert found.zone == "Asia/Tokyo"


def test_what_ships_serves_pages_unless_switched_off():
    url = f"https://www.{min(shipped_domains())}/x"
    assert profiles_of(None).of(url) is not None
    assert profiles_of(()).of(url) is None


def test_the_environment_names_folders(write, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NEWSPARSE_PROFILES", str(write('[fields]\nkicker = ".k"')))
    content = page("<p class=k>Harbour</p>")
    assert newsparse.parse(content, URL).kicker == "Harbour"
    assert newsparse.parse(content, URL, profiles=()).evidence.get("kicker") is None


def test_a_page_without_an_address_has_no_profile(write):
    folder = write('[fields]\ntitle = "h2"')
    assert newsparse.parse(page("<h2>Other</h2>"), profiles=folder).title == "New bridge opened in the north"


def test_a_profile_may_be_for_some_paths_only(write):
    profiles = profiles_of(write('paths = ["/sport/*"]'))
    assert profiles.of("https://example.org/sport/1") is not None
    assert profiles.of("https://example.org/news/1") is None


@pytest.mark.parametrize("url", ["", "no address", "http://[", "file:///etc/passwd", "http://../x", "http://a\x00b/"])
def test_odd_addresses_have_no_profile(url: str):
    assert profiles_of(None).of(url) is None


def test_a_folder_that_does_not_exist_is_an_error(tmp_path: Path):
    with pytest.raises(newsparse.ProfileError, match="no folder of profiles"):
        newsparse.parse(page(""), URL, profiles=tmp_path / "none")


def test_a_changed_file_is_read_again(write):
    profiles = profiles_of(write("zone = 'UTC'"))
    assert profiles.of(URL).zone == "UTC"  # type: ignore[union-attr]
    write("zone = 'Africa/Cairo'")
    assert profiles.of(URL).zone == "Africa/Cairo"  # type: ignore[union-attr]


def test_profiles_go_to_other_processes(write):
    profiles = profiles_of(write("zone = 'UTC'"))
    assert pickle.loads(pickle.dumps(profiles)) == profiles


def test_a_page_of_the_site_raises_what_is_wrong_with_its_profile(write):
    with pytest.raises(newsparse.ProfileError):
        newsparse.parse(page(""), URL, profiles=write("zoen = 'UTC'"))


# --- tests of profiles ------------------------------------------------------------------------------------------------

TESTED = """
[fields]
kicker = ".k"

[[test]]
html = '<html lang=en><title>Bridge opened</title><p class=k>Harbour</p><h1>Bridge opened</h1>'
[test.expect]
kicker = "{kicker}"
title = "Bridge opened"
subtitle = ""
authors = []
"""


def test_a_test_holds_where_the_page_gives_what_is_expected(write):
    outcomes = list(profile_check.check(write(TESTED.format(kicker="Harbour"))))
    assert [(o.profile, o.number, o.wrong) for o in outcomes] == [("example.org", 1, ())]


def test_a_test_that_fails_says_what_came_instead(write):
    (outcome,) = profile_check.check(write(TESTED.format(kicker="Port")))
    assert outcome.wrong == ("kicker: expected 'Port', got 'Harbour'",)


def test_a_test_reads_a_page_beside_the_profile(write):
    folder = write("[[test]]\nfile = 'page.html'\n[test.expect]\ncontains = 'detour'\nlacks = ['bank of the river']")
    assert [o.missing for o in profile_check.check(folder)] == [
        f"no page: save https://example.org/ as {folder / 'page.html'}"
    ]
    (folder / "page.html").write_text(page(""), encoding="utf-8")
    assert [o.wrong for o in profile_check.check(folder)] == [()]


def test_a_profile_may_begin_with_the_mark_of_an_editor(write):
    (outcome,) = profile_check.check(write("\ufeff" + TESTED.format(kicker="Harbour")))
    assert outcome.wrong == ()


def test_a_folder_without_a_profile_is_wrong_usage(tmp_path):
    (tmp_path / "notes.txt").touch()
    result = CliRunner().invoke(main, ["profile", "check", str(tmp_path)])
    assert (result.exit_code, "no profile lies in" in result.stderr) == (2, True)


def test_a_profile_without_a_test_is_reported(write):
    (outcome,) = profile_check.check(write("zone = 'UTC'"))
    assert outcome.missing == "it has no test"


def test_all_that_a_test_may_expect_is_compared():
    assert set(EXPECTED) == {*profile_check.SEEN, "contains", "lacks"}


def test_the_tests_of_the_profiles_that_ship_hold():
    outcomes = list(profile_check.check_shipped())
    assert [o for o in outcomes if o.wrong or o.missing] == []
    assert {o.profile for o in outcomes} == shipped_domains()


def test_every_profile_that_ships_changes_what_its_tests_expect():
    """A profile whose tests hold without it is not needed, or its tests show nothing."""
    for domain in shipped_domains():
        without = profile_check.outcomes(load(domain), Profiles(shipped=False), Path())
        assert any(outcome.wrong for outcome in without), domain


# --- documentation ----------------------------------------------------------------------------------------------------

GUIDE = (Path(__file__).parent.parent / "docs" / "profiles.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    return GUIDE.partition(f"```{language}\n")[2].partition("```")[0]


def test_the_profile_in_the_guide_holds_its_test(write):
    folder = write(block("toml"), "harbour-news.example")
    assert [outcome.wrong for outcome in profile_check.check(folder)] == [()]


def test_the_code_in_the_guide_runs(write):
    profile = profile_of(block("toml"), "harbour-news.example")
    scope = {"page": profile.tests[0].html, "folder": write(block("toml"), "harbour-news.example")}
    exec(compile(block("python"), "profiles.md", "exec"), scope)


def test_the_guide_names_every_key():
    assert [key for key in (*KEYS, *FIELDS) if f"`{key}`" not in GUIDE and f"[{key}]" not in GUIDE] == []
