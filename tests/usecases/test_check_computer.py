"""What is said of a computer: which things need attention, what to do, and never a word from outside."""

import datetime as dt
from dataclasses import dataclass, replace

import pytest

from asnquiz.domain.condition import Backups, Finding, Folder, Integrity, Place, View
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.check_computer import check_computer, report_text, summary_words
from tests import builders

NOW = dt.datetime(2026, 11, 27, 21, 48, tzinfo=dt.UTC)
TODAY = NOW.date()
BACKED_UP = Backups(TODAY, TODAY)
FOLDER = Folder(
    place=Place.USUAL,
    home_path="~/.local/share/asnquiz",
    exists=True,
    writable=True,
    elsewhere=None,
    removable=False,
    free=12_345_000_000,
)
VIEW = View(width=1366, height=728, scale_percent=100, text_percent=150, theme="terang", reader=False)


@dataclass(frozen=True)
class FakeComputer:
    """A computer on which all is well, but for what a test says."""

    at: dt.datetime = NOW
    data: Folder = FOLDER
    missing: tuple[str, ...] = ()
    seen: View | None = VIEW

    def now(self) -> dt.datetime:
        return self.at

    def folder(self) -> Folder:
        return self.data

    def system(self) -> str:
        return "Windows 11 AMD64, Python 3.11.7, Qt 6.11.3"

    def missing_look(self) -> tuple[str, ...]:
        return self.missing

    def view(self) -> View | None:
        return self.seen


@dataclass(frozen=True)
class FakeData:
    """Data that is whole and backed up today, but for what a test says."""

    state: Integrity = Integrity.WHOLE
    copies: Backups = BACKED_UP

    def integrity(self) -> Integrity:
        return self.state

    def backups(self) -> Backups:
        return self.copies


def content() -> Pack:
    return builders.pack()


def no_content() -> Pack:
    raise Refusal("Berkas D:\\Siti Aminah\\hukum.yaml tidak ditemukan.")


def found(
    computer: FakeComputer | None = None, data: FakeData | None = None, pack: object = content
) -> dict[str, Finding]:
    assert callable(pack)
    findings = check_computer(computer or FakeComputer(), data or FakeData(), pack)
    return {one.name: one for one in findings}


def test_a_computer_on_which_all_is_well() -> None:
    all_well = found()
    assert summary_words(list(all_well.values())) == "Semua baik"
    assert {name: one.words for name, one in all_well.items() if name not in ("content", "version")} == {
        "folder": "Data tersimpan di tempat biasa untuk akun ini: ~/.local/share/asnquiz.",
        "space": "Ruang yang masih kosong: 12,3 GB.",
        "database": "Berkas data utuh; setiap catatan sudah diperiksa.",
        "backup": "Cadangan terakhir: 27 November 2026.",
        "look": "Huruf, ikon, dan gaya tampilan lengkap.",
        "screen": "Ruang di layar: 1.366 × 728 titik, skala 100 %.",
        "text": "Ukuran huruf 150 %, tema terang.",
        "reader": "Tidak ada pembaca layar yang aktif.",
        "clock": "Tanggal komputer: 27 November 2026.",
        "system": "Windows 11 AMD64, Python 3.11.7, Qt 6.11.3.",
    }


def test_without_a_window_nothing_is_said_of_it() -> None:
    assert {"screen", "text", "reader"}.isdisjoint(found(FakeComputer(seen=None)))


