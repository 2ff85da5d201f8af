"""Take the picture of the report that the README shows: ``picture.py TARGET.png``, with Chromium and selenium."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

import newsparse

PAGE: Final = Path(__file__).parent.parent / "tests" / "fixtures" / "de-colon-kicker-headline" / "source.html"
URL: Final = "https://oberland-anzeiger.example/dorfladen"
SIZE: Final = {"width": 1200, "height": 760, "deviceScaleFactor": 1, "mobile": False}
LOOK_AT: Final = "document.querySelector('.block[data-label=title]').click(); scrollTo(0, 0)"


def main(target: Path) -> None:
    """Write the picture."""
    from selenium import webdriver  # only those who take the picture need it

    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars", "--force-prefers-reduced-motion"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        report.write_text(newsparse.explain(PAGE.read_bytes(), url=URL).to_html(), encoding="utf-8")
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", SIZE)
        driver.get(report.as_uri())
        driver.execute_script(LOOK_AT)
        target.write_bytes(driver.get_screenshot_as_png())
    driver.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
