"""A stick with a proof on it is lost: whoever finds it reads name, unit, task and dates, and nothing else of anyone."""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

from asnquiz.documents.paper import Press
from asnquiz.documents.proof import proof_pdf
from asnquiz.domain.person import Employment, Person
from asnquiz.domain.score_report import ScoreReport
from asnquiz.domain.task import Session
from asnquiz.scorefiles import score_file
from asnquiz.scorefiles.device_key import load_or_make
from asnquiz.scorefiles.seal import Seal
from asnquiz.usecases.hand_in import hand_in, preview_proof
from asnquiz.usecases.take_quiz import TaskPlan
from tests.documents.office_papers import PAGE
from tests.documents.pdfs import pages, reader, squeezed
from tests.scorefiles.learning import FILE_ID, TODAY, Learning, task_here

NIP = "198609262015051001"
SITI = Person("Siti Aminah", NIP, "Penata Kelola Rahasia", "Dinas Contoh", Employment.PNS)
BUDI = Person("Siti Aminah", "197701022003121004", "Guru", "Dinas Contoh", Employment.PPPK)
SHORTEST = 8  # digits of a number that tell a birth date
# 26 of 30 right, in each way that people and programs write it; of forms this short only words count, never the numbers
# by which a page is drawn.
SAID = ("86,6", "86.6", "86,7", "86.7", "866", "26 dari 30", "26/30", "nilai 26", "lulus", "belum lulus")


@dataclass(frozen=True)
class Stick:
    """What lies on it, and what must not be read from it."""

    pdf: bytes
    report: ScoreReport
    path: Path

    @property
    def attachment(self) -> bytes:
        ((sealed,),) = reader(self.pdf).attachments.values()
        return sealed


def lost(folder: Path, press: Press, person: Person = SITI, right: int = 26) -> Stick:
    """A proof of one exam, saved through the use case as the window does it."""
    folder.mkdir()
    learning = Learning(folder, person)
    try:
        task = task_here(supervised=True)
        learning.take_on(task)
        learning.take(1, right=right, plan=TaskPlan(task.id, Session("Rahmat Hidayat", "Aula Tersembunyi", "K7M2Q9")))
        shown = preview_proof(
            learning.profile, task.id, store=learning.store, packs=learning.packs, today=TODAY, file_id=FILE_ID
        )
        path = folder / shown.page.file_name
        done = hand_in(
            shown,
            path,
            seal=Seal(folder / "device.key", learning.clock),
            page=partial(proof_pdf, press, shown.page),
            store=learning.store,
            clock=learning.clock,
            program="0.1.0",
        )
    finally:
        learning.store.close()
    return Stick(path.read_bytes(), done.report, path)


def streams(pdf: bytes) -> Iterator[bytes]:
    """Every stream of a PDF as it is, and unpacked where it is packed."""
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        yield found[1]
        try:
            yield zlib.decompressobj().decompress(found[1])
        except zlib.error:
            continue


