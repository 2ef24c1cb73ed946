"""The list, beginning, the office's facts, publishing, and files of other programs, in the window with real files."""

import json
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from asnquiz.documents.question_table import read_question_table
from asnquiz.domain.draft import DraftKind
from asnquiz.domain.layer import Layer
from asnquiz.domain.local import Contact, ContactRole, Office
from asnquiz.domain.pack import Image, ItemType
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.routes import draft_files
from asnquiz.programs.routes import drafts as route
from asnquiz.ui.destinations import DraftOffice, PublishDrafts, Section
from asnquiz.ui.drafts.list_page import DraftsPage
from asnquiz.ui.drafts.office_page import DraftOfficePage
from asnquiz.ui.printing.saving import FileKind
from asnquiz.usecases.local_ports import PackHead
from tests import builders, drafts, layers
from tests.ui.conftest import OpenWindow
from tests.ui.drafts.conftest import Desk, OpenDesk, at_the_desk

Chosen = Callable[[Path], None]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that every dialog of the system gives."""
    file = tmp_path / "soal.baris"

    def saved(_parent: QWidget, offered: Path, save: Chosen, _kind: FileKind = route._PACK) -> None:
        save(file.with_suffix(offered.suffix))

    def opened(
        _parent: QWidget, _title: str, _folder: Path, chosen: Callable[[Sequence[Path]], None], **_: object
    ) -> None:
        chosen([file])

    monkeypatch.setattr(route, "ask_where", saved)
    monkeypatch.setattr(draft_files, "ask_where", saved)
    monkeypatch.setattr(draft_files, "ask_for_files", opened)
    return file


def shown(desk: Desk) -> list[str]:
    return [label.text() for label in desk.opened.labels()]


def see_what_goes_out(here: Desk) -> None:
    here.opened.window.go(PublishDrafts())
    here.opened.walker.settle()


def publish(here: Desk) -> None:
    see_what_goes_out(here)
    here.opened.walker.press("Simpan paket …")


def write_by(here: Desk, write: Callable[..., tuple[PackHead, str | None]]) -> None:
    """Lets packs be written in another way."""
    learning = here.opened.journey.learning
    tools = replace(learning.drafts.tools, write_pack=write)
    here.opened.journey.learning = replace(learning, drafts=drafts.WrittenHere(learning.drafts, tools))  # type: ignore[arg-type]


def test_somebody_begins_from_the_settings_and_writes(open_window: OpenWindow) -> None:
    opened = open_window()
    at_the_desk(opened)
    walker = opened.walker
    walker.press("Pengaturan")
    with pytest.raises(LookupError):
        walker.button("Buka Soal setempat")
    walker.press("Saya juga memandu sosialisasi")
    walker.press("Buka Soal setempat")
    walker.press("Mulai menulis")
    assert any("Nama kantor masih kosong" in label.text() for label in opened.labels())
    walker.write("Nama kantor", "BKPSDM Kabupaten Contoh")
    walker.write("Judul paket", "Netralitas di Kabupaten Contoh")
    walker.press("Mulai menulis")
    assert isinstance(opened.window.page, DraftsPage)
    begun = opened.journey.learning.drafts.store.workshop()
    assert begun is not None
    assert begun.id == "bkpsdm-kabupaten-contoh"
    opened.window.go(Section.BRIEFING)
    walker.settle()
    walker.press("Buka Soal setempat")
    assert isinstance(opened.window.page, DraftsPage)


def test_the_list_is_searched_and_narrowed_and_stays_so(desk: OpenDesk) -> None:
    verdict = drafts.content(ItemType.VERDICT, stem="Bolehkah memimpin apel?", phase="before")
    here = desk(
        drafts.draft("soal-01", mark=layers.REVIEWED),
        drafts.draft("soal-02", content=verdict, mark=layers.WAITING),
        drafts.draft("ketentuan-01", DraftKind.RULE, content=drafts.rule_content(act="Apel pagi")),
    )
    here.list()
    walker = here.opened.walker
    assert "3 entri: 1 konsep, 1 menunggu telaah, 1 ditelaah." in shown(here)
    walker.write("Cari kata atau id", "apel")
    assert "Ditemukan 2 entri: 1 konsep, 1 menunggu telaah." in shown(here)
    walker.press("Soal")
    assert "Ditemukan 1 entri: 1 menunggu telaah." in shown(here)
    walker.press("Buka: kab-contoh-soal-02")
    walker.press("Kembali ke Soal setempat")
    assert "Ditemukan 1 entri: 1 menunggu telaah." in shown(here)
    walker.press("Ditelaah")
    assert "Ditemukan 0 entri." in shown(here)


def test_a_national_question_is_copied_and_stays_as_it_is(desk: OpenDesk) -> None:
    here = desk()
    here.list()
    here.opened.walker.press("Salin soal nasional …")
    pack = here.opened.learning.packs.current()[0]
    item = pack.items[0]
    here.opened.walker.press(item.stem)
    assert here.page.writing.draft.content["stem"] == item.stem
    copy = here.draft("soal-01")
    assert (copy.content.get("revision"), copy.content["explanation"], copy.mark) == (
        None,
        item.explanation,
        layers.DRAFT,
    )
    assert [row.get("law") for row in copy.content["citations"]] == [one.law for one in item.citations]


def test_a_file_is_told_before_it_is_taken_and_comes_out_as_it_went_in(desk: OpenDesk, file: Path) -> None:
    here = desk(drafts.draft("soal-01", mark=layers.REVIEWED))
    file.write_text(f"{layers.own('soal-01')}|Diubah?\n|Baru?\n", "utf-8")
    here.list()
    walker = here.opened.walker
    walker.press("Ambil soal dari berkas …")
    assert "Berkas “soal.baris”: 1 soal baru, 1 mengubah soal yang ada." in shown(here)
    assert "Yang tidak terbawa: 2" in shown(here)
    assert len(here.store.drafts()) == 1
    walker.press("Batal")
    assert len(here.store.drafts()) == 1
    walker.press("Ambil soal dari berkas …")
    walker.press("Ambil 2 soal")
    assert [draft.content["stem"] for draft in here.store.drafts()] == ["Diubah?", "Baru?"]
    assert here.draft("soal-01").mark == layers.DRAFT
    file.unlink()
    walker.press("Simpan ke berkas …")
    walker.press("Baris")
    walker.press("Simpan berkas …")
    assert file.read_text("utf-8") == f"{layers.own('soal-01')}|Diubah?\n{layers.own('soal-02')}|Baru?"


def test_an_empty_workbook_to_write_in_is_saved(desk: OpenDesk, file: Path) -> None:
    here = desk()
    here.list()
    here.opened.walker.press("Simpan templat Excel …")
    with pytest.raises(Refusal, match="Belum ada soal di bawah judul kolom"):
        read_question_table(file.with_suffix(".xlsx").read_bytes(), builders.pack())
    here.opened.walker.press("Selesai")
    assert isinstance(here.opened.window.page, DraftsPage)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("soal.baris", b"tanpa pemisah", "Baris 1 tidak terbaca"), ("soal.exe", b"MZ", "bukan berkas soal yang dikenal")],
)
def test_a_file_that_is_none_changes_nothing(
    desk: OpenDesk, file: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, words: str
) -> None:
    here = desk(drafts.draft())
    other = file.with_name(name)
    other.write_bytes(content)
    monkeypatch.setattr(draft_files, "ask_for_files", lambda *given, **_: given[3]([other]))
    here.list()
    here.opened.walker.press("Ambil soal dari berkas …")
    question = here.opened.window.question
    assert question is not None
    assert words in question.informativeText()
    here.opened.walker.press("Mengerti")
    assert here.store.drafts() == (drafts.draft(),)


def test_a_pack_goes_out_with_what_somebody_stands_for(desk: OpenDesk, file: Path) -> None:
    here = desk(
        drafts.draft("soal-01", mark=layers.REVIEWED),
        drafts.draft("soal-02", mark=layers.WAITING),
        drafts.draft("soal-03"),
        drafts.draft("soal-04", published=1),
    )
    see_what_goes_out(here)
    said = shown(here)
    assert "Soal: 2 (1 ditelaah, 1 menunggu telaah)" in said
    assert {"Masih konsep, tidak ikut: 1", "Akan hilang dari paket: 1"} <= set(said)
    here.opened.walker.press("Simpan paket …")
    written = json.loads(file.with_suffix(".asnpack").read_text("utf-8"))
    assert [item["id"] for item in written["items"]] == [layers.own("soal-01"), layers.own("soal-02")]
    assert (written["version"], written["publisher"]) == ("1", drafts.WORKSHOP.publisher)
    question = here.opened.window.question
    assert question is not None
    assert "Pakai di komputer ini" in [button.text() for button in question.buttons()]
    assert "Sidik kunci penerbit: kPrK _qmx VWaY VA9w wBF6." in question.informativeText()
    here.opened.walker.press("Selesai")
    assert any("Terbit terakhir: versi 1." in words for words in shown(here))
    assert [draft.published for draft in here.store.drafts()] == [1, 1, None, 1]


def test_a_key_that_had_to_be_made_anew_is_told_with_the_pack(desk: OpenDesk, file: Path) -> None:
    here = desk(drafts.draft("soal-01", mark=layers.REVIEWED))
    here.published.notice = "Kunci komputer ini rusak dan sudah diganti dengan yang baru."
    publish(here)
    question = here.opened.window.question
    assert question is not None
    assert "Kunci komputer ini rusak dan sudah diganti dengan yang baru." in question.informativeText()
    here.opened.walker.press("Selesai")


def test_a_pack_that_could_not_be_written_leaves_its_number_to_nobody(
    desk: OpenDesk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can tell whether a file stands there after all, as when the program was killed after it was written."""
    here = desk(drafts.draft("soal-01", mark=layers.REVIEWED))
    broken = [True]

    def write(layer: Layer, to: Path, note: Callable[[], object]) -> tuple[PackHead, str | None]:
        made = here.published.write(layer, to, note)
        if broken:
            broken.pop()
            raise Refusal("Tempat itu tidak tersambung lagi.")
        return made

    write_by(here, write)
    publish(here)
    here.opened.walker.press("Mengerti")
    assert any("versi 2" in words for words in shown(here))
    here.store.keep(replace(here.draft("soal-01"), content=drafts.content(stem="Ditulis ulang?")))
    publish(here)
    written = [(layer.version, layer.items[0].stem) for layer in here.published.layers]
    assert written == [("1", drafts.content()["stem"]), ("2", "Ditulis ulang?")]


