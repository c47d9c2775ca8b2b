"""Trucewatch: a ceasefire monitor's ledger, read from reports, every value with its words.

    >>> from trucewatch import load_kit, read_article, claims_in, compile_ledger

The names are imported when first used, so that ``import trucewatch`` itself does nothing and is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .extraction import claims_in
    from .kits import Kit, load_kit
    from .marking import mark
    from .pipeline import compile_ledger, read_report
    from .reading import read_article

__version__ = "0.1.0"
__all__ = ["Kit", "claims_in", "compile_ledger", "load_kit", "mark", "read_article", "read_report"]

_HOMES = {
    "Kit": "kits",
    "claims_in": "extraction",
    "compile_ledger": "pipeline",
    "load_kit": "kits",
    "mark": "marking",
    "read_article": "reading",
    "read_report": "pipeline",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its home on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Public names, for completion in a notebook."""
    return sorted([*globals(), *__all__])
