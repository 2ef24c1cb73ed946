"""To Cek kondisi komputer."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QAccessible

from asnquiz.domain.condition import Finding, View
from asnquiz.painting.tokens import ThemeName
from asnquiz.programs.computer import ThisComputer
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.journey import Journey
from asnquiz.programs.paths import Paths, assets_folder
from asnquiz.storage.inspection import DatabaseFile
from asnquiz.ui.destinations import CheckComputer
from asnquiz.ui.theme import missing_of_look
from asnquiz.usecases.check_computer import check_computer, report_text

_THEME = {ThemeName.LIGHT: "terang", ThemeName.DARK: "gelap", ThemeName.HIGH_CONTRAST: "kontras tinggi"}


def travel(journey: Journey, _destination: CheckComputer) -> None:
    paths = Paths(journey.data)
    missing = missing_of_look(journey.window.theme, assets_folder() / "style.qss")
    computer = ThisComputer(paths, tuple(missing), _view(journey))
    packs = pack_library(paths)
    work = partial(check_computer, computer, DatabaseFile(paths.database), packs.look, packs.notice)
    journey.fetch(work, partial(_show, journey, computer), "Mengecek kondisi komputer …")


def _view(journey: Journey) -> View:
    window = journey.window
    screen = window.screen()
    return View(
        width=screen.availableSize().width(),
        height=screen.availableSize().height(),
        scale_percent=round(screen.devicePixelRatio() * 100),
        text_percent=journey.preferences.text_percent,
        theme=_THEME[window.theme.name],
        reader=QAccessible.isActive(),
    )


def _show(journey: Journey, computer: ThisComputer, findings: tuple[Finding, ...]) -> None:
    from asnquiz.ui.condition.page import ConditionPage

    window, now = journey.window, computer.now()
    name = f"kondisi-komputer-{now:%Y-%m-%d}.txt"
    save = partial(_save, journey, name, report_text(findings, now))
    window.show_page(ConditionPage(window.theme, findings, save, window.go))


def _save(journey: Journey, name: str, report: str) -> None:
    from asnquiz.scorefiles.durable import write
    from asnquiz.ui.printing.saving import FileKind, ask_where, tell_saved

    def chosen(file: Path) -> None:
        def saved(_: None) -> None:
            tell_saved(journey.window, file, title="Laporan tersimpan")

        journey.fetch(partial(write, file, report.encode()), saved, "Menyimpan laporan …", "Laporan belum tersimpan")

    kind = FileKind("Simpan laporan", "Berkas teks", ".txt")
    ask_where(journey.window, journey.folder / name, chosen, kind)