def decoded(data: bytes, depth: int = 3) -> Iterator[bytes]:
    """What stands in the base64 of some bytes, and in the base64 of that, at each of the four ways to cut it."""
    if not depth:
        return
    for run in re.findall(rb"[A-Za-z0-9_+/-]{8,}", data):
        for start in range(4):
            part = run[start : start + (len(run) - start) // 4 * 4].replace(b"+", b"-").replace(b"/", b"_")
            try:
                inner = base64.urlsafe_b64decode(part)
            except binascii.Error:
                continue
            yield inner
            if start == 0:
                yield from decoded(inner, depth - 1)


def views(stick: Stick) -> list[bytes]:
    """Everything that somebody with tools can make of the file, by name, too."""
    text = "\n".join(pages(stick.pdf))
    found = [stick.pdf, stick.path.name.encode(), text.encode(), squeezed(text).encode()]
    found += streams(stick.pdf)
    found += [stick.attachment, *decoded(stick.attachment)]
    found.append(str(reader(stick.pdf).metadata).encode())
    return found


def words_of(stick: Stick) -> list[str]:
    """What can be read as words: the page, its properties, its name, and the sealed file with its parts decoded."""
    read = reader(stick.pdf)
    assert read.xmp_metadata is not None
    properties = read.xmp_metadata.stream.get_data().decode()
    shown = "\n".join(pages(stick.pdf)) + json.dumps(read.metadata) + stick.path.name
    return [shown.lower(), re.sub("uuid:[0-9a-f-]+", "", properties).lower()]


def secrets(report: ScoreReport) -> list[str]:
    """What only the office may read: number, position, mark, questions, answers, links, keys and ids."""
    (attempt,) = report.attempts
    nip = report.person.nip or ""
    parts = {nip[at : at + length] for length in range(SHORTEST, len(nip) + 1) for at in range(len(nip) - length + 1)}
    return [
        *parts,
        report.person.position or "",
        "Tersembunyi",
        "Rahmat Hidayat",
        "K7M2Q9",
        report.device,
        str(report.file_id),
        str(attempt.id),
        attempt.pack.sha256,
        f'"right":{attempt.score.right}',
        f'"tenths":{attempt.tenths}',
        '"passed"',
        '"answer"',
        *(frozen.item for frozen in attempt.items),
        *(f'"answer":{json.dumps(response.answer, separators=(",", ":"))}' for response in attempt.responses),
        *(response.h for response in attempt.responses),
    ]


def written(secret: str) -> Iterator[bytes]:
    """A text in the forms that a file may hold it in."""
    yield secret.encode()
    yield secret.encode("utf-16-le")
    yield secret.encode("utf-16-be")
    yield secret.encode().hex().encode()
    yield secret.encode().hex().upper().encode()


def found_in(stick: Stick, report: ScoreReport) -> set[str]:
    everything = b"\0\0".join(views(stick))
    said = [secret for secret in SAID if any(secret in words for words in words_of(stick))]
    return {secret for secret in secrets(report) if any(form in everything for form in written(secret))} | set(said)


@pytest.fixture(scope="module")
def stick(press: Press, tmp_path_factory: pytest.TempPathFactory) -> Stick:
    return lost(tmp_path_factory.mktemp("diska") / "siti", press)


def test_no_number_score_or_answer_can_be_read_from_it(stick: Stick) -> None:
    assert found_in(stick, stick.report) == set()


def test_name_unit_task_and_date_can_be(stick: Stick) -> None:
    text = squeezed("".join(pages(stick.pdf)))
    for words in ("Siti Aminah", "Dinas Contoh", "Ujian netralitas 2026", "21 November 2026"):
        assert squeezed(words) in text
    assert stick.path.name == "Bukti nilai - Siti Aminah - Dinas Contoh - Ujian netralitas 2026 - 2026-11-21.pdf"


def test_the_page_is_the_same_whatever_number_score_and_answers_are(
    stick: Stick, press: Press, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = lost(tmp_path_factory.mktemp("diska") / "budi", press, BUDI, right=3)
    assert other.report.attempts[0].score != stick.report.attempts[0].score
    assert other.path.name == stick.path.name
    assert pages(other.pdf) == pages(stick.pdf)
    assert outside(other) == outside(stick)


def outside(stick: Stick) -> list[bytes]:
    """Every stream but the sealed file, and the properties, where each file has an id and the second it was made."""
    made = [one for one in streams(stick.pdf) if one != stick.attachment and b"<?xpacket" not in one]
    packed = [one for one in made if zlib_of(one) != stick.attachment]
    assert len(packed) == len(made) - 1
    return packed


def zlib_of(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def test_this_search_finds_everything_where_nothing_is_sealed(stick: Stick, press: Press, tmp_path: Path) -> None:
    """Otherwise the first test would say nothing."""
    key, _ = load_or_make(tmp_path / "device.key", TODAY)
    report = replace(stick.report, device=key.kid)
    page = replace(PAGE, name="Siti Aminah, nilai 86,6 (26 dari 30 benar), lulus")
    pdf = proof_pdf(press, page, score_file.sign(report, key))
    found = found_in(replace(stick, pdf=pdf, report=report), report)
    assert set(secrets(report)) <= found
    assert {"86,6", "26 dari 30", "lulus"} <= found
