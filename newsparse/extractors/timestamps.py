"""When the article appeared and changed; the blocks that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from attrs import evolve, frozen

from newsparse.dates.reading import aware, is_later, placed, read_value
from newsparse.dates.stamp import Moment, turned
from newsparse.dates.style import Style
from newsparse.dates.zones import likely
from newsparse.dates.zones import shown as shown_as
from newsparse.document import Kind
from newsparse.extractors._declared_dates import Said, declared_dates
from newsparse.extractors._roles_of_dates import Role
from newsparse.extractors._shown_dates import BESIDE, CLOCKS, SEPARATOR, Seen, Spot, is_bare_clock, shown_dates
from newsparse.extractors._style import style_of_page, with_address
from newsparse.findings import Candidate, Field, Fields, Finding, Label, Labelled, Trust
from newsparse.letters import width
from newsparse.lexicons import Topic
from newsparse.state_dates import published as published_in
from newsparse.view import View

BASE: Final = {
    Spot.HEAD: 0.58,
    Spot.OVER: 0.575,
    Spot.ABOVE: 0.46,
    Spot.OPENING: 0.42,
    Spot.TEXT: 0.36,
    Spot.FOOT: 0.4,
    Spot.AWAY: 0.2,
}
"""Trust in a date that nothing but its place speaks for."""

MARKED: Final = 0.06  # trust added where the markup says that it is a date
NAMED: Final = 0.1  # trust added where words or names say what it is the date of
UNSAID: Final = 0.02  # trust lost by every date in a block that is not its first
FAR: Final = 0.02  # trust lost by a date between headline and text that stands far from the headline: in a list
TOLD: Final = BASE[Spot.HEAD] + NAMED  # trust from which a date stands beside the headline and is named
OUTWEIGHS: Final = 0.1  # trust added to what outweighs a declaration, and others that repeat it
NEAR: Final = 0.05  # trust by which two declarations of publication may differ: none is of when a text was created
NEXT_DAY: Final = timedelta(days=1)  # within which two days may be one, seen from different zones
CHANGED: Final = 0.25  # trust in the date of a change as that of publication, where there is no other
STATED: Final = Trust.MARKUP  # trust in a date of the embedded state, which stands beside the headline there
STAMP: Final = 0.65  # trust in the label: above prose by its shape, below a byline
PARTIAL: Final = 0.1  # trust lost where the day or the year has to be inferred
SAID: Final = BASE[Spot.FOOT] + NAMED  # trust of a date that stands behind the text and is named
NOTE: Final = 3  # words from which a phrase such as "this entry was posted" opens a sentence about the date
SENTENCE: Final = 120  # letters of such a sentence
ROW: Final = 60  # letters beside dates in a line of facts: names, job titles, what the dates are dates of
ITEM: Final = Kind.ITEM
LEFT: Final = 40  # letters beside dates that a block of dates and bylines may have


@frozen
class Proposal:
    """A date for a field."""

    field: Field[datetime]
    """Published or modified."""

    moment: Moment
    """The instant."""

    trust: float
    """How far to believe it."""

    source: str
    """Where it stands."""

    raw: str
    """As written."""

    blocks: tuple[int, ...] = ()
    """Block it was read from; empty where it was declared."""

    clock: str = ""
    """As the source that its time was taken from has it; empty where that is its own."""

    @property
    def day(self) -> date:
        """The day as written."""
        return self.moment.value.date()

    @property
    def exactness(self) -> tuple[bool, bool, bool]:
        """Whether it has a time (midnight is what systems write for none), a zone, and one that is not UTC.

        A zone other than UTC is the paper's own: systems write local times as UTC by mistake, never the reverse.
        """
        value = self.moment.value
        timed, zoned = bool(value.hour or value.minute or value.second), value.tzinfo is not None
        return timed, zoned, zoned and bool(value.utcoffset()) and "assumed" not in (self.moment.note or "")


def timestamps(view: View) -> Iterator[Finding]:
    """Propose the dates declared and shown, and label the blocks that are dates."""
    style = style_of_page(view)
    said = list(of_declarations(view, style, declared_dates(view, style)))
    seen = shown_dates(view, style)
    yield from labels(seen)
    shown = list(of_blocks(view, style, seen, said))
    local = [p.moment.value for p in (*said, *shown) if p.trust >= Trust.TEXT and all(p.exactness)]
    modified = settled(zoned([p for p in (*said, *shown) if p.field is Fields.modified]))
    first = without_revisions([p for p in (*said, *shown) if p.field is Fields.published], modified)
    published = settled(zoned(first))
    dates = [*(outweighed(published, modified) or of_change(modified))]
    if all(one.source == "url" for one in dates):
        dates += of_state(view, style)
    dates += not_before(modified, published)
    if any(one.moment.value.tzinfo is None for one in dates):
        style = with_address(view, style)
    for one in dates:
        yield candidate(one, style, local)


def candidate(one: Proposal, style: Style, local: list[datetime]) -> Candidate[datetime]:
    """Return a proposal as a finding; *local*: the instants that the page gives in its own zone."""
    found = likely(one.moment, one.clock or one.raw, style, local)
    return Candidate(one.field, found.value, one.trust, one.source, raw=one.raw, note=found.note, blocks=one.blocks)


def of_declarations(view: View, style: Style, said: Iterable[Said]) -> Iterator[Proposal]:
    """Yield what the page declares."""
    for one in said:
        if found := placed(one.stamp, style, view.now):
            yield Proposal(one.field, found, one.trust, one.source, one.raw)


def of_state(view: View, style: Style) -> Iterator[Proposal]:
    """Yield what the state of an application says; looked at last, as reading it takes time."""
    best, declared = view.found.best(Fields.title), view.doc.declared
    titles = [t for t in (best.value if best else None, declared.first("og:title"), declared.title) if t]
    for key, value in published_in(declared.states, titles):
        stamp = read_value(value, style)
        if stamp is not None and (found := placed(stamp, style, view.now)):
            yield Proposal(Fields.published, found, STATED, f"state {key}", value)
            return


def of_blocks(view: View, style: Style, seen: list[Seen], said: list[Proposal]) -> Iterator[Proposal]:
    """Yield what the page shows."""
    base = base_day(view, style, seen, said)
    known = {p.day for p in said}
    first = first_day(view, style, seen, said)
    timetable = sum(map(is_bare_clock, seen)) > CLOCKS
    listing = len({(one.stamp.month, one.stamp.day) for one in seen if is_loose(one)}) > CLOCKS
    counts: dict[int, int] = {}
    for one in seen:
        nth = counts[one.block.index] = counts.get(one.block.index, -1) + 1
        if is_passing(view, one) or (timetable and is_bare_clock(one)) or (listing and is_loose(one)):
            continue
        if found := agreeing(view, style, one, base, known):
            trust = BASE[one.spot] + (NAMED if one.role else 0.0) + (MARKED if one.marked else 0.0)
            trust -= UNSAID * nth + (0.0 if one.stamp.dated else PARTIAL) + (FAR if one.far else 0.0)
            field = Fields.modified if one.role is Role.MODIFIED or is_change(one, found, first) else Fields.published
            yield Proposal(field, found, trust, f"block {one.block.index}", one.raw, (one.block.index,))


def first_day(view: View, style: Style, seen: list[Seen], said: list[Proposal]) -> datetime | None:
    """Return the earliest publication that the page tells of, in words or by declaration; None where there is none."""
    shown = (placed(one.stamp, style, view.now) for one in seen if one.role is Role.PUBLISHED and one.spot in BESIDE)
    declared = (p.moment for p in said if p.field is Fields.published and p.source != "url")
    return min((found.value for found in (*shown, *declared) if found), key=aware, default=None)


def is_change(one: Seen, found: Moment, first: datetime | None) -> bool:
    """Whether a date whose state the text gives is that of a change, since an earlier publication is told."""
    return one.role is Role.AS_OF and first is not None and is_later(found.value, first)


def is_loose(one: Seen) -> bool:
    """Whether a date stands away from the headline and nothing says what it is the date of."""
    apart = one.far or (one.spot not in BESIDE and one.spot is not Spot.OPENING)
    return apart and one.role is None and one.stamp.day is not None


def agreeing(view: View, style: Style, one: Seen, base: date | None, known: set[date]) -> Moment | None:
    """Return the instant of a date; where month and day can be meant either way, the one that agrees with the known."""
    found = placed(one.stamp, style, view.now, base)
    if found is None or not one.stamp.ambiguous or found.value.date() in known:
        return found
    other = placed(turned(one.stamp), style, view.now)
    return other if other and other.value.date() in known else found


def base_day(view: View, style: Style, seen: list[Seen], said: list[Proposal]) -> date | None:
    """Return the day to count "yesterday" and "16:30" from: today, else another date of the page."""
    if view.now is not None:
        return view.now.date()
    if best := max((p for p in said if p.field is Fields.published), key=lambda p: p.trust, default=None):
        return best.day
    whole = (placed(one.stamp, style, None) for one in seen if one.stamp.dated)
    return next((found.value.date() for found in whole if found), None)


def is_passing(view: View, one: Seen) -> bool:
    """Whether a date is only mentioned: nothing but its place speaks for it, and it stands among other words."""
    beside = one.spot in BESIDE
    if one.role is Role.PUBLISHED and one.stamp.dated and is_note(view, one):
        return False
    if one.spot is Spot.OPENING or (beside and one.stamp.dated and one.marked):
        return False
    known = (beside or one.role or one.marked) and (one.stamp.dated or (beside and one.role is not None))
    if known and one.role is None and one.block.kind is ITEM:
        return in_segment(one) > LEFT // 2  # a sentence of a list of key points
    return in_segment(one) > (LEFT if known else LEFT // 4)


def is_note(view: View, one: Seen) -> bool:
    """Whether a date stands in a sentence about itself: "This entry was posted on May 3, 2024 and is filed under"."""
    opening = view.words.phrases.prefix(one.block.text, Topic.PUBLISHED)
    return len(opening.split()) >= NOTE and in_segment(one) <= SENTENCE


def in_segment(one: Seen) -> int:
    """Return how many letters stand beside a date, as far as the next separator or the end of its element.

    Of a date that words say what it is of, as far as the next date. Links beside the headline are names and sections.
    """
    text, stamp = one.block.text, one.stamp
    if one.box:
        return letters(one.box) - letters(text[stamp.start : stamp.end])
    first, last = one.span if one.span is not None and one.role else (0, len(text))
    begin = max((m.end() for m in SEPARATOR.finditer(text, first, stamp.start)), default=first)
    behind = SEPARATOR.search(text, stamp.end, last)
    beside = text[begin : stamp.start] + text[stamp.end : behind.start() if behind else last]
    linked = sum(letters(m.text) for m in one.block.marks if m.tag == "a" and m.text in beside)
    return letters(beside) - linked if one.spot in BESIDE else letters(beside)


def letters(text: str) -> int:
    """Return how many letters are in a text."""
    return sum(map(str.isalpha, text))


def zoned(proposals: list[Proposal]) -> list[Proposal]:
    """Give times without a zone the one that they show, by their clock, an instant in that another source states."""
    stated = [p.moment.value for p in proposals if p.trust >= Trust.TEXT and all(p.exactness[:2])]
    return [evolve(p, moment=Moment(local)) if (local := local_of(p, stated)) else p for p in proposals]


def local_of(one: Proposal, stated: list[datetime]) -> datetime | None:
    """Return the stated instant that a time without a zone shows, with the offset of its clock; None where none is."""
    return shown_as(one.moment.value, stated) if one.exactness[:2] == (True, False) else None


def settled(proposals: list[Proposal]) -> list[Proposal]:
    """Give every day without a time the time that a trusted other gives for it: then they count as agreeing."""
    exact = sorted((p for p in proposals if p.trust >= Trust.TEXT and any(p.exactness)), key=lambda p: -p.trust)
    found = []
    for one in proposals:
        better = [p for p in exact if p.exactness > one.exactness and may_refine(p, one)]
        best = max(better, key=lambda p: (p.exactness, p.trust), default=one)
        found.append(evolve(one, moment=best.moment, clock=best.raw) if best is not one else one)
    return found


def without_revisions(published: list[Proposal], modified: list[Proposal]) -> list[Proposal]:
    """Return dates of publication without those that are the very instant of a change.

    They stay unless an earlier instant is declared as well, and the page shows its day.
    """
    changes = {p.moment.value for p in modified if not p.blocks and all(p.exactness[:2])}
    revised = [p for p in published if p.moment.value in changes]
    best, told = max((p.trust for p in revised), default=0.0), {p.day for p in published if p.blocks}
    exact = [p for p in published if not p.blocks and all(p.exactness[:2]) and p not in revised]
    firsts = [p for p in exact if p.trust > best - NEAR and p.day in told]
    if not any(is_later(r.moment.value, f.moment.value) for r in revised for f in firsts):
        return published
    return [p for p in published if p not in revised]


def outweighed(published: list[Proposal], modified: list[Proposal]) -> list[Proposal]:
    """Give what readers are told more trust than what is declared, where the declaration is of something else.

    That is so where the page says "published" and another day, and where it declares a publication no earlier than its
    last change while an earlier day stands beside the headline: then the declaration is of the latest revision.
    """
    declared = max((p for p in published if not p.blocks and p.source != "url"), key=lambda p: p.trust, default=None)
    if declared is None:
        return published
    changes = {p.day for p in modified}
    revised = any(not p.blocks and not is_later(p.moment.value, declared.moment.value) for p in modified)
    found = []
    for one in published:
        other_day = bool(one.blocks) and abs(one.day - declared.day) > NEXT_DAY
        told = other_day and one.trust >= TOLD and one.day not in changes
        older = other_day and revised and one.trust >= BASE[Spot.HEAD] and one.day < declared.day
        found.append(evolve(one, trust=declared.trust + OUTWEIGHS) if told or older else one)
    return found


def may_refine(exact: Proposal, one: Proposal) -> bool:
    """Whether one instant may be the other said more exactly: the same day, where it has a time the same time."""
    this, that = exact.moment.value, one.moment.value
    if not one.exactness[0]:
        return exact.day == one.day
    shown = this.replace(tzinfo=None, second=0, microsecond=0) == that.replace(tzinfo=None, second=0, microsecond=0)
    return shown or (one.exactness[1] and this == that)


def not_before(modified: list[Proposal], published: list[Proposal]) -> list[Proposal]:
    """Return the changes that come after publication: an earlier one is of something else."""
    best = max(published, key=lambda p: p.trust, default=None)
    if best is None:
        return modified
    return [p for p in modified if p.day >= best.day or is_later(p.moment.value, best.moment.value)]


def of_change(modified: list[Proposal]) -> list[Proposal]:
    """Return the date of a change as that of publication, where nothing else is known.

    It counts where it stands at the headline or behind the text, or in the JSON-LD of an article. Meta tags tell of
    changes on pages that are kept up and never were published as an article.
    """
    said = (p for p in modified if p.trust >= SAID and not p.source.startswith("meta"))
    best = max(said, key=lambda p: p.trust, default=None)
    if best is None:
        return []
    note = "; ".join(filter(None, ("only the date of a change is given", best.moment.note)))
    return [evolve(best, field=Fields.published, trust=CHANGED, moment=evolve(best.moment, note=note))]


def labels(seen: list[Seen]) -> Iterator[Labelled]:
    """Label the short blocks that are dates and little else."""
    blocks: dict[int, list[Seen]] = {}
    for one in seen:
        if one.spot is not Spot.AWAY and one.spot is not Spot.OPENING:
            blocks.setdefault(one.block.index, []).append(one)
    rows = sum(any(map(is_in_row, ones)) for ones in blocks.values()) <= CLOCKS
    for index, ones in blocks.items():
        sure = any(one.marked or one.role for one in ones)
        most = ROW if rows and any(map(is_in_row, ones)) else LEFT if sure else LEFT // 4
        if left_over(ones) <= most:
            yield Labelled(index, Label.TIMESTAMP, STAMP, f"a date {ones[0].spot.value}")


def is_in_row(one: Seen) -> bool:
    """Whether a date beside the headline is one of several elements side by side: the line of facts."""
    return one.rowed and one.spot in BESIDE and in_segment(one) <= (LEFT if one.role else LEFT // 4)


def left_over(ones: list[Seen]) -> float:
    """Return how many letters of a block, in units of a Latin one, are not part of its dates."""
    text = ones[0].block.text
    inside = {i for one in ones for i in range(one.stamp.start, one.stamp.end)}
    return width(text) * sum(c.isalpha() for i, c in enumerate(text) if i not in inside)
