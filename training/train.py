"""Train the language model: ``python -m training.train --data DIR --encoder DIR --out DIR --minutes 65``.

``--data`` holds the manifest's files, ``--encoder`` model.safetensors and vocab.txt. The schedule is by the clock:
warm-up over the first 4 %, then a straight line to nothing. Five times a checkpoint is written and scored.
The folder of sentences of our own is read again every quarter of a round, so that sentences may be added meanwhile.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from datetime import timedelta
from itertools import islice
from pathlib import Path

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
import torch.nn.functional as F
from torch import Tensor

from trucewatch.marking.model.lemmas import lemma_rule
from trucewatch.marking.model.wordpiece import WordPiece

from . import corpora
from .augment import Names
from .batches import IGNORED, Pools, in_batches, inputs, one_round, targets
from .corpora import Row
from .network import Network, load_pretrained
from .scoring_net import score_network

ENCODER_RATE, HEAD_RATE, WARM_UP, BATCH = 2.5e-4, 1e-3, 0.04, 896


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


def loss_of(net: Network, batch: list, index: dict[str, dict[str, int]]) -> dict[str, Tensor]:
    """Losses by head for a mixed batch; a head no row has labels for is left out."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        ids, shapes, mask, first, present = inputs([e for e, _ in batch])
        words = net.words(ids, shapes, mask, first)
        wanted = targets([r for _, r in batch], index, words.size(1))
        scores = net.tags(words)
        rows = (wanted["head"] != IGNORED).any(1).nonzero().squeeze(1)
        if len(rows):
            arc, child, rooted = net.arcs(words[rows], present[rows])
            scores["head"] = arc
            wanted["head"], wanted["rel"] = wanted["head"][rows], wanted["rel"][rows]
            scores["rel"] = net.relations(child, rooted, wanted["head"].clamp(min=0))
    losses = {}
    for key, found in scores.items():
        if (wanted[key] != IGNORED).any():
            losses[key] = F.cross_entropy(
                found.float().reshape(-1, found.size(-1)), wanted[key].reshape(-1), ignore_index=IGNORED
            )
    return losses


SHARES = {"upos": 0.5, "lemma": 0.3, "head": 1.0, "rel": 1.0, "name": 1.5, "mention": 1.0}


def share_gradients(params: list[Tensor], ranks: int) -> None:
    """Mean of the ranks' gradients; what a rank had no label for counts as nothing."""
    flat = torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).reshape(-1) for p in params])
    dist.all_reduce(flat)
    flat /= ranks
    at = 0
    for p in params:
        p.grad = flat[at : at + p.numel()].view_as(p).clone()
        at += p.numel()


def agreed(gone: float) -> float:
    """Rank 0's clock on every rank."""
    clock = torch.tensor([gone])
    dist.broadcast(clock, 0)
    return float(clock)


def train(rank: int, args: argparse.Namespace) -> None:
    """One run from pretrained weights to a final checkpoint; rank 0 keeps the clock, the log and the checkpoints.

    Every rank walks through the same batches and takes each ``ranks``-th. One thread a rank: on shared cores
    threads that wait for one another at every layer lose more than two processes that meet once a step.
    """
    torch.set_num_threads(args.threads)
    dist.init_process_group(
        "gloo",
        init_method=f"file://{Path(args.out).resolve()}/meeting",
        rank=rank,
        world_size=args.ranks,
        timeout=timedelta(hours=1),
    )
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    data, encoder, out = Path(args.data), Path(args.encoder), Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    trees = corpora.trees(data, "ewt_train.jsonl") + corpora.trees(data, "gum_train_clean.jsonl")
    trees, names = corpora.merged(trees, corpora.named(data, "ner_clean.jsonl"))
    mentions = corpora.mentions(data, bbc=False)
    labels = label_lists(trees, names, mentions)
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), "utf-8")
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    vocabulary = (encoder / "vocab.txt").read_text("utf-8").removesuffix("\n").split("\n")
    pieces = WordPiece(vocabulary)
    net = Network(labels, len(vocabulary), args.layers)
    if args.start:
        net.load_state_dict(torch.load(args.start))
    else:
        load_pretrained(net, corpora.checked(encoder, "model.safetensors"), args.layers)
    pool = Names(rng)
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for p in net.encoder.parameters() if p.requires_grad], "base": ENCODER_RATE * args.rate},
            {"params": [p for n, p in net.named_parameters() if not n.startswith("encoder")], "base": HEAD_RATE * args.rate},
        ],
        weight_decay=0.01, betas=(0.9, 0.98),
    )  # fmt: skip
    began, paused, step, seen, sums, marks = time.time(), 0.0, 0, Counter(), Counter(), [0.12, 0.3, 0.5, 0.7, 0.85]
    counts: Counter[str] = Counter()
    stream = iter(())
    entered = -1
    net.train()
    torch.manual_seed(args.seed + rank)
    params = [p for p in net.parameters() if p.requires_grad]
    while True:
        gone = agreed((time.time() - began - paused) / (args.minutes * 60))
        if gone >= 1:
            break
        batch = next(stream, None)
        while batch is None:
            written = corpora.written() if gone >= args.written_from else []
            if len(written) != entered:
                entered = len(written)
                print(f"rank {rank}: written sentences in use: {entered}", flush=True)
            rows = one_round(Pools(trees, names, mentions, written), pool, rng, (3, 4, 3))
            # A quarter of a round at a time, so that new sentences enter soon.
            stream = islice(in_batches(rng.sample(rows, len(rows) // 4), pieces, BATCH, rng), rank, None, args.ranks)
            batch = next(stream, None)
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * min(1.0, gone / WARM_UP) * (1 - gone)
        losses = loss_of(net, batch, index)
        sum(SHARES[k] * v for k, v in losses.items()).backward()  # type: ignore
        share_gradients(params, args.ranks)
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        step += 1
        for _, row in batch:
            seen["trees" if row.heads else "names" if row.names else "mentions"] += len(row.words)
        for key, value in losses.items():
            sums[key] += value.item()
            counts[key] += 1
        if step % 50 == 0 and rank == 0:
            print(f"{step} {gone:.3f} {(time.time() - began) / 60:.1f} min", dict(seen),
                  {k: round(sums[k] / counts[k], 3) for k in sums}, flush=True)  # fmt: skip
            sums.clear()
            counts.clear()
        if marks and gone >= marks[0] and rank == 0:
            marks.pop(0)
            at = time.time()
            torch.save(net.state_dict(), out / "net.pt")
            print(f"CURVE {gone:.2f}", dict(seen), score_network(net, labels, pieces, data, 250), flush=True)
            net.train()
            paused += time.time() - at
    if rank:
        return
    torch.save(net.state_dict(), out / "net.pt")
    print("DONE", step, dict(seen), score_network(net, labels, pieces, data, None), flush=True)


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "encoder", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--start", default="", help="checkpoint to go on from")
    parser.add_argument("--minutes", type=float, default=65)
    parser.add_argument("--layers", type=int, choices=(3, 6), default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ranks", type=int, default=2, help="processes")
    parser.add_argument("--threads", type=int, default=1, help="threads a process")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--written-from", type=float, default=0.0)
    args = parser.parse_args()
    Path(args.out).mkdir(parents=True, exist_ok=True)
    mp.spawn(train, (args,), nprocs=args.ranks)


if __name__ == "__main__":
    main()
