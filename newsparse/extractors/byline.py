"""Who wrote it: what the page declares and what it shows, weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from newsparse import addresses
from newsparse.article import Author, AuthorKind
from newsparse.bylines.bare import (
    APART,
    CHOSEN,
    LABELLED,
    Bare,
    bare_names,
    biographies,
    in_capitals,
    signatures,
    signs,
)
from newsparse.bylines.datelines import datelines
from newsparse.bylines.declared import Claim, claims_of, distinct
from newsparse.bylines.far import far_sightings
from newsparse.bylines.grammar import Grammar, grammar_of
from newsparse.bylines.names import folded, same
from newsparse.bylines.shown import BY_WORD, Sighting, Zone, byline_of, is_bio, sightings, zone_of
from newsparse.document import Block, Kind, Place
from newsparse.extractors._owner import owner
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.letters import length
from newsparse.phrases import plain
from newsparse.punctuation import STOPS
from newsparse.view import View

BYLINE: Final = 0.7  # trust in the label: above that of the scorer, to which a long byline may look like text
BIO: Final = 0.65  # the same of a note about the author, which is prose
# A person named at the headline outranks a declared one: the declaration may be the account that published.
# Its declarations all come from one system, so that their agreeing with each other must not outweigh it either.
SHOWN: Final = Trust.DECLARED + 0.1
LEADING: Final = Trust.AGREED + 0.09  # a byline that opens the text itself, against any number of declarations
LINKED: Final = Trust.DECLARED - 0.01  # by a link to an author's page alone, which teasers have too
AFTER: Final = Trust.DECLARED - 0.05  # named after the text: an editor, a translator or the author
TITLE: Final = 4  # words of a job title
LINES: Final = 2  # lines of a byline without markup
PROSE: Final = 100.0  # letters of a paragraph
FEW: Final = 4  # … of which names make up less than a quarter
AGREED_AFTER: Final = Trust.DECLARED + 0.04  # declared, and named after the text


def byline(view: View) -> Iterator[Finding]:
    """Propose the authors and label the blocks that name them."""
    grammar = grammar_of(view.words.language)
    zone = zone_of(view)
    declared = list(claims_of(view.doc.declared, headline(view), grammar, dated=is_dated(view)))
    head, tail = sightings(view, zone.head, grammar), sightings(view, zone.tail, grammar)
    lead = leads(view, head)
    head, tail = byline_of(head), byline_of([s for s in tail if s.leading or s.carried or s.why != BY_WORD])
    named = any(persons(s.authors) for s in head)
    if not (named or tail or any(persons(c.authors) for c in declared if c.alone)):
        tail = far_sightings(view, zone, grammar)
    bare = [] if named else list(unmarked(view, zone, grammar, [a.name for c in declared for a in c.authors]))
    bare += in_capitals(view, zone.headline, grammar)
    shown = [claim for claim in (claim_of(lead, LEADING), claim_of(head, SHOWN), claim_of(tail, AFTER)) if claim]
    shown += [claim_of_names(lines) for lines in together(bare)]
    for block, authors in datelines(view, grammar):
        shown.append(Claim(authors, f"block {block.index}", SHOWN, blocks=(block.index,)))
    claims = list(once(weighed(view, shown, declared)))
    for claim in claims:
        yield Candidate(Fields.authors, finished(view, claim.authors), claim.trust, claim.source, blocks=claim.blocks)
    best = max(claims, key=lambda claim: claim.trust, default=None)
    sure = frozenset(folded(a.name) for a in best.authors) if best else frozenset()
    chosen = chosen_of(view, bare, sure)
    for one in [one for one in bare if one.why in LABELLED] + chosen:
        yield Labelled(one.block.index, Label.BYLINE, BYLINE, one.why)
    yield from titles_below(view, chosen, grammar)
    yield from labels(view, [*lead, *head, *tail], zone.head + zone.tail)


def chosen_of(view: View, bare: Sequence[Bare], sure: frozenset[str]) -> list[Bare]:
    """Return the lines that hold the authors and nothing else.

    Many with dates are a list of appointments, and in raw text a name is as well the caption of a picture.
    """
    lines = [one for one in bare if one.why in CHOSEN and is_chosen(one, sure)]
    return [one for one in lines if one.why == APART] if len(lines) > LINES or view.doc.is_text else lines


def is_chosen(one: Bare, sure: frozenset[str]) -> bool:
    """Whether all whom a line names are the authors; an agency beside them is the source of the text."""
    people = [a for a in one.authors if a.kind is not AuthorKind.AGENCY] or one.authors
    return all(folded(a.name) in sure for a in people)


def titles_below(view: View, lines: Sequence[Bare], grammar: Grammar) -> Iterator[Labelled]:
    """Label the job title right below a name."""
    for one in lines:
        for block in view.doc.blocks[one.block.index + 1 : one.block.index + 2]:
            words = plain(block.text).split(" ")
            if len(words) <= TITLE and words[0].rstrip(",") in grammar.roles and block.text[-1] not in STOPS:
                yield Labelled(block.index, Label.BYLINE, BYLINE, "a job title below a name")


def unmarked(view: View, zone: Zone, grammar: Grammar, declared: Sequence[str]) -> Iterator[Bare]:
    """Yield the lines that may be the byline though nothing says so; *declared*: the names that the page declares."""
    yield from bare_names(view, zone.head, zone.headline, grammar, declared)
    yield from signatures(view, grammar)
    yield from signs(view, grammar)
    yield from biographies(view, grammar)


def leads(view: View, head: Sequence[Sighting]) -> list[Sighting]:
    """Return the bylines that are the first line of the text itself: put there by the writer, not by the system.

    A paragraph right before it counts as well, where the system shows a byline of its own.
    """
    region = view.found.region
    first = [s for s in head if s.leading and region and abs(s.block.index - region.first) <= 1]
    system = any(not s.leading for s in head)
    own = [s for s in first if is_lead(s.block, region.place if region else None, system)]
    return own + [s for s in head if s.joined and own and s.block.index == own[-1].block.index + 1]


def is_lead(block: Block, text: Place | None, system: bool) -> bool:
    """Whether a block beside the first one of the text is a line of its writer."""
    if "\n" in block.text or text is None:
        return False
    if block.place.lies_in(text):
        return block.kind in (Kind.PARAGRAPH, Kind.TEXT)
    return system and block.kind is Kind.PARAGRAPH


def headline(view: View) -> str | None:
    """Return the headline found so far."""
    best = view.found.best(Fields.title)
    return best.value if best else None


def is_dated(view: View) -> bool:
    """Whether the page says when it was published, and not only when it was changed."""
    best = view.found.best(Fields.published)
    return best is not None and best.trust >= Trust.SHAPE


def claim_of(seen: Sequence[Sighting], trust: float) -> Claim | None:
    """Make one claim of the blocks that make up a byline; None where there is none."""
    if not seen:
        return None
    authors = distinct(a for s in seen for a in s.authors)
    trust = trust if any(s.sure for s in seen) else min(trust, LINKED)
    return Claim(authors, f"block {seen[0].block.index}", trust, blocks=tuple(s.block.index for s in seen))


def together(bare: Sequence[Bare]) -> Iterator[list[Bare]]:
    """Yield lines of names that follow each other and are names for the same reason: they make up one byline."""
    lines: list[Bare] = []
    for one in bare:
        if lines and (one.block.index != lines[-1].block.index + 1 or one.why != lines[-1].why):
            yield lines
            lines = []
        lines.append(one)
    if lines:
        yield lines


def claim_of_names(lines: Sequence[Bare]) -> Claim:
    """Make one claim of lines of names."""
    blocks = tuple(one.block.index for one in lines)
    return Claim(distinct(a for b in lines for a in b.authors), f"block {blocks[0]}", lines[0].trust, blocks=blocks)


# --- weighing --------------------------------------------------------------------------------------------------------


def weighed(view: View, shown: Sequence[Claim], declared: Sequence[Claim]) -> Iterator[Claim]:
    """Yield every claim at the trust that the others leave it, and one where the page shows whom it declares."""
    sites, dated = own_names(view), is_dated(view)
    firms = {folded(a.name) for c in declared for a in c.authors if a.kind is AuthorKind.ORGANIZATION}
    declared, shown = ([evolve(c, authors=as_owners(c.authors, sites | firms)) for c in cs] for cs in (declared, shown))
    shown = [evolve(c, authors=without_sources(c.authors, declared)) for c in shown]
    for claim in declared:
        for seen in shown:
            agreed = merged(seen, claim, AGREED_AFTER if seen.trust == AFTER else Trust.AGREED)
            if agreed:
                yield agreed
        if claim.alone and persons(claim.authors):
            yield evolve(claim, authors=persons(claim.authors))
        elif claim.news or (claim.article and (dated or sites.isdisjoint(folded(a.name) for a in claim.authors))):
            yield evolve(claim, trust=Trust.GUESS)
    known = [author for claim in declared for author in claim.authors]
    for seen in shown:
        authors = tuple(completed(a, known) for a in seen.authors)
        named = persons(authors)
        yield evolve(seen, authors=named or authors, trust=seen.trust if named else Trust.SHAPE)


def without_sources(authors: Sequence[Author], declared: Sequence[Claim]) -> tuple[Author, ...]:
    """Return authors without the agencies named beside a person: sources of the text, unless declared as authors."""
    known = {folded(a.name) for c in declared for a in c.authors}
    sourced = any(a.kind is AuthorKind.PERSON for a in authors)
    return tuple(a for a in authors if not (sourced and a.kind is AuthorKind.AGENCY and folded(a.name) not in known))


def once(claims: Iterable[Claim]) -> Iterable[Claim]:
    """Return the most trusted of the claims that name the same authors: several tags of one system are one source."""
    best: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        key = tuple(a.name for a in claim.authors)
        if key not in best or claim.trust > best[key].trust:
            best[key] = claim
    return best.values()


def persons(authors: Sequence[Author]) -> tuple[Author, ...]:
    """Return the persons and agencies; the organization beside an agency too, where no person is named; else none."""
    kinds = {a.kind for a in authors}
    if AuthorKind.PERSON not in kinds and AuthorKind.AGENCY in kinds:
        return tuple(authors)
    return tuple(a for a in authors if a.kind is not AuthorKind.ORGANIZATION)


def merged(seen: Claim, claim: Claim, trust: float) -> Claim | None:
    """Return the names shown, with what is declared beside them, where any name is in both; None where none is."""
    if not any(same(a.name, b.name) for a in seen.authors for b in claim.authors):
        return None
    more = [b for b in claim.authors if not any(same(a.name, b.name) for a in seen.authors)]
    together = (*(completed(a, claim.authors) for a in seen.authors), *more)
    source = f"{seen.source}, {claim.source}"
    named = persons(together)
    return Claim(named or together, source, trust if named else Trust.SHAPE, blocks=seen.blocks)


def completed(author: Author, declared: Sequence[Author]) -> Author:
    """Return an author as shown, with the fuller name, link and job title that are declared."""
    twin = next((d for d in declared if same(d.name, author.name)), None)
    if twin is None:
        return author
    return evolve(author, url=author.url or twin.url, role=author.role or twin.role)


def own_names(view: View) -> frozenset[str]:
    """Return the names of the site, compared as names are."""
    declared = view.doc.declared
    names = [declared.first("og:site_name"), declared.first("application-name")]
    names += [owner(view, written) for written in declared.meta.get("copyright", ())[:1]]
    for thing in declared.json_ld:
        publisher = thing.get("publisher")
        if isinstance(publisher, dict):
            names.append(publisher.get("name"))
    host = addresses.host(view.doc.url or declared.canonical).removeprefix("www.")
    names += [host, host.partition(".")[0]]
    return frozenset(folded(n) for n in names if isinstance(n, str) and n)


def as_owners(authors: Sequence[Author], owners: frozenset[str]) -> tuple[Author, ...]:
    """Return authors, those that bear the name of the site as organizations."""
    return tuple(
        evolve(a, kind=AuthorKind.ORGANIZATION) if a.kind is AuthorKind.PERSON and folded(a.name) in owners else a
        for a in authors
    )


def finished(view: View, authors: Sequence[Author]) -> tuple[Author, ...]:
    """Return authors with absolute links, where the page's address is known."""
    return tuple(evolve(a, url=addresses.absolute(a.url, view.doc)) if a.url else a for a in authors)


# --- labels ----------------------------------------------------------------------------------------------------------


def labels(view: View, seen: Iterable[Sighting], near: Iterable[Block]) -> Iterator[Labelled]:
    """Label the byline and the notes about the author."""
    for one in seen:
        if holds_text(one):
            continue
        label, trust = (Label.BIO, BIO) if is_bio(view, one.block) else (Label.BYLINE, BYLINE)
        yield Labelled(one.block.index, label, trust, one.why)
    for block in near:
        if is_bio(view, block):
            yield Labelled(block.index, Label.BIO, BIO, "tells about the author")


def holds_text(seen: Sighting) -> bool:
    """Whether the block is a paragraph that names its author in passing, as an agency's dateline does."""
    text = seen.block.text
    named = sum(len(author.name) for author in seen.authors)
    return text[-1] in STOPS and length(text) >= PROSE and FEW * named < len(text)
