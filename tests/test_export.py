"""The article in other forms."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime

import jsonschema
import pytest

from newsparse import (
    Access,
    AccessStatus,
    AgencyCredit,
    Article,
    Author,
    AuthorKind,
    BodyBlock,
    BodyKind,
    Correction,
    Evidence,
    Image,
    LiveUpdate,
    RelatedBlock,
    SchemaError,
    Teaser,
)
from newsparse.export import json_schema
from tools import schema

STAMP = datetime(2024, 5, 3, 8, 15, tzinfo=UTC)
FULL = Article(
    kicker="Harbour",
    title="Ferry line closes",
    subtitle="After ninety years the last boat leaves on Friday.",
    published=STAMP,
    modified=STAMP,
    authors=(Author("Ada Moor", "reporter", "https://paper.example/ada"), Author("dpa", kind=AuthorKind.AGENCY)),
    body=(
        BodyBlock(BodyKind.PARAGRAPH, "The last ferry leaves at noon."),
        BodyBlock(BodyKind.HEADING, "What comes next", level=2),
        BodyBlock(BodyKind.ITEM, "a bridge", level=1, ordered=False),
        BodyBlock(BodyKind.QUOTE, "We will miss it.", attribution="Jon Berg"),
    ),
    images=(Image("https://paper.example/ferry.jpg", "A ferry", "The ferry in May.", "Mia Lund"),),
    agency_credit=AgencyCredit(("dpa",), "© dpa", "230428-99-483045/5", "urn:newsml:dpa.com:20090101:230428-99-483045"),
    related=(RelatedBlock("Read more", (Teaser("Bridge opens", "Traffic", "At last.", "https://paper.example/b"),)),),
    access=Access(AccessStatus.METERED, ("Subscribe now",), True),
    corrections=(Correction("An earlier version named the wrong day.", STAMP),),
    live_updates=(LiveUpdate(STAMP, "Boat leaves", (BodyBlock(BodyKind.PARAGRAPH, "It left."),)),),
    language="en",
    url="https://paper.example/ferry",
    publisher="The Paper",
    section="Local",
    keywords=("ferry", "harbour"),
    evidence={"title": Evidence("block 2", 0.9, "title", raw="FERRY LINE CLOSES", note="agreed")},
    warnings=("2 characters could not be read as utf-8",),
)


class TestDict:
    @pytest.mark.parametrize("article", [FULL, Article()], ids=["full", "empty"])
    def test_nothing_is_lost_on_the_way_there_and_back(self, article: Article) -> None:
        assert Article.from_dict(article.to_dict()) == article
        assert Article.from_json(article.to_json()) == article

    def test_it_holds_nothing_but_plain_values(self) -> None:
        assert json.loads(json.dumps(FULL.to_dict())) == FULL.to_dict()
        assert type(FULL.to_dict()["body"][0]["kind"]) is str

    def test_all_fields_are_there_and_parts_leave_out_what_is_absent(self) -> None:
        raw = Article(authors=(Author("Ada Moor"),)).to_dict()
        assert raw["title"] is None
        assert raw["authors"] == [{"name": "Ada Moor"}]

    def test_parts_of_parts_leave_out_what_is_absent_too(self) -> None:
        raw = Article(related=(RelatedBlock(teasers=(Teaser("Bridge opens"),)),)).to_dict()
        assert raw["related"] == [{"teasers": [{"title": "Bridge opens"}]}]

    def test_json_is_not_escaped_to_ascii(self) -> None:
        assert "Fähre" in Article(title="Fähre").to_json()

    def test_lone_surrogates_do_not_break_the_file(self) -> None:
        assert json.loads(Article(title="a\ud800b").to_json().encode("utf-8"))["title"] == "a?b"

    @pytest.mark.parametrize(
        "raw",
        [
            {},
            {"schema_version": "0"},
            {"schema_version": "1", "tilte": "x"},
            {"schema_version": "1", "body": [{"kind": "poem", "text": "x"}]},
        ],
        ids=["no version", "other version", "unknown field", "unknown kind"],
    )
    def test_what_is_no_article_is_an_error(self, raw: dict[str, object]) -> None:
        with pytest.raises(SchemaError):
            Article.from_dict(raw)

    def test_what_is_no_json_is_an_error(self) -> None:
        with pytest.raises(SchemaError, match="not JSON"):
            Article.from_json("{")


class TestSchema:
    def test_the_shipped_schema_is_that_of_the_code(self) -> None:
        assert schema.TARGET.read_text(encoding="utf-8") == schema.written(), "run python tools/schema.py"

    @pytest.mark.parametrize("article", [FULL, Article()], ids=["full", "empty"])
    def test_articles_keep_to_it(self, article: Article) -> None:
        jsonschema.validate(article.to_dict(), json_schema())

    def test_it_refuses_what_is_no_article(self) -> None:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**FULL.to_dict(), "tilte": "x"}, json_schema())

    def test_every_field_is_described(self) -> None:
        assert all(len(p.get("description", "const")) > 4 for p in json_schema()["properties"].values())


class TestMarkdown:
    def test_an_article_reads_from_kicker_to_teasers(self) -> None:
        lines = FULL.to_markdown().split("\n\n")
        assert lines[:3] == [
            "*Harbour*",
            "# Ferry line closes",
            "**After ninety years the last boat leaves on Friday.**",
        ]
        assert "## What comes next" in lines
        assert "- a bridge" in lines
        assert "> We will miss it." in lines
        assert "- [Bridge opens](<https://paper.example/b>): At last.\n" in lines

    def test_a_kicker_that_stands_in_the_title_is_not_said_twice(self) -> None:
        article = Article(kicker="Harbour", title="Harbour: Ferry line closes")
        assert article.to_markdown() == "# Harbour: Ferry line closes\n"

    def test_text_cannot_become_markup(self) -> None:
        found = Article(title="<script>*[x](y)", body=(BodyBlock(BodyKind.PARAGRAPH, "# not a heading"),)).to_markdown()
        assert "<script" not in found.replace("\\<", "")
        assert "\n\\# not a heading" in found

    def test_unsafe_addresses_are_not_linked(self) -> None:
        teaser = RelatedBlock(None, (Teaser("Click", url="javascript:alert(1)"),))
        assert "javascript" not in Article(related=(teaser,)).to_markdown()


class TestSchemaOrg:
    def test_the_properties_are_those_of_a_news_article(self) -> None:
        found = FULL.to_schema_org()
        assert found["headline"] == "Ferry line closes"
        assert found["author"][0] == {
            "@type": "Person",
            "name": "Ada Moor",
            "jobTitle": "reporter",
            "url": "https://paper.example/ada",
        }
        assert found["isAccessibleForFree"] is False
        assert found["sourceOrganization"] == [{"@type": "NewsMediaOrganization", "name": "dpa"}]

    def test_a_live_blog_says_so(self) -> None:
        assert FULL.to_schema_org()["@type"] == "LiveBlogPosting"

    def test_absent_properties_are_left_out(self) -> None:
        assert Article(title="x").to_schema_org() == {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "x",
        }


class TestNinjs:
    def test_the_item_carries_urn_headline_and_source(self) -> None:
        found = FULL.to_ninjs()
        assert found["uri"] == "urn:newsml:dpa.com:20090101:230428-99-483045"
        assert {"role": "main", "value": "Ferry line closes"} in found["headlines"]
        assert found["infosources"] == [{"name": "dpa", "rel": "source"}]


class TestValue:
    def test_articles_can_be_pickled(self) -> None:
        assert pickle.loads(pickle.dumps(FULL)) == FULL

    def test_parts_and_articles_can_be_hashed(self) -> None:
        assert len({FULL, FULL, Article()}) == 2

    def test_articles_cannot_be_changed(self) -> None:
        with pytest.raises(AttributeError):
            FULL.title = "Other"  # type: ignore[misc]

    def test_captions_are_distinct(self) -> None:
        assert Article(images=(Image(caption="a"), Image(caption="b"), Image(caption="a"))).captions == ("a", "b")
