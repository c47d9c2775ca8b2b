"""The corpora as rows of words with whatever labels each has; files are checked against the manifest's digests."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

from trucewatch.knowledge.lexicon import abbreviations
from trucewatch.marking.model.words import word_bounds
from trucewatch.marking.sentences import sentence_bounds

HERE = Path(__file__).parent
COARSE = {"Person": "PER", "Location": "LOC", "Facility": "LOC", "Organization": "ORG"}


@dataclass(frozen=True)
class Row:
    """A sentence. A label list is None where the corpus does not have that layer.

    ``heads`` are 0-based, -1 for the root; ``names`` and ``mentions`` are BIO tags ("_" where unknown).
    """

    words: list[str]
    upos: list[str] | None = None
    lemma: list[str] | None = None
    heads: list[int] | None = None
    rels: list[str] | None = None
    names: list[str] | None = None
    mentions: list[str] | None = None
    doc: str = ""


def manifest() -> dict[str, dict[str, str]]:
    """File name to its licence, digest and use."""
    return tomllib.loads((HERE / "manifest.toml").read_text("utf-8"))


def checked(folder: Path, name: str) -> Path:
    """The file of that name, its digest compared with the manifest's."""
    path = folder / name
    wanted = manifest()[name]["sha256"]
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != wanted:
        raise ValueError(f"{path}: SHA-256 is {found}, the manifest says {wanted}")
    return path


def trees(folder: Path, name: str) -> list[Row]:
    """Treebank sentences."""
    rows = [json.loads(line) for line in checked(folder, name).read_text("utf-8").splitlines()]
    return [
        Row(r["words"], r["upos"], r["lemma"], r["head"], r["rel"], doc=r.get("doc", "")) for r in rows if r["words"]
    ]


def named(folder: Path, name: str) -> list[Row]:
    """Sentences with names."""
    rows = [json.loads(line) for line in checked(folder, name).read_text("utf-8").splitlines()]
    return [Row(r["words"], names=r["ner"], doc=r.get("doc", "")) for r in rows if r["words"]]