UNWELL: dict[str, tuple[FakeComputer, FakeData, str, str]] = {
    "read-only": (
        FakeComputer(data=replace(FOLDER, writable=False)),
        FakeData(),
        "folder",
        "Folder data tidak dapat ditulisi.",
    ),
    "cannot be made": (
        FakeComputer(data=replace(FOLDER, exists=False, writable=False)),
        FakeData(),
        "folder",
        "Folder data tidak dapat dibuat.",
    ),
    "synced": (
        FakeComputer(data=replace(FOLDER, elsewhere="folder yang disinkronkan OneDrive")),
        FakeData(),
        "folder",
        "Folder data berada di folder yang disinkronkan OneDrive; di sana data dapat rusak.",
    ),
    "little room": (
        FakeComputer(data=replace(FOLDER, free=199_999_999)),
        FakeData(),
        "space",
        "Ruang yang masih kosong: 199 MB.",
    ),
    "damaged": (FakeComputer(), FakeData(Integrity.DAMAGED), "database", "Berkas data rusak."),
    "no backup": (FakeComputer(), FakeData(copies=Backups(None, TODAY)), "backup", "Belum ada cadangan."),
    "late": (
        FakeComputer(),
        FakeData(copies=Backups(dt.date(2026, 11, 25), TODAY)),
        "backup",
        "Cadangan terakhir: 25 November 2026. Data berubah 27 November 2026.",
    ),
    "of tomorrow": (
        FakeComputer(),
        FakeData(copies=Backups(dt.date(2026, 11, 28), TODAY)),
        "backup",
        "Cadangan terakhir: 28 November 2026. Tanggal itu belum tiba.",
    ),
    "no font": (FakeComputer(missing=("huruf", "ikon")), FakeData(), "look", "Hilang atau rusak: huruf, ikon."),
    "small screen": (
        FakeComputer(seen=replace(VIEW, width=911, scale_percent=150)),
        FakeData(),
        "screen",
        "Ruang di layar: 911 × 728 titik, skala 150 %.",
    ),
    "an empty battery": (
        FakeComputer(at=dt.datetime(2010, 1, 1, tzinfo=dt.UTC)),
        FakeData(copies=Backups(None, None)),
        "clock",
        "Tanggal komputer: 1 Januari 2010. Tanggal itu sebelum program ini dibuat.",
    ),
    "a far future": (
        FakeComputer(at=dt.datetime(2062, 11, 27, tzinfo=dt.UTC)),
        FakeData(copies=Backups(None, None)),
        "clock",
        "Tanggal komputer: 27 November 2062. Tanggal itu jauh di masa depan.",
    ),
}


@pytest.mark.parametrize(("computer", "data", "name", "words"), UNWELL.values(), ids=UNWELL.keys())
def test_what_is_not_well_comes_first_and_says_what_to_do(
    computer: FakeComputer, data: FakeData, name: str, words: str
) -> None:
    findings = found(computer, data)
    first, *rest = findings.values()
    assert (first.name, first.words) == (name, words)
    assert first.advice
    assert all(one.well for one in rest)
    assert summary_words(list(findings.values())) == "1 hal perlu perhatian"


@pytest.mark.parametrize("state", [one for one in Integrity if one not in (Integrity.WHOLE, Integrity.ABSENT)])
def test_whatever_the_data_is_there_is_something_to_do(state: Integrity) -> None:
    assert not found(data=FakeData(state))["database"].well


@pytest.mark.parametrize(
    "well",
    [
        FakeData(Integrity.ABSENT, Backups(None, None)),
        FakeData(copies=Backups(dt.date(2026, 11, 26), TODAY)),  # a window that is open past midnight
        FakeData(copies=Backups(dt.date(2026, 9, 1), dt.date(2026, 9, 1))),  # not used for long
    ],
)
def test_data_that_needs_no_newer_backup_is_well(well: FakeData) -> None:
    assert found(data=well)["backup"].well


def test_lost_content_is_told_without_its_path() -> None:
    lost = found(pack=no_content)["content"]
    assert lost.words == "Berkas materi atau soal hilang atau rusak."
    assert lost.advice == "Pasang ulang program; data Anda tidak terpengaruh."


def test_a_stick_is_well_and_told_with_care() -> None:
    folder = replace(FOLDER, place=Place.PORTABLE, home_path=None, removable=True)
    told = found(FakeComputer(data=folder))["folder"]
    assert told.well
    assert told.words.startswith("Data tersimpan di sebelah program (portabel). Folder itu berada di media lepasan")


def test_a_report_says_of_each_thing_how_it_is_and_what_to_do() -> None:
    findings = check_computer(FakeComputer(missing=("huruf",)), FakeData(), content)
    lines = report_text(findings, NOW).splitlines()
    assert lines[:6] == [
        "Laporan kondisi komputer untuk ASN Netral",
        "Dibuat 27 November 2026 pukul 21.48. 1 hal perlu perhatian.",
        "Laporan ini tidak memuat nama, NIP, nama akun, nama komputer, atau nama berkas Anda.",
        "",
        "Perlu perhatian - Huruf dan tampilan: Hilang atau rusak: huruf.",
        "    Yang dapat dilakukan: Pasang ulang program; data Anda tidak terpengaruh.",
    ]
    assert len(lines) == 4 + 1 + len(findings)
    assert all(line.startswith("Baik - ") for line in lines[6:])
