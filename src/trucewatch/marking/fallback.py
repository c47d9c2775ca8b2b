"""A language model with others behind it: when one is missing or fails the next reads on, and says so."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence

from ..ports import LanguageModel
from ..records.reading import Sentence
from ..records.text import Article
from .model.readings import ModelError


class ModelNotice(RuntimeWarning):
    """Another language model reads than the one asked for."""


class WithFallback:
    """Implements ``ports.LanguageModel`` by the first of several that can be loaded and does not fail.

    ``name`` is that of the model that reads now, so that every reading names what has read it. The last of the
    models must be one that cannot fail.
    """

    def __init__(self, loaders: Sequence[Callable[[], LanguageModel]]) -> None:
        self._rest = list(loaders)
        self._model = self._next(None)

    @property
    def name(self) -> str:
        """Name and digest of the model in use."""
        return self._model.name

    def annotate(self, article: Article) -> tuple[Sentence, ...]:
        """Annotate by the model in use; one that fails is not asked again."""
        while True:
            try:
                return self._model.annotate(article)
            except ModelError as error:
                self._model = self._next(error)

    def _next(self, failed: Exception | None) -> LanguageModel:
        """The next model that loads; ``failed`` is why one is needed, and the notice's first words."""
        while self._rest:
            load = self._rest.pop(0)
            try:
                model = load()
            except (ModelError, ImportError) as error:
                failed = failed or error
                continue
            if failed is not None:
                warnings.warn(f"{failed}; reading by {model.name} instead", ModelNotice, stacklevel=3)
            return model
        raise failed or ModelError("no language model was given")
