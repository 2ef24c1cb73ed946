"""The same files come to the same exports, byte for byte, from a file and from a server that sorts in another way."""

import io
import json
import re
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pytest

from asnquiz.domain.collection import RosterEntry
from asnquiz.programs import commands
from asnquiz.programs.collecting import open_collecting
from asnquiz.programs.commands import run_command
from asnquiz.programs.paths import Paths
from asnquiz.scorefiles import class_file
from asnquiz.scorefiles.look import look_at
from asnquiz.usecases.collect import Import
from benchmarks.score_files import TASK, own_writer
from tests.data_folders import compiled_before
from tests.scorefiles import class_records
from tests.servers import Server
from tests.usecases.sendings import LooksHere

AT = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
PEOPLE = 45
# Of which each is in another place by code points than by how people here sort.
NAMES = (
    "Émile",
    "de Fretes",
    "Álvaro",
    "adi",
    "Zubaidah",
    "_tanpa",
    "Ñoman",
    "I Gusti-Ngurah",
    "IGusti",
    "Ǻsa",
    "ß",
    "10",
)
QUESTION = ("--tugas", str(TASK))
REPORTS = ("pdf", "docx", "xlsx", "csv", "json")
SHAPES = ("orang", "lebar", "panjang", "sosialisasi")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    return compiled_before(Paths(tmp_path_factory.mktemp("data") / "data"))


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files about exams on the program's own content; some come twice, three are told in two ways, three are cut."""
    folder, writer = tmp_path_factory.mktemp("stik"), own_writer()
    for number in range(PEOPLE):
        nip = f"19700101199003{number:04d}" if number % 9 else None
        name = f"{NAMES[number % len(NAMES)]} {number % 4}"
        unit = f"{NAMES[number % 5]} {number % 3}"
        person = {"employment": "pns", "name": name, "nip": nip, "position": "Analis", "unit": unit}
        signed = writer.signed(number, person=person)
        (folder / f"{name} {number}.asnskor").write_bytes(signed)
        if number % 10 == 0:
            (folder / f"lagi {number}.asnskor").write_bytes(signed)
        if number % 15 == 0:
            (folder / f"lain {number}.asnskor").write_bytes(writer.signed(number + 500, person=person))
            (folder / f"potong {number}.asnskor").write_bytes(signed[:-100])
    for number in range(2):
        of, came = class_records.held(), class_records.held().attendees[0]
        attendees = tuple(
            replace(came, number=place, name=name, nip=f"19700101199003{place:04d}" if place % 2 else None)
            for place, name in enumerate(NAMES, 1)
        )
        held = class_records.record(replace(of, id=UUID(int=number), attendees=attendees))
        (folder / f"apel {number}.asnkelas").write_bytes(class_file.sign(held, class_records.KEY))
    return folder


@pytest.fixture(scope="module")
def databases(data: Paths, stick: Path, postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A file and a database of the server, both with the same roster, into which the files came in another order."""
    both = (str(tmp_path_factory.mktemp("rekap") / "rekap.db"), postgres.address(postgres.new_database()))
    found = [look_at(one.read_bytes(), {}).report for one in sorted(stick.glob("*[0-9].asnskor"))]
    nips = sorted({one.nip for one in found if one and one.nip})
    roster = [
        RosterEntry(nip, f"{NAMES[place % 12]} {nip[-2:]}", f"Dinas {NAMES[place % 7]}", NAMES[place % 3], "Analis")
        for place, nip in enumerate([*nips[:30], *(f"19800101200501{number:04d}" for number in range(12))])
    ]
    for database, sources in zip(both, ([stick], sorted(stick.iterdir())), strict=True):
        with open_collecting(data, database) as store:
            store.keep_roster(roster, AT)
            with closing(Import(sources, store=store, looker=LooksHere(), now=lambda: AT)) as importing:
                while not importing.step().finished:
                    pass
            store.write_log("Uji", "sama", AT + timedelta(days=1))
    return both


def exported(data: Paths, database: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, bytes]:
    """Every output of every command that has one, but for the moment at which it was saved."""

    def run(*words: str | Path) -> bytes:
        command = ["--data-dir", str(data.data), "collect", *map(str, words), "--database", database]
        assert run_command(command) == 0
        return capsys.readouterr().out.encode()

    printed = {name: run(name, *QUESTION, "--json") for name in ("status", "people", "report")}
    printed["unknown"] = run("people", *QUESTION, "--keadaan", "tidak-dikenal")
    in_order_of_import = json.loads(run("refused", "--json"))["refused"]
    printed["refused"] = repr(sorted(map(str, in_order_of_import))).encode()
    folder.mkdir()
    for ending in REPORTS:
        run("report", *QUESTION, "--out", folder / f"laporan.{ending}")
    for shape in SHAPES:
        for ending in ("xlsx", "csv", "json"):
            run("export", *QUESTION, "--bentuk", shape, "--out", folder / f"{shape}.{ending}")
    run("aggregate", *QUESTION, "--out", folder / "provinsi.xlsx")
    run("remind", *QUESTION, "--out", folder / "pengingat.docx")
    run("receipt", *QUESTION, "--perangkat-daerah", f"Dinas {NAMES[1]}", "--out", folder / "tanda.pdf")
    return printed | {one.name: lasting(one) for one in folder.iterdir()}


# What a PDF or a letter says of when it was saved, and numbers made at random then.
_OF_SAVING = re.compile(rb"D:[0-9]{14}|[0-9]{4}(?:-[0-9]{2}){2}T[0-9:]{8}|uuid:[0-9a-f-]{36}|(?<=/ID )[^\n]*")


def lasting(file: Path) -> bytes:
    """The bytes of a file, but for those; spreadsheets and tables hold none."""
    written = file.read_bytes()
    if file.suffix == ".docx":
        with ZipFile(io.BytesIO(written)) as parts:
            written = b"".join(parts.read(name) for name in sorted(parts.namelist()))
    return _OF_SAVING.sub(b"", written) if file.suffix in (".docx", ".pdf") else written


def test_every_export_is_the_same(
    data: Paths,
    databases: tuple[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(commands, "_now", lambda: AT)  # letters tell the minute at which they were made
    of_file, of_server = (
        exported(data, database, tmp_path / place, capsys)
        for database, place in zip(databases, ("file", "server"), strict=True)
    )
    assert of_file.keys() == of_server.keys()
    assert len(of_file) >= 5 + len(REPORTS) + 3 * len(SHAPES) + 3
    assert [name for name, written in of_file.items() if written != of_server[name]] == []
