"""Reading a page touches nothing but the page: no network, no file, no process, no code, no entity."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import newsparse

WATCHED = (
    "open",
    "socket",
    "subprocess",
    "os.",
    "urllib",
    "ftplib",
    "http",
    "exec",
    "compile",
    "eval",
    "ctypes",
    "shutil",
)
HARMLESS = ("os.listdir", "os.scandir")  # what an import looks at
SIGNATURE = (
    "b'def foo(self, tag, given): pass'"  # lxml asks for that of the reader's method; compiled, it is told as text
)
PAGE = """<?xml version="1.0"?>
<!DOCTYPE html [<!ENTITY file SYSTEM "file://{secret}"><!ENTITY web SYSTEM "http://127.0.0.1:9/x">
<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<html lang="en"><head><base href="http://127.0.0.1:9/"><link rel="stylesheet" href="http://127.0.0.1:9/a.css">
<link rel="import" href="file://{secret}"><meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/">
<script type="application/ld+json">{{"@context": "http://127.0.0.1:9/", "@type": "NewsArticle", "headline": "Bridge"}}
</script><script type="application/ld+json">__import__("os").system("id")</script></head>
<body><h1>Bridge closes to all cars</h1><p>By Ann Bell, 3 May 2024, 10:30</p>
<p>&file; &web; &c; The bridge to the island closes to all cars on Monday, the council said after a meeting.</p>
<img src="http://127.0.0.1:9/a.jpg"><img src="file://{secret}"><iframe src="http://127.0.0.1:9/"></iframe>
<object data="file://{secret}"></object><xi:include href="file://{secret}" parse="text"/>
<p>2 hours ago</p><p>Read also: <a href="http://127.0.0.1:9/bridge-closes-to-all-cars">Bridge closes again</a></p>
</body></html>"""
WATCH = """
import json, sys
import newsparse
page, seen, on = sys.stdin.read(), [], False
def hook(event, args):
    if on and event.startswith({watched}) and not event.startswith({harmless}):
        seen.append((event, str(args[0])[:200] if args else ""))
sys.addaudithook(hook)
def read():
    for form in ("html", "text"):
        article = newsparse.explain(page, "http://127.0.0.1:9/x", format=form).article
        article.to_json(), article.to_markdown(), article.to_schema_org(), article.to_ninjs()
read()
on = True
read()
on = False
print(json.dumps(seen))
"""


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("the secret of the file")
    return path


def test_once_loaded_nothing_outside_the_page_is_touched(secret: Path) -> None:
    code = WATCH.format(watched=WATCHED, harmless=HARMLESS)
    page = PAGE.format(secret=secret)
    ran = subprocess.run([sys.executable, "-c", code], input=page, capture_output=True, text=True, check=True)
    assert [seen for seen in json.loads(ran.stdout) if seen != ["compile", SIGNATURE]] == []


def test_no_file_becomes_part_of_the_page(secret: Path) -> None:
    page = PAGE.format(secret=secret)
    for content in (page, page.encode(), page.replace("<html", '<html xmlns="http://www.w3.org/1999/xhtml"')):
        explained = newsparse.explain(content)
        assert "the secret" not in explained.article.to_json()
        assert "the secret" not in "".join(b.text for b in explained.blocks)


def test_entities_of_the_page_stay_as_they_are(secret: Path) -> None:
    text = " ".join(b.text for b in newsparse.explain(PAGE.format(secret=secret)).blocks)
    assert "lollol" not in text


def test_entities_do_not_multiply() -> None:
    bomb = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    page = f'<!DOCTYPE html [<!ENTITY a0 "lol">{bomb}]><h1>Bridge closes</h1><p>&a11;</p>'
    assert len("".join(b.text for b in newsparse.explain(page).blocks)) < 2 * len(page)


def test_the_package_holds_no_code_that_runs_text() -> None:
    names = {"eval(", "exec(", "os.system", "subprocess", "import socket", "urlopen", "requests", "pickle.load", "yaml"}
    sources = Path(newsparse.__file__).parent.rglob("*.py")
    readers = [p for p in sources if {"readers", "extractors", "dates", "bylines"} & set(p.parts)]
    assert len(readers) > 40
    assert [(p.name, n) for p in readers for n in names if n in p.read_text(encoding="utf-8")] == []
