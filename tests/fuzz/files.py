"""Targets around files that travel: score files, certificates, a computer's key, and what a later start hands over."""

import json
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QEventLoop
from PySide6.QtNetwork import QLocalSocket

from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.certificate import certificate_fields
from asnquiz.domain.collection import Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import FileVerdict
from asnquiz.programs.desktop import make_application
from asnquiz.programs.learning import read_certificate, read_score_file
from asnquiz.programs.one_window import OneWindow
from asnquiz.scorefiles.device_key import load_or_make
from asnquiz.scorefiles.look import look_at
from asnquiz.scorefiles.move_file import read_sealed
from asnquiz.scorefiles.office_keys import open_key_file
from asnquiz.scorefiles.task_file import read_file as read_task_file
from asnquiz.usecases.find_files import count_files, find_files
from asnquiz.usecases.open_file import open_file
from asnquiz.usecases.read_archive import MAX_BYTES
from tests.fuzz import seeds
from tests.fuzz.mutations import JSON, ZIP, mutated, mutated_json
from tests.fuzz.target import Draw, Take, Target, accepted, said
from tests.scorefiles.learning import TODAY
from tests.scorefiles.moving import READ_PACK, SECRET
from tests.scorefiles.offices import KEYS, PASSWORD
from tests.scorefiles.pdf_files import pdf_with
from tests.usecases.archives import streamed, zipped


def _make_score(chance: Random) -> bytes:
    """A score file whose bytes, payload or signed payload is changed; the last is what an owner of a key can make."""
    _, plain, file = seeds.learned()
    match chance.randrange(4):
        case 0:
            return mutated(file, chance, JSON, (file,))
        case 1:
            return mutated_json(json.loads(file), chance)
        case 2:
            return seeds.sealed_score(mutated_json(plain, chance))
        case _:
            payload = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
            return seeds.sealed_score(mutated(payload, chance, JSON, (payload,)))


def _open_score(folder: Path) -> Take:
    file = folder / "nilai.asnskor"

    def take(data: bytes) -> Draw | None:
        file.write_bytes(data)
        seen = open_file(file, read_score_file)
        said([seen.reason])
        if seen.report is None:
            assert seen.verdict is not FileVerdict.INTACT
            return None
        return partial(_draw_score, file)

    return take


def _draw_score(file: Path) -> None:
    from tests.fuzz.drawing import draw_score

    draw_score(open_file(file, read_score_file), file)


def _make_certificate(chance: Random) -> bytes:
    plain, text = seeds.certificate()
    if chance.random() < 0.4:
        return mutated(text, chance, (b".", b"..", b"eyJ", b"=", b"-", b"_"), (text,))
    return seeds.sealed_certificate(mutated_json(plain, chance))


def _open_certificate(_folder: Path) -> Take:
    def take(data: bytes) -> Draw | None:
        seen = read_certificate(data.decode("utf-8", "surrogateescape"))
        said([seen.reason])
        if seen.certificate is None or seen.verdict is not FileVerdict.INTACT:
            return None
        certificate_fields(seen.certificate, seen.device or "")
        return accepted

    return take


def _make_key(chance: Random) -> bytes:
    good = seeds.device_key()
    return mutated_json(json.loads(good), chance) if chance.random() < 0.5 else mutated(good, chance, JSON, (good,))


def _open_key(folder: Path) -> Take:
    """A damaged key is set aside and another made, whatever stood there."""
    file = folder / "device.key"

    def take(data: bytes) -> Draw | None:
        file.write_bytes(data)
        key, notice = load_or_make(file, TODAY)
        assert len(key.kid) == 43
        for aside in folder.glob("device-rusak-*"):
            aside.unlink()
        said([notice] if notice else [])
        return None if notice else accepted

    return take


def _make_call(chance: Random) -> bytes:
    good = json.dumps({"file": chance.choice(("/tmp/nilai.asnskor", "/tmp/a.pdf", None))}).encode() + b"\n"  # noqa: S108
    return mutated(good, chance, (*JSON, b"/", b"\\\\x\\y", b"file://", b'"\\ud800.asnskor"'), (good,))


def _open_call(folder: Path) -> Take:
    """A process that calls the window; a file that it hands over is opened, or refused by name."""
    make_application()
    window = OneWindow(folder)
    heard: list[Path | None] = []
    window.listen(heard.append)
    loop = QEventLoop()

    def take(data: bytes) -> Draw | None:
        heard.clear()
        caller = QLocalSocket()
        caller.disconnected.connect(loop.quit)
        caller.connectToServer(window.name)
        caller.write(data + b"\n")
        caller.flush()
        if caller.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
            loop.exec()
        assert bytes(caller.readAll().data()) == (b"ya\n" if heard else b"")
        for file in heard:
            if file is not None:
                _opened(file)
        return accepted if heard else None

    return take


def _opened(file: Path) -> None:
    try:
        said([open_file(file, read_score_file).reason])
    except Refusal as refusal:
        from asnquiz.ui.messages import sentence

        said([sentence(refusal)])


