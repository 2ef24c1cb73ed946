"""`asnquiz class serve` from its words to its exit code, over a real data folder and with a real server."""

import argparse
import io
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from asnquiz.cli.class_serve import ClassDesk, add_commands
from asnquiz.domain.answering import right_answer
from asnquiz.domain.briefing import Briefing, Plan, Step, StepKind, Way
from asnquiz.domain.briefing_course import Course, Joined, course_of
from asnquiz.domain.pack import ItemType
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.class_desk import class_desk
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from asnquiz.storage.briefings.database import open_briefings
from asnquiz.usecases.plan_briefing import keep_plan
from tests import briefings
from tests.data_folders import compiled_before

HOST = "127.0.0.1"
OCCASION = ("--judul", "Netralitas ASN", "--kantor", "BKPSDM Contoh", "--tempat", "Aula", "--narasumber", "Ibu Rina")
NEW = (*OCCASION, "--host", HOST)
GUESTS = "Nama;Jabatan;Unit kerja;NIP\nSiti Aminah;Analis;Dinas Kesehatan;\nBudi Santoso;Arsiparis;Dinas Sosial;\n"


class Room:
    """A data folder, and what is typed and printed there."""

    def __init__(self, folder: Path, typed: Callable[[str], None]) -> None:
        self.folder = folder
        self.paths = Paths(folder / "data")
        self._typed = typed

    def run(self, *words: str, typed: str = "") -> int:
        """Types lines on standard input; an end of input follows."""
        self._typed(typed)
        parser = argparse.ArgumentParser(prog="asnquiz")
        add_commands(parser.add_subparsers(required=True), open_class=self._open)
        args = parser.parse_args(["class", "serve", *words])
        code = args.run(args)
        assert isinstance(code, int)
        return code

    @contextmanager
    def _open(self, _args: argparse.Namespace) -> Iterator[ClassDesk]:
        self.paths.data.mkdir(exist_ok=True)
        with open_learning(self.paths) as learning:
            yield class_desk(self.paths, learning)

    def kept(self) -> list[tuple[Briefing, Course]]:
        """Every briefing that is kept, and where it stands."""
        with closing(open_briefings(self.paths.briefings)) as store:
            found = [one.briefing for one in store.summaries()]
            return [(one, course_of(store.events(one.id))) for one in found]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    room = Room(tmp_path, lambda lines: monkeypatch.setattr("sys.stdin", io.StringIO(lines)))
    compiled_before(room.paths)
    return room


def keep(room: Room, plan: Plan) -> None:
    with closing(open_briefings(room.paths.briefings)) as store:
        keep_plan(plan, store=store)


def one_vote(room: Room) -> tuple[Plan, list[str], str]:
    """A plan of the pack's first vote with one right row, all its rows, and the right one."""
    with open_learning(room.paths) as learning:
        pack, _, _ = learning.packs.current()
    item = next(one for one in pack.items if one.type is ItemType.SINGLE and one.scored)
    steps = (Step(StepKind.JOIN, 2), Step(StepKind.QUESTION, 3, (item.id,)), Step(StepKind.CLOSE, 1))
    (right,) = right_answer(item)
    return Plan(str(uuid4()), "Satu soal", steps), [row.text for row in item.options], item.options[right].text


Shown = pytest.CaptureFixture[str]


def test_it_says_where_phones_come_in_and_where_it_stands(room: Room, capsys: Shown) -> None:
    assert room.run(*NEW, "--plan", "siap-20", "--units", str(units(room))) == 0
    ((briefing, course),) = room.kept()
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert err == ""
    assert lines[0].startswith(f"Alamat untuk HP: http://{HOST}:80")
    assert lines[1] == f"Kode kelas: {briefing.class_code[:3]} {briefing.class_code[3:]}"
    assert lines[2] == f"Data: {room.paths.data}"
    assert "Bagian 1 dari" in out
    assert "0 orang hadir, 0 HP tersambung." in lines
    assert "Berikutnya: Enter untuk “Mulai”." in lines
    assert lines[-1] == f"asnquiz class serve --lanjut {briefing.id}"
    assert (briefing.plan.id, briefing.way, course.happened) == ("siap-20", Way.PHONES, 0)
    assert briefing.units == ("Dinas Kesehatan", "Dinas Sosial")
    assert briefing.occasion.letterhead == ("BKPSDM Contoh",)


