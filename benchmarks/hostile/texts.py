"""Hostile raw text: one endless line, endless short lines, bombs of Markdown."""

from __future__ import annotations

from typing import Final

from hostile.markup import PROSE, Family

HEAD: Final = f"Bridge closes to all cars\n\n{PROSE}\n\n"


def lines(unit: str) -> Family:
    """Return a family of text that repeats a line; ``{i}`` in it becomes its number."""
    if "{i}" not in unit:
        return lambda n: HEAD + (unit + "\n") * n
    return lambda n: HEAD + "\n".join(unit.replace("{i}", str(i)) for i in range(n))


def line(unit: str) -> Family:
    """Return a family of text with one long line, which the Markdown around it makes a place to look for more."""
    return lambda n: f"{HEAD}# A heading\n\n[a](b) **c** [d](e) [f](g)\n\n{unit * n}\n\n{PROSE}\n"


FAMILIES: Final[dict[str, Family]] = {
    "one line": line(PROSE + " "),
    "one word": line("bridge"),
    "one line of spaces between letters": line("a "),
    "one line of a script without spaces": line("橋を閉鎖。"),
    "short lines": lines("bridge {i}"),
    "short lines, all alike": lines("bridge"),
    "lines of one letter": lines("x"),
    "blank lines": lambda n: HEAD + "\n" * n + PROSE,
    "paragraphs": lines(PROSE + "\n"),
    "wrapped lines": lines("the bridge to the island closes to all cars on the day {i} of the"),
    "wrapped lines with hyphens": lines("the bridge to the island closes to all cars on the day {i} of clo-"),
    "wrapped lines with soft hyphens": lines("the bridge to the island closes to all cars on the day {i} clo\u00ad"),
    "sentences in pieces": lines("and the bridge to the island closes to all cars on a day, which\nMonday {i}\nis, so"),
    "indented lines": lambda n: HEAD + "".join(" " * (i % 200) + "bridge\n" for i in range(n)),
    "line of white space": lambda n: HEAD + " \t" * n + "x",
    "separators of all kinds": line("a\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\r"),
    "dates": lines("3 May 2024, 10:{i}"),
    "dates in one line": line("3 May 2024 10:00 "),
    "relative dates": lines("{i} hours ago"),
    "bylines": lines("By Ann Bell{i}"),
    "names in one line": lambda n: HEAD + "By " + "Ann Bell, " * n,
    "captions": lines("The bridge {i} from above. Photo: Ann Bell/dpa"),
    "captions, all alike": lines("The bridge from above, seen from the north. Photo: Ann Bell/dpa"),
    "credits": lines("Photo: Ann Bell/dpa"),
    "read also": lines("Read also: Bridge closes to all cars {i}"),
    "teasers": lines("Related stories\nBridge closes to all cars {i}"),
    "headlines": lines("Bridge to the island closes to all cars on day {i}\n"),
    "copies of the headline": lines("Bridge closes to all cars"),
    "agencies": lines("(dpa) - The bridge closes. (Reuters/AFP)"),
    "agencies in one line": line("dpa/AFP/"),
    "times of a live blog": lines("10:{i} The bridge closes to all cars on Monday, the council says after a meeting."),
    "corrections": lines("Correction, 3 May 2024: the bridge has {i} piers."),
    "walls": lines("Subscribe now to read on {i}"),
    "menus": lines("Home\nNews\nSport\nWeather\n\n"),
    "brackets": line("["),
    "brackets of pictures": line("!["),
    "ends of links": line("]("),
    "links": line("[a](b)"),
    "links without an end": line("[a](b"),
    "links in links": line("[![a](b)"),
    "links with titles": line('[a](b "c'),
    "nested links": lambda n: HEAD + "# A\n\n[a](b) [a](b) [a](b)\n" + "[" * n + "a" + "](b)" * n,
    "stars": line("*"),
    "pairs of stars": line("**a "),
    "stars and letters": line("*a_b "),
    "underscores": line("_"),
    "underscores in one word": line("a_"),
    "backslashes": line("\\"),
    "backslashes and stars": line("\\*"),
    "backticks": line("`"),
    "marks of quotes": line("> "),
    "marks of headings": line("#"),
    "lines under lines": lines("bridge\n====\n----"),
    "items": lines("- bridge {i}"),
    "numbered items": lines("{i}. bridge"),
    "items in depth": lambda n: HEAD + "".join(" " * (i % 100) + "- bridge\n" for i in range(n)),
    "pipes": line("|"),
    "rows": lines("| bridge | {i} |"),
    "rulers": lines("---"),
    "fences": lines("```"),
    "digits": line("1"),
    "digits and dots": line("1."),
    "digits and slashes": line("1/"),
    "dashes": line("-"),
    "dots": line("."),
    "colons": line(": "),
    "commas": line(", "),
    "capitals": line("A"),
    "capitals and dots": line("A. "),
    "capital words": line("Ann "),
    "parentheses": line("("),
    "slashes": line("/"),
    "quotes": line('"'),
    "tags": line("<"),
    "addresses": line("http://a.example/"),
    "mail addresses": line("a@b."),
    "marks of copyright": line("© "),
    "letters that grow": line("İ"),
    "joiners": line("\u200d\u200b"),
}
"""By name."""
