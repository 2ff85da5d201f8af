"""The report in a browser: what is chosen lights up, and nothing of the page runs. Needs Chromium and selenium."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import newsparse

webdriver = pytest.importorskip("selenium.webdriver")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver"),
]

PAGES = Path(__file__).parent / "pages"
HARBOUR = Path(__file__).parent / "fixtures" / "de-colon-kicker-headline" / "source.html"
Show = Callable[..., Any]
Explained = Callable[[Path], newsparse.Explanation]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Show:
    """Load a report in a window of some size, with the theme that the reader prefers."""

    def load(html: str, width: int = 1280, theme: str = "light") -> Any:
        file = tmp_path / "report.html"
        file.write_text(html, encoding="utf-8")
        size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        features = [
            {"name": "prefers-color-scheme", "value": theme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        chromium.get(file.as_uri())
        return chromium

    return load


def explained(path: Path) -> newsparse.Explanation:
    return newsparse.explain(path.read_bytes(), url="https://oberland.example/dorfladen")


def run(browser: Any, script: str) -> Any:
    return browser.execute_script(f"return {script}")


def click(browser: Any, selector: str) -> None:
    run(browser, f"document.querySelector({selector!r}).click()")


def press(browser: Any, *keys: str) -> None:
    browser.switch_to.active_element.send_keys(*keys)


def found(browser: Any, selector: str) -> list[str]:
    return [str(one) for one in run(browser, f"[...document.querySelectorAll({selector!r})].map(e => e.dataset.label)")]


class TestNothingRuns:
    @pytest.mark.parametrize("how", ["one", "two", "framed"])
    def test_of_a_hostile_page(self, show: Show, how: str) -> None:
        explanation = explained(PAGES / "hostile.html")
        html = {
            "one": explanation.to_html(name="</title><script>document.body.dataset.owned=1</script>"),
            "two": explanation.to_html(beside=explanation),
            "framed": f"<!DOCTYPE html><body>{explanation._repr_html_()}{explanation.article._repr_html_()}",
        }[how]
        browser = show(html)
        assert run(browser, "document.body.dataset.owned ?? null") is None
        assert (
            run(browser, "performance.getEntriesByType('resource').filter(e => e.initiatorType != 'iframe').length")
            == 0
        )
        assert browser.get_log("browser") == []

    def test_of_a_hostile_page_when_everything_on_it_is_clicked_and_focused(self, show: Show) -> None:
        browser = show(explained(PAGES / "hostile.html").to_html())
        run(
            browser,
            "document.querySelectorAll('main *, .tools button').forEach(e => { e.focus(); if (!e.href) e.click(); })",
        )
        assert run(browser, "document.body.dataset.owned ?? null") is None
        assert browser.get_log("browser") == []

    def test_even_where_markup_had_got_in(self, show: Show) -> None:
        smuggled = "<script>document.body.dataset.owned=1</script><img src=x onerror=document.body.dataset.owned=1>"
        html = explained(HARBOUR).to_html().replace("</main>", f"{smuggled}</main>")
        browser = show(html)
        assert run(browser, "document.body.dataset.owned ?? null") is None
        assert len(browser.get_log("browser")) >= 2  # each refusal is told

    def test_the_check_itself_would_notice(self, show: Show) -> None:
        browser = show("<body><script>document.body.dataset.owned=1</script>")
        assert run(browser, "document.body.dataset.owned") == "1"


class TestChoosing:
    def test_a_field_lights_up_the_blocks_it_came_from(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        click(browser, "[data-field=body]")
        assert set(found(browser, ".lit")) == {"body", "heading"}
        assert run(browser, "document.querySelector('#status').textContent").startswith("body: from ")

    def test_a_field_tells_why_of_the_first_of_them(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        click(browser, "[data-field=subtitle]")
        assert browser.find_element("css selector", "#reasons .tag").text == "subtitle"

    def test_choosing_it_again_puts_the_light_out(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        click(browser, "[data-field=body]")
        click(browser, "[data-field=body]")
        assert found(browser, ".lit") == []

    def test_a_declared_field_says_that_it_is_not_shown(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        click(browser, "[data-field=publisher], [data-field=language]")
        assert "declared, not shown" in run(browser, "document.querySelector('#status').textContent")

    def test_pointing_at_a_block_tells_why(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        target = browser.find_element("css selector", ".block[data-label=consent]")
        webdriver.ActionChains(browser).move_to_element(target).perform()
        assert "consent" in browser.find_element("css selector", "#reasons").text

    def test_a_block_leads_to_its_field(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        click(browser, ".block[data-label=subtitle]")
        browser.find_element("css selector", "#reasons [data-goto]").click()
        assert run(browser, "document.activeElement.dataset.field") == "subtitle"
        assert found(browser, ".lit") == ["subtitle"]


class TestKeys:
    DOWN, UP, END, ESCAPE, TAB = "\ue015", "\ue013", "\ue010", "\ue00c", "\ue004"

    def test_arrows_go_through_the_page(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        run(browser, "document.querySelector('#blocks').focus()")
        press(browser, self.DOWN)
        press(browser, self.DOWN)
        press(browser, self.UP)
        chosen = run(browser, "[...document.querySelectorAll('.block')].findIndex(b => b.ariaSelected === 'true')")
        assert chosen == 1
        assert run(browser, "document.activeElement.getAttribute('aria-selected')") == "true"
        assert browser.find_element("css selector", "#reasons").text

    def test_one_tab_enters_the_page_and_the_next_leaves_it(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        run(browser, "[...document.querySelectorAll('.chip')].at(-1).focus()")
        press(browser, self.TAB)
        assert run(browser, "document.activeElement.classList.contains('block')")
        press(browser, self.TAB)
        assert not run(browser, "document.activeElement.classList.contains('block')")

    def test_enter_goes_to_the_field(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        click(browser, ".block[data-label=title]")
        press(browser, "\ue007")
        assert run(browser, "document.activeElement.dataset.field") == "title"

    def test_arrows_go_through_the_fields(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        run(browser, "document.querySelector('[data-field=title]').focus()")
        press(browser, self.DOWN)
        assert run(browser, "document.activeElement.dataset.field") == "subtitle"

    def test_a_slash_searches_and_escape_goes_back_to_everything(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        everything = len(found(browser, ".block"))
        run(browser, "document.querySelector('#blocks').focus()")
        press(browser, "/")
        press(browser, "partner")
        assert 0 < len(found(browser, ".block:not([hidden])")) < everything
        press(browser, self.ESCAPE)
        assert len(found(browser, ".block:not([hidden])")) == everything


class TestFilters:
    def test_labels_leave_only_their_blocks(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html())
        click(browser, "[data-filter=consent]")
        click(browser, "[data-filter=title]")
        assert set(found(browser, ".block:not([hidden])")) == {"consent", "title"}

    def test_only_differences_of_two_pages(self, show: Show) -> None:
        explanation = explained(HARBOUR)
        other = newsparse.explain(HARBOUR.read_bytes().replace(b"183 Partner", b"184 Partner"))
        browser = show(explanation.to_html(beside=other))
        click(browser, "[data-differences]")
        left = run(browser, "[...document.querySelectorAll('.block:not([hidden])')].map(e => e.dataset.change)")
        assert left == ["only left", "only right"]


class TestSight:
    @pytest.mark.parametrize("width", [320, 390, 768, 1024])
    @pytest.mark.parametrize("page", ["one", "two"])
    def test_nothing_runs_off_a_narrow_screen(self, show: Show, page: str, width: int) -> None:
        explanation = explained(PAGES / "hostile.html")
        html = explanation.to_html() if page == "one" else explanation.to_html(beside=explanation)
        assert run(show(html, width), "document.documentElement.scrollWidth") <= width

    def test_a_phone_shows_one_column_at_a_time(self, show: Show) -> None:
        browser = show(explained(HARBOUR).to_html(), 390)
        visible = "[...document.querySelectorAll('.column')].map(c => c.checkVisibility())"
        assert run(browser, visible) == [True, False]
        click(browser, "[data-show=article]")
        assert run(browser, visible) == [False, True]
        click(browser, "[data-field=title]")
        assert run(browser, visible) == [True, False]

    def test_the_preferred_theme_is_kept_and_can_be_changed(self, show: Show) -> None:
        background = "getComputedStyle(document.body).backgroundColor"
        html = explained(HARBOUR).to_html()
        bright = run(show(html), background)
        browser = show(html, theme="dark")
        dark = run(browser, background)
        click(browser, "#theme")
        assert bright != dark
        assert run(browser, background) == bright

    def test_without_scripts_every_reason_stands_below_its_block(self, show: Show) -> None:
        html = explained(HARBOUR).to_html()
        start = html.index("<script>")
        browser = show(html[:start] + html[html.index("</script>", start) :])
        assert run(browser, "[...document.querySelectorAll('.why')].every(w => w.checkVisibility())")
