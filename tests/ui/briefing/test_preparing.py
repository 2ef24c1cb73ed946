"""Preparing a briefing at a real window: in a minute, in five steps, for invited people, with a plan of one's own."""

from http.client import HTTPConnection
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from asnquiz.domain.briefing import Step, StepKind, Way
from asnquiz.programs.lan import LanAddress
from asnquiz.programs.routes import check_briefing
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.ui.briefing.guests_page import GuestsPage
from asnquiz.ui.briefing.lead.page import LeadPage
from asnquiz.ui.briefing.list_page import BriefingsPage
from asnquiz.ui.briefing.occasion_page import OccasionPage
from asnquiz.ui.briefing.papers_page import PapersPage
from asnquiz.ui.briefing.plan_editor_page import PlanEditorPage
from asnquiz.ui.briefing.plan_page import PlanPage
from asnquiz.ui.briefing.ready_page import ReadyPage
from asnquiz.ui.destinations import BriefingPapers, CheckBriefing, EditPlan, PrepareBriefing, Section
from asnquiz.usecases.briefing_ports import BriefingStore
from tests.ui.briefing.held import on_paper
from tests.ui.briefing.leading import begin
from tests.ui.conftest import Opened, OpenWindow

LIST = "Nama;Jabatan;Unit kerja;NIP\nSiti Aminah;Analis;Dinas Kesehatan;198609262015051001\nBudi;;Sekretariat Daerah;\n"


def go(opened: Opened, place: object) -> None:
    opened.window.go(place)  # type: ignore[arg-type]
    opened.walker.settle()


def store_of(opened: Opened) -> BriefingStore:
    return opened.learning.briefings.store


def shown(opened: Opened) -> str:
    return "\n".join(label.text() for label in opened.labels())


def leave(opened: Opened) -> None:
    """Leaves the leader's page as people do, so that the hall is closed."""
    opened.walker.press("Tutup sementara")
    opened.walker.press("Tutup sementara")


@pytest.fixture
def opened(open_window: OpenWindow) -> Opened:
    return open_window()


def test_whoever_only_wants_to_start_types_who_holds_it_and_leads(opened: Opened) -> None:
    go(opened, PrepareBriefing())
    opened.walker.press("Mulai sekarang")
    assert isinstance(opened.window.page, OccasionPage), "a guest has no name, and no office is known yet"
    assert "Narasumber masih kosong" in shown(opened)
    opened.walker.write("Narasumber", "Rahmat Hidayat")
    opened.walker.write("Penyelenggara", "BKPSDM Kabupaten Contoh")
    opened.walker.press("Mulai sekarang")
    assert isinstance(opened.window.page, LeadPage)
    (summary,) = store_of(opened).summaries()
    assert summary.briefing.occasion.letterhead == ("BKPSDM Kabupaten Contoh",)
    assert summary.briefing.plan.id == "siap-45"
    assert not summary.briefing.rehearsal
    leave(opened)


def test_what_papers_say_at_their_head_is_there_again_next_time(opened: Opened) -> None:
    go(opened, PrepareBriefing())
    for label, words in (("Tempat", "Pendopo"), ("Narasumber", "Rahmat"), ("Penyelenggara", "BKPSDM")):
        opened.walker.write(label, words)
    for step in ("peserta", "cara menjawab", "rencana", "cek kesiapan"):
        if step == "rencana":
            opened.walker.press("Angkat tangan")
        opened.walker.press(f"Lanjut ke {step}")
    opened.walker.press("Simpan, mulai nanti")
    assert isinstance(opened.window.page, PapersPage)
    go(opened, PrepareBriefing())
    typed = {line.text() for line in opened.window.findChildren(QLineEdit)}
    assert typed >= {"Pendopo", "Rahmat", "BKPSDM"}
    go(opened, Section.BRIEFING)
    assert "Sudah disiapkan" in shown(opened)


