"""What holds for every test: no screen; with CI set, properties run in full and nothing may be skipped."""

import os
import shutil
import subprocess
from collections.abc import Generator
from typing import TypeVar

import hypothesis
import pytest

FULL = 500
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _may_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    trial = ["unshare", "-m", "mount", "-t", "tmpfs", "t", "/mnt"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


# Mounting is a right that nothing can install: without it these tests are left out, and the report begins with that.
collect_ignore = [] if _may_mount() else ["programs/test_disks.py"]

IN_CI = bool(os.environ.get("CI"))

hypothesis.settings.register_profile("asnquiz", max_examples=FULL if IN_CI else FULL // 10, deadline=None)
hypothesis.settings.load_profile("asnquiz")

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def pytest_report_header() -> str | None:
    return f"left out, since nothing may be mounted here: {', '.join(collect_ignore)}" if collect_ignore else None


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