def test_a_pack_that_others_could_not_open_takes_no_number(desk: OpenDesk, file: Path) -> None:
    here = desk(drafts.draft("soal-01", mark=layers.REVIEWED))

    def refuse(*_: object) -> NoReturn:
        raise Refusal("Paket setempat ini memuat 1 kesalahan.")

    write_by(here, refuse)
    publish(here)
    here.opened.walker.press("Mengerti")
    assert here.store.workshop() == drafts.WORKSHOP
    assert here.draft("soal-01").published is None


def test_what_a_command_brought_meanwhile_is_shown_before_a_pack_goes_out(desk: OpenDesk, file: Path) -> None:
    here = desk(drafts.draft("soal-01", mark=layers.REVIEWED))
    see_what_goes_out(here)
    brought = replace(here.draft("soal-01"), content=drafts.content(stem="Dibawa perintah?"))
    here.store.keep(brought)
    here.opened.walker.press("Simpan paket …")
    question = here.opened.window.question
    assert question is not None
    assert "berubah sejak halaman ini dibuka" in question.informativeText()
    here.opened.walker.press("Mengerti")
    assert (here.draft("soal-01"), here.published.layers) == (brought, [])
    here.opened.walker.press("Simpan paket …")
    assert [layer.items[0].stem for layer in here.published.layers] == ["Dibawa perintah?"]


