"""Scores on data never trained on: trees, verb-role relations, names, mentions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trucewatch.extraction.roles.trees import who_does_what
from trucewatch.knowledge.lexicon import abbreviations
from trucewatch.marking.model.spans import tag_spans
from trucewatch.marking.model.words import word_bounds

from . import corpora
from .corpora import Row

TWELVE = corpora.HERE.parent / "benchmarks" / "model" / "twelve.json"
Span = tuple[int, int, str]


@dataclass(frozen=True)
class Read:
    """What the model says of one sentence."""

    upos: list[str]
    lemma: list[str]
    heads: list[int]
    rels: list[str]
    names: list[Span]
    mentions: list[Span]


Reader = Callable[[Sequence[list[str]]], list[Read]]


def f1(gold: Sequence[set], found: Sequence[set]) -> float:
    """F1 in per cent over sets."""
    hit = sum(len(a & b) for a, b in zip(gold, found, strict=True))
    return round(200 * hit / max(1, sum(map(len, gold)) + sum(map(len, found))), 2)


def attachment(gold: Sequence[Row], found: Sequence[Read]) -> dict[str, float]:
    """UPOS over all words; UAS and LAS without punctuation; lemma accuracy over all words."""
    total = tags = words = uas = las = lemma = 0
    for row, read in zip(gold, found, strict=True):
        for i in range(len(row.words)):
            total += 1
            tags += row.upos[i] == read.upos[i]  # type: ignore
            lemma += row.lemma[i].lower() == read.lemma[i]  # type: ignore
            if row.rels[i] == "punct":  # type: ignore
                continue
            words += 1
            right = row.heads[i] == read.heads[i]  # type: ignore
            uas += right
            las += right and row.rels[i] == read.rels[i]  # type: ignore
    return {k: round(100 * v / n, 2) for k, v, n in (
        ("upos", tags, total), ("lemma", lemma, total), ("uas", uas, words), ("las", las, words))}  # fmt: skip


def roles(upos: Sequence[str], heads: Sequence[int], rels: Sequence[str]) -> set[tuple[int, str, int]]:
    """Verb, A or P, argument: subjects and agents, objects and passive subjects."""
    sides = {"nsubj": "A", "obl:agent": "A", "obj": "P", "nsubj:pass": "P"}
    return {
        (h, sides[r], i)
        for i, (h, r) in enumerate(zip(heads, rels, strict=True))
        if r in sides and h >= 0 and upos[h] == "VERB"
    }


def role_f1(gold: Sequence[Row], found: Sequence[Read], longer_than: int = 0) -> float:
    """F1 of verb-role relations in sentences of more than that many words."""
    pairs = [(g, r) for g, r in zip(gold, found, strict=True) if len(g.words) > longer_than]
    return f1([roles(g.upos, g.heads, g.rels) for g, _ in pairs], [roles(r.upos, r.heads, r.rels) for _, r in pairs])  # type: ignore


@cache
def worldwide(data: Path) -> list[tuple[list[str], set[Span]]]:
    """Sentences of the newswire sample with coarse names."""
    found = []
    for doc in corpora.documents(data, "entities_worldwide.jsonl"):
        spans = [(e["start"], e["end"], k) for e in doc["entities"] if (k := corpora.COARSE.get(e["type"]))]  # type: ignore
        found += [(w, set(tag_spans(t))) for w, t, _ in corpora.marked(str(doc["text"]), spans)]
    return found


def score_all(read: Reader, data: Path, limit: int | None) -> dict[str, object]:
    """Every figure; ``limit`` cuts each set to that many sentences."""
    report: dict[str, object] = {}
    for name in ("ewt_dev", "gum_dev"):
        rows = corpora.trees(data, f"{name}.jsonl")[:limit]
        reads = read([r.words for r in rows])
        report[name] = attachment(rows, reads) | {"roles": role_f1(rows, reads), "roles>40": role_f1(rows, reads, 40)}
    wide = worldwide(data)[:limit]
    reads = read([w for w, _ in wide])
    report["worldwide"] = {"ALL": f1([g for _, g in wide], [set(r.names) for r in reads])} | {
        k: f1([{s for s in g if s[2] == k} for _, g in wide], [{s for s in r.names if s[2] == k} for r in reads])
        for k in ("PER", "LOC", "ORG")
    }
    rows = corpora.named(data, "uner_test.jsonl")[:limit]
    report["uner_test"] = f1(
        [set(tag_spans(r.names or [])) for r in rows], [set(x.names) for x in read([r.words for r in rows])]
    )
    rows = corpora.mentions(data, bbc=True)[:limit]
    report["re3d_bbc"] = f1(
        [set(tag_spans(r.mentions or [])) for r in rows], [set(x.mentions) for x in read([r.words for r in rows])]
    )
    return report


def war_sentences(read: Reader, file: Path = corpora.HERE / "written" / "test_war.txt") -> dict[str, float]:
    """Sixty sentences about war, never trained on: F1 of names, recall and precision of who does what to whom."""
    lines = [x for x in file.read_text("utf-8").splitlines() if x.strip() and not x.startswith("#")]
    rows = [corpora.parse_written(text, "test") for text in lines[::2]]
    gold = [_triples(row.words, line) for row, line in zip(rows, lines[1::2], strict=True)]
    reads = read([r.words for r in rows])
    found = [who_does_what(row.words, r.upos, r.heads, r.rels) for row, r in zip(rows, reads, strict=True)]
    judged = [{t for t in f if any(t[0] == g[0] for g in want)} for f, want in zip(found, gold, strict=True)]
    hit = sum(len(a & b) for a, b in zip(gold, judged, strict=True))
    return {
        "relations": sum(map(len, gold)),
        "recall": round(100 * hit / sum(map(len, gold)), 1),
        "precision": round(100 * hit / max(1, sum(map(len, judged))), 1),
        "names": f1([set(tag_spans(r.names or [])) for r in rows], [set(r.names) for r in reads]),
    }


def twelve_sentences(read: Reader, article: Path, file: Path = TWELVE) -> dict[str, object] | None:
    """The twelve hardest sentences of the seed article, kept as offsets into it: relations and names found.

    A relation is a verb with all its sides: 1 where all are right, 0.5 where one is lost or too many, else 0.
    None where the article is absent or another one.
    """
    gold = json.loads(file.read_text("utf-8"))
    if not article.exists() or hashlib.sha256(article.read_bytes()).hexdigest() != gold["sha256"]:
        return None
    text = article.read_text("utf-8")
    score = 0.0
    names: list[set] = []
    said: list[set] = []
    for row in gold["sentences"]:
        bounds = word_bounds(text, row["start"], row["end"], abbreviations())
        words = [text[a:b] for a, b in bounds]
        (found,) = read([words])
        triples = who_does_what(words, found.upos, found.heads, found.rels)
        told = {(bounds[v][0], side, bounds[a][0]) for v, side, a in triples}
        score += sum(_relation(told, relation) for relation in row["relations"])
        names.append({tuple(n) for n in row["names"]})
        said.append({(bounds[a][0], bounds[b - 1][1], kind) for a, b, kind in found.names})
    total = sum(len(r["relations"]) for r in gold["sentences"])
    hit = sum(len(a & b) for a, b in zip(names, said, strict=True))
    return {
        "relations": total, "right": score, "share": round(100 * score / total, 1),
        "names": sum(map(len, names)), "names found": hit, "names F1": f1(names, said),
    }  # fmt: skip


def _relation(told: set[tuple[int, str, int]], relation: dict) -> float:
    """1, 0.5 or 0; a side is a list of places any of which is right (a noun and what stands for it)."""
    wanted = [(side, places) for side in "AP" for places in relation[side]]
    given = {(side, place) for verb, side, place in told if verb == relation["verb"]}
    met = [w for w in wanted if any((w[0], place) in given for place in w[1])]
    extra = [g for g in given if not any(g[0] == side and g[1] in places for side, places in wanted)]
    wrong = len(wanted) - len(met) + len(extra)
    return 1.0 if not wrong else 0.5 if wrong == 1 and met else 0.0


def _triples(words: list[str], line: str) -> set[tuple[int, str, int]]:
    """``= shelled A troops P villages; ...`` as word places; ``word#2`` is the second such word."""
    found = set()
    for part in line.removeprefix("=").split(";"):
        verb, *rest = part.split()
        role = ""
        for item in rest:
            if item in {"A", "P"}:
                role = item
            else:
                found.add((_place(words, verb), role, _place(words, item)))
    return found


def _place(words: list[str], item: str) -> int:
    word, _, number = item.partition("#")
    places = [i for i, w in enumerate(words) if w == word]
    if len(places) < int(number or 1):
        raise ValueError(f"no {item!r} in {' '.join(words)}")
    return places[int(number or 1) - 1]
