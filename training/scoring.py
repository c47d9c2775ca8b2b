"""Scores on data never trained on: trees, verb-role relations, names, mentions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trucewatch.extraction.roles.trees import who_does_what
from trucewatch.marking.model.spans import tag_spans

from . import corpora
from .corpora import Row

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
