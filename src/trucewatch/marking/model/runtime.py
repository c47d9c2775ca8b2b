"""The exported network: word lists in, scores and best trees out; onnxruntime and numpy only."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...knowledge.titles import titles
from .lemmas import lemma_of
from .readings import ModelError, NamedWords, WordReading
from .shapes import MARK, shape
from .spans import best_tags, tag_spans
from .tree import best_tree
from .wordpiece import WordPiece

BATCH = 8
# Pieces of one pass at most; a longer sentence is read in parts.
LONGEST = 256
FILES = ("encoder.onnx", "relations.onnx")
VOCABULARY = "vocab.txt"


class Runtime:
    """The network in a folder: ``model.json`` (labels, digests) and the graphs; ``vocab.txt`` lies one above, for all models."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime

        about, blobs, vocabulary = _checked(folder)
        self.name = f"{about['name']}-{about['files'][FILES[0]][:12]}"
        self._labels: dict[str, list[str]] = about["labels"]
        self._lemmas: dict[str, dict[str, str]] = about["lemmas"]
        self.pieces = WordPiece(vocabulary.decode().removesuffix("\n").split("\n"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._encoder, self._relations = (
            onnxruntime.InferenceSession(blob, options, providers=["CPUExecutionProvider"]) for blob in blobs
        )

    def read(self, sentences: Sequence[Sequence[str]]) -> list[WordReading]:
        """One reading a sentence; sentences of like length are read together, eight at a time."""
        encodings = [encoded(words, self.pieces) for words in sentences]
        order = sorted((i for i, s in enumerate(sentences) if s), key=lambda i: len(encodings[i][0]))
        found = [WordReading((), (), (), (), (), ()) for _ in sentences]
        for at in range(0, len(order), BATCH):
            picked = order[at : at + BATCH]
            for i, reading in zip(picked, self._batch(picked, sentences, encodings), strict=True):
                found[i] = reading
        return found

    def _batch(
        self, picked: Sequence[int], sentences: Sequence[Sequence[str]], encodings: Sequence[Encoding]
    ) -> list[WordReading]:
        upos, lemma, name, mention, arcs, child, rooted = self._run(
            self._encoder, padded([encodings[i] for i in picked])
        )
        heads = np.zeros(upos.shape, np.int64)
        for row, i in enumerate(picked):
            n = len(sentences[i])
            heads[row, :n] = np.asarray(best_tree(arcs[row, :n, : n + 1])) + 1
        (relations,) = self._run(self._relations, {"child": child, "rooted": rooted, "heads": heads})
        # Only the root has the root's relation: the tree, not the label, decides.
        relations[..., self._labels["rel"].index("root")] = -np.inf
        best = relations.argmax(-1)
        return [
            self._reading(sentences[i], heads[row], best[row], upos[row], lemma[row], name[row], mention[row])
            for row, i in enumerate(picked)
        ]

    def _run(self, session: Any, given: dict[str, NDArray[Any]]) -> list[NDArray[Any]]:
        try:
            return list(session.run(None, given))
        except Exception as error:
            # The run time's own errors have no base class of their own.
            raise ModelError(f"the language model {self.name} failed: {error}") from error

    def _reading(
        self,
        words: Sequence[str],
        heads: NDArray[Any],
        rels: NDArray[Any],
        upos: NDArray[Any],
        lemma: NDArray[Any],
        name: NDArray[Any],
        mention: NDArray[Any],
    ) -> WordReading:
        n = len(words)
        labels = self._labels
        return WordReading(
            tuple(labels["upos"][k] for k in upos[:n]),
            tuple(
                lemma_of(w, labels["upos"][t], labels["lemma"][k], self._lemmas)
                for w, t, k in zip(words, upos[:n], lemma[:n], strict=True)
            ),
            tuple(int(h) - 1 for h in heads[:n]),
            tuple("root" if h == 0 else labels["rel"][k] for h, k in zip(heads[:n], rels[:n], strict=True)),
            _untitled(words, _named(name[:n], tuple(labels["name"]))),
            _named(mention[:n], tuple(labels["mention"])),
        )


Encoding = tuple[list[int], list[int], list[int]]


def encoded(words: Sequence[str], pieces: WordPiece) -> Encoding:
    """Piece ids, shape ids (one a piece) and the position of each word's first piece."""
    ids, first = pieces.encode(words)
    shapes = [MARK] * len(ids)
    for word, start in zip(words, first, strict=True):
        form = shape(word)
        for place in range(start, start + len(pieces.pieces(word))):
            shapes[place] = form
    return ids, shapes, first


def padded(encodings: Sequence[Encoding]) -> dict[str, NDArray[np.int64]]:
    """The graph's inputs for a batch."""
    b = len(encodings)
    t = max(len(e[0]) for e in encodings)
    w = max(len(e[2]) for e in encodings)
    ids, mask = np.zeros((b, t), np.int64), np.zeros((b, t), np.int64)
    shapes = np.full((b, t), MARK, np.int64)
    first, present = np.zeros((b, w), np.int64), np.zeros((b, w), np.int64)
    for row, (piece, form, start) in enumerate(encodings):
        ids[row, : len(piece)] = piece
        shapes[row, : len(form)] = form
        mask[row, : len(piece)] = 1
        first[row, : len(start)] = start
        present[row, : len(start)] = 1
    return {"ids": ids, "shapes": shapes, "mask": mask, "first": first, "present": present}


def _named(scores: NDArray[Any], labels: tuple[str, ...]) -> tuple[NamedWords, ...]:
    tags = best_tags(scores, labels)
    if all(t == "O" for t in tags):
        return ()
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)
    return tuple(
        NamedWords(a, b, kind, round(float(np.mean([odds[i, labels.index(tags[i])] for i in range(a, b)])), 3))
        for a, b, kind in tag_spans(tags)
    )


def _untitled(words: Sequence[str], names: tuple[NamedWords, ...]) -> tuple[NamedWords, ...]:
    """Persons without the titles before them; a title alone is no person."""
    found = []
    for name in names:
        start = name.start
        if name.kind == "PER":
            while start < name.end and words[start].lower().rstrip(".") in titles():
                start += 1
            if start > name.start and (start == name.end or words[start].islower()):
                continue
        found.append(NamedWords(start, name.end, name.kind, name.score))
    return tuple(found)


def _checked(folder: Path) -> tuple[dict[str, Any], list[bytes], bytes]:
    """What ``model.json`` says, the graphs and the vocabulary, whose digests must be those it gives."""
    try:
        about = json.loads((folder / "model.json").read_text("utf-8"))
        files = {name: (folder / name).read_bytes() for name in FILES}
        files[VOCABULARY] = (folder.parent / VOCABULARY).read_bytes()
    except OSError as error:
        raise ModelError(f"the language model's file {error.filename} cannot be read: {error.strerror}") from error
    for name, blob in files.items():
        digest = hashlib.sha256(blob).hexdigest()
        if digest != about["files"][name]:
            raise ModelError(f"{name} of {folder} has SHA-256 {digest}, model.json says {about['files'][name]}")
    return about, [files[name] for name in FILES], files[VOCABULARY]
