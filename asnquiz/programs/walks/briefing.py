"""A briefing with letter cards: prepared in five steps, tried out, led before a room, and its record.

Letter cards need no network, so that it goes the same way on every computer.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from asnquiz.domain.briefing import StepKind
from asnquiz.programs.walker import Walker
from asnquiz.programs.walks.recap import pick
from asnquiz.ui.briefing.lead.page import LeadPage
from asnquiz.ui.briefing.plan_editor_page import PlanEditorPage
from asnquiz.ui.widgets.tick import BRIEFS

_OFFICE = "BKPSDM Kabupaten Contoh"
_TITLE = "Netralitas ASN dalam Pilkada"
_UNITS = "Dinas Pendidikan\nDinas Kesehatan\nKecamatan Contoh"
_GUESTS = (
    "Rina Wulandari; Guru Ahli Muda; Dinas Pendidikan\n"
    "Agus Salim; Perawat; Dinas Kesehatan\n"
    "Dewi Lestari; Kepala Seksi; Kecamatan Contoh"
)
_PEOPLE = "42"
_NO_NETWORK = 3  # in the list of networks
_FIRST, _SECOND = (9, 17, 14), (31, 3, 6)  # cards for what is right and for the others, before the talk and after it
Shoot = Callable[[str], None]
Project = Callable[[str, QWidget], None]


def walk(walker: Walker, shoot: Shoot, project: Project) -> None:
    """From any page with the rail; `project` takes a picture of the room's window. Leaves a rehearsal under way."""
    _open(walker)
    shoot("sosialisasi-awal")
    _prepare(walker, shoot)
    walker.press("Cek kesiapan dan mulai")
    _rehearse(walker, shoot)
    shoot("sosialisasi")
    walker.press("Cek kesiapan dan mulai")
    walker.press("Mulai sosialisasi")
    _lead(walker, shoot, project)
    walker.press("Lihat hasil")
    shoot("sosialisasi-hasil")
    walker.press("Kembali ke Sosialisasi")


def look(walker: Walker, shoot: Shoot) -> None:
    """The list, the rehearsal that was left, and the record of the briefing that was led."""
    _open(walker)
    shoot("sosialisasi")
    walker.press("Lanjutkan memimpin")
    _shoot_leading(walker, _running(walker), shoot, "gladi-soal")
    _leave(walker)
    buttons = walker.window.findChildren(QAbstractButton)
    walker.click(
        [one for one in buttons if one.accessibleName().startswith("Lihat hasil ")][-1]
    )  # what is over is last
    shoot("sosialisasi-hasil")


def _open(walker: Walker) -> None:
    walker.press("Pengaturan")
    if not walker.button(BRIEFS).isChecked():
        walker.press(BRIEFS)
    walker.press("Sosialisasi")


def _prepare(walker: Walker, shoot: Shoot) -> None:
    """Ends at what can be printed."""
    walker.press("Siapkan sosialisasi")
    walker.write("Judul acara", _TITLE)
    walker.write("Tempat", "Aula BKPSDM lantai 2")
    walker.write("Penyelenggara", _OFFICE)
    shoot("sosialisasi-1-acara")
    walker.press("Lanjut ke peserta")
    walker.write("Unit kerja peserta", _UNITS)
    walker.write("Tempel atau ketik daftar", _GUESTS)
    walker.press("Baca daftar ini")
    shoot("sosialisasi-2-peserta")
    walker.press("Lanjut ke cara menjawab")
    walker.write("Perkiraan jumlah peserta", _PEOPLE)
    pick(walker, "Jaringan yang dapat dipakai HP dan laptop", _NO_NETWORK)
    walker.press("Kartu huruf sudah dicetak untuk semua")
    walker.press("Kartu huruf.")
    shoot("sosialisasi-3-cara")
    walker.press("Lanjut ke rencana")
    walker.press("Ringkas, 20 menit")
    shoot("sosialisasi-4-rencana")
    _add_lesson(walker, shoot)
    walker.press("Lanjut ke cek kesiapan")
    shoot("sosialisasi-5-cek")
    walker.press("Simpan, mulai nanti")
    shoot("sosialisasi-kertas")


def _add_lesson(walker: Walker, shoot: Shoot) -> None:
    """The short plan has none; it is added to a copy, which is chosen then."""
    walker.press("Ubah rencana ini")
    page = walker.window.page
    if not isinstance(page, PlanEditorPage):
        raise TypeError("the plan did not open")
    walker.click(page.adding.kinds.chips[StepKind.LESSON])
    walker.press("Tambah 1: ")
    shoot("sosialisasi-susun-rencana")
    walker.press("Simpan rencana")


