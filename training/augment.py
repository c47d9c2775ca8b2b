"""Variants of training sentences: other names, joined neighbours, reports around them, upper case, damage."""

from __future__ import annotations

import random
import sqlite3
import tomllib
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

from trucewatch.marking.model.words import word_bounds

from .corpora import HERE, Row

Heads = tuple[list[str], list[str], list[str], list[int], list[str]]
_REPORTERS = (
    (["The", "army"], "said"), (["Officials"], "said"), (["A", "spokesman"], "said"), (["Residents"], "say"),
    (["Rebels"], "claimed"), (["The", "ministry"], "announced"), (["State", "media"], "reported"),
    (["The", "monitors"], "confirmed"), (["Activists"], "said"), (["Witnesses"], "told"), (["He"], "added"),
    (["The", "statement"], "said"), (["Both", "sides"], "acknowledged"), (["The", "governor"], "warned"),
)  # fmt: skip


class Names:
    """Names to put in place of others: places of the gazetteer, people and organisations written for this."""

    def __init__(self, rng: random.Random, folder: Path = HERE / "names") -> None:
        self._rng = rng
        self._people = [
            (group["given"], group["family"])
            for group in tomllib.loads((folder / "people.toml").read_text("utf-8")).values()
        ]
        self._organisations = tomllib.loads((folder / "organisations.toml").read_text("utf-8"))
        with as_file(files("trucewatch").joinpath("data", "gazetteer.sqlite")) as path, sqlite3.connect(path) as db:
            query = "select name from place where {} order by id"
            self._big = [n for (n,) in db.execute(query.format("level in ('country', 'province') or pop > 150000"))]
            self._small = [n for (n,) in db.execute(query.format("pop between 3000 and 150000"))]

    def fresh(self, kind: str) -> list[str]:
        """Words of another name of that kind (PER, LOC, ORG)."""
        text = {"PER": self._person, "LOC": self._place, "ORG": self._organisation}[kind]()
        return [text[a:b] for a, b in word_bounds(text, 0, len(text))]

    def _person(self) -> str:
        given, family = self._rng.choice(self._people)
        chance = self._rng.random()
        if chance < 0.25:
            return str(self._rng.choice(family))
        if chance < 0.30:
            return str(self._rng.choice(given))
        return f"{self._rng.choice(given)} {self._rng.choice(family)}"

    def _place(self) -> str:
        return self._rng.choice(self._big if self._rng.random() < 0.45 else self._small)

    def _organisation(self) -> str:
        if self._rng.random() < 0.55:
            return str(self._rng.choice(self._organisations["names"]))
        form = str(self._rng.choice(self._organisations["forms"]))
        return form.format(place=self._place(), people=self._rng.choice(self._organisations["peoples"]))


def renamed(row: Row, names: Names, rng: random.Random, share: float) -> Row:
    """Replace about ``share`` of the names; trees go, since a name's words change."""
    if row.names is None or all(t in "O_" for t in row.names):
        return row
    words: list[str] = []
    tags: list[str] = []
    mentions: list[str] = []
    old = row.mentions or ["_"] * len(row.words)
    i = 0
    while i < len(row.words):
        end = i + 1
        tag = row.names[i]
        if tag.startswith("B-"):
            while end < len(row.words) and row.names[end].startswith("I-"):
                end += 1
            if rng.random() < share:
                fresh = names.fresh(tag[2:])
                words += fresh
                tags += [tag] + ["I-" + tag[2:]] * (len(fresh) - 1)
                inner = "I" + old[i][1:] if old[i][0] in "BI" else old[i]
                mentions += [old[i]] + [inner] * (len(fresh) - 1)
                i = end
                continue
        words += row.words[i:end]
        tags += row.names[i:end]
        mentions += old[i:end]
        i = end
    return Row(words, names=tags, mentions=mentions if row.mentions else None, doc=row.doc)


def joined(one: Row, two: Row, rng: random.Random) -> Row | None:
    """Two neighbours as one long sentence: "A, and B" or "A; B". None where they do not lend themselves to it."""
    if one.heads is None or two.heads is None or one.words[-1] != "." or one.rels is None or one.rels[-1] != "punct":
        return None
    if any(h == len(one.words) - 1 for h in one.heads) or two.words[0][0] in "\"'“‘(":
        return None
    link = rng.choice([(["and"], "cc"), ([",", "and"], "cc"), ([";"], "punct"), ([",", "but"], "cc"), ([","], "punct")])
    words, upos, lemma, heads, rels = _cut(one, len(one.words) - 1)
    root = heads.index(-1)
    base = len(words) + len(link[0])
    second = two.heads.index(-1) + base
    for word in link[0]:
        tag = "PUNCT" if word in ",;" else "CCONJ"
        words.append(word)
        upos.append(tag)
        lemma.append(word)
        heads.append(second)
        rels.append("punct" if tag == "PUNCT" else "cc")
    first = two.words[0]
    keeps = two.upos is not None and (two.upos[0] == "PROPN" or first == "I")
    words += [first if keeps else first[0].lower() + first[1:], *two.words[1:]]
    upos += two.upos or []
    lemma += two.lemma or []
    heads += [root if h < 0 else h + base for h in two.heads]
    rels += [("conj" if link[1] == "cc" else "parataxis") if r == "root" else r for r in two.rels or []]
    names = None
    if one.names and two.names:
        names = one.names[:-1] + ["O"] * len(link[0]) + two.names
    return Row(words, upos, lemma, heads, rels, names=names, doc=one.doc)


