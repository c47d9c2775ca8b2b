"""``python -m benchmarks.accuracy.attribution --texts FILE.jsonl``: who says what against a corpus of attributions.

Each line has ``id``, ``text`` and ``attributions``, each with ``source``, ``cue`` and ``content`` as lists of offsets.
An attribution is found where contents overlap (one to one, the greater share first); of those found, source and cue
are right where they overlap, content where it shares at least half with the other. All are over all of either side.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
import time
from itertools import pairwise
from pathlib import Path

from trucewatch.marking.language import RulesModel
from trucewatch.marking.speech import mark_speech
from trucewatch.records.reading import Speech
from trucewatch.records.text import Article, Segment, SegmentKind

_SHARED = Path(os.environ.get("TRUCEWATCH_SHARED", Path(__file__).resolve().parents[3] / "shared"))
Row = dict[str, list[list[int]]]


def main(argv: list[str] | None = None) -> int:
    """Mark every text and print what share of its attributions was found."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.accuracy.attribution", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--texts", type=Path, default=_SHARED / "data" / "dev" / "attribution.jsonl")
    parser.add_argument("--limit", type=int, help="only the first N texts")
    options = parser.parse_args(argv)
    if not options.texts.is_file():
        print(f"not measured: no {options.texts}")
        return 0
    gold = [json.loads(line) for line in options.texts.read_text("utf-8").splitlines()][: options.limit]
    began = time.perf_counter()
    found = [attributions(row["text"], row["id"]) for row in gold]
    print(f"{len(gold)} texts in {time.perf_counter() - began:.1f} s")
    for name, (precision, recall, f1) in scores([row["attributions"] for row in gold], found).items():
        print(f"{name:8} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    return 0


def attributions(text: str, name: str) -> list[Row]:
    """The attributions of one text; parts of a statement split by its cue are one."""
    article = article_of(text, name)
    found: dict[tuple[int, str], Row] = {}
    for speech in mark_speech(article, RulesModel().annotate(article), ()):
        row = found.setdefault((speech.cue.start, speech.speaker.id), _row(speech))
        row["content"].append([speech.content.start, speech.content.end])
    return list(found.values())


def article_of(text: str, name: str) -> Article:
    """The text as it stands, a segment for each paragraph, so that the corpus's offsets hold."""
    cuts = [0, *(m.end() for m in re.finditer(r"\n\n+", text)), len(text)]
    segments = tuple(
        Segment(SegmentKind.BODY, low, low + len(text[low:high].rstrip()))
        for low, high in pairwise(cuts)
        if text[low:high].strip()
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(digest, name, text, digest, segments, "en")


def _row(speech: Speech) -> Row:
    source = [[speech.speaker_span.start, speech.speaker_span.end]] if speech.speaker_span else []
    return {"source": source, "cue": [[speech.cue.start, speech.cue.end]], "content": []}


def scores(gold: list[list[Row]], found: list[list[Row]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of attributions found, and of their cues, sources and contents."""
    right = dict.fromkeys(("found", "cue", "source", "content"), 0)
    for wanted, given in zip(gold, found, strict=True):
        for a, b in _pairs(wanted, given):
            right["found"] += 1
            right["cue"] += bool(_letters(a, "cue") & _letters(b, "cue"))
            right["source"] += bool(_letters(a, "source") & _letters(b, "source"))
            right["content"] += _share(a, b) >= 0.5
    wanted_all, given_all = ([row for rows in side for row in rows] for side in (gold, found))
    figures = {}
    for name, n in right.items():
        # An attribution that names no source asks for none.
        sides = [len([r for r in side if r["source"] or name != "source"]) for side in (given_all, wanted_all)]
        figures[name] = (n / max(sides[0], 1), n / max(sides[1], 1), 2 * n / max(sum(sides), 1))
    return figures


def _pairs(wanted: list[Row], given: list[Row]) -> list[tuple[Row, Row]]:
    """One to one: the greater share of content first, a shared cue before none."""
    ranked = sorted(
        (-_share(a, b) - (0.5 if _letters(a, "cue") & _letters(b, "cue") else 0), i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(given)
        if _letters(a, "content") & _letters(b, "content")
    )
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, i, j in ranked:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((wanted[i], given[j]))
    return pairs


def _letters(row: Row, role: str) -> set[int]:
    return {k for low, high in row.get(role) or [] for k in range(low, high)}


def _share(a: Row, b: Row) -> float:
    one, other = _letters(a, "content"), _letters(b, "content")
    return len(one & other) / max(len(one | other), 1)


if __name__ == "__main__":
    sys.exit(main())
