"""The log holds nothing that somebody typed or is called, whatever fails, and does not grow for ever."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from asnquiz.programs.logs import log_to_folder
from asnquiz.programs.paths import Paths
from tests.programs import at_faults
from tests.source_texts import ROOT

ACCOUNT = "akunkwartaal"


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    """The program's logger, left as it was."""
    logger = logging.getLogger("asnquiz")
    before = logger.handlers[:], logger.level, logger.propagate, logging.raiseExceptions
    yield logger
    for handler in logger.handlers:
        if handler not in before[0]:
            handler.close()
    logger.handlers, logger.level, logger.propagate, logging.raiseExceptions = before


def test_no_fault_at_any_layer_brings_a_person_into_the_log(tmp_path: Path) -> None:
    home = tmp_path / ACCOUNT
    data = home / "share" / "asnquiz"
    environ = os.environ | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.programs.at_faults", str(data)]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    page, refusal, work, content, answer, _ = json.loads(done.stdout)
    assert [one[0] for one in (page, refusal, work, answer)] == [
        "Terjadi kesalahan",
        "Terjadi kesalahan",
        "Belum tersimpan",
        "Jawaban belum tersimpan",
    ]
    assert at_faults.NAME in refusal[1]
    assert at_faults.NAME in content[0]
    kept = b"".join(file.read_bytes() for file in data.glob("log/*"))
    for logged in (b"KeyError", b"ValueError", b"Refusal", b"OSError (ENOSPC)", b"OperationalError (SQLITE_ERROR)"):
        assert logged in kept
    assert [word for word in (*at_faults.WORDS, ACCOUNT, str(tmp_path)) if word.lower().encode() in kept.lower()] == []


def test_the_log_is_kept_in_four_files_of_half_a_megabyte(tmp_path: Path, logger: logging.Logger) -> None:
    paths = Paths(tmp_path)
    log_to_folder(paths)
    for number in range(3_000):
        logger.info("%d %s", number, "x" * 1_000)
    files = sorted(paths.log.iterdir())
    assert [file.name for file in files] == ["asnquiz.log", *(f"asnquiz.log.{number}" for number in (1, 2, 3))]
    assert max(file.stat().st_size for file in files) <= 512 * 1024
    assert "2999 xxx" in files[0].read_text("utf-8")
