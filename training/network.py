"""The network: a six-layer encoder with heads for parts of speech, lemma rules, trees, names and mentions.

Input: word-piece ids, a shape id per piece (the vocabulary is lower-cased; the shape gives back what that loses),
a mask, and for each word the position of its first piece.
"""

from __future__ import annotations

import re
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from trucewatch.marking.model.shapes import SHAPES

WIDTH, HEADS, INNER, POSITIONS = 384, 12, 1536, 512
KEPT_LAYERS = {6: (0, 1, 2, 3, 4, 5), 3: (0, 2, 5)}


class Layer(nn.Module):
    """One transformer layer in the reference's order: attention, add and norm, feed-forward, add and norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.mix_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.down_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, _ = x.shape

        def heads(y: Tensor) -> Tensor:
            return y.view(b, t, HEADS, WIDTH // HEADS).transpose(1, 2)

        q, k, v = heads(self.query(x)), heads(self.key(x)), heads(self.value(x))
        if torch.onnx.is_in_onnx_export():
            scores = q @ k.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + bias
            mixed = torch.softmax(scores, -1) @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.mix_norm(x + self.drop(self.mix(mixed.transpose(1, 2).reshape(b, t, WIDTH))))
        return self.down_norm(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """The pretrained encoder; word embeddings stay as they are, a shape embedding starts at zero."""

    def __init__(self, pieces: int, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(pieces, WIDTH)
        self.word.weight.requires_grad = False
        self.place = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        x = self.word(ids) + self.place.weight[: ids.size(1)] + self.shape(shapes)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Network(nn.Module):
    """Encoder and heads; ``labels`` gives the label lists by head name."""

    def __init__(self, labels: dict[str, list[str]], pieces: int, layers: int = 6, arc: int = 256, rel: int = 128):
        super().__init__()
        self.encoder = Encoder(pieces, layers)
        self.drop = nn.Dropout(0.2)
        self.taggers = nn.ModuleDict(
            {k: nn.Linear(WIDTH, len(labels[k])) for k in ("upos", "lemma", "name", "mention")}
        )
        self.arc_child, self.arc_head = nn.Linear(WIDTH, arc), nn.Linear(WIDTH, arc)
        self.rel_child, self.rel_head = nn.Linear(WIDTH, rel), nn.Linear(WIDTH, rel)
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.arc_weight = nn.Parameter(torch.randn(arc + 1, arc) * 0.02)
        self.rel_weight = nn.Parameter(torch.randn(len(labels["rel"]), rel + 1, rel + 1) * 0.02)

    def words(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """One vector a word: [batch, words, width]."""
        x = self.encoder(ids, shapes, mask)
        return torch.gather(x, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))

    def arcs(self, words: Tensor, present: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Head scores [batch, words, words + 1] (head 0 is the root) and the vectors relations are scored from."""
        words = self.drop(words)
        rooted = torch.cat([self.root.view(1, 1, -1).expand(words.size(0), 1, -1).to(words.dtype), words], 1)
        child = torch.relu(self.arc_child(words))
        head = torch.relu(self.arc_head(rooted))
        child = torch.cat([child, torch.ones_like(child[..., :1])], -1)
        scores = (child @ self.arc_weight) @ head.transpose(1, 2)
        there = torch.cat([torch.ones_like(present[:, :1]), present], 1).unsqueeze(1)
        scores = scores.masked_fill(there == 0, -1e4)
        return scores, torch.relu(self.rel_child(words)), torch.relu(self.rel_head(rooted))

    def relations(self, child: Tensor, rooted: Tensor, heads: Tensor) -> Tensor:
        """Relation scores [batch, words, relations] for the given heads (0 is the root)."""
        head = torch.gather(rooted, 1, heads.unsqueeze(-1).expand(-1, -1, rooted.size(-1)))
        child = torch.cat([child, torch.ones_like(child[..., :1])], -1)
        head = torch.cat([head, torch.ones_like(head[..., :1])], -1)
        b, w, d = child.shape
        crossed = child.reshape(b * w, d) @ self.rel_weight.permute(1, 0, 2).reshape(d, -1)
        scores = crossed.reshape(b * w, -1, d) @ head.reshape(b * w, d, 1)
        return scores.squeeze(-1).reshape(b, w, -1)

    def tags(self, words: Tensor) -> dict[str, Tensor]:
        """Scores of the taggers, each [batch, words, labels]."""
        words = self.drop(words)
        return {name: head(words) for name, head in self.taggers.items()}


class Parser(nn.Module):
    """What is exported: everything up to head scores and the relations' two sides; trees are decoded outside."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, present: Tensor) -> tuple[Tensor, ...]:
        net = self.network
        words = net.words(ids, shapes, mask, first)
        tags = net.tags(words)
        scores, child, rooted = net.arcs(words, present)
        greedy = scores.argmax(-1)
        relations = net.relations(child, rooted, greedy)
        return (
            tags["upos"].argmax(-1), tags["lemma"].argmax(-1), tags["name"], tags["mention"],
            scores, relations.argmax(-1), child, rooted,
        )  # fmt: skip


def load_pretrained(network: Network, file: Path, layers: int) -> None:
    """Fill the encoder from the package's safetensors file; ``layers`` keeps the listed ones of six."""
    old = load_file(str(file))
    enc = network.encoder
    new = {
        "word.weight": old["embeddings.word_embeddings.weight"],
        # The token type is always 0 here, so its vector joins the places'.
        "place.weight": old["embeddings.position_embeddings.weight"]
        + old["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
        "shape.weight": torch.zeros_like(enc.shape.weight),
    }
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "mix": "attention.output.dense", "mix_norm": "attention.output.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "down_norm": "output.LayerNorm",
    }  # fmt: skip
    for number, source in enumerate(KEPT_LAYERS[layers]):
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                new[f"layers.{number}.{ours}.{part}"] = old[f"encoder.layer.{source}.{theirs}.{part}"]
    enc.load_state_dict(new)


def load_from_teacher(network: Network, teacher: Network) -> None:
    """A smaller network's beginning: the teacher's embeddings and heads, and the kept ones of its layers."""
    kept = KEPT_LAYERS[len(network.encoder.layers)]
    old = teacher.state_dict()
    new = {}
    for name in network.state_dict():
        hit = re.fullmatch(r"encoder\.layers\.(\d+)\.(.+)", name)
        new[name] = old[f"encoder.layers.{kept[int(hit[1])]}.{hit[2]}"] if hit else old[name]
    network.load_state_dict(new)
