"""Good inputs to begin from: the shipped pack, the small one of the tests, and what the program itself wrote."""

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc import jwe, jws
from joserfc.jwk import OctKey, OKPKey

from asnquiz.content import compiled
from asnquiz.content.checker import open_pack
from asnquiz.content.checks.blind_reading import COLUMNS
from asnquiz.domain.answering import written_key
from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.plain import to_plain
from asnquiz.programs.paths import PACK, content_folder
from asnquiz.scorefiles import certificate_text, move_file, score_file, task_file
from asnquiz.scorefiles.device_key import DeviceKey
from asnquiz.scorefiles.sealed import seal
from asnquiz.scorefiles.signed import ALGORITHM, flattened, protected_header, public_jwk
from tests import builders
from tests.content.sample_pack import FILES
from tests.scorefiles import offices
from tests.scorefiles.learning import Learning
from tests.scorefiles.moving import SECRET, live, packed, somebody
from tests.scorefiles.offices import RECIPIENTS
from tests.scorefiles.pdf_files import pdf_with

PICTURE, LESSON, READINGS = "gambar/alur.svg", "materi/media-sosial.md", "telaah.csv"
KEY = DeviceKey(OKPKey.import_key(Ed25519PrivateKey.from_private_bytes(bytes(range(32)))))

_DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 100" font-family="Plus Jakarta Sans">'
    '<rect x="1" y="2" width="90" height="40" rx="8" fill="none" stroke="#16242B"/>'
    '<text x="10" y="20" fill="#16242B" font-size="14">Alur</text><path d="M 1,1 L 9,9 Z" fill="none"/></svg>'
)


@cache
def pack_files() -> Mapping[str, bytes]:
    """The small pack, with a picture in its lesson."""
    files = {file: text.encode() for file, text in FILES.items()} | {PICTURE: _DRAWN.encode()}
    return files | {LESSON: files[LESSON] + b"\n![Alur pelaporan](gambar/alur.svg)\n"}


@cache
def shipped(folder: str, ending: str) -> tuple[bytes, ...]:
    """The files of one kind in the program's own pack."""
    place = content_folder() / PACK / folder
    return tuple(file.read_bytes() for file in sorted(place.glob(f"*{ending}")))


@cache
def lesson_bodies() -> tuple[bytes, ...]:
    """The bodies of all lessons, with the rules and the picture that the small pack has."""
    own = pack_files()[LESSON]
    bodies = (text.split(b"---\n", 2)[2] for text in (own, *shipped("materi", ".md")))
    ruled = (re.sub(rb":::aturan[^:]*:::", b":::aturan suka-akun-calon:::", body) for body in bodies)
    return tuple(re.sub(rb"gambar/[a-z-]+\.svg", PICTURE.encode(), body) for body in ruled)


@cache
def lesson_head() -> bytes:
    return b"---\n" + FILES[LESSON].split("---\n", 2)[1].encode() + b"---\n\n"


@cache
def compiled_form() -> bytes:
    """The small pack in its compiled form."""
    with TemporaryDirectory() as folder:
        for file, text in pack_files().items():
            (Path(folder) / file).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / file).write_bytes(text)
        pack = open_pack(Path(folder)).pack
    assert pack is not None
    return compiled.encode(pack)


@cache
def readings() -> bytes:
    """A table in which every question of the small pack was read blind."""
    items = compiled.decode(compiled_form()).items
    rows = (f'{item.id},{item.revision},"{written_key(item)}","{written_key(item)}",,' for item in items if item.scored)
    return "\n".join((",".join(COLUMNS), *rows, "")).encode()


@cache
def learned() -> tuple[bytes, Any, bytes]:
    """A database with two exams and a setting, the plain payload of a score file, and the file itself."""
    with TemporaryDirectory() as folder:
        learning = Learning(Path(folder))
        exam, other = learning.take(1, right=26), learning.take(2, right=3)
        report = learning.report(exam, other, device=KEY.kid)
        learning.store.keep_setting("preferences", '{"theme": "dark", "text_percent": 100}')
        learning.store.close()
        database = Path(folder) / "belajar.db"
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
        return database.read_bytes(), to_plain(report), score_file.sign(report, KEY)


def sealed_score(payload: bytes) -> bytes:
    """Whatever bytes under a seal that holds: what the owner of a key can make."""
    return flattened(payload, KEY.private, score_file.TYPE)


@cache
def sent_in() -> tuple[bytes, bytes]:
    """A score file sealed for an office, and a PDF with one attached."""
    file = learned()[2]
    return seal(file, RECIPIENTS), pdf_with(file)


@cache
def certificate() -> tuple[Any, bytes]:
    """A certificate's plain payload, and its text."""
    made = builders.certificate()
    return to_plain(made), certificate_text.sign(made, KEY).encode()


def sealed_certificate(payload: bytes) -> bytes:
    header = protected_header(public_jwk(KEY.private["x"]), certificate_text.TYPE)
    return jws.serialize_compact(header, payload, KEY.private, [ALGORITHM]).encode()


@cache
def moved() -> Any:
    """The plain content of a move file."""
    with TemporaryDirectory() as folder:
        learning = somebody(Path(folder))
        live(learning, Random(1))
        move = packed(learning)
        learning.store.close()
    return to_plain(move)


@cache
def _derived() -> tuple[dict[str, Any], OctKey]:
    """Header and key of one code and one salt: deriving them anew for each input would take longer than all else."""
    salt = bytes(range(16))
    key, check = move_file._derived(SECRET, salt)
    return move_file._header(salt, check), key


def sealed_move(plaintext: bytes) -> bytes:
    header, key = _derived()
    return jwe.encrypt_compact(header, plaintext, key, registry=move_file._registry()).encode()


@cache
def move_file_of_somebody() -> bytes:
    """A move file as the program writes it."""
    return sealed_move(canonical_bytes(moved()))


@cache
def task() -> Any:
    """A task's plain payload."""
    return to_plain(offices.task())


def signed_task(payload: bytes) -> bytes:
    """Whatever bytes under an office's seal that holds."""
    return flattened(payload, offices.SIGNING, task_file.TYPE)


@cache
def key_file() -> bytes:
    """An office's key file, under the password of the tests."""
    return (offices.GOLDEN / "kunci-kantor-1.pem").read_bytes()


def device_key() -> bytes:
    """The file of a device key."""
    return canonical_bytes(KEY.private.as_dict(private=True))
