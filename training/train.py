"""Train the language model: ``python -m training.train --data DIR --encoder DIR --out DIR``.

``--data`` holds the manifest's files, ``--encoder`` model.safetensors and vocab.txt. The schedule is by steps, so a seed
and a number of steps give the same run on any machine: warm-up over the first 4 %, then a straight line to nothing.
On the way checkpoints are written and scored. ``--teacher RUN`` trains a smaller network from a run's layers and scores.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch import Tensor

from trucewatch.marking.model.lemmas import lemma_rule
from trucewatch.marking.model.wordpiece import WordPiece

from . import corpora
from .augment import Names
from .batches import Pools, in_batches, one_round, plain_round
from .corpora import Row
from .losses import PROTOTYPE_SHARES, SHARES, gold_losses, taught_loss, weighed
from .network import Network, load_from_teacher, load_pretrained
from .scoring_net import score_mentions, score_network

ENCODER_RATE, HEAD_RATE, WARM_UP, BATCH = 2.5e-4, 1e-3, 0.04, 896
# A pupil begins with its teacher's heads, which need no great steps.
PUPIL_HEADS = 0.4
MARKS = (0.12, 0.3, 0.5, 0.7, 0.85)


def label_lists(trees: list[Row], names: list[Row], mentions: list[Row]) -> dict[str, list[str]]:
    """The labels of every head; lemma rules seen fewer than three times are left out."""
    rules = Counter(lemma_rule(w, x) for r in trees for w, x in zip(r.words, r.lemma or [], strict=True))

    def bio(kinds: set[str]) -> list[str]:
        return ["O"] + [f"{b}-{k}" for k in sorted(kinds) for b in "BI"]

    def kinds(rows: list[list[str] | None]) -> set[str]:
        return {t[2:] for r in rows for t in r or [] if t not in "O_"}

    return {
        "upos": sorted({t for r in trees for t in r.upos or []}),
        "rel": sorted({t for r in trees for t in r.rels or []}),
        "lemma": [k for k, n in rules.most_common() if n >= 3],
        "name": bio(kinds([r.names for r in names])),
        "mention": bio(kinds([r.mentions for r in mentions])),
    }


def rate_at(gone: float) -> float:
    """The learning rate's factor when that share of the steps is done: up over the warm-up, then down to nothing."""
    return min(1.0, gone / WARM_UP) * (1 - gone)


def share_gradients(params: list[Tensor], ranks: int) -> None:
    """Mean of the ranks' gradients; what a rank had no label for counts as nothing."""
    flat = torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).reshape(-1) for p in params])
    dist.all_reduce(flat)
    flat /= ranks
    at = 0
    for p in params:
        p.grad = flat[at : at + p.numel()].view_as(p).clone()
        at += p.numel()


def read_pools(data: Path, fold: str, prototype: bool) -> tuple[Pools, list[Row]]:
    """Everything that is trained on, and the mentions held out (none without a fold "number/of")."""
    trees = corpora.trees(data, "ewt_train.jsonl") + corpora.trees(data, "gum_train_clean.jsonl")
    trees, names = corpora.merged(trees, corpora.named(data, "ner_clean.jsonl"))
    mentions, held = corpora.folded(corpora.mentions(data, bbc=False), fold)
    return Pools(trees, names, mentions, [] if prototype else corpora.written()), held


