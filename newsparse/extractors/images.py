"""Pictures of the article, with what is printed with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, frozen

from newsparse.addresses import absolute, picture_key
from newsparse.article import Image
from newsparse.credits import LONGEST, Printed, is_credit, part
from newsparse.document import Block, Kind, Mark
from newsparse.extractors._lines_of_pictures import shots_in_text
from newsparse.extractors._scene import Scene, Span, span_of, text_key
from newsparse.extractors._shots import Shot, credit_in, outer_marks, shots_of
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.lexicons import Topic
from newsparse.markup import hints_of
from newsparse.view import View

NAME: Final = 40  # characters of a photographer's name
SAME: Final = 40  # letters that two copies of a caption share when one runs on into a credit
NAMED: Final = Trust.AGREED - 0.03  # a container beside a picture that is named after captions
GLUED: Final = 60  # letters of a credit that is glued to one copy of a caption
AFTER: Final = 4  # blocks after the text in which the picture credits of the whole page may stand
LONE: Final = Trust.MARKUP + 0.05  # a line that is a credit, away from pictures


@frozen
class Found:
    """A picture of the article."""

    image: Image
    """The picture."""

    source: str
    """Where it stands."""

    blocks: tuple[int, ...] = ()
    """Blocks that caption and credit were read from."""


def images(view: View) -> Iterator[Finding]:
    """Propose the article's pictures in page order and label captions and credits."""
    span = span_of(view)
    shots = all_shots(view, span)
    for shot in shots:
        yield from labels(shot)
    yield from lone_credits(view, span)
    found = once((image_of(view, shot), shot) for shot in shots)
    if not any(one.image.url for one in found):
        found = with_declared(view, found)
    for one in found:
        if view.profile is not None and any(view.told(view.doc.blocks[i]) is not None for i in one.blocks):
            yield Candidate(Fields.images, one.image, Trust.PROFILE, view.profile.source, blocks=one.blocks)
        else:
            yield Candidate(Fields.images, one.image, Trust.MARKUP, one.source, blocks=one.blocks)


def all_shots(view: View, span: Span) -> list[Shot]:
    """Return the pictures that the markup tells; where it says little, or is none, those that the lines tell too."""
    if view.doc.form == "text":
        return shots_in_text(view, span)
    shots = shots_of(Scene(view))
    if not view.doc.is_text:
        return shots
    taken = {b.index for shot in shots for b in (*shot.said, *shot.credited)}
    lines = (shot for shot in shots_in_text(view, span) if shot.said)
    told = (shot for shot in lines if not any(b.index in taken for b in (*shot.said, *shot.credited)))
    return sorted([*shots, *told], key=lambda shot: shot.at)


def labels(shot: Shot) -> Iterator[Labelled]:
    """Label what is printed with a picture."""
    for block in shot.said:
        sure = block.kind is Kind.CAPTION
        why = "in a caption element" if sure else "printed with a picture"
        yield Labelled(block.index, Label.CAPTION, Trust.AGREED if sure else NAMED, why)
    for block in shot.credited:
        yield Labelled(block.index, Label.CREDIT, Trust.AGREED, "credit of a picture")


def lone_credits(view: View, span: Span) -> Iterator[Labelled]:
    """Label lines in the article that are picture credits and nothing else."""
    for block in view.doc.blocks[span.first : span.last + (1 if view.doc.is_text else AFTER)]:
        topics = view.topics(block)
        if (
            not topics
            or Topic.CREDIT not in topics
            or Topic.SOURCE in topics
            or block.place.hidden
            or block.kind is Kind.HEADING
        ):
            continue
        if is_credit(block.text, view.words):
            yield Labelled(block.index, Label.CREDIT, LONE, "marked as a picture's credit")


def image_of(view: View, shot: Shot) -> Image:
    """Make an image of a picture and what is printed with it."""
    printed = [printed_of(view, block) for block in shot.said]
    captions = distinct(p.caption for p in printed)
    credits = distinct([*(p.credit for p in printed), *(credit_of(view, block) for block in shot.credited)])
    picture = shot.picture
    return Image(
        url=absolute(picture.url, view.doc) if picture else None,
        alt=(picture.alt or None) if picture else None,
        caption=" ".join(captions) or None,
        credit=" / ".join(credits) or None,
    )