def _cut(row: Row, end: int) -> Heads:
    return (
        list(row.words[:end]),
        (row.upos or [])[:end],
        (row.lemma or [])[:end],
        (row.heads or [])[:end],
        (row.rels or [])[:end],
    )


def reported(row: Row, rng: random.Random) -> Row | None:
    """ "Officials said that ..." before a sentence: the old root becomes the clause said."""
    if row.heads is None or row.rels is None or row.upos is None or row.lemma is None or row.words[-1] != ".":
        return None
    root = row.heads.index(-1)
    if row.upos[root] not in {"VERB", "NOUN", "ADJ"} or row.words[0][0] in "\"'“‘(" or "?" in row.words:
        return None
    who, verb = rng.choice(_REPORTERS)
    that = ["that"] if rng.random() < 0.5 else []
    told = [["reporters"]] if verb == "told" else []
    lead = who + [verb] + [w for t in told for w in t] + that
    said = len(who)
    base = len(lead)
    upos = ["DET" if w in {"The", "A", "Both"} else "NOUN" for w in who] + ["VERB"]
    upos = ["PRON", *upos[1:]] if who == ["He"] else upos
    subject = len(who) - 1
    heads = [subject] * subject + [said, -1]
    rels = ["det" if w in {"The", "A", "Both"} else "compound" for w in who[:-1]] + ["nsubj", "root"]
    base_forms = {"said": "say", "say": "say", "claimed": "claim", "announced": "announce", "reported": "report",
                  "confirmed": "confirm", "told": "tell", "added": "add", "acknowledged": "acknowledge", "warned": "warn"}  # fmt: skip
    plural = {"Officials": "official", "Residents": "resident", "Rebels": "rebel", "monitors": "monitor",
              "Activists": "activist", "Witnesses": "witness", "sides": "side"}  # fmt: skip
    lemma = [plural.get(w, w.lower()) for w in who] + [base_forms[verb]]
    for _ in told:
        upos.append("NOUN")
        heads.append(said)
        rels.append("obj")
        lemma.append("reporter")
    for _ in that:
        upos.append("SCONJ")
        heads.append(root + base)
        rels.append("mark")
        lemma.append("that")
    first = row.words[0]
    keeps = row.upos[0] == "PROPN" or first == "I"
    words = [*lead, first if keeps else first[0].lower() + first[1:], *row.words[1:]]
    last = len(row.words) - 1
    moved = [said if h < 0 or (i == last and h == root) else h + base for i, h in enumerate(row.heads)]
    clause = ["ccomp" if r == "root" else r for r in row.rels]
    names = ["O"] * base + row.names if row.names else None
    return Row(words, upos + row.upos, lemma + row.lemma, heads + moved, rels + clause, names=names, doc=row.doc)


def damaged(row: Row, rng: random.Random) -> Row:
    """Upper case, lower case, head-line case, a few wrong letters, a lost last stop."""
    words = list(row.words)
    chance = rng.random()
    if chance < 0.06:
        words = [w.upper() for w in words]
    elif chance < 0.09:
        words = [w.lower() for w in words]
    elif chance < 0.12:
        words = [w[0].upper() + w[1:] for w in words]
    elif chance < 0.16:
        words = [_misspelt(w, rng) if rng.random() < 0.12 and len(w) > 3 and w.isalpha() else w for w in words]
    row = replace(row, words=words)
    if rng.random() < 0.04 and len(words) > 3 and words[-1] == ".":
        row = _without_stop(row)
    return row


def _misspelt(word: str, rng: random.Random) -> str:
    place = rng.randrange(1, len(word) - 1)
    kind = rng.random()
    if kind < 0.4:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + word[place + 1 :] if kind < 0.7 else word[:place] + word[place] + word[place:]


def _without_stop(row: Row) -> Row:
    end = len(row.words) - 1
    if row.heads is not None and any(h == end for h in row.heads):
        return row
    return Row(*(part[:-1] if part else part for part in (
        row.words, row.upos, row.lemma, row.heads, row.rels, row.names, row.mentions)), doc=row.doc)  # type: ignore  # fmt: skip
