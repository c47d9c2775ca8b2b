"""Records to JSON and back, by looking at the dataclasses themselves.

``to_json`` leaves fields at their default out, so that a record written before a field was added still reads.
``from_json`` is driven by the types: a value that does not fit its type is an error that names the field.
Times are ISO 8601, lengths are seconds; a union of records is told apart by its field names.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

R = TypeVar("R")
Decoder = Callable[[Any], Any]


class CodecError(ValueError):
    """JSON that is not the record it is read as; the message names the field."""


def to_json(value: object) -> Any:
    """A record, or a tuple of records, as plain JSON values."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, (tuple, list)):
        return [to_json(v) for v in value]
    if is_dataclass(value):
        return {f.name: to_json(held) for f in fields(value) if not _at_default(f, held := getattr(value, f.name))}
    raise CodecError(f"a {type(value).__name__} has no JSON form")


def from_json(kind: type[R], data: Any) -> R:
    """The record of type ``kind`` that ``data`` was written from."""
    return cast(R, _decoder(cast(Any, kind), ())(data))


def _at_default(field: Field[Any], held: object) -> bool:
    # An enum or a bool may equal a plain default of another type; identity of type keeps them apart.
    return field.default is not MISSING and type(held) is type(field.default) and held == field.default


@cache
def _decoder(kind: Any, bindings: tuple[tuple[Any, Any], ...]) -> Decoder:
    """How to read one type; ``bindings`` gives the type variables of a generic record their types."""
    if isinstance(kind, TypeVar):
        return _decoder(dict(bindings)[kind], ())
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _union(args, bindings)
    if origin is tuple:
        return _tuple(args, bindings)
    if origin is not None and is_dataclass(origin):
        bound = dict(bindings)
        given = tuple(bound.get(a, a) if isinstance(a, TypeVar) else a for a in args)
        return _record(cast(type, origin), tuple(zip(cast(Any, origin).__parameters__, given, strict=True)))
    if is_dataclass(kind):
        return _record(cast(type, kind), ())
    return _scalar(kind)


def _scalar(kind: Any) -> Decoder:
    if kind is timedelta:
        return lambda data: timedelta(seconds=_of(float, data))
    if kind in (datetime, date):
        return lambda data: kind.fromisoformat(_of(str, data))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (str, int, float, bool):
        return lambda data: _of(kind, data)
    raise CodecError(f"the type {kind!r} has no JSON form")


def _of(kind: type, data: Any) -> Any:
    if kind is float and type(data) is int:
        return float(data)
    if type(data) is not kind:
        raise CodecError(f"expected {kind.__name__}, found {data!r}")
    return data


def _tuple(args: tuple[Any, ...], bindings: tuple[tuple[Any, Any], ...]) -> Decoder:
    if len(args) == 2 and args[1] is Ellipsis:
        each = _decoder(args[0], bindings)
        return lambda data: tuple(each(v) for v in _of(list, data))
    parts = [_decoder(a, bindings) for a in args]
    return lambda data: tuple(read(v) for read, v in zip(parts, _of(list, data), strict=True))


def _union(args: tuple[Any, ...], bindings: tuple[tuple[Any, Any], ...]) -> Decoder:
    optional = type(None) in args
    members = [a for a in args if a is not type(None)]
    if len(members) == 1:
        only = _decoder(members[0], bindings)
        return lambda data: None if data is None and optional else only(data)
    shapes = [(*_names(get_origin(m) or m), _decoder(m, bindings)) for m in members]

    def read(data: Any) -> Any:
        if data is None and optional:
            return None
        keys = set(_of(dict, data))
        fitting = [decode for every, required, decode in shapes if required <= keys <= every]
        if len(fitting) != 1:
            raise CodecError(f"fields {sorted(keys)} fit {len(fitting)} of {len(shapes)} kinds of record")
        return fitting[0](data)

    return read


def _names(kind: Any) -> tuple[frozenset[str], frozenset[str]]:
    """All field names of a record, and those that must be there."""
    if not is_dataclass(kind):
        raise CodecError(f"{kind!r} cannot be told apart in a union")
    every = fields(kind)
    return frozenset(f.name for f in every), frozenset(f.name for f in every if f.default is MISSING)


def _record(kind: type, bindings: tuple[tuple[Any, Any], ...]) -> Decoder:
    hints = get_type_hints(kind)
    required = _names(kind)[1]
    # Decoders are looked up on first use: a record may hold its own kind (``When.alternatives``).
    decoders: dict[str, Decoder] = {}

    def read(data: Any) -> Any:
        held = _of(dict, data)
        if not decoders:
            decoders.update({f.name: _decoder(hints[f.name], bindings) for f in fields(kind)})
        missing = required - held.keys()
        unknown = held.keys() - decoders.keys()
        if missing or unknown:
            raise CodecError(f"{kind.__name__}: missing {sorted(missing)}, unknown {sorted(unknown)}")
        values = {}
        for name, value in held.items():
            try:
                values[name] = decoders[name](value)
            except (ValueError, TypeError) as error:
                raise CodecError(f"{kind.__name__}.{name}: {error}") from error
        return kind(**values)

    return read
