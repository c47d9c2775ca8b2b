"""Every bundled report, read to the end: the schema holds, quotes stand in their text, records survive JSON and the store."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest
from tests.export.test_reading_json import spans, strict

from trucewatch import compile_ledger, load_kit, read_report
from trucewatch.export.reading_json import reading_json, schema
from trucewatch.intake.files import Input, inputs_in, load
from trucewatch.records.claim import Claim
from trucewatch.records.codec import from_json, to_json
from trucewatch.records.ledger import Ledger
from trucewatch.records.text import Article
from trucewatch.store import Store

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "trucewatch" / "data" / "samples"
Read = list[tuple[Article, tuple[Claim, ...]]]


@pytest.fixture(scope="module")
def samples() -> Read:
    kit, found = load_kit(), []
    for one in inputs_in([str(SAMPLES)]):
        assert isinstance(one, Input)
        data = load(one.source)
        assert isinstance(data, bytes)
        read = read_report(data, one.source, kit, one.published)
        assert isinstance(read, tuple), read
        found.append((read[0], read[2]))
    assert len(found) >= 24
    return found


def test_every_reading_keeps_to_the_schema_with_nothing_left_undescribed(samples: Read) -> None:
    validator = jsonschema.Draft202012Validator(strict(schema()))
    for article, claims in samples:
        for masked in (False, True):
            found = json.loads(json.dumps(reading_json(compile_ledger([article], claims), "1", masked=masked)))
            errors = [f"{article.source} {list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(found)]
            assert not errors, errors[:3]
            text = found["doc"]["text"]
            assert all(text[s["start"] : s["end"]] == s["quote"] for s in spans(found))


def test_the_ledger_of_all_survives_json(samples: Read) -> None:
    ledger = compile_ledger([a for a, _ in samples], [c for _, claims in samples for c in claims])
    assert ledger.truces and ledger.incidents
    assert from_json(Ledger, json.loads(json.dumps(to_json(ledger), ensure_ascii=False))) == ledger


def test_the_store_gives_back_what_was_read(samples: Read, tmp_path: Path) -> None:
    with Store(tmp_path / "ledger.db") as store:
        store.add_readings(samples, revision="1", now=datetime(2026, 1, 1))
        kept = {k.article.id: (k.article, k.claims) for k in store.readings()}
    assert kept == {article.id: (article, claims) for article, claims in samples}
