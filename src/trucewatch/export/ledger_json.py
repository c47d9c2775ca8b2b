"""A ledger of many articles as JSON: the form of one reading, with ``docs`` and evidence that names its article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

from ..records.claim import Claim
from ..records.ledger import Ledger, Toll
from ..records.text import Article
from .privacy import Redaction
from .reading_json import document, schema, sections
from .values import Json, moment

SCHEMA = "trucewatch-ledger-1"


def ledger_json(ledger: Ledger, revision: str, *, masked: bool = False) -> Json:
    """Everything in a ledger; ``masked`` as for one reading."""
    whole: Json = {
        "schema": SCHEMA,
        "revision": revision,
        "at": moment(ledger.at),
        "docs": [{**document(a), "masked": masked} for a in ledger.articles],
        **located_sections(ledger),
    }
    return cast(Json, Redaction(ledger).blot(whole)) if masked else whole


def ledger_schema() -> Json:
    """The JSON Schema of a ledger, derived from that of one reading."""
    found = schema()
    properties = dict(found["properties"])
    properties["schema"] = {"const": SCHEMA}
    properties["docs"] = {"type": "array", "items": properties.pop("doc")}
    words = found["$defs"]["evidence"]["items"]["oneOf"][0]
    words["properties"]["article"] = {"type": "string", "description": "id of the article whose words these are"}
    return {
        **found,
        "$id": "urn:trucewatch:ledger:1",
        "title": "A ledger of many articles",
        "required": sorted(properties),
        "properties": properties,
    }


def located_sections(ledger: Ledger, subjects: Collection[str] | None = None) -> dict[str, list[Json]]:
    """The records by subject (all, or those named), each span with the id of its article."""
    found = sections(ledger, subjects)
    texts = {a.id: a for a in ledger.articles}
    held: dict[str, Iterable[Claim]] = {
        **{t.id: t.claims for t in ledger.truces},
        **{i.id: i.claims for i in ledger.incidents},
        **{t.id: _toll_claims(t) for t in ledger.tolls},
    }
    for records in found.values():
        for record in records:
            claims = held.get(record.get("id", ""), ())
            articles = dict.fromkeys([record["article"]] if "article" in record else [])
            articles |= dict.fromkeys(c.article for c in claims)
            _locate(record, [texts[a] for a in articles if a in texts])
    return found


def _toll_claims(toll: Toll) -> tuple[Claim, ...]:
    return (toll.claim, *toll.repeats)


def _locate(part: Any, articles: list[Article]) -> None:
    """Name the article of every span: that of the claim it stands in, else the first that has the words there."""
    if isinstance(part, list):
        for item in part:
            _locate(item, articles)
    elif isinstance(part, dict):
        if "quote" in part:
            part["article"] = next((a.id for a in articles if _has(a, part)), None)
            return
        inner = part.get("article")
        own = [a for a in articles if a.id == inner]
        for value in part.values():
            _locate(value, [*own, *(a for a in articles if a.id != inner)])


def _has(article: Article, span: Mapping[str, Any]) -> bool:
    return bool(article.text[span["start"] : span["end"]] == span["quote"])
