"""Loading the compiled pack as every start does, against parsing its JSON alone."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from asnquiz.content import compiled
from asnquiz.content.library import PackLibrary
from asnquiz.programs.paths import PACK, content_folder
from benchmarks.report import Report, milliseconds

GOALS = {"load_ms": 40.0}


def measure(_program: Path, runs: int) -> Report:
    """`runs` loads of the form that an earlier start kept, each beside its floor."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "paket.json"
        _, _, form = PackLibrary(content_folder() / PACK, kept).current()
        pairs = [
            (milliseconds(lambda: json.loads(kept.read_bytes().split(b"\n", 2)[2])), milliseconds(_load(kept)))
            for _ in range(runs)
        ]
    return Report(
        "pack",
        figures={
            "floor_ms": [floor for floor, _ in pairs],
            "load_ms": [load for _, load in pairs],
            "compiled_kb": [len(form) / 1000],
        },
        ratios={"load": [load / floor for floor, load in pairs]},
        goals=GOALS,
    )


def _load(kept: Path) -> Callable[[], object]:
    """What a start does, which has decoded nothing yet."""
    compiled.decode.cache_clear()
    return PackLibrary(content_folder() / PACK, kept).current
