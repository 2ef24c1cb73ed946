"""Another process that is told orders and answers them, each as a JSON object in a line."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any

Said = dict[str, Any]


class Child:
    """A module of this package as a process, as the one that started it sees it; ends with the context."""

    def __init__(self, program: Path, module: str, *words: object) -> None:
        command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, words)]
        self._process = subprocess.Popen(command, cwd=program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._process:
            if error is not None:
                self._process.kill()

    def tell(self, do: str, **more: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self._process.stdin.flush()

    def hear(self) -> Said:
        assert self._process.stdout is not None
        said: Said = json.loads(self._process.stdout.readline())
        return said

    def ask(self, do: str, **more: object) -> Said:
        self.tell(do, **more)
        return self.hear()


def answer(said: Said) -> None:
    """In the process itself."""
    print(json.dumps(said), flush=True)


def hear_orders(take: Callable[[Said], object], over: Callable[[], object]) -> None:
    """Calls `take` with each order, and `over` after the last, in a thread of its own."""

    def read() -> None:
        for line in sys.stdin:
            take(json.loads(line))
        over()

    Thread(target=read, daemon=True).start()