def test_what_is_faulty_keeps_a_pack_back_and_leads_to_it(desk: OpenDesk) -> None:
    here = desk(drafts.draft("soal-01", content=drafts.content(stem=""), mark=layers.WAITING))
    see_what_goes_out(here)
    assert not here.opened.walker.button("Simpan paket …").isEnabled()
    here.opened.walker.press("Buka kab-contoh-soal-01")
    assert here.page.writing.draft.id == layers.own("soal-01")


def test_the_offices_facts_are_kept_as_they_were_typed(desk: OpenDesk) -> None:
    here = desk()
    here.opened.window.go(DraftOffice())
    walker = here.opened.walker
    walker.settle()
    walker.press("Tambah kontak")
    box = next(one for one in here.opened.window.findChildren(QComboBox) if one.accessibleName() == "Siapa, kontak 1")
    box.setCurrentIndex(1)
    walker.write("Telepon, kontak 1", "0000 000")
    walker.press("Simpan keterangan")
    assert "Namanya masih kosong. Isi, atau hapus isian lainnya." in shown(here)
    walker.write("Nama, kontak 1", "Bawaslu Kabupaten Contoh")
    walker.write(
        "Perangkat daerah dan unit kerja", "Dinas Kesehatan\n- Puskesmas Satu\n-Puskesmas Dua\nSekretariat Daerah"
    )
    walker.write("Kop surat", "PEMERINTAH KABUPATEN CONTOH")
    walker.write("Daerah", "Kabupaten Contoh")
    walker.write("Penetapan calon", "22-9-2027")
    walker.press("Simpan keterangan")
    assert any("Tanggal pemungutan suara harus diisi" in words for words in shown(here))
    walker.write("Pemungutan suara", "27-11-2027")
    walker.press("Pakai naskah ikrar kantor sendiri")
    walker.write("Nama ikrar", "Ikrar Kabupaten Contoh")
    name = next(one for one in here.opened.window.findChildren(QPlainTextEdit) if one.accessibleName() == "Nama ikrar")
    name.insertPlainText("\N{ZERO WIDTH SPACE}")  # as it comes along when people paste
    walker.press("Simpan keterangan")
    kept = here.store.workshop()
    assert kept is not None
    assert kept.contacts == (Contact(ContactRole.BAWASLU, "Bawaslu Kabupaten Contoh", phone="0000 000"),)
    assert kept.offices == (
        Office("Dinas Kesehatan", ("Puskesmas Satu", "Puskesmas Dua")),
        Office("Sekretariat Daerah"),
    )
    assert kept.letterhead == ("PEMERINTAH KABUPATEN CONTOH",)
    assert kept.calendar is not None
    assert kept.calendar.voting.isoformat() == "2027-11-27"
    national = here.opened.learning.packs.current()[0].pledge
    assert kept.pledge == replace(national, name="Ikrar Kabupaten Contoh", source=())
    assert here.opened.window.page is not None
    assert not here.opened.window.page.unsaved


