"""Which block carries the headline: every block that could, weighed by markup, place and what the page declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse import similarity
from newsparse.addresses import site
from newsparse.compiling import mypyc_attr
from newsparse.document import Block, Group, Kind, Place
from newsparse.extractors._parts import ELEMENTS, Parts, parts
from newsparse.extractors._wordings import Wording, agreement, site_names
from newsparse.findings import Measured
from newsparse.view import View

# Bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does.
HEADING: Final = Kind.HEADING
CONTROL: Final = Kind.CONTROL
NAVIGATION: Final = Group.NAVIGATION
PROPERTIES: Final = ("headline", "name")  # of microdata, for a headline
MARGINS: Final = (Group.FOOTER, Group.ASIDE, Group.DIALOG, Group.FORM)
LISTS: Final = (Group.LIST, Group.ORDERED_LIST, Group.TABLE)
LONGEST: Final = 320  # characters; a longer block is no headline
SHORTEST: Final = 2  # characters; a single one is an entry of an index, or a sign
RANK: Final = {1: 2.0, 2: 1.0, 3: 0.6, 4: 0.3, 5: 0.2, 6: 0.2}
"""Level of a heading → what it is worth."""
AGREES: Final = 4.0  # what full agreement with a declared headline is worth
NAMED: Final = 0.75  # … a container called headline or title
ITEMPROP: Final = 1.5  # … microdata
SPLIT: Final = 1.0  # … an own element for kicker or title inside the block
ASIDE: Final = frozenset(("navigation", "related", "comments"))  # hints of parts that repeat headlines
MENU: Final = frozenset(("navigation",))
CRUMB: Final = frozenset(("breadcrumb",))
NEAR: Final = 3  # containers around an h1 that may make it a step of a breadcrumb
TELLING: Final = 3  # words from which a text that says what the page declares does not say it by chance
DOUBTFUL: Final = frozenset(("sidebar", "dialog", "form", "newsletter", "paywall", "bio", "byline"))
OUTSIDE: Final = 2.0  # what standing in a part of the page that is not the article costs
UNLIKELY: Final = 1.0  # … in a part that is called what seldom holds a headline
LISTED: Final = 1.5  # … in a list or table
LINKED: Final = 1.0  # … being a link to another page
ALL_LINK: Final = 0.8  # link share from which a block is one
LATE: Final = 1.0  # … standing below the first prose of the article
LAST: Final = 3.0  # … standing below the middle of it
LEAST: Final = 1.4  # score without which a block is no headline
BARE: Final = 0.9  # the same where the page declares no headline that a block could say
LIKENESS: Final = 0.45  # agreement without which only an h1 is one, where the page declares a headline
SHORTENED: Final = 0.4  # share of the shortest declared wording's length that a block which says it has at least
RELATED: Final = 0.15  # agreement without which a heading below an h1 is about something else
BELOW: Final = 3  # blocks below an h1 in which the headline proper may follow
OPENING: Final = 90.0  # weight of a paragraph with which the prose begins
MIDDLE: Final = 0.4  # share of the prose above what counts as its middle, below which no headline of it stands
TERSE: Final = 15  # characters; a shorter single word says little by agreeing
WORD: Final = 0.6  # … what its agreement counts
TOP: Final = 150  # blocks from the top in which the site's name is looked for
HOME: Final = frozenset(("", ".", "index.html", "index.php"))  # paths of a site's first page
NAME: Final = 60  # characters; a longer text is no name
BULK: Final = 0.5  # share of the page's prose that the article's container holds at least


class Headline(Measured):
    """A block that carries the headline."""

    block: Final[Block]
    """The block."""

    parts: Final[Parts]
    """What stands in it."""

    score: Final[float]
    """What speaks for it; comparable within one page only."""

    agreement: Final[float]
    """How far it says what the page declares, 0 to 1."""

    def __init__(self, block: Block, parts: Parts, score: float, agreement: float) -> None:
        self.block = block
        self.parts = parts
        self.score = score
        self.agreement = agreement

    @property
    def has_kicker(self) -> bool:
        """Whether elements inside the block tell a kicker from the title."""
        return bool(self.parts.kicker) and self.parts.why in ELEMENTS


@mypyc_attr(acyclic=True)
class Prose:
    """Where the bulk of the page's prose lies."""

    first: Final[int]
    """Block with which it begins; the number of blocks where there is none."""

    middle: Final[int]
    """Block below which less than the greater half of it stands."""

    def __init__(self, first: int, middle: int) -> None:
        self.first = first
        self.middle = middle


