"""Whether two reports mainly tell of one event: a likeness with its reasons, from words, names, figures and days.

How much a word tells depends on how many of the reports compared have it, so reports are compared within a ``Telling``
of all of them. Weights are fitted on labelled pairs of our own (``benchmarks/same_event``).
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..knowledge.same_event import FEATURES, SameEventWords, same_event_words
from ..records.ledger import Likeness, Reason

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*\d|\d")
_NUMBERS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
]
_VALUES = dict(zip(_NUMBERS, [*range(2, 21), 30, 40, 50, 60, 70, 80, 90, 100], strict=True))
_YEAR = re.compile(r"(?:19|20)\d\d")
# Days from which two reports are as far apart as can be.
_FAR = 10


@dataclass(frozen=True, slots=True)
class Told:
    """What one report tells, for comparing: weighted words, names, figures of its opening, day of publication."""

    id: str
    words: dict[str, float]
    names: dict[str, float]
    figures: frozenset[str]
    day: date | None


def told(id: str, text: str, title: str = "", day: date | None = None) -> Told:
    """Take a report apart. Words of the title and the opening count more."""
    known = same_event_words()
    words: defaultdict[str, float] = defaultdict(float)
    names: defaultdict[str, float] = defaultdict(float)
    figures: set[str] = set()
    for weight, word, first in _weighed(text, title, known):
        low = word.lower().removesuffix("'s").removesuffix("’s")
        if weight > 1 and (figure := _figure(low)):
            figures.add(figure)
        if low in known.stop or len(low) < 2 or word[0].isdigit():
            continue
        term = known.senses.get(low) or _stem(low)
        words[term] += weight
        if word[0].isupper() and not first and low not in known.senses:
            names[term] += weight
    return Told(id, dict(words), dict(names), frozenset(figures), day)


def _weighed(text: str, title: str, known: SameEventWords) -> Iterator[tuple[float, str, bool]]:
    """The words of a report: weight, word, whether it opens a sentence (so that its capital says nothing)."""
    for hit in _WORD.finditer(title):
        # Titles may be set in capitals throughout: their words are no names by that.
        yield known.title, hit.group(), True
    for number, hit in enumerate(_WORD.finditer(text)):
        before = text[max(0, hit.start() - 2) : hit.start()].strip()
        yield (
            known.opening if number < known.opening_words else 1.0,
            hit.group(),
            number == 0 or before[-1:] in {".", "!", "?", "“", '"'},
        )


def _figure(low: str) -> str:
    """A number told in digits or words; years and one tell too little."""
    figure = low.replace(",", "") if low[0].isdigit() else str(_VALUES.get(low, ""))
    return "" if _YEAR.fullmatch(figure) or figure == "1" else figure


def _stem(low: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


class Tellings:
    """Reports to be compared with one another."""

    def __init__(self, reports: Sequence[Told]) -> None:
        self.reports = {report.id: report for report in reports}
        self._rare = _rareness([set(report.words) for report in reports])
        self._vectors = {r.id: self._vector(r.words) for r in reports}
        self._names = {r.id: self._vector(r.names) for r in reports}

    def features(self, left: str, right: str) -> dict[str, float]:
        """Each feature from 0 to 1: likeness of words; a name shared by reports of near days; figures; days apart.

        A day that is unknown is taken as near.
        """
        a, b = self.reports[left], self.reports[right]
        both = a.figures & b.figures
        apart = abs((a.day - b.day).days) if a.day and b.day else 0
        days = min(apart, _FAR) / _FAR
        shared = not self._names[left].keys().isdisjoint(self._names[right])
        return {
            "words": math.sqrt(max(0.0, _cosine(self._vectors[left], self._vectors[right]))),
            "names": 1 - days if shared else 0.0,
            "figures": len(both) / max(1, min(len(a.figures), len(b.figures))),
            "days": days,
        }

    def likeness(self, left: str, right: str) -> Likeness:
        """How likely two reports tell of one event, and what speaks for and against it."""
        weights = self._weights(left, right)
        found = self.features(left, right)
        total = weights["base"] + sum(weights[name] * found[name] for name in FEATURES)
        score = round(1 / (1 + math.exp(-total)), 3)
        return Likeness(score, tuple(self._reasons(left, right, found)))

    def _weights(self, left: str, right: str) -> dict[str, float]:
        """The weights for a pair: others where a day of publication is unknown."""
        known = same_event_words()
        dated = self.reports[left].day is not None and self.reports[right].day is not None
        return known.weights if dated else known.undated

    def _reasons(self, left: str, right: str, found: dict[str, float]) -> Iterator[Reason]:
        weights = self._weights(left, right)
        a, b = self.reports[left], self.reports[right]
        for name, own in (("names", self._names), ("words", self._vectors)):
            shared = sorted(set(own[left]) & set(own[right]), key=lambda t: (-own[left][t] * own[right][t], t))
            title = f"shared {name}" if shared else f"no shared {name}"
            yield Reason(title, ", ".join(shared[:5]), round(weights[name] * found[name], 3))
        if a.figures and b.figures:
            both = ", ".join(sorted(a.figures & b.figures)[:5])
            yield Reason(
                "shared figures" if both else "other figures",
                both or f"{', '.join(sorted(a.figures)[:3])} against {', '.join(sorted(b.figures)[:3])}",
                round(weights["figures"] * found["figures"], 3),
            )
        if a.day and b.day and a.day != b.day:
            apart = abs((a.day - b.day).days)
            told_days = f"published {apart} day{'s' if apart > 1 else ''} apart"
            yield Reason(told_days, f"{a.day} against {b.day}", round(weights["days"] * found["days"], 3))

    def _vector(self, words: dict[str, float]) -> dict[str, float]:
        raw = {w: (1 + math.log(n)) * self._rare[w] for w, n in words.items() if n > 0}
        size = math.sqrt(sum(v * v for v in raw.values()))
        return {w: v / size for w, v in raw.items()} if size else {}

    def groups(self, together: float | None = None) -> list[list[str]]:
        """The reports in groups of one event each, by the likeness of their words alone.

        The two groups most alike on average are joined while they reach ``together`` (the fitted one unless given).
        Figures and days are left out: between reports of different wars they agree by chance.
        """
        least = same_event_words().together if together is None else together
        return _joined(list(self.reports), self._alike(), least)

    def _alike(self) -> dict[tuple[str, str], float]:
        """Likeness of words of all pairs that share any."""
        sums: dict[tuple[str, str], float] = defaultdict(float)
        having: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for id, vector in self._vectors.items():
            for word, weight in vector.items():
                for other, theirs in having[word]:
                    sums[other, id] += weight * theirs
                having[word].append((id, weight))
        return sums


def _rareness(reports: list[set[str]]) -> dict[str, float]:
    """How much a word tells: the log of how few of the reports have it; smoothed, so that two reports can be compared."""
    counts = Counter(word for words in reports for word in words)
    return {word: math.log((1 + len(reports)) / (0.5 + n)) for word, n in counts.items()}


def _cosine(left: dict[str, float], right: dict[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return round(sum(v * right[w] for w, v in left.items() if w in right), 4)


def _joined(ids: list[str], alike: dict[tuple[str, str], float], least: float) -> list[list[str]]:
    """Average linkage over the pairs given, the most alike first; of equals the first by name."""
    members = {id: [id] for id in ids}
    near: dict[str, dict[str, float]] = {id: {} for id in ids}
    for (a, b), score in alike.items():
        near[a][b] = near[b][a] = score
    heap: list[tuple[float, str, str]] = [(-score, a, b) for (a, b), score in alike.items() if score >= least]
    heapq.heapify(heap)
    while heap:
        score, a, b = heapq.heappop(heap)
        if a not in members or b not in members or near[a].get(b) != -score:
            continue
        size_a, size_b = len(members[a]), len(members[b])
        members[a] += members.pop(b)
        old_a, old_b = near.pop(a), near.pop(b)
        near[a] = {}
        for other in (set(old_a) | set(old_b)) - {a, b}:
            mean = (size_a * old_a.get(other, 0.0) + size_b * old_b.get(other, 0.0)) / (size_a + size_b)
            near[a][other] = mean
            near[other].pop(b, None)
            near[other][a] = mean
            if mean >= least:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return sorted(sorted(group) for group in members.values())