def _rehearse(walker: Walker, shoot: Shoot) -> None:
    """Tries a vote out, up to its first answers, and comes back to it later."""
    walker.press("Mulai gladi")
    page = _running(walker)
    _go_to(walker, page, StepKind.QUESTION)
    _forward(walker, page)
    _shoot_leading(walker, page, shoot, "gladi-soal")
    _leave(walker)


def _lead(walker: Walker, shoot: Shoot, project: Project) -> None:
    page = _running(walker)
    wall = page.wall.window
    walker.press("Jendela biasa")
    _shoot_leading(walker, page, shoot, "memandu-masuk")
    project("layar-masuk", wall)
    for kind, name in ((StepKind.LESSON, "layar-materi"), (StepKind.RULES, "layar-ketentuan")):
        _go_to(walker, page, kind)
        project(name, wall)
    _forward(walker, page)
    project("layar-ketentuan-berikutnya", wall)
    _vote(walker, page, shoot, project)
    for kind, name in ((StepKind.DEBATE, "layar-beda-pendapat"), (StepKind.PLEDGE, "layar-ikrar")):
        _go_to(walker, page, kind)
        project(name, wall)
    _go_to(walker, page, StepKind.CLOSE)
    walker.press("Akhiri sosialisasi …")
    walker.press("Akhiri sosialisasi")
    walker.until(lambda: page.presenter.state.ended)
    project("layar-penutup", wall)


def _vote(walker: Walker, page: LeadPage, shoot: Shoot, project: Project) -> None:
    """Cards are held up, counted, talked about, held up again; then the room sees the key."""
    wall = page.wall.window
    _go_to(walker, page, StepKind.QUESTION, twice=True)
    project("layar-soal", wall)
    _forward(walker, page)
    project("layar-soal-dibuka", wall)
    _count(walker, page, _FIRST)
    _shoot_leading(walker, page, shoot, "memandu-jumlah")
    _forward(walker, page)
    project("layar-diskusi", wall)
    _forward(walker, page)
    _count(walker, page, _SECOND)
    _forward(walker, page)
    _forward(walker, page)
    _shoot_leading(walker, page, shoot, "memandu-pembahasan")
    project("layar-pembahasan", wall)


def _running(walker: Walker) -> LeadPage:
    """The leader's page, once its hall is open."""
    page = walker.window.page
    if not isinstance(page, LeadPage):
        raise TypeError("the leader's page did not open")
    walker.until(lambda: page.presenter.running)
    return page


def _shoot_leading(walker: Walker, page: LeadPage, shoot: Shoot, name: str) -> None:
    """With what the room sees now in the small picture too."""
    walker.until(lambda: not page.preview.due)
    shoot(name)


def _leave(walker: Walker) -> None:
    for _ in ("the page's button", "the dialog's"):
        walker.press("Tutup sementara")


def _forward(walker: Walker, page: LeadPage) -> None:
    """By the clicker."""
    _told(walker, page, lambda: walker.key(Qt.Key.Key_PageDown))


def _go_to(walker: Walker, page: LeadPage, kind: StepKind, *, twice: bool = False) -> None:
    """Clicks the first step of a kind in the plan."""
    state, steps = page.presenter.state, page.presenter.briefing.steps
    place = next(at for at, step in enumerate(steps) if step.kind is kind and step.twice is twice)
    line = state.steps[place]
    _told(walker, page, lambda: walker.press(f"{line.words} · {line.minutes} menit"))


def _count(walker: Walker, page: LeadPage, cards: tuple[int, ...]) -> None:
    question = page.presenter.state.question
    if question is None:
        raise TypeError("no vote is led")
    right, *others = cards
    for row in question.rows:
        walker.write(f"Jumlah untuk {row.letter}", str(right if row.right else others.pop(0) if others else 0))
    _told(walker, page, lambda: walker.press("Simpan jumlah"))


def _told(walker: Walker, page: LeadPage, act: Callable[[], None]) -> None:
    """Does something, and waits until the hall has told of it or the room sees another sheet."""
    before = page.presenter.news, page.wall.window.sheet
    act()
    walker.until(lambda: (page.presenter.news, page.wall.window.sheet) != before)
