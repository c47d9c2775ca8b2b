"""Every corpus the runner knows, by name."""

from __future__ import annotations

from benchmarks.accuracy.corpora.attribution import TASK as ATTRIBUTION
from benchmarks.accuracy.corpora.places import TASK as PLACES
from benchmarks.accuracy.corpora.task import Task

TASKS: dict[str, Task] = {task.name: task for task in (ATTRIBUTION, PLACES)}