def units(room: Room) -> Path:
    file = room.folder / "unit.txt"
    file.write_text("Dinas Kesehatan\nDinas Sosial\n")
    return file


def test_for_programs_it_prints_one_object_and_the_rest_elsewhere(room: Room, capsys: Shown) -> None:
    assert room.run(*NEW, "--json", typed="\nstatus\n") == 0
    ((briefing, _),) = room.kept()
    out, err = capsys.readouterr()
    said = json.loads(out)
    host, port = said.pop("address").split(":")
    assert (host, 8080 <= int(port) < 8100) == (HOST, True)
    assert said == {
        "briefing": str(briefing.id),
        "class_code": briefing.class_code,
        "data": str(room.paths.data),
    }
    assert "Bagian 2 dari" in err


def test_a_vote_is_led_line_by_line_and_its_key_told_only_when_asked_for(room: Room, capsys: Shown) -> None:
    plan, rows, right = one_vote(room)
    keep(room, plan)

    def after(*typed: str) -> str:
        """What is said after a line of its own, since a run before."""
        ((briefing, _),) = room.kept()
        capsys.readouterr()
        assert room.run("--lanjut", str(briefing.id), "--host", HOST, typed="".join(f"{line}\n" for line in typed)) == 0
        return capsys.readouterr().out

    assert room.run(*NEW, "--plan", "satu SOAL", typed="lanjut\n") == 0
    said = capsys.readouterr().out
    assert "Berikutnya: Enter untuk “Buka jawaban”." in said
    said += after("", "belum", "")
    assert "0 dari 0 sudah menjawab. Jawaban masih diterima." in said
    assert "0 dari 0 sudah menjawab. Jawaban sudah ditutup." in said
    assert "Semua yang hadir sudah menjawab." in said
    said += after("kembali", "LANJUT", "")
    assert not any(row in said for row in rows)
    told = [line for line in after("kunci").splitlines() if "jawaban yang benar" in line]
    assert len(told) == 1
    assert right in told[0]
    ((_, course),) = room.kept()
    assert course.state(1).revealed


def test_names_of_those_who_have_not_answered_are_told_only_when_asked_for(room: Room, capsys: Shown) -> None:
    plan, _, _ = one_vote(room)
    keep(room, plan)
    assert room.run(*NEW, "--plan", "Satu soal") == 0
    ((briefing, _),) = room.kept()
    with closing(open_briefings(room.paths.briefings)) as store:
        came = Joined(1, "Siti\x1b[2J Aminah", "Dinas Kesehatan", None, 1, "f" * 64)
        store.append(briefing.id, briefings.events(came))
    led = ("--lanjut", str(briefing.id), "--host", HOST)
    capsys.readouterr()
    assert room.run(*led, typed="\n\nstatus\nkunci\n") == 0
    assert "Aminah" not in (said := capsys.readouterr().out)
    assert "1 orang hadir, 0 HP tersambung." in said
    assert "0 dari 1 sudah menjawab." in said
    assert room.run(*led, typed="belum\n") == 0
    assert "Siti□[2J Aminah (Dinas Kesehatan, HP terputus)" in capsys.readouterr().out


def test_it_ends_only_where_that_is_said_twice_and_is_not_gone_on_with(room: Room, capsys: Shown) -> None:
    assert room.run(*NEW, typed="akhiri\ntidak\nakhiri\n") == 0
    ((briefing, course),) = room.kept()
    assert not course.ended
    assert room.run("--lanjut", str(briefing.id), "--host", HOST, typed="akhiri\nya\nlanjut\n") == 0
    assert "Sosialisasi sudah diakhiri." in capsys.readouterr().out
    assert room.kept()[0][1].ended
    with pytest.raises(Refusal, match="sudah diakhiri"):
        room.run("--lanjut", str(briefing.id), "--host", HOST)


def test_what_it_does_not_know_is_said_and_changes_nothing(room: Room, capsys: Shown) -> None:
    assert room.run(*NEW, typed="kembali\nmulai\x1b]0;x\nkeluar\nlanjut\n") == 0
    said = capsys.readouterr().out
    assert "Ini bagian pertama." in said
    assert "Perintah tidak dikenal: mulai□]0;x. Yang ada: Enter atau lanjut" in said
    assert room.kept()[0][1].happened == 0


