"""The gate: no figure that has a floor falls below it, on the real articles and on the bundled samples.

Both are scored by the articles' own scorer, which stands beside the project; without it these tests skip and say so.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.accuracy import __main__ as runner
from benchmarks.accuracy.floors import FLOORS, held
from benchmarks.accuracy.read import read_all
from benchmarks.accuracy.samples import golds_for
from benchmarks.accuracy.table import Figure, figures
from benchmarks.accuracy.texts import digest, load_texts


def _figures(task: str, out: Path) -> tuple[str, dict[str, Figure]]:
    options = runner._options([task, "--out", str(out)])
    scorer = runner._scorer(options.scorer)
    if scorer is None or not (options.texts / "index.csv").is_file():
        pytest.skip(f"no scorer or no {task} beside this checkout (../shared)")
    texts = load_texts(options.texts)
    golds = golds_for(options.texts, texts, read_all(texts, out, None), out / "golds")
    halves = runner._halves(texts) | {"all": {t.id for t in texts}}
    found = {name: runner._evaluate(scorer, golds, out, ids) for name, ids in halves.items()}
    return digest(texts), figures(found)


@pytest.mark.slow
@pytest.mark.parametrize("task", ["articles", "samples", "written"])
def test_no_figure_falls_below_its_floor(task: str, tmp_path: Path) -> None:
    data, found = _figures(task, tmp_path)
    floors = json.loads(FLOORS.read_text("utf-8"))[task].get(data, {}).get("floors", {})
    fell = {
        measure: (figure.score, floors[measure])
        for measure, figure in found.items()
        if held(measure, figure) and measure in floors
        if (figure.score < floors[measure] if figure.rises else figure.score > floors[measure])
    }
    assert fell == {}
    assert floors, f"no floors are kept for these {task} ({data}); run python -m benchmarks.accuracy {task}"
