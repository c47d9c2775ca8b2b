"""A model that is missing or fails is stood in for, and the reader is told."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from tests.contracts.fake_spacy import install

from trucewatch import kits
from trucewatch.kits import load_kit
from trucewatch.marking.fallback import ModelNotice
from trucewatch.marking.model.readings import ModelError
from trucewatch.marking.model.runtime import Runtime
from trucewatch.pipeline import read_report
from trucewatch.records.problems import Unreadable

REPORT = b"Truce in Dor\n\nRebels shelled the village of Upper Dor on Monday, killing two people, officials said.\n"


def test_without_its_files_the_rules_read_and_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kits, "WEIGHTS", tmp_path)
    with pytest.warns(ModelNotice, match=r"model\.json cannot be read: .*; reading by rules-1 instead"):
        assert load_kit((), model="standard").model.name.startswith("rules")


def test_a_changed_graph_is_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(kits.WEIGHTS, tmp_path / "model")) / "standard"
    about = json.loads((folder / "model.json").read_text())
    about["files"]["relations.onnx"] = "0" * 64
    (folder / "model.json").write_text(json.dumps(about))
    with pytest.raises(ModelError, match="SHA-256"):
        Runtime(folder)


def test_without_spacy_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.warns(ModelNotice, match=r"pip install 'trucewatch\[spacy\]'; reading by standard-"):
        load_kit((), model="spacy:en_core_web_sm")


def test_without_the_pipeline_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch)
    with pytest.warns(ModelNotice, match=r"python -m spacy download en_core_web_lg; reading by standard-"):
        load_kit((), model="spacy:en_core_web_lg")


def test_one_that_fails_on_the_way_is_not_asked_again_and_readings_name_who_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install(monkeypatch, "en_drawn", failing=True)
    kit = load_kit((), model="spacy:en_drawn")
    assert kit.model.name.startswith("spacy:en_drawn-")
    with pytest.warns(ModelNotice, match=r"spacy:en_drawn-\w{12} failed: KeyError.*; reading by standard-"):
        read = read_report(REPORT, "report", kit, "2019-05-13")
    assert not isinstance(read, Unreadable)
    assert read[1].model == kit.model.name
    assert kit.model.name.startswith("standard-")


def test_a_name_that_means_nothing_is_an_error() -> None:
    for name in ("oracle", "spacy:"):
        with pytest.raises(ValueError, match="rules"):
            load_kit((), model=name)