def _make_move(chance: Random) -> bytes:
    """A move file that was changed, or one that somebody who knows the code filled with something else."""
    good = seeds.move_file_of_somebody()
    if chance.random() < 0.7:
        return mutated(good, chance, (b".", b"..", b"eyJ", b"=", b"-", b"_"), (good,))
    return seeds.sealed_move(mutated_json(seeds.moved(), chance))


def _open_move(folder: Path) -> Take:
    file = folder / "siti.asnpindah"

    def take(data: bytes) -> Draw | None:
        file.write_bytes(data)
        read_sealed(file).unlock(SECRET, READ_PACK)
        return accepted

    return take


_PDF = (
    b"/EmbeddedFiles ", b"/Names ", b"/Kids ", b"/EF ", b"/F ", b"/UF ", b"1 0 R", b"5 0 R", b"99999 0 R", b"[" * 300,
    b"<<" * 300, b"(" * 300, b"<", b">>", b"endobj\n", b"stream\n", b"endstream\n", b"/Filter /LZWDecode ",
    b"/Filter [/FlateDecode /FlateDecode]", b"/Filter /ASCII85Decode ", b"/Filter /RunLengthDecode ",
    b"/DecodeParms << /Predictor 12 /Columns 5 >> ", b"/Length 999999999 ", b"/Length 5 0 R ",
    b"/Type /ObjStm /N 9999 ",
    b"/Type /XRef /W [1 2 1] ", b"/Prev 0 ", b"/Prev 15 ", b"/Size 0 ", b"/Root 5 0 R ", b"/Encrypt 5 0 R ",
    b"xref\n0 9\n",
    b"startxref\n0\n", b"trailer ", b"%%EOF", b"null", b"true", b"#00", b"\\377",
)  # fmt: skip


def _make_look(chance: Random) -> bytes:
    """What an office may be sent: score files in the clear, sealed, or in a PDF, and each changed in any part."""
    _, plain, file = seeds.learned()
    sealed, proof = seeds.sent_in()
    match chance.randrange(6):
        case 0:
            return _make_score(chance)
        case 1:
            return mutated(sealed, chance, JSON, (sealed, file))
        case 2:
            return mutated_json(json.loads(sealed), chance)
        case 3:
            return pdf_with(seeds.sealed_score(mutated_json(plain, chance)))
        case _:
            return mutated(proof, chance, _PDF, (proof, file))


def _open_look(_folder: Path) -> Take:
    def take(data: bytes) -> Draw | None:
        looked = look_at(data, KEYS)
        said([looked.reason])
        assert (looked.verdict is Verdict.ACCEPTED) is (looked.report is not None)
        return accepted if looked.report else None

    return take


def _make_archive(chance: Random) -> bytes:
    """What lies on a stick: an archive with its sizes before or behind each member, changed in any part."""
    _, _, file = seeds.learned()
    content = {"a.asnskor": file, "dinas/b.pdf": seeds.sent_in()[1], "kosong/": b"", "c.zip": zipped({"d": file})}
    good = chance.choice((zipped, streamed))(content)
    return mutated(good, chance, ZIP, (good, zipped({"../e": b"e" * 99})))


def _open_archive(folder: Path) -> Take:
    file = folder / "kiriman.zip"

    def take(data: bytes) -> Draw | None:
        file.write_bytes(data)
        found = list(find_files([file]))
        assert found
        assert all(one.name.isprintable() and len(one.data) <= MAX_BYTES for one in found)
        said([one.looked.reason for one in found if one.looked is not None])
        assert sum(count_files([file])) > 0
        return accepted if all(one.looked is None for one in found) else None

    return take


def _make_task(chance: Random) -> bytes:
    """A task file that was changed, or one that whoever has a key signed over something else."""
    if chance.random() < 0.3:
        good = seeds.signed_task(canonical_bytes(seeds.task()))
        return mutated(good, chance, JSON, (good,))
    return seeds.signed_task(mutated_json(seeds.task(), chance))


def _open_task(folder: Path) -> Take:
    file = folder / "tugas.asntugas"

    def take(data: bytes) -> Draw | None:
        file.write_bytes(data)
        seen = read_task_file(file)
        said([f"{line}." for line in (seen.task.title, seen.task.office, *seen.task.letterhead, *seen.task.units)])
        return accepted

    return take


def _make_key_file(chance: Random) -> bytes:
    good = seeds.key_file()
    return mutated(good, chance, (b"\n", b"-----", b"AgJAAAIBCAIB"), (good,))


def _open_key_file(folder: Path) -> Take:
    file = folder / "kunci-kantor.pem"

    def take(data: bytes) -> Draw | None:
        file.write_bytes(data)
        open_key_file(file, PASSWORD)
        return accepted

    return take


FILES = {
    "score": Target(_make_score, _open_score, 250),
    "look": Target(_make_look, _open_look, 60),
    "archive": Target(_make_archive, _open_archive, 30),
    "certificate": Target(_make_certificate, _open_certificate, 150),
    "key": Target(_make_key, _open_key, 60),
    "call": Target(_make_call, _open_call, 80),
    "task": Target(_make_task, _open_task, 60),
    "key_file": Target(_make_key_file, _open_key_file, 10),
    "move": Target(_make_move, _open_move, 10),
}
