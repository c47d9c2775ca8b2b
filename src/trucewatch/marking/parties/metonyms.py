"""Whether the name of a country or a capital stands for its government: it speaks, acts, or is a side of something."""

from __future__ import annotations

from ...knowledge.parties import metonym_words, nations
from .scan import Scan


def acts_or_speaks(scan: Scan, at: int, end: int) -> bool:
    """Subject of a verb of speech or action, or object of one that only a government can be the object of."""
    words = metonym_words()
    if place_before(scan, at):
        return False
    if at and scan.lower(at - 1) in words.objects:
        return True
    if at > 1 and scan.lower(at - 1) == "on" and scan.lower(at - 2) in words.pressure:
        return True
    return _verb_follows(scan, end)


def is_side(scan: Scan, at: int, end: int) -> bool:
    """A side: "between Syria and Turkey", "a truce with Ukraine", "backed by Iran", "war against Libya"."""
    words = metonym_words()
    before = scan.lower(at - 1) if at and scan.joined(at) else ""
    if before == "the" and at > 1:
        before = scan.lower(at - 2)
        at -= 1
    if before == "by":
        return at > 1 and (scan.lower(at - 2).endswith("ed") or scan.lower(at - 2) in words.by_before)
    if before in {"against", "with", "between"}:
        return before != "with" or any(scan.lower(n) in words.with_before for n in range(max(0, at - 6), at - 1))
    if before == "and" and _paired(scan, at):
        return True
    if before == "of" or (before in {"and", "the"} and at > 2 and "of" in {scan.lower(n) for n in range(at - 4, at)}):
        return any(scan.lower(n) in words.offices for n in range(max(0, at - 5), at))
    if before in {"on", "at"}:
        return any(scan.lower(n) in words.onto_before for n in range(max(0, at - 5), at - 1))
    return False


def _paired(scan: Scan, at: int) -> bool:
    """The second of "between X and Y"."""
    return any(scan.lower(n) == "between" for n in range(at - 2, max(-1, at - 9), -1))


def place_before(scan: Scan, at: int) -> bool:
    """A preposition of place, perhaps with words between: "in", "in the capital", "near northern"."""
    words = metonym_words()
    return at > 0 and scan.joined(at) and (scan.lower(at - 1) in words.places)


def _verb_follows(scan: Scan, end: int, depth: int = 0) -> bool:
    words = metonym_words()
    at = end
    if depth == 0 and at + 1 < len(scan.words) and scan.lower(at) in {"which", "who"}:
        # "Russia, which launched": the relative clause says what it did.
        return scan.lower(at + 1) in words.verbs
    if at < len(scan.words) and scan.lower(at) == "and" and scan.joined(at) and depth < 2:
        other = _other_side(scan, at + 1)
        return other is not None and _verb_follows(scan, other, depth + 1)
    if not scan.joined(at):
        return False
    aux = False
    while at < len(scan.words) and (at == end or scan.joined(at)) and at < end + 5:
        word = scan.lower(at)
        if word in words.auxiliaries:
            aux = True
        elif word in words.verbs or (aux and word in words.bare):
            return True
        elif word not in words.adverbs:
            return False
        at += 1
    return False


def _other_side(scan: Scan, at: int) -> int | None:
    """Where a second country or group in "X and Y agreed" ends."""
    at += scan.lower(at) == "the"
    if at >= len(scan.words):
        return None
    for index in (nations().names, nations().seats):
        hit = index.longest(scan.words, at, scan.capitals)
        if hit:
            return hit[0]
    if scan.words[at].cap and not scan.capitals:
        return at + 1
    return None