def printed_of(view: View, block: Block) -> Printed:
    """Part the text of a block into caption and credit."""
    marked = [m.text for m in block.marks if called_credit(m)]
    marked += [m.text for m in outer_marks(block) if credit_in(view, block, m)]
    return part(untimed(block), view.words, [*view.credited.get(block.index, ()), *marked])


def untimed(block: Block) -> str:
    """Return the text of a block without how long a film lasts, where an element before it says so."""
    first = block.marks[0].text if block.marks else ""
    hours, colon, rest = first.partition(":")
    timed = bool(colon) and hours.isdecimal() and rest.replace(":", "").isdecimal()
    return block.text.removeprefix(first).lstrip() if timed else block.text


def called_credit(mark: Mark) -> bool:
    """Whether an inline element in a caption is named after credits, or after authors: there the photographer."""
    if not mark.names or len(mark.text) > LONGEST:
        return False
    hints = hints_of(mark.names)
    return "credit" in hints or ("byline" in hints and len(mark.text) <= NAME)


def credit_of(view: View, block: Block) -> str | None:
    """Return the credit in a block that holds nothing else."""
    printed = part(block.text, view.words)
    return printed.credit or printed.caption


def distinct(texts: Iterator[str | None] | list[str | None]) -> list[str]:
    """Return the texts, each once."""
    return list({text_key(text): text for text in texts if text}.values())


def once(shots: Iterator[tuple[Image, Shot]]) -> list[Found]:
    """Return every picture once: copies have the picture or the caption in common."""
    found: list[Image] = []
    copies: list[list[Shot]] = []  # by picture, all that it was printed as
    by_key: dict[str, int] = {}
    for image, shot in shots:
        keys = list(keys_of(image))
        at = next((by_key[k] for k in keys if k in by_key and fits(found[by_key[k]], image)), None)
        if at is None:
            at = len(found)
            found.append(image)
            copies.append([shot])
        else:
            found[at] = merged(found[at], image)
            copies[at].append(shot)
        for key in keys:
            by_key.setdefault(key, at)
    told = (Found(image, f"block {own[0].at}", printed_in(own)) for image, own in zip(found, copies, strict=True))
    return [one for one in told if one.image.url or one.image.caption or one.image.credit]


def printed_in(copies: Iterable[Shot]) -> tuple[int, ...]:
    """Return the blocks of captions and credits, in page order, each once."""
    return tuple(sorted({block.index for shot in copies for block in (*shot.said, *shot.credited)}))


def keys_of(image: Image) -> Iterator[str]:
    """Yield what two copies of a picture have in common."""
    if image.url:
        yield f"url {picture_key(image.url)}"
    if image.caption:
        yield text_key(image.caption)[:SAME]


def fits(one: Image, two: Image) -> bool:
    """Whether two images can be copies: no captions that differ, but for one running on into a credit."""
    if not one.caption or not two.caption:
        return True
    short, long = sorted((text_key(one.caption), text_key(two.caption)), key=len)
    return long == short or (len(short) >= SAME and long.startswith(short) and len(long) - len(short) <= GLUED)


def merged(one: Image, two: Image) -> Image:
    """Return the copy with all that either of them has; of two captions the one without a credit glued on."""
    captions = sorted((c for c in (one.caption, two.caption) if c), key=len)
    return evolve(
        one,
        url=one.url or two.url,
        alt=one.alt or two.alt,
        caption=captions[0] if captions else None,
        credit=one.credit or two.credit,
    )


def with_declared(view: View, found: list[Found]) -> list[Found]:
    """Give the first caption, or the article, the picture that the page declares as its own."""
    declared = view.doc.declared
    url = absolute(declared.first("og:image", "og:image:url", "twitter:image"), view.doc)
    if not url:
        return found
    alt = declared.first("og:image:alt", "twitter:image:alt")
    if not found:
        return [Found(Image(url=url, alt=alt), "meta og:image")]
    first, *rest = found
    return [evolve(first, image=evolve(first.image, url=url, alt=first.image.alt or alt)), *rest]
