"""Words that hyphens hold together, as one token each: the treebanks part "al-Absi" and "M-19", readers of names do not."""

from __future__ import annotations

from collections.abc import Sequence

from ...records.reading import Token
from .readings import WordReading

_HYPHENS = frozenset("-\u2010\u2011")


def tokens_of(text: str, words: Sequence[tuple[int, int]], read: WordReading) -> tuple[Token, ...]:
    """The sentence's tokens; a hyphened word takes head, relation and part of speech from its word nearest the root."""
    groups = _groups(text, words)
    home = {i: number for number, group in enumerate(groups) for i in group}
    found = []
    for group in groups:
        top = min(group, key=lambda i: _depth(read.heads, i)) if len(group) > 1 else group[0]
        start, end = words[group[0]][0], words[group[-1]][1]
        word = text[start:end]
        lemma = read.lemmas[top] if len(group) == 1 else word.lower()
        head = read.heads[top]
        found.append(Token(start, end, word, lemma, read.upos[top], home[head] if head >= 0 else -1, read.rels[top]))
    return tuple(found)


def _groups(text: str, words: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Places of words that belong together: letters or figures, a hyphen, letters or figures, no space between."""
    groups: list[list[int]] = []
    i = 0
    while i < len(words):
        group = [i]
        while i + 2 < len(words) and _held(text, words[i], words[i + 1], words[i + 2]):
            group += [i + 1, i + 2]
            i += 2
        groups.append(group)
        i += 1
    return groups


def _held(text: str, one: tuple[int, int], mark: tuple[int, int], two: tuple[int, int]) -> bool:
    return (
        one[1] == mark[0]
        and mark[1] == two[0]
        and text[mark[0] : mark[1]] in _HYPHENS
        and text[one[1] - 1].isalnum()
        and text[two[0]].isalnum()
    )


def _depth(heads: Sequence[int], place: int) -> int:
    """Steps to the root. Its shallowest word stands for a group: none of its ancestors is of the group, so no cycle."""
    steps = 0
    while heads[place] >= 0:
        place = heads[place]
        steps += 1
    return steps