def headline(view: View, declared: tuple[Wording, ...]) -> Headline | None:
    """Return the block that most speaks for being the headline; None where no block does."""
    prose = prose_of(view)
    names = site_names(view) | home_names(view)
    able = candidates(view, declared, names, prose)
    ranked = [found for block, words in able if (found := weigh(view, block, words, declared, prose)) is not None]
    free = not declared or not any(h.block.level == 1 and h.block.kind is Kind.HEADING for h in ranked)
    likely = [h for h in ranked if h.score >= (LEAST if declared else BARE) and (free or is_likely(h))]
    best = max(likely, key=lambda h: (h.score, -h.block.index), default=None)
    return proper(best, ranked) if best is not None else None


def is_likely(found: Headline) -> bool:
    """Whether a block can be the headline of a page that declares one."""
    return found.block.level == 1 or found.agreement >= LIKENESS or found.has_kicker


def proper(best: Headline, ranked: list[Headline]) -> Headline:
    """Return the heading with kicker and title that follows an h1 written for search engines; else the h1 itself."""
    if best.block.level != 1 or best.parts.kicker:
        return best
    for other in ranked:
        near = 0 < other.block.index - best.block.index <= BELOW
        if near and other.has_kicker and other.block.kind is Kind.HEADING and other.agreement >= RELATED:
            return other
    return best


def candidates(
    view: View, declared: tuple[Wording, ...], names: frozenset[str], prose: Prose
) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """Yield headings, blocks in containers called so, and blocks that say what the page declares, with their words."""
    wanted = {word for wording in declared for word in wording.words}
    shortest = SHORTENED * min((len(wording.text) for wording in declared), default=LONGEST)
    hints = view.own_hints
    for block in view.visible:
        place = block.place
        if not SHORTEST <= len(block.text) <= LONGEST or block.kind is CONTROL:
            continue
        named = "title" in hints[place.index] or place.itemprop in PROPERTIES
        able = named or block.kind is HEADING
        if not able and (len(block.text) < shortest or not reaches(view, block, declared, prose)):
            continue
        words = similarity.words(block.text)
        if not able and not says(words, declared, wanted):
            continue
        if any(map(str.isalpha, block.text)) and " ".join(words) not in names:
            yield block, words


def is_named(view: View, place: Place) -> bool:
    """Whether a container is called headline or title, by its names or as microdata."""
    return place.itemprop in PROPERTIES or "title" in view.hints(place)


def reaches(view: View, block: Block, declared: tuple[Wording, ...], prose: Prose) -> bool:
    """Whether a block could be the headline if it said what the page declares; to compare the words takes longer."""
    most = AGREES + SPLIT if block.marks else AGREES
    if block.index > prose.first:
        most -= LAST if block.index > prose.middle else LATE
    if is_outside(view, block, declared):
        most -= OUTSIDE + AGREES / 2
    return most >= LEAST or most + by_markup(view, block) >= LEAST


def says(words: tuple[str, ...], declared: tuple[Wording, ...], wanted: set[str]) -> bool:
    """Whether the words of a block that is no heading say nearly what the page declares."""
    if len(words) < TELLING or wanted.isdisjoint(words) or 2 * sum([word in wanted for word in words]) < len(words):
        return False
    return agreement(words, declared) > LIKENESS


def home_names(view: View) -> frozenset[str]:
    """Return the texts that link to the site's home page: what the site calls itself."""
    found = set()
    for block in view.visible[:TOP]:
        if block.links and len(block.text) <= NAME and block.link_share > ALL_LINK and is_home(view, block.href or ""):
            found.add(similarity.fold(block.text))
    return frozenset(found)


def is_home(view: View, href: str) -> bool:
    """Whether a link leads to the site's first page."""
    if not href or href.startswith(("#", "mailto:", "javascript:")) or path_of(href) not in HOME:
        return False
    host = site(href)
    own = {site(url) for url in (view.doc.declared.canonical, view.doc.url or "") if url}
    return not host or not own or host in own


