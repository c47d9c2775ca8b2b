"""A ledger of many articles keeps to its own schema, and every quote names the article it was cut from."""

from __future__ import annotations

import jsonschema
from tests.export.test_reading_json import ledger, spans, strict

from trucewatch.export.ledger_json import ledger_json, ledger_schema


def test_every_quote_stands_in_the_article_it_names() -> None:
    found = ledger_json(ledger(), "1")
    texts = {d["id"]: d["text"] for d in found["docs"]}
    records = [s for key, part in found.items() if key != "docs" for s in spans(part)]
    assert len(records) > 20
    assert all(texts[s["article"]][s["start"] : s["end"]] == s["quote"] for s in records)


def test_the_ledger_keeps_to_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(ledger_schema())
    jsonschema.validate(ledger_json(ledger(), "1", masked=True), strict(ledger_schema()))
