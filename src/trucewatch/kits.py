"""Which concrete parts a run uses: the only file that names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

from .knowledge.conflicts import ConflictTable, load_conflicts
from .knowledge.gazetteer import EmbeddedGazetteer, GazetteerFile, LayeredGazetteer
from .marking.fallback import WithFallback
from .marking.language import RulesModel
from .ports import Gazetteer, LanguageModel

MODELS = ("rules", "fast", "standard")
SPACY = "spacy:"
# The one switch for what is read with where nobody says otherwise.
DEFAULT_MODEL = "rules"
WEIGHTS = Path(str(files("trucewatch").joinpath("data", "model")))
# What reads where a model is missing or fails, in this order.
_INSTEAD = {"standard": ("fast", "rules"), "fast": ("rules",), "rules": ()}


@dataclass(frozen=True, slots=True)
class Kit:
    """The parts of one run, handed to the pipeline."""

    model: LanguageModel
    gazetteer: Gazetteer
    tables: tuple[ConflictTable, ...]


def load_kit(conflicts: tuple[str, ...] | None = None, model: str = DEFAULT_MODEL, places: Path | None = None) -> Kit:
    """Load a kit: all reviewed conflict tables by default, none for an empty tuple; ``places`` is an imported gazetteer.

    ``model`` is one of ``MODELS`` or ``spacy:`` and the name of an installed pipeline. A model that is missing or
    fails is stood in for by the next smaller one, with a warning. Raises ValueError for a name that means nothing.
    """
    if not is_model(model):
        raise ValueError(f"no language model is called {model!r}; there is: {', '.join(MODELS)}, {SPACY}<pipeline>")
    tables = () if conflicts == () else load_conflicts(conflicts)
    return Kit(_language_model(model), gazetteer_of(places), tables)


def gazetteer_of(places: Path | None = None) -> Gazetteer:
    """The embedded gazetteer, with an imported file before it where one is given.

    Raises:
        DataFileError: the file is no gazetteer; it says how to make one.
    """
    if places is None:
        return EmbeddedGazetteer()
    return LayeredGazetteer([GazetteerFile(places), EmbeddedGazetteer()])


def is_model(name: str) -> bool:
    """Whether a kit can be asked for that language model; whether it is installed shows when it is loaded."""
    return name in MODELS or (name.startswith(SPACY) and len(name) > len(SPACY))


def _language_model(name: str) -> LanguageModel:
    """The rules, or a model with those that stand in for it behind it."""
    if name == "rules":
        return RulesModel()
    names = (name, *_INSTEAD[name]) if name in MODELS else (name, "standard", *_INSTEAD["standard"])
    return WithFallback([partial(_load, n) for n in names])


def _load(name: str) -> LanguageModel:
    if name == "rules":
        return RulesModel()
    if name in MODELS:
        from .marking.model.annotator import TrainedModel

        return TrainedModel(WEIGHTS / name)
    from .marking.spacy_pipeline.adapter import SpacyModel

    return SpacyModel.load(name.removeprefix(SPACY))