@pytest.mark.parametrize(
    ("label", "lines", "words"),
    [
        ("Kop surat", "\n".join("abcdefg"), "Kop surat paling banyak 6 baris. Hapus yang lain."),
        (
            "Perangkat daerah dan unit kerja",
            "\n".join(["Dinas", *(f"- Unit {number}" for number in range(2000))]),
            "Perangkat daerah dan unit kerja seluruhnya paling banyak 2.000; yang tertulis 2.001. Hapus yang lain.",
        ),
    ],
)
def test_more_facts_than_a_pack_holds_are_refused_where_they_stand(
    desk: OpenDesk, label: str, lines: str, words: str
) -> None:
    here = desk()
    here.opened.window.go(DraftOffice())
    here.opened.walker.settle()
    areas = here.opened.window.findChildren(QPlainTextEdit)
    next(one for one in areas if one.accessibleName() == label).setPlainText(lines)
    here.opened.walker.press("Simpan keterangan")
    assert words in shown(here)
    assert here.store.workshop() == drafts.WORKSHOP


def test_a_picture_that_a_command_brought_meanwhile_stays(desk: OpenDesk) -> None:
    here = desk()
    here.opened.window.go(DraftOffice())
    here.opened.walker.settle()
    picture = Image("kab-contoh-soal-01-abc", "image/png", b64encode(drafts.PNG).decode())
    here.store.keep_workshop(replace(drafts.WORKSHOP, images=(picture,)))
    here.opened.walker.write("Judul paket", "Judul baru")
    here.opened.walker.press("Simpan keterangan")
    assert here.store.workshop() == replace(drafts.WORKSHOP, title="Judul baru", images=(picture,))


def test_no_more_contacts_are_added_than_a_pack_holds(desk: OpenDesk) -> None:
    here = desk()
    here.store.keep_workshop(
        replace(drafts.WORKSHOP, contacts=tuple(Contact(ContactRole.OTHER, f"Orang {at}") for at in range(49)))
    )
    here.opened.window.go(DraftOffice())
    here.opened.walker.settle()
    adding = here.opened.walker.button("Tambah kontak")
    assert adding.isEnabled()
    adding.click()
    assert not adding.isEnabled()


def test_facts_that_were_not_kept_are_asked_about_before_one_leaves(desk: OpenDesk) -> None:
    here = desk()
    here.opened.window.go(DraftOffice())
    here.opened.walker.settle()
    here.opened.walker.write("Judul paket", "Judul baru")
    here.opened.walker.press("Kembali ke Soal setempat")
    here.opened.walker.press("Simpan")
    kept = here.store.workshop()
    assert kept is not None
    assert kept.title == "Judul baru"
    assert not isinstance(here.opened.window.page, DraftOfficePage)
