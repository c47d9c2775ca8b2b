"""The scores of the attribution benchmark: what counts as found and as right."""

from __future__ import annotations

from benchmarks.accuracy.attribution import attributions, scores

_TEXT = "The mayor said the road was cut. It rained.\n\nThe depot burned, according to a nurse."


def _row(source: str, cue: str, content: str) -> dict[str, list[list[int]]]:
    spans = {"source": source, "cue": cue, "content": content}
    return {k: [[_TEXT.index(v), _TEXT.index(v) + len(v)]] if v else [] for k, v in spans.items()}


def test_a_perfect_answer_scores_one() -> None:
    gold = [[_row("The mayor", "said", "the road was cut"), _row("a nurse", "according to", "The depot burned")]]
    assert all(figure == (1.0, 1.0, 1.0) for figure in scores(gold, gold).values())
    assert scores(gold, [attributions(_TEXT, "road")])["content"] == (1.0, 1.0, 1.0)


def test_the_wrong_speaker_costs_the_source_alone() -> None:
    gold = [[_row("The mayor", "said", "the road was cut")]]
    wrong = [[_row("a nurse", "said", "the road was cut")]]
    figures = scores(gold, wrong)
    assert figures["source"] == (0.0, 0.0, 0.0)
    assert figures["cue"] == figures["content"] == (1.0, 1.0, 1.0)


def test_what_nobody_said_costs_precision() -> None:
    gold = [[_row("The mayor", "said", "the road was cut")]]
    found = [[*gold[0], _row("", "", "It rained")]]
    assert scores(gold, found)["found"][:2] == (0.5, 1.0)