def weigh(
    view: View, block: Block, words: tuple[str, ...], declared: tuple[Wording, ...], prose: Prose
) -> Headline | None:
    """Add up what speaks for and against a block; None where nothing it may say could make it the headline."""
    outside = is_outside(view, block, declared)
    score = by_markup(view, block) - OUTSIDE * outside - against(view, block, prose)
    if score + AGREES + SPLIT < BARE:
        return None
    found = parts(block, words, declared)
    agrees = agreement(words, declared)
    if found.why:
        agrees = max(agrees, agreement(similarity.words(found.title), declared))
    if len(block.text) < TERSE and " " not in block.text and block.text.isascii():
        agrees *= WORD  # a section's name is declared, too
    score += AGREES * agrees * (0.5 if outside else 1.0)
    score += SPLIT if found.kicker and found.why in ELEMENTS else 0.0
    return Headline(block, found, score, agrees)


def by_markup(view: View, block: Block) -> float:
    """Return what the element and its names are worth."""
    place = block.place
    score = RANK.get(block.level, 0.0) if block.kind is HEADING else 0.0
    if place.itemprop == "headline" or any("itemprop headline" in m.names for m in block.marks):
        score += ITEMPROP
    elif is_named(view, place) or (place.parent is not None and is_named(view, place.parent)):
        score += NAMED
    return score


def against(view: View, block: Block, prose: Prose) -> float:
    """Return what link, list and position cost."""
    cost = 0.0
    if block.group in MARGINS or not DOUBTFUL.isdisjoint(view.around(block)):
        cost += UNLIKELY
    if block.group in LISTS:
        cost += LISTED
    if block.link_share > ALL_LINK and not is_own(view, block.href):
        cost += LINKED
    if block.index > prose.middle:
        cost += LAST
    elif block.index > prose.first:
        cost += LATE
    return cost


def is_outside(view: View, block: Block, declared: tuple[Wording, ...]) -> bool:
    """Whether the block stands in a menu or a module."""
    if block.group is NAVIGATION:
        return True
    around = view.around(block)
    if ASIDE.isdisjoint(around) or block.level != 1 or block.kind is not HEADING:
        return not ASIDE.isdisjoint(around)
    near = zip(block.place.up(), range(NEAR), strict=False)
    if any(view.hints(place) & CRUMB for place, _ in near):
        return True
    # menus have no h1: "page-header" is the article's, and so is what says the page's headline
    return around & ASIDE != MENU and (block.group in LISTS or not is_whole(block, declared))


def is_whole(block: Block, declared: tuple[Wording, ...]) -> bool:
    """Whether a block says a declared headline, no word less or more."""
    words = similarity.words(block.text)
    return len(words) >= TELLING and any(w.words == words and not w.is_other for w in declared)


def is_own(view: View, href: str | None) -> bool:
    """Whether a link leads to the page itself."""
    if not href or href.startswith("#"):
        return True
    path = path_of(href)
    return any(path == path_of(url) for url in (view.doc.declared.canonical, view.doc.url or "") if url)


def path_of(url: str) -> str:
    """Return the path of a URL without scheme, host, query and closing slash."""
    url = url.partition("#")[0].partition("?")[0]
    _, mark, rest = url.partition("//")
    return (rest.partition("/")[2] if mark else url).strip("/")


def prose_of(view: View) -> Prose:
    """Return where the prose of the smallest container with the bulk of it begins and has its middle."""
    sums, weights = view.place_weights, view.weights
    total = sums[0]
    if not total:
        return Prose(len(view.doc.blocks), len(view.doc.blocks))
    bulk = BULK * total
    trunk = max([p for p in view.doc.places if sums[p.index] >= bulk], key=lambda p: p.depth)
    left = MIDDLE * sums[trunk.index]
    first = middle = len(view.doc.blocks)
    for block in view.visible:
        weight = weights[block.index]
        if not weight or not block.place.lies_in(trunk):
            continue
        if weight >= OPENING:
            first = min(first, block.index)
        left -= weight
        if left < 0:
            middle = block.index
            break
    return Prose(first, middle)


def declared_headline(declared: tuple[Wording, ...]) -> Wording | None:
    """Return the wording to show where no block carries the headline: one that another begins with, else the first."""
    for wording in declared:
        size = len(wording.words)
        if any(len(other.words) > size and similarity.starts(other.words, wording.words) for other in declared):
            return wording
    return declared[0] if declared else None
