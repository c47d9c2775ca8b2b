"""Which concrete parts a run uses: the only file that names them."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from .knowledge.conflicts import ConflictTable, load_conflicts
from .knowledge.gazetteer import EmbeddedGazetteer
from .marking.language import RulesModel
from .ports import Gazetteer, LanguageModel

MODELS = ("rules", "standard")
# The one switch for what is read with where nobody says otherwise.
DEFAULT_MODEL = "rules"
WEIGHTS = Path(str(files("trucewatch").joinpath("data", "model")))


@dataclass(frozen=True, slots=True)
class Kit:
    """The parts of one run, handed to the pipeline."""

    model: LanguageModel
    gazetteer: Gazetteer
    tables: tuple[ConflictTable, ...]


def load_kit(conflicts: tuple[str, ...] | None = None, model: str = DEFAULT_MODEL) -> Kit:
    """Load a kit: all reviewed conflict tables by default, none for an empty tuple.

    Raises ValueError for a model or a conflict that does not exist.
    """
    if model not in MODELS:
        raise ValueError(f"no language model is called {model!r}; there is: {', '.join(MODELS)}")
    tables = () if conflicts == () else load_conflicts(conflicts)
    return Kit(_language_model(model), EmbeddedGazetteer(), tables)


def _language_model(name: str) -> LanguageModel:
    """The rules, or the trained model of the package; where that cannot be loaded the rules, with a warning."""
    if name == "rules":
        return RulesModel()
    from .marking.model.annotator import TrainedModel
    from .marking.model.runtime import ModelError

    try:
        return TrainedModel(WEIGHTS)
    except (ModelError, ImportError) as error:
        warnings.warn(f"{error}; reading by rules instead", RuntimeWarning, stacklevel=3)
        return RulesModel()
