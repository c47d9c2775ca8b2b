"""Write a checkpoint as the package's int8 graphs: ``python -m training.export --run DIR --encoder DIR --data DIR --out DIR``."""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from trucewatch.marking.model.runtime import FILES, VOCABULARY, encoded
from trucewatch.marking.model.wordpiece import WordPiece

from . import corpora
from .batches import inputs
from .corpora import Row
from .network import Network

_SAMPLES = ("Rebels said the army had shelled two villages .", "The truce was extended by another 48 hours in Aleppo .")


class _Encoder(nn.Module):
    """All but the relations, which need the decoded tree."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, present: Tensor) -> tuple[Tensor, ...]:
        words = self.net.words(ids, shapes, mask, first)
        tags = self.net.tags(words)
        arcs, child, rooted = self.net.arcs(words, present)
        return tags["upos"].argmax(-1), tags["lemma"].argmax(-1), tags["name"], tags["mention"], arcs, child, rooted


class _Relations(nn.Module):
    """Relation scores for given heads; the weight lies flat, as one matrix, so that it is stored in int8."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        weight = net.rel_weight.detach()
        self.weight = nn.Parameter(weight.permute(1, 0, 2).reshape(weight.size(1), -1).contiguous())

    def forward(self, child: Tensor, rooted: Tensor, heads: Tensor) -> Tensor:
        head = torch.gather(rooted, 1, heads.unsqueeze(-1).expand(-1, -1, rooted.size(-1)))
        child = torch.cat([child, torch.ones_like(child[..., :1])], -1)
        head = torch.cat([head, torch.ones_like(head[..., :1])], -1)
        b, w, d = child.shape
        crossed = (child.reshape(b * w, d) @ self.weight).reshape(b * w, -1, d)
        return (crossed @ head.reshape(b * w, d, 1)).reshape(b, w, -1)


Lemmas = dict[str, dict[str, str]]


def known_lemmas(rows: list[Row]) -> Lemmas:
    """Part of speech, word form, its usual lemma: forms seen twice or more whose lemma is not the form itself."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        for word, tag, lemma in zip(row.words, row.upos or [], row.lemma or [], strict=True):
            seen[tag, word.lower()][lemma.lower()] += 1
    found: Lemmas = defaultdict(dict)
    for (tag, form), lemmas in sorted(seen.items()):
        lemma, _ = lemmas.most_common(1)[0]
        if lemmas.total() > 1 and tag not in {"NUM", "PUNCT", "SYM", "X"}:
            found[tag][form] = "" if lemma == form else lemma
    return dict(found)


def export(
    net: Network, labels: dict[str, list[str]], vocabulary: list[str], name: str, lemmas: Lemmas, out: Path
) -> None:
    """Graphs, vocabulary and ``model.json`` in ``out``."""
    net.eval()
    pieces = WordPiece(vocabulary)
    sample = inputs([encoded(s.split(), pieces) for s in _SAMPLES])
    with torch.no_grad():
        *_, child, rooted = _Encoder(net)(*sample)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        first, second = (str(Path(work) / f) for f in FILES)
        given, found = (
            ["ids", "shapes", "mask", "first", "present"],
            ["upos", "lemma", "name", "mention", "arcs", "child", "rooted"],
        )
        axes = {k: {0: "b", 1: "t"} for k in given[:3]} | {k: {0: "b", 1: "w"} for k in given[3:] + found}
        axes["arcs"] = {0: "b", 1: "w", 2: "w1"}
        axes["rooted"] = {0: "b", 1: "w1"}
        _write(_Encoder(net), sample, first, given, found, axes)
        axes = {
            "child": {0: "b", 1: "w"},
            "rooted": {0: "b", 1: "w1"},
            "heads": {0: "b", 1: "w"},
            "relations": {0: "b", 1: "w"},
        }
        heads = torch.zeros(child.shape[:2], dtype=torch.long)
        _write(_Relations(net), (child, rooted, heads), second, ["child", "rooted", "heads"], ["relations"], axes)
        for source, file in ((first, FILES[0]), (second, FILES[1])):
            quantize_dynamic(source, str(out / file), weight_type=QuantType.QInt8, per_channel=True)
    # One vocabulary for all models of the package.
    (out.parent / VOCABULARY).write_text("\n".join(vocabulary) + "\n", "utf-8")
    files = [*(out / f for f in FILES), out.parent / VOCABULARY]
    about = {
        "name": name,
        "files": {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files},
        "labels": labels,
        "lemmas": lemmas,
    }
    (out / "model.json").write_text(json.dumps(about, ensure_ascii=False, indent=0) + "\n", "utf-8")


def _write(
    module: nn.Module,
    sample: tuple[Tensor, ...],
    path: str,
    given: list[str],
    found: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    with torch.no_grad():
        torch.onnx.export(
            module,
            sample,
            path,
            input_names=given,
            output_names=found,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("run", "encoder", "data", "out"):
        parser.add_argument(f"--{option}", type=Path, required=True)
    parser.add_argument("--name", default="standard")
    parser.add_argument("--layers", type=int, choices=(3, 6), default=6)
    args = parser.parse_args()
    labels = json.loads((args.run / "labels.json").read_text("utf-8"))
    vocabulary = (args.encoder / "vocab.txt").read_text("utf-8").removesuffix("\n").split("\n")
    net = Network(labels, len(vocabulary), args.layers)
    net.load_state_dict(torch.load(args.run / "net.pt"))
    trees = [r for f in ("ewt_train.jsonl", "gum_train_clean.jsonl") for r in corpora.trees(args.data, f)]
    export(net, labels, vocabulary, args.name, known_lemmas(trees), args.out)
    for file in sorted(args.out.iterdir()):
        print(file.name, round(file.stat().st_size / 1e6, 2), "MB")


if __name__ == "__main__":
    main()
