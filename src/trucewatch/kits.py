"""Which concrete parts a run uses: the only file that names them."""

from __future__ import annotations

from dataclasses import dataclass

from .knowledge.conflicts import ConflictTable, load_conflicts
from .knowledge.gazetteer import EmbeddedGazetteer
from .marking.language import RulesModel
from .ports import Gazetteer, LanguageModel

MODELS = ("rules",)


@dataclass(frozen=True, slots=True)
class Kit:
    """The parts of one run, handed to the pipeline."""

    model: LanguageModel
    gazetteer: Gazetteer
    tables: tuple[ConflictTable, ...]


def load_kit(conflicts: tuple[str, ...] | None = None, model: str = "rules") -> Kit:
    """Load a kit: all reviewed conflict tables by default, none for an empty tuple.

    Raises ValueError for a model or a conflict that does not exist.
    """
    if model not in MODELS:
        raise ValueError(f"no language model is called {model!r}; there is: {', '.join(MODELS)}")
    tables = () if conflicts == () else load_conflicts(conflicts)
    return Kit(RulesModel(), EmbeddedGazetteer(), tables)
