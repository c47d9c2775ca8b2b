"""Every corpus the runner knows, by name: each file of this folder that has a ``TASK`` is one."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import benchmarks.accuracy.corpora as folder
from benchmarks.accuracy.corpora.task import Task


def _tasks() -> dict[str, Task]:
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__) if module.name != "registry")
    modules = [import_module(f"{folder.__name__}.{name}") for name in names]
    return {module.TASK.name: module.TASK for module in modules if hasattr(module, "TASK")}


TASKS: dict[str, Task] = _tasks()