def test_an_invitation_list_is_taken_whole_or_not_at_all(opened: Opened, tmp_path: Path) -> None:
    go(opened, PrepareBriefing())
    for label in ("Narasumber", "Penyelenggara"):
        opened.walker.write(label, "BKPSDM")
    opened.walker.press("Lanjut ke peserta")
    opened.walker.write("Tempel atau ketik daftar", "Siti; Analis; Dinas Kesehatan\nBudi; Staf; ; 123")
    opened.walker.press("Baca daftar ini")
    assert "1 sel tidak dapat dipakai" in shown(opened)
    opened.walker.press("Lanjut ke cara menjawab")
    page = opened.window.page
    assert isinstance(page, GuestsPage), "a fault is in the way"
    opened.walker.press("Kosongkan daftar undangan")
    file = tmp_path / "undangan.csv"
    file.write_text(LIST, "utf-8")
    opened.walker.press("Pilih berkas daftar")
    dialog = next(one for one in opened.window.findChildren(QFileDialog) if one.isVisible())
    dialog.filesSelected.emit([str(file)])
    dialog.reject()
    opened.walker.settle()
    assert "2 orang diundang" in shown(opened)
    opened.walker.press("Lanjut ke cara menjawab")
    opened.walker.press("Lembar kertas")
    opened.walker.press("Lanjut ke rencana")
    opened.walker.press("Lanjut ke cek kesiapan")
    assert "Alamat untuk HP" not in shown(opened), "papers need no network"
    opened.walker.press("Simpan, mulai nanti")
    (summary,) = store_of(opened).summaries()
    assert [one.name for one in summary.briefing.guests] == ["Siti Aminah", "Budi"]
    assert summary.briefing.guests[0].nip == "198609262015051001"
    assert summary.briefing.way is Way.PAPER


def test_the_recommended_way_follows_what_is_said_of_the_hall_until_one_is_chosen(opened: Opened) -> None:
    go(opened, PrepareBriefing())
    for label in ("Narasumber", "Penyelenggara"):
        opened.walker.write(label, "BKPSDM")
    opened.walker.press("Lanjut ke peserta")
    opened.walker.press("Lanjut ke cara menjawab")
    assert opened.walker.button("HP masing-masing").isChecked()
    opened.walker.press("Hampir semua peserta membawa HP")
    assert opened.walker.button("Satu HP per meja").isChecked()
    opened.walker.press("Angkat tangan")
    opened.walker.press("Hampir semua peserta membawa HP")
    assert opened.walker.button("Angkat tangan").isChecked()
    opened.walker.write("Perkiraan jumlah peserta", "9999")
    opened.walker.press("Lanjut ke rencana")
    assert "angka 1 sampai 2.000" in shown(opened)


def test_a_plan_of_ones_own_is_changed_by_buttons_and_kept(opened: Opened) -> None:
    go(opened, EditPlan("siap-20"))
    page, walker = opened.window.page, opened.walker
    assert isinstance(page, PlanEditorPage)
    plan = page.presenter.plan
    assert plan.name == "Ringkas, 20 menit (saya)"
    before = plan.steps
    walker.press("Hapus: bagian 2")
    assert page.presenter.plan.steps == (before[0], *before[2:])
    walker.press("Naik: bagian 3")
    assert page.presenter.plan.steps[1:3] == (before[3], before[2])
    walker.press("Turun: bagian 2")
    walker.click(page.adding.kinds.chips[StepKind.LESSON])
    walker.write("Cari di paket soal", "jempol")
    walker.press("Tambah 1: ")
    added = [step for step in page.presenter.plan.steps if step not in before]
    assert [step.kind for step in added] == [StepKind.LESSON]
    assert page.presenter.plan.steps[-2:] == before[-2:], "it comes before the pledge and the end"
    assert page.unsaved
    walker.press("Simpan rencana")
    assert isinstance(opened.window.page, BriefingsPage)
    (kept,) = store_of(opened).plans()
    assert kept.steps == page.presenter.plan.steps


