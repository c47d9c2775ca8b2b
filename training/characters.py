"""Write the package's table of characters: ``python -m training.characters --tokenizer tokenizer.json``.

The encoder was trained with a tokenizer whose ideas of marks, punctuation and case are of older Unicode tables, and
Python's own change with its version. So what the reference does with each character is asked of it once and kept.
Needs the package ``tokenizers``; with ``--check N`` that many generated words are compared instead.
"""

from __future__ import annotations

import argparse
import random
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from tokenizers import Tokenizer

from trucewatch.marking.model.wordpiece import WordPiece

OUT = Path(__file__).parents[1] / "src" / "trucewatch" / "data" / "model" / "characters.toml"
ALL = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
# Characters of Unicode 10 and later that have parts by the standard: the reference leaves them whole.
# Python 3.11 (Unicode 14) does not know those of Unicode 16 yet.
LATE_WHOLE = "\U000105c9\U000105e4\U00011383\U00011385\U0001138e\U00011391\U000113c5\U000113c7\U000113c8" + "".join(
    chr(c) for c in (*range(0x16121, 0x16129), *range(0x16D68, 0x16D6B))
)

# Combining characters of Unicode 15 and 16, which Python 3.11 does not know either.
LATE_STILL = "".join(
    chr(c)
    for low, high in (
        (0x897, 0x897), (0xECE, 0xECE), (0x10D69, 0x10D6D), (0x10EFC, 0x10EFF), (0x113CE, 0x113D2),
        (0x113E1, 0x113E2), (0x11F41, 0x11F42), (0x1612F, 0x1612F), (0x1E4EC, 0x1E4EF), (0x1E5EE, 0x1E5EF),
    )
    for c in range(low, high + 1)
)  # fmt: skip


def ranges(characters: Iterable[str]) -> list[list[int]]:
    """First and last code points of runs."""
    found: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def table(reference: Tokenizer) -> dict[str, list[list[int]]]:
    """What the reference does with every character, as far as code cannot say it without tables."""
    fold, cut = reference.normalizer.normalize_str, reference.pre_tokenizer.pre_tokenize_str
    # Marks are asked with case kept, since a folded capital may lose a mark of its own.
    removed = [c for c in ALL if fold(f"a{c}b") == "ab"]
    marks = {c for c in removed if unicodedata.category(c) in {"Mn", "Mc", "Me"}}
    # Private use is one category for ever; a table of it would be long.
    gone = {c for c in removed if c not in marks and unicodedata.category(c) != "Co"}
    dropped = set(removed)
    kept = [c for c in ALL if c not in dropped and not c.isspace()]
    punctuation = [c for c in kept if not c.isascii() and len(cut(f"a{c}b")) == 3]
    whole = [c for c in kept if unicodedata.normalize("NFD", c) != c and fold(c) == c.lower() != _bare(c, marks)]
    lower = [
        [ord(c), ord(fold(c))] for c in kept if c.lower() == c and len(fold(c)) == 1 and _bare(c, marks) != fold(c)
    ]
    ordered = [c for c in kept if unicodedata.combining(c)]
    still = [c for c in ordered if not _moves(c, ordered, fold)]
    return {
        "removed": ranges(gone), "marks": ranges(marks), "punctuation": ranges(punctuation),
        "whole": ranges({*whole, *LATE_WHOLE}), "still": ranges({*still, *LATE_STILL}), "lower": lower,
    }  # fmt: skip


def _bare(char: str, marks: set[str]) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", char) if c not in marks).lower()


def _moves(char: str, others: list[str], fold: Callable[[str], str]) -> bool:
    """Whether the reference sorts this combining character among others as the standard says."""
    pairs = [pair for other in others for pair in (char + other, other + char)]
    sorted_anew = (pair for pair in pairs if unicodedata.normalize("NFD", pair) != pair)
    return any(fold("a" + pair) != "a" + pair.lower() for pair in sorted_anew)


def generated(rng: random.Random, vocabulary: list[str]) -> str:
    """A word of the vocabulary's pieces, of Latin letters and marks, or of any characters at all."""
    chance = rng.random()
    if chance < 0.3:
        return (rng.choice(vocabulary) + rng.choice(vocabulary)).replace("##", "")
    if chance < 0.6:
        letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM'-.0123456789éüßøłİıÅçñāīş’“”"
        return "".join(rng.choice(letters) for _ in range(rng.randint(1, 14)))
    if chance < 0.8:
        blocks = ((33, 0x24F), (0x370, 0x6FF), (0x900, 0xD00))
        return "".join(chr(rng.randint(*rng.choice(blocks))) for _ in range(rng.randint(1, 8)))
    blocks = ((0x20, 0xD7FF), (0xE000, 0x2FFFF))
    return "".join(chr(rng.randint(*rng.choice(blocks))) for _ in range(rng.randint(1, 5)))


def check(reference: Tokenizer, count: int) -> int:
    """How many of that many generated words are cut otherwise than by the reference; the first ones are printed."""
    vocabulary = [word for word, _ in sorted(reference.get_vocab().items(), key=lambda x: x[1])]
    rng, wrong = random.Random(1), 0
    while count > 0:
        pieces = WordPiece(vocabulary)
        words = [generated(rng, vocabulary) for _ in range(min(count, 10_000))]
        count -= len(words)
        for word, right in zip(words, reference.encode_batch(words, add_special_tokens=False), strict=True):
            if tuple(right.ids) != pieces.pieces(word):
                wrong += 1
                if wrong <= 20:
                    print([hex(ord(c)) for c in word], right.tokens, [vocabulary[i] for i in pieces.pieces(word)])
    return wrong


def main() -> None:
    """Write the table, or check the word pieces."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--check", type=int, default=0)
    args = parser.parse_args()
    reference = Tokenizer.from_file(args.tokenizer)
    reference.no_padding()
    reference.no_truncation()
    # "[SEP]" in a report is five characters, not the end of a sentence.
    reference.encode_special_tokens = True
    if args.check:
        print(f"{check(reference, args.check)} of {args.check} words differ")
        return
    lines = ["# What the encoder's reference tokenizer does with characters; written by training/characters.py, not by hand.",
             "# removed, marks: dropped; punctuation: stands alone; whole: not taken apart; still: not sorted among marks;",
             "# lower: [character, its small form] where Python may not know it. Ranges of code points, both ends in."]  # fmt: skip
    for key, value in table(reference).items():
        lines.append(f"{key} = {value}")
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
