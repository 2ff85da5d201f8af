"""The article as an item of web-poet and scrapy-poet projects."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsparse import Article, Author, BodyBlock, BodyKind, Evidence, Image
from tests.test_export import FULL


class TestItem:
    @pytest.fixture(autouse=True)
    def _installed(self) -> None:
        pytest.importorskip("zyte_common_items")

    def test_has_what_the_article_has(self) -> None:
        item = FULL.to_zyte("https://x.example/fetched")
        assert (item.headline, item.description, item.articleBody) == (FULL.title, FULL.subtitle, FULL.text)
        assert (item.url, item.canonicalUrl) == ("https://x.example/fetched", FULL.url)
        assert item.inLanguage == FULL.language

    def test_takes_the_address_of_the_article_where_no_other_is_given(self) -> None:
        assert Article(url="https://x.example/a").to_zyte().url == "https://x.example/a"

    def test_has_to_have_an_address(self) -> None:
        with pytest.raises(ValueError, match="give the page's url"):
            Article().to_zyte()

    def test_has_dates_to_the_second_and_as_the_page_has_them(self) -> None:
        evidence = {"published": Evidence("block 2", 0.6, "timestamps", raw="3 May, 10 am")}
        article = Article(published=datetime(2024, 5, 3, 10, 0, 0, 5, tzinfo=UTC), evidence=evidence)
        item = article.to_zyte("https://x.example")
        assert (item.datePublished, item.datePublishedRaw) == ("2024-05-03T10:00:00Z", "3 May, 10 am")

    def test_has_no_offset_where_the_page_gives_none(self) -> None:
        assert (
            Article(published=datetime(2024, 5, 3)).to_zyte("https://x.example").datePublished == "2024-05-03T00:00:00"
        )

    def test_takes_the_date_of_the_last_change_for_one_of_publication_that_is_unknown(self) -> None:
        item = Article(modified=datetime(2024, 5, 3, tzinfo=UTC)).to_zyte("https://x.example")
        assert item.datePublished == item.dateModified == "2024-05-03T00:00:00Z"

    def test_has_the_names_and_pages_of_the_authors(self) -> None:
        (author,) = (
            Article(authors=(Author("Ada Byrne", "Editor", "https://x.example/ada"),)).to_zyte("https://x").authors
        )
        assert (author.name, author.url) == ("Ada Byrne", "https://x.example/ada")

    def test_has_the_first_picture_with_an_address_as_its_main_one(self) -> None:
        images = (Image(caption="A ferry"), Image("https://x.example/1.jpg"), Image("https://x.example/2.jpg"))
        item = Article(images=images).to_zyte("https://x.example")
        assert item.mainImage == item.images[0]
        assert [image.url for image in item.images] == ["https://x.example/1.jpg", "https://x.example/2.jpg"]

    def test_parts_paragraphs_by_lines(self) -> None:
        body = (BodyBlock(BodyKind.HEADING, "Noon", 2), BodyBlock(BodyKind.PARAGRAPH, "It left."))
        assert Article(body=body).to_zyte("https://x.example").articleBody == "Noon\n\nIt left."

    def test_has_nothing_where_the_article_has_nothing(self) -> None:
        import attrs

        item = Article().to_zyte("https://x.example")
        assert {name for name, value in attrs.asdict(item).items() if value is not None} <= {"url", "metadata"}


def test_without_the_package_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "zyte_common_items", None)
    with pytest.raises(ImportError, match=r"pip install 'newsparse\[zyte\]'"):
        Article(url="https://x.example/a").to_zyte()
