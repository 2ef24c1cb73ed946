"""A damaged data folder opens all the same and says so once, backups are made, and commands leave a window in peace."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from asnquiz.domain.preferences import Preferences
from asnquiz.programs import main
from asnquiz.programs.desktop import open_desk
from asnquiz.programs.learning import open_learning
from asnquiz.programs.one_window import OneWindow
from asnquiz.programs.paths import Paths
from asnquiz.programs.upkeep import Upkeep
from asnquiz.programs.walker import Walker
from asnquiz.ui.shell.main_window import MainWindow
from tests import builders
from tests.data_folders import compiled_before
from tests.storage.sitting import begun


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The data folder of somebody who has answered."""
    found = compiled_before(Paths(tmp_path / "data"))
    with open_learning(found) as learning:
        attempt = begun(learning.store)
        learning.store.add_response(attempt.id, builders.response("soal-single", (1,)))
    return found


def damage(paths: Paths) -> None:
    content = paths.database.read_bytes()
    paths.database.write_bytes(bytes(100) + content[100:])


@contextmanager
def desk(app: QApplication, paths: Paths) -> Iterator[Walker]:
    show: Callable[[MainWindow], None] = MainWindow.show
    with open_desk(app, paths, paths.data, preferences=Preferences(), seeds=lambda: 1, show=show) as opened:
        walker = Walker(opened)
        walker.settle()
        yield walker
        opened.window.close()
        walker.settle()


def said(walker: Walker) -> list[str]:
    box = walker.window.question
    return [] if box is None else [box.text(), box.informativeText()]


def test_a_recovery_is_told_once_over_the_first_screen(qapp: QApplication, paths: Paths) -> None:
    damage(paths)
    with desk(qapp, paths) as walker:
        assert walker.window.page is not None
        title, words = said(walker)
        assert title == "Data belajar sudah dipulihkan"
        assert words == (
            "Berkas data rusak dan sudah dipulihkan: 1 kuis dan 1 jawaban. Tidak ada catatan yang diketahui hilang. "
            f"Berkas yang rusak disimpan di {paths.data / 'rusak'}."
        )
    with desk(qapp, paths) as walker:
        assert said(walker) == []


def test_an_open_window_has_a_backup_of_today(qapp: QApplication, paths: Paths) -> None:
    with desk(qapp, paths):
        assert len(list((paths.data / "backups").glob("asnquiz-*.db"))) == 1


def test_a_lost_database_comes_back_from_its_backup(qapp: QApplication, paths: Paths) -> None:
    with desk(qapp, paths):
        pass
    paths.database.unlink()
    with desk(qapp, paths) as walker:
        assert said(walker)[1].startswith("Berkas data tidak ditemukan, lalu dipulihkan dari cadangan tanggal ")
        assert ": 1 kuis dan 1 jawaban. " in said(walker)[1]


def test_a_backup_that_fails_is_told_once_as_long_as_the_window_is_open(qapp: QApplication, paths: Paths) -> None:
    (paths.data / "backups").write_text("")
    with desk(qapp, paths) as walker:
        assert said(walker)[0] == "Cadangan harian belum dibuat"
        walker.press("Mengerti")
        (upkeep,) = walker.window.findChildren(Upkeep)
        upkeep.back_up()
        walker.settle()
        assert said(walker) == []
        (paths.data / "backups").unlink()
        upkeep.back_up()
        walker.settle()
        assert len(list((paths.data / "backups").glob("asnquiz-*.db"))) == 1


def export(paths: Paths) -> int:
    return main(["--data-dir", str(paths.data), "score", "export", "--out", str(paths.data.parent)])


def test_a_command_restores_a_damaged_folder_and_says_so(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    damage(paths)
    assert export(paths) == 1
    err = capsys.readouterr().err
    assert "Berkas data rusak dan sudah dipulihkan" in err
    assert "Belum ada ujian yang selesai" in err


@pytest.mark.parametrize("harm", [damage, lambda paths: paths.database.unlink()])
def test_a_command_leaves_restoring_to_the_window_that_is_open(
    qapp: QApplication, paths: Paths, capsys: pytest.CaptureFixture[str], harm: Callable[[Paths], None]
) -> None:
    with open_learning(paths) as learning:
        learning.store.back_up(learning.clock.now().local.date())
    harm(paths)
    before = {file.name for file in paths.data.iterdir()}
    window = OneWindow(paths.data)
    assert window.take()
    assert export(paths) == 1
    assert "Tutup jendela ASN Netral" in capsys.readouterr().err
    assert {file.name for file in paths.data.iterdir()} == {*before, "window.lock"}
    window.release()


def test_a_command_beside_a_window_works_on_a_whole_folder(
    qapp: QApplication, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    window = OneWindow(paths.data)
    assert window.take()
    with open_learning(paths):
        assert export(paths) == 1
    assert capsys.readouterr().err.startswith("Belum ada ujian yang selesai")
    window.release()


def test_a_choice_of_packs_that_cannot_be_used_is_told_at_each_start_over_the_programs_own(
    qapp: QApplication, paths: Paths
) -> None:
    paths.packs.mkdir()
    (paths.packs / "pilihan.json").write_text("{")
    for _ in range(2):
        with desk(qapp, paths) as walker:
            assert walker.window.page is not None
            title, words = said(walker)
            assert title == "Paket soal yang dipilih perlu perhatian"
            assert "(pilihan.json) rusak." in words
            assert words.endswith("Untuk sementara dipakai paket yang datang bersama program ini.")
            walker.press("Mengerti")
    (paths.packs / "pilihan.json").unlink()
    with desk(qapp, paths) as walker:
        assert said(walker) == []