def test_who_is_invited_is_read_from_a_list_and_tables_have_their_plans(room: Room) -> None:
    (room.folder / "undangan.csv").write_text(GUESTS)
    assert room.run(*NEW, "--guests", str(room.folder / "undangan.csv"), "--way", "tables", "--plan", "SIAP-45") == 0
    ((briefing, _),) = room.kept()
    assert [guest.name for guest in briefing.guests] == ["Siti Aminah", "Budi Santoso"]
    assert (briefing.way, briefing.plan.id) == (Way.TABLES, "siap-45")


def test_the_list_tells_of_every_briefing(room: Room, capsys: Shown) -> None:
    assert room.run("--list") == 0
    assert capsys.readouterr().out == "Belum ada sosialisasi.\n"
    assert room.run(*NEW, "--tanggal", "2026-11-21", typed="akhiri\nya\n") == 0
    ((briefing, _),) = room.kept()
    capsys.readouterr()
    assert room.run("--list") == 0
    assert capsys.readouterr().out == f"{briefing.id}  21 November 2026  Netralitas ASN  0 peserta, selesai\n"
    assert room.run("--list", "--json") == 0
    listed = {"title": "Netralitas ASN", "date": "2026-11-21", "way": "phones", "participants": 0, "ended": True}
    assert json.loads(capsys.readouterr().out) == {"briefings": [{"briefing": str(briefing.id), **listed}]}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--plan", "siap-99"), "Rencana “siap-99” tidak ada. Yang ada: siap-20, siap-45, siap-90."),
        (("--judul", " "), "Judul acara masih kosong"),
        (("--units", "tidak-ada.txt"), "tidak dapat dibaca"),
        (("--guests", "tidak-ada.csv"), "tidak ditemukan"),
        (("--host", "0.0.0.0"), "bukan alamat komputer ini"),  # noqa: S104
        (("--host", "203.0.113.9"), "bukan alamat komputer ini"),
        (("--host", "ruang-rapat"), "bukan alamat komputer ini"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_no_briefing(room: Room, more: tuple[str, ...], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        room.run(*NEW, *more)
    assert room.kept() == []


def test_a_briefing_that_is_kept_stays_where_its_door_cannot_open(room: Room) -> None:
    assert room.run(*NEW) == 0
    ((briefing, _),) = room.kept()
    with pytest.raises(Refusal, match="bukan alamat komputer ini"):
        room.run("--lanjut", str(briefing.id), "--host", "203.0.113.9")
    assert [one.id for one, _ in room.kept()] == [briefing.id]


def test_one_by_hands_needs_no_server(room: Room) -> None:
    briefing = briefings.briefing(way=Way.HANDS)
    with closing(open_briefings(room.paths.briefings)) as store:
        store.begin(briefing, b"paket")
    with pytest.raises(Refusal, match="angkat tangan, jadi tidak memerlukan server"):
        room.run("--lanjut", str(briefing.id), "--host", HOST)


def test_an_unknown_one_is_refused(room: Room) -> None:
    with pytest.raises(Refusal, match="tidak ada lagi"):
        room.run("--lanjut", str(UUID(int=1)), "--host", HOST)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Yang wajib diisi belum ada: --judul, --kantor, --tempat, --narasumber."),
        (("--lanjut", str(UUID(int=1)), "--plan", "siap-20"), "--plan: tidak dapat dipakai bersama --lanjut."),
        (("--list", "--host", HOST), "--host: tidak dapat dipakai bersama --list."),
        (("--lanjut", "satu"), "“satu” bukan nomor yang benar; lihat --list"),
        ((*NEW, "--tanggal", "21-11-2026"), "“21-11-2026” bukan tanggal; tulis seperti 2026-12-31"),
    ],
)
def test_wrong_usage_is_told(room: Room, capsys: Shown, words: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        room.run(*words)
    assert sentence in capsys.readouterr().err
    assert not room.paths.briefings.exists()


def test_its_door_is_closed_afterwards(room: Room, capsys: Shown) -> None:
    """At an address of its own: at that of other tests, one that runs beside it may open a door there at once."""
    assert room.run(*OCCASION, "--host", "127.0.0.77", "--json") == 0
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    host, port = said["address"].split(":")
    with pytest.raises(ConnectionRefusedError), socket.create_connection((host, int(port))):
        pass
