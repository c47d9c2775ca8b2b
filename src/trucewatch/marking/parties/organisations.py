"""Organisations that no table has, by the words their names are made of, and the abbreviations a text gives them."""

from __future__ import annotations

import re

from ...knowledge.names import fold
from ...knowledge.parties import organisation_words, party_words, people_words
from ...knowledge.phrases import Index, words_of
from ...records.party import Party, PartyKind
from .rows import before_act, described, with_members
from .scan import Found, Scan

_LINK = frozenset(
    [
        "of",
        "for",
        "the",
        "and",
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "al",
        "in",
        "y",
        "do",
        "da",
        "das",
        "dos",
        "des",
        "du",
        "et",
        "for's",
    ]
)
_BRACKETED = re.compile(r"\s*[\[(]\s*([A-ZÀ-Þ][A-Za-zÀ-ÿ0-9-]{1,11})\s*[\])]")


def find_organisation(scan: Scan, at: int) -> Found | None:
    """A capitalised run with a word that makes organisations ("Front", "Brigades", "Movement for ...")."""
    if scan.capitals or not scan.words[at].cap or scan.words[at].text in people_words().stop:
        return None
    end = _run(scan, at)
    if scan.words[at].text.isupper() and scan.joined(at + 1) and scan.words[at + 1].hyphen:
        # "UH-1H", "AK-47": the name of a thing.
        return None
    if end - at < 2 or (at == 0 and scan.lower(1) in _LINK and party_words().heads.longest(scan.words, at)):
        # "Fighters of the Northern League": a head word that only opens the sentence.
        return None
    kind = _kind(scan, at, end)
    if kind is None or described(scan, end):
        return None
    name = " ".join(scan.article.text[scan.words[at].start : scan.words[end - 1].end].split())
    party = Party(f"text:{fold(name)}", name, kind)
    remember(scan, end, party)
    if before_act(scan, end) and not scan.words[end - 1].owns:
        return Found(at, end, party, adjectival=True)
    return Found(at, with_members(scan, end), party)


def _run(scan: Scan, at: int) -> int:
    """The end of a run of capitalised words with links between them; it ends at a possessive."""
    last = at + 1
    while last < len(scan.words) and scan.words[last].joined and not scan.words[last - 1].owns:
        word = scan.words[last]
        if word.cap or (word.text[0].isdigit() and last == at + 1):
            last += 1
            continue
        step = last
        while step < len(scan.words) and scan.words[step].joined and scan.lower(step) in _LINK and step < last + 3:
            step += 1
        # "in Gambella the Oromo Liberation Army": an article alone begins another name.
        if scan.lower(last) == "the":
            break
        # "the Northern League and the Southern Front" are two.
        if scan.lower(last) == "and" and last + 1 < len(scan.words) and scan.lower(last + 1) == "the":
            break
        # "the Tamil Tigers in Geneva": a name that ends in its head word is over before "in".
        if scan.lower(last) == "in" and last - at > 1 and scan.lower(last - 1) in organisation_words().heads:
            break
        if step == last or step >= len(scan.words) or not scan.words[step].joined or not scan.words[step].cap:
            break
        last = step + 1
    return last


def _kind(scan: Scan, at: int, end: int) -> PartyKind | None:
    words = organisation_words()
    keys = [scan.lower(n) for n in range(at, end)]
    heads = [n for n, key in enumerate(keys) if key in words.heads]
    if not heads:
        return None
    # "Movement for Justice" has its head first, "Justice Movement" last: never only the first of a plain name.
    last = heads[-1]
    if last == 0 and not any(key in _LINK for key in keys[1:3]):
        return None
    kind = words.heads[keys[last]]
    if kind in {PartyKind.OTHER, PartyKind.POLITICAL_MILITIA} and words.armed & set(keys):
        return PartyKind.REBEL_GROUP
    return kind


def remember(scan: Scan, end: int, party: Party) -> None:
    """Keep the abbreviation in brackets after a name as an alias in this text."""
    hit = _BRACKETED.match(scan.article.text, scan.words[end - 1].end)
    if hit and _initials(hit[1], party.name):
        scan.aliases.add(hit[1], party)


def _initials(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation begin words of the name, in order."""
    letters = [word.key[0] for word in words_of(name, 0, len(name)) if word.key]
    wanted = [c for c in short.lower() if c.isalpha()]
    at = 0
    for letter in letters:
        if at < len(wanted) and letter == wanted[at]:
            at += 1
    return at >= max(2, len(wanted) - 1)


def aliases() -> Index[Party]:
    """An empty index for one text's own abbreviations."""
    return Index()