def merged(tree_rows: list[Row], name_rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Tree rows with the names of the same sentence where there are some, and the name rows left over."""
    names = {tuple(r.words): r.names for r in name_rows}
    taken = {tuple(r.words) for r in tree_rows}
    joined = [replace(r, names=names.get(tuple(r.words))) for r in tree_rows]
    return joined, [r for r in name_rows if tuple(r.words) not in taken]


def documents(folder: Path, name: str) -> list[dict[str, object]]:
    """Documents with text and entity offsets."""
    return [json.loads(line) for line in checked(folder, name).read_text("utf-8").splitlines()]


def marked(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[list[str], list[str], list[tuple[int, int]]]]:
    """Sentences of a text as words, BIO tags and offsets; where spans overlap the longer one stands."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(set(spans), key=lambda s: (s[0] - s[1], s)):
        if all(span[1] <= low or span[0] >= high for low, high, _ in kept):
            kept.append(span)
    found = []
    for para in re.finditer(r"[^\n]+", text):
        for low, high in sentence_bounds(text, *para.span()):
            bounds = word_bounds(text, low, high, abbreviations())
            if bounds:
                found.append(([text[a:b] for a, b in bounds], _tags(bounds, kept), bounds))
    return found


def _tags(bounds: list[tuple[int, int]], spans: list[tuple[int, int, str]]) -> list[str]:
    tags = ["O"] * len(bounds)
    for low, high, kind in spans:
        inside = [i for i, (a, b) in enumerate(bounds) if a < high and b > low]
        for place, i in enumerate(inside):
            tags[i] = ("B-" if place == 0 else "I-") + kind
    return tags


def mentions(folder: Path, *, bbc: bool) -> list[Row]:
    """re3d: the part that may be trained on, or (``bbc``) the part that may only be scored on."""
    rows = []
    for doc in documents(folder, "entities.jsonl"):
        if (doc["source"] == "BBC Online") is bbc:
            spans = [(e["start"], e["end"], e["type"]) for e in doc["entities"] if e["confidence"] >= 0.5]  # type: ignore
            rows += [Row(w, mentions=t, doc=str(doc["id"])) for w, t, _ in marked(str(doc["text"]), spans)]
    return rows


def folded(rows: list[Row], fold: str) -> tuple[list[Row], list[Row]]:
    """Rows to train on and rows held out; ``fold`` is "number/of", parted by document, or empty for none held out."""
    if not fold:
        return rows, []
    number, of = map(int, fold.split("/"))
    held = [crc32(r.doc.encode()) % of == number for r in rows]
    return [r for r, h in zip(rows, held, strict=True) if not h], [r for r, h in zip(rows, held, strict=True) if h]


# The letters of the written sentences' marks: name kind (None for a common noun) and mention kind ("" unknown).
MARKS = {
    "P": ("PER", "Person"), "p": (None, "Person"), "O": ("ORG", "Organisation"), "o": (None, "Organisation"),
    "L": ("LOC", "Location"), "l": (None, "Location"), "F": ("LOC", "Location"), "N": (None, "Nationality"),
    "w": (None, "Weapon"), "v": (None, "Vehicle"), "m": (None, "MilitaryPlatform"), "q": (None, "Quantity"),
    "t": (None, "Temporal"), "$": (None, "Money"), "d": (None, ""),
}  # fmt: skip
_PRONOUNS = frozenset(
    [
        "i",
        "we",
        "us",
        "me",
        "he",
        "him",
        "she",
        "her",
        "it",
        "they",
        "them",
        "who",
        "this",
        "that",
        "these",
        "those",
        "you",
    ]
)


def written(folder: Path = HERE / "written") -> list[Row]:
    """Sentences of our own: one a line, ``[words|letter]`` for a name or mention; ``#`` starts a comment."""
    rows = []
    for path in sorted(folder.glob("*.txt")):
        if path.name.startswith("test"):
            continue
        for line in path.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                rows.append(parse_written(line.strip(), path.stem))
    return rows


def parse_written(line: str, doc: str = "") -> Row:
    """One written sentence as a row. Marks may stand in one another: ``[President [Ana Lopez|P]|p]``.

    What the marks leave open is unknown, not "no name": pronouns' mentions, and capitals inside a marked common noun.
    """
    text, spans = unmarked(line, doc)
    bounds = word_bounds(text, 0, len(text), abbreviations())
    words = [text[a:b] for a, b in bounds]
    names = _tags(bounds, [(a + _lead(text[a:b]), b, k) for a, b, c in spans if (k := MARKS[c][0])])
    outer = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    mention = _tags(bounds, [(a, b, MARKS[c][1]) for a, b, c in outer])
    for i, (low, high) in enumerate(bounds):
        if mention[i][2:] == "" and (mention[i] != "O" or words[i].lower() in _PRONOUNS):
            mention[i] = "_"
        inside = any(a <= low and high <= b and c in "polvmdw" for a, b, c in outer)
        if names[i] == "O" and inside and i and words[i][0].isupper():
            names[i] = "_"
    return Row(words, names=names, mentions=mention, doc=doc)


def unmarked(line: str, doc: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A line without its marks, and the marks' offsets and letters."""
    text, spans = "", []
    opened: list[int] = []
    rest = line
    while rest:
        char, rest = rest[0], rest[1:]
        if char == "[":
            opened.append(len(text))
        elif char == "|" and opened and rest[1:2] == "]" and rest[0] in MARKS:
            spans.append((opened.pop(), len(text), rest[0]))
            rest = rest[2:]
        else:
            text += char
    if opened or "|" in text or "]" in text:
        raise ValueError(f"{doc}: unread mark in {line!r}")
    return text, spans


def _lead(name: str) -> int:
    """Length of an article or of lower-case words before a name proper ("the", "northern", "rural")."""
    hit = re.match(r"(?:[Tt]he\s+)?(?:[a-z]+\s+)*(?=[^a-z\s])", name)
    return hit.end() if hit else 0
