"""Where sentences end, against reports with every boundary marked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.marking.language import RulesModel
from trucewatch.marking.sentences import sentence_bounds
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable
from trucewatch.records.text import Article

MARK = "‖"
REPORTS = sorted((Path(__file__).parent / "sentences").glob("*.txt"))


def unmarked(text: str) -> tuple[str, set[int]]:
    """The report without its marks, and the boundaries as counts of visible characters before them."""
    ends, seen = set(), 0
    for char in text:
        if char == MARK:
            ends.add(seen)
        elif not char.isspace():
            seen += 1
    return text.replace(f" {MARK} ", " ").replace(f" {MARK}", " ").replace(MARK, ""), ends


def boundaries(text: str) -> set[int]:
    """Inner boundaries by rules, paragraph by paragraph, as counts of visible characters before them."""
    found, seen = set(), 0
    for paragraph in text.split("\n\n"):
        for _, end in sentence_bounds(paragraph, 0, len(paragraph))[:-1]:
            found.add(seen + sum(not c.isspace() for c in paragraph[:end]))
        seen += sum(not c.isspace() for c in paragraph)
    return found


def scores(paths: list[Path]) -> tuple[int, int, int]:
    """Boundaries right, marked and found."""
    right = marked = found = 0
    for path in paths:
        text, gold = unmarked(path.read_text("utf-8"))
        said = boundaries(text)
        right, marked, found = right + len(gold & said), marked + len(gold), found + len(said)
    return right, marked, found


def test_at_least_97_of_100_boundaries_in_300_and_more() -> None:
    right, marked, found = scores(REPORTS)
    assert marked >= 300
    assert 200 * right / (marked + found) >= 97


def _sentences(report: str) -> list[str]:
    article: Article | Unreadable = read_article(report.encode(), "report", published="2019-05-13")
    assert isinstance(article, Article)
    return [article.text[s.start : s.end] for s in RulesModel().annotate(article)]


def test_headings_bylines_and_captions_are_never_part_of_a_sentence() -> None:
    """Lines of their own stay so, whether or not a stop ends them; a byline is no sentence at all."""
    said = _sentences(unmarked((Path(__file__).parent / "sentences" / "wire.txt").read_text("utf-8"))[0])
    assert said[0] == "Army and rebels trade fire hours after truce begins"
    assert not any("Amina J. Farouk" in s for s in said)
    assert any(s.endswith("took effect at 6 a.m. local time.") for s in said)


CASES = {
    "a short form before what it belongs to": "Gen. Sowe met Lt. Col. P. K. Adeyo on Sept. 5 in St. Maure.",
    "a short form that may end a sentence": "They fled to the U.S.|The army stayed.",
    "a number's short form, and the word": "Post No. 4 fell.|The answer was no.|Rebels left.",
    "a question inside its report": '"Who fired first?" Colonel Lual asked.',
    "a question and another sentence": '"Who fired first?"|Nobody knew.',
    "an ellipsis inside and at the end": "We held ... and held.|It broke...|Then came the end.",
    "decimal points and hours": "Prices rose by 7.5 percent at 6.30 p.m. on Monday.|Nobody bought.",
    "an hour and whose it is": "It begins at 9 p.m. Talem time.|Guns fell silent at 8 p.m.|Rebels slept.",
    "a space lost at the stop": "They left the town.|The road was mined.",
    "a list's numbers": "1. Forces withdraw. 2. Prisoners go home.",
    "a name that begins small": "They met on Friday.|al-Masri was not there.",
    "a dateline in running text": "Truce signed in the east|Monday, March 14, 2016|Rebels signed it.",
    "a date in a sentence": "It was signed on Monday, March 14, 2016, in Dor.",
    "an image's credit": "A soldier looks on|Image: Press Office.|He is young.",
}


@pytest.mark.parametrize("name", CASES)
def test_one_rule_at_a_time(name: str) -> None:
    parts = CASES[name].split("|")
    text = "".join(parts) if name == "a space lost at the stop" else " ".join(parts)
    wanted = parts if name != "a list's numbers" else ["1. Forces withdraw.", "2. Prisoners go home."]
    assert [text[a:b] for a, b in sentence_bounds(text, 0, len(text))] == wanted
