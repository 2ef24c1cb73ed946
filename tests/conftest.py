"""What holds for every test: no screen; with CI set, properties run in full and nothing may be skipped."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, TypeVar

import hypothesis
import pytest

if TYPE_CHECKING:
    from tests.servers import Server

FULL = 100
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The program is started hundreds of times here: it is compiled once, also where Python was told to keep nothing.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# Tests and what they import stay to the end: looking for garbage among them costs seconds and finds nothing.
gc.disable()


def _may(*trial: str) -> bool:
    if shutil.which(trial[0]) is None:
        return False
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


# Before a command: runs it where there is no network at all.
UNPLUGGED = ["unshare", "-n"] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["unshare", "--map-root-user", "-n"]
# And with every call that its processes make to the system's network written down, and those that write or name files.
_TRACED = "%network,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,truncate"
TRACED = ["strace", "-f", "--seccomp-bpf", "-qq", "-y", "-s", "4096", "-e", f"trace={_TRACED}"]

# Mounting and tracing are rights that nothing can install: without them these tests are left out, and the report begins
# with that. strace itself can be installed: without it they are skipped, which fails with CI set.
_MAY_MOUNT = _may("unshare", "-m", "mount", "-t", "tmpfs", "t", "/mnt")
MAY_TRACE = shutil.which("strace") is None or _may(*TRACED, "-o", os.devnull, *UNPLUGGED, "true")
collect_ignore = [] if _MAY_MOUNT else ["programs/test_disks.py"]

# Begun first, and by different processes, so that none is left alone with one of them at the end.
LONG = (
    "tests/ui/test_every_screen.py",
    "tests/programs/test_tour.py",
    "tests/house/test_rules.py",
    "tests/programs/test_updated_pack.py",
    "tests/screen_reader",
)

IN_CI = bool(os.environ.get("CI"))

hypothesis.settings.register_profile("asnquiz", max_examples=FULL if IN_CI else FULL // 5, deadline=None)
hypothesis.settings.load_profile("asnquiz")

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def pytest_report_header() -> list[str]:
    left_out = [] if _MAY_MOUNT else [f"left out, since nothing may be mounted here: {', '.join(collect_ignore)}"]
    return left_out if MAY_TRACE else [*left_out, "left out, since nothing may be traced here: tests with a trace"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not MAY_TRACE:
        left_out = [item for item in items if "may_trace" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    items[:] = _dealt(items, getattr(config, "workerinput", {"workercount": 1})["workercount"])


def _dealt(items: list[pytest.Item], processes: int) -> list[pytest.Item]:
    """The tests in the order in which xdist gives each process one part of them, as large as the others."""
    others = [item for item in items if not item.nodeid.startswith(LONG)]
    dealt: list[pytest.Item] = []
    for process in range(processes):
        part = [item for item in items if item.nodeid.startswith(LONG[process::processes])]
        room = max(0, (len(items) - len(dealt)) // (processes - process) - len(part))
        dealt += part + others[:room]
        del others[:room]
    return dealt


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def may_trace() -> None:
    """For tests that trace the program."""
    if shutil.which("strace") is None:
        pytest.skip("strace is missing")


@pytest.fixture(scope="session")
def postgres() -> Iterator["Server"]:
    """A server that sorts as people here do, and is gone afterwards."""
    from tests.servers import programs, running

    if programs() is None:
        pytest.skip("PostgreSQL is missing")
    with running() as server:
        yield server


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _unskipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _unskipped((yield))


def _unskipped(report: Report) -> Report:
    """In CI a skip is a failure: everything that tests need is installed there."""
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"A skip is a failure with CI set: {report.longrepr}"
    return report