def batches(pools: Pools, pieces: WordPiece, args: argparse.Namespace) -> Iterator[list]:
    """Batches without end, the same on every rank, a quarter of a round at a time."""
    rng = random.Random(args.seed)
    fresh = Names(rng)
    while True:
        rows = plain_round(pools, (1, 2)) if args.prototype else one_round(pools, fresh, rng, (3, 4, 3))
        yield from in_batches(rng.sample(rows, len(rows) // 4), pieces, BATCH, rng)


def optimiser_of(net: Network, rate: float, heads: float) -> torch.optim.Optimizer:
    """AdamW with one rate for the encoder and one for the heads."""
    encoder = [p for p in net.encoder.parameters() if p.requires_grad]
    rest = [p for n, p in net.named_parameters() if not n.startswith("encoder")]
    return torch.optim.AdamW(
        [{"params": encoder, "base": ENCODER_RATE * rate}, {"params": rest, "base": HEAD_RATE * heads * rate}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
    )


def read_run(run: Path, pieces: int, layers: int = 6) -> Network:
    """The network of a finished run."""
    net = Network(json.loads((run / "labels.json").read_text("utf-8")), pieces, layers)
    net.load_state_dict(torch.load(run / "net.pt"))
    return net


def train(rank: int, args: argparse.Namespace) -> None:
    """One run from pretrained weights to a final checkpoint; rank 0 keeps the log and the checkpoints.

    Every rank walks through the same batches and takes each ``ranks``-th. One thread a rank: on shared cores
    threads that wait for one another at every layer lose more than two processes that meet once a step.
    """
    torch.set_num_threads(args.threads)
    meeting = f"file://{args.out.resolve()}/meeting"
    dist.init_process_group(
        "gloo", init_method=meeting, rank=rank, world_size=args.ranks, timeout=timedelta(hours=1)
    )  # fmt: skip
    torch.manual_seed(args.seed)
    pools, held = read_pools(args.data, args.fold, args.prototype)
    vocabulary = (args.encoder / "vocab.txt").read_text("utf-8").removesuffix("\n").split("\n")
    pieces = WordPiece(vocabulary)
    teacher = read_run(args.teacher, len(vocabulary)).eval() if args.teacher else None
    if args.teacher:
        labels = json.loads((args.teacher / "labels.json").read_text("utf-8"))
    else:
        labels = label_lists(pools.trees, pools.names + pools.trees, corpora.mentions(args.data, bbc=False))
    (args.out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), "utf-8")
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    net = Network(labels, len(vocabulary), args.layers)
    if teacher is None:
        load_pretrained(net, corpora.checked(args.encoder, "model.safetensors"), args.layers)
    else:
        load_from_teacher(net, teacher)
    optimiser = optimiser_of(net, args.rate, PUPIL_HEADS if teacher else 1.0)
    params = [p for p in net.parameters() if p.requires_grad]
    stream = islice(batches(pools, pieces, args), rank, None, args.ranks)
    shares = PROTOTYPE_SHARES if args.prototype else SHARES
    began, seen, sums, counts = time.time(), Counter(), Counter(), Counter()
    marks = {round(m * args.steps) for m in MARKS} if args.curve else set()
    net.train()
    torch.manual_seed(args.seed + rank)
    for step in range(args.steps):
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * rate_at((step + 0.5) / args.steps)
        batch = next(stream)
        if teacher is None:
            losses = gold_losses(net, batch, index)
            loss = weighed(losses, shares)
        else:
            loss, losses = taught_loss(net, teacher, batch, index)
        loss.backward()
        share_gradients(params, args.ranks)
        torch.nn.utils.clip_grad_norm_(params, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        for _, row in batch:
            seen["trees" if row.heads else "names" if row.names else "mentions"] += len(row.words)
        for key, value in losses.items():
            sums[key] += value.item()
            counts[key] += 1
        if (step + 1) % 50 == 0 and rank == 0:
            means = {k: round(sums[k] / counts[k], 3) for k in sums}
            print(f"{step + 1} of {args.steps}, {(time.time() - began) / 60:.1f} min", dict(seen), means, flush=True)
            sums.clear()
            counts.clear()
        if step + 1 in marks and rank == 0:
            torch.save(net.state_dict(), args.out / "net.pt")
            print("CURVE", step + 1, score_network(net, labels, pieces, args.data, 250), flush=True)
            net.train()
    if rank == 0:
        torch.save(net.state_dict(), args.out / "net.pt")
        print("TRAINED", args.steps, dict(seen), f"{(time.time() - began) / 60:.1f} min", flush=True)
        if held:
            print("HELD OUT", len(held), score_mentions(net, labels, pieces, held), flush=True)
        print("SCORES", json.dumps(score_network(net, labels, pieces, args.data, args.score)), flush=True)


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "encoder", "out"):
        parser.add_argument(f"--{name}", required=True, type=Path)
    parser.add_argument("--steps", type=int, default=1250)
    parser.add_argument("--layers", type=int, choices=(3, 6), default=6)
    parser.add_argument("--teacher", type=Path, help="a finished run of six layers to learn from")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--ranks", type=int, default=2, help="processes; part of what makes a run, since batches are dealt out"
    )
    parser.add_argument("--threads", type=int, default=1, help="threads a process")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--fold", default="", help='"0/3": hold out the first of three parts of re3d and score it')
    parser.add_argument("--prototype", action="store_true", help="no variants, no sentences of our own: the baseline")
    parser.add_argument("--score", type=int, help="score that many sentences of each set at the end; default all")
    parser.add_argument("--no-curve", dest="curve", action="store_false", help="no scores on the way")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "meeting").unlink(missing_ok=True)
    mp.spawn(train, (args,), nprocs=args.ranks)


if __name__ == "__main__":
    main()
