"""`content report` on the program's own pack: a page where there was none, and nothing overwritten."""

from pathlib import Path

import pytest

from asnquiz.programs.commands import run_command


def test_the_page_is_written_once_and_never_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "telaah.html"
    assert run_command(["content", "report", "--out", str(page)]) == 0
    first = page.read_bytes()
    assert first.startswith(b"<!DOCTYPE html>")
    capsys.readouterr()
    assert run_command(["content", "report", "--out", str(page)]) == 1
    assert "sudah ada" in capsys.readouterr().err
    assert page.read_bytes() == first


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["content", "report", "--out", str(tmp_path / "tidak-ada" / "telaah.html")]) == 1
    assert "tidak dapat disimpan" in capsys.readouterr().err