def test_a_vote_is_taken_twice_by_its_tick_and_a_step_takes_the_minutes_that_are_chosen(opened: Opened) -> None:
    go(opened, EditPlan(None))
    page, walker = opened.window.page, opened.walker
    assert isinstance(page, PlanEditorPage)
    assert "Rencana ini masih kosong" in shown(opened)
    walker.press("Tambah 1: ")
    walker.press("Jawab, bicarakan, lalu jawab lagi")
    (vote,) = page.presenter.plan.steps
    assert vote.twice
    page.presenter.set_minutes(0, 12)
    assert page.presenter.plan.steps == (Step(vote.kind, 12, vote.refs, twice=True),)
    walker.settle()
    for name in ("Tambah Peserta masuk", "Tambah Penutup"):
        walker.press(name)
    assert "Yang perlu dibenahi" not in shown(opened)
    walker.press("Kembali")
    walker.press("Simpan")
    assert [plan.name for plan in store_of(opened).plans()] == ["Rencana saya"]


def test_a_plan_that_is_changed_on_the_way_is_the_one_that_is_chosen_then(opened: Opened) -> None:
    go(opened, PrepareBriefing())
    for label in ("Narasumber", "Penyelenggara"):
        opened.walker.write(label, "BKPSDM")
    for step in ("peserta", "cara menjawab", "rencana"):
        opened.walker.press(f"Lanjut ke {step}")
    opened.walker.press("Ringkas, 20 menit")
    opened.walker.press("Ubah rencana ini")
    opened.walker.write("Nama rencana", "Apel Senin")
    opened.walker.press("Simpan rencana")
    assert isinstance(opened.window.page, PlanPage)
    assert opened.walker.button("Apel Senin").isChecked()


def test_the_door_for_a_trial_is_open_while_the_check_is_on_screen_and_no_longer(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (LanAddress("127.0.0.1", "wlan0", wireless=True),)
    monkeypatch.setattr(check_briefing, "lan_addresses", lambda: found)
    go(opened, CheckBriefing(begin(opened).id))
    page = opened.window.page
    assert isinstance(page, ReadyPage)
    address = next(one.words for one in page.checks if one.name == "address").split()[0]
    assert fetched(address, "127.0.0.2") == 200
    opened.walker.until(lambda: "1 HP sudah membuka" in shown(opened))
    go(opened, Section.BRIEFING)
    opened.walker.settle()
    with pytest.raises(OSError, match="refused"):
        fetched(address, "127.0.0.2")


def fetched(address: str, source: str) -> int:
    """How the phone page is answered to another device of this computer's own network."""
    host, port = address.split(":")
    connection = HTTPConnection(host, int(port), timeout=5, source_address=(source, 0))
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    finally:
        connection.close()


def test_every_paper_is_saved_as_a_pdf(opened: Opened) -> None:
    briefing = on_paper(opened)
    go(opened, BriefingPapers(briefing.id))
    opened.walker.press("Cantumkan NIP")
    for name in (
        "Simpan lembar soal",
        "Simpan kunci jawaban",
        "Simpan undangan",
        "Simpan daftar hadir",
        "Simpan pakta perorangan",
        "Simpan pakta bersama",
    ):
        opened.walker.press(name)
        file = save_as_offered(opened.walker)
        assert file.read_bytes().startswith(b"%PDF"), name
        opened.walker.press("Selesai")
    opened.walker.press("Cek kesiapan dan mulai")
    assert isinstance(opened.window.page, ReadyPage)


def test_a_rehearsal_begins_without_a_word(opened: Opened) -> None:
    go(opened, Section.BRIEFING)
    opened.walker.press("Mulai gladi")
    assert isinstance(opened.window.page, LeadPage)
    (summary,) = store_of(opened).summaries()
    assert summary.briefing.rehearsal
    leave(opened)


def test_a_briefing_is_erased_once_that_was_asked(opened: Opened) -> None:
    on_paper(opened)
    go(opened, Section.BRIEFING)
    opened.walker.press("Hapus … ")
    opened.walker.key(Qt.Key.Key_Escape)
    assert len(store_of(opened).summaries()) == 1
    opened.walker.press("Hapus … ")
    opened.walker.press("Hapus")
    assert store_of(opened).summaries() == ()
    assert isinstance(opened.window.page, BriefingsPage)
