"""Targets around what is typed, asked for on a command line, or stands in the learner's own database."""

import datetime as dt
import io
import os
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random

from asnquiz.domain.calendar import parse_day
from asnquiz.domain.person import Person, parse_line, parse_nip
from asnquiz.domain.pin import parse_pin
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.search_index import SearchIndex
from asnquiz.domain.wording import harmless
from asnquiz.programs.commands import run_command
from asnquiz.storage.glance import setting_at_a_glance
from asnquiz.storage.learner import open_learner_database
from asnquiz.ui.widgets.nip_field import note_words, regrouped
from asnquiz.usecases.find_in_lessons import index_lessons
from asnquiz.usecases.find_passages import find_passages
from asnquiz.usecases.hand_over import suggested_name, target_path
from asnquiz.usecases.keep_preferences import preferences_of
from asnquiz.usecases.look_up import look_up
from asnquiz.usecases.set_calendar import calendar_of
from asnquiz.usecases.tell_recovery import recovery_of, recovery_words
from tests.fuzz import seeds
from tests.fuzz.mutations import JSON, UNSEEN, mutated
from tests.fuzz.target import Draw, Take, Target, accepted, said
from tests.scorefiles.learning import FILE_ID

_QUESTIONS = (
    "bolehkah saya menyukai unggahan calon bupati", "like status caleg", "foto bareng paslon pas kampanye",
    "kalo istri nyaleg gimana",
    "netralitas ASN di grup WhatsApp kantor", "menghadiri deklarasi bakal calon 2024", "cuti kampanye suami-istri",
    "nyoblos", "a'b/c-d2",
)  # fmt: skip
_WORDS = (b" ", b"-", b"'", b"/", b"2", b"nge", b"memper", b"kan", b"aaaa", b"<b>", b"*", b"(", b"\\")
_TYPED = (
    "198609262015051001", "19860926 201505 1 001", "Siti Aminah, S.Kep., Ns.", "Dinas Kesehatan Kota",
    "~/nilai.asnskor", "/tidakada/x/",
    '"nilai saya"', "21 November 2026", "21-11-2026", "2026/11/21", "~tidakada/x", "C:\\nilai", "..",
    "..\u2028/x.asnskor",
)  # fmt: skip
_SIGNS = (
    b"/",
    b"~",
    b'"',
    b"..",
    b"\\",
    b"\n",
    b"\t",
    b" ",
    b".asnskor",
    "１９".encode(),
    "’".encode(),
    b"31",
    b"Februari",
)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _make_question(chance: Random) -> bytes:
    others = tuple(words.encode() for words in _QUESTIONS)
    return mutated(chance.choice(others), chance, _WORDS, others)


def _open_search(folder: Path) -> Take:
    from asnquiz.content.library import PackLibrary
    from asnquiz.content.markdown import prose
    from asnquiz.programs.paths import PACK, content_folder

    library = PackLibrary(content_folder() / PACK, folder / "paket.json")
    pack, _, _ = library.current()
    index: SearchIndex = library.search_index()
    lessons = index_lessons(pack, prose)

    def take(data: bytes) -> Draw | None:
        found = look_up(_text(data), pack, index)
        passages = find_passages(_text(data), lessons).passages
        return accepted if found.hits or passages else None

    return take


def _make_typed(chance: Random) -> bytes:
    others = tuple(words.encode() for words in _TYPED)
    return mutated(chance.choice(others), chance, _SIGNS, others)


def _open_typed(folder: Path) -> Take:
    """One text typed into every line there is: each takes it or says what is wrong."""

    def name(text: str) -> object:
        line = parse_line(text, "Nama")
        assert line is None or (len(line) <= 150 and "\n" not in line)
        return line and suggested_name(Person(line), dt.date(2026, 11, 21), FILE_ID)

    def number(text: str) -> object:
        grouped, caret = regrouped(text, len(text) // 2)
        assert 0 <= caret <= len(grouped)
        said([note_words(text)])
        return parse_nip(text)

    lines: tuple[Callable[[str], object], ...] = (
        name,
        number,
        parse_pin,
        lambda text: parse_day(text, "Pemungutan suara"),
        lambda text: target_path(text, folder, "nilai.asnskor"),
    )
    return lambda data: accepted if [one for line in lines if (one := _taken(line, _text(data)))] else None


def _taken(line: Callable[[str], object], text: str) -> object:
    from asnquiz.ui.messages import sentence

    try:
        return line(text)
    except Refusal as refusal:
        said([sentence(refusal)])
        return None


_COMMANDS = (
    "score\0show\0nilai.asnskor", "score\0verify\0nilai.asnskor\0--isi\0Nilai: 86,6",
    "score\0export\0--out\0x.asnskor\0--json",
    "score\0verify\0eyJhbGci.x.y", "content\0check\0paket\0--json", "content\0search\0foto\0calon\0--path\0paket",
    "--data-dir\0d\0score\0show\0x",
    "content\0dump\0paket", "content\0report\0paket\0--out\0t.html",
    "score\0export\0--profile\0x\0--data-dir\0~siapa", "--versi", "-h", "nilai.asnskor",
    "content\0check\0paket\0--telaah\0t.csv", "--data-dir\0d",
)  # fmt: skip
_ARGUMENTS = (
    b"\0", b"\0--json", b"--", b"-", b"\0--out\0", b"\0--data-dir\0", b"=", b"~root", b"@x", b"\0show",
    b"/dev/zero", b"/", b".", b"paket",
    b"'", b'"', b", '", b"{0}", b"%s", b"\0--attempt\0x", b"nilai.asnskor",
)  # fmt: skip


@contextmanager
def _without_screen(data: Path) -> Iterator[None]:
    """An environment in which nothing opens a window, and the data is here."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    before = {name: os.environ.pop(name) for name in screens if name in os.environ}
    os.environ["ASNQUIZ_DATA"] = str(data)
    try:
        yield
    finally:
        del os.environ["ASNQUIZ_DATA"]
        os.environ.update(before)


def _make_command(chance: Random) -> bytes:
    others = tuple(words.encode() for words in _COMMANDS)
    return mutated(chance.choice(others), chance, _ARGUMENTS, others)


def _open_command(folder: Path) -> Take:
    """A command line, in a folder with a pack and a score file; nothing that could steer a terminal is printed."""
    for file, text in seeds.pack_files().items():
        (folder / "paket" / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / "paket" / file).write_bytes(text)
    (folder / "nilai.asnskor").write_bytes(seeds.learned()[2])

    def take(data: bytes) -> Draw | None:
        words = [os.fsdecode(word)[:2_000] for word in data.split(b"\0")][:40]
        if "tour" in words:
            return None  # minutes of work, and nothing foreign in it
        out, err = io.StringIO(), io.StringIO()
        try:
            with chdir(folder), _without_screen(folder / "data"), redirect_stdout(out), redirect_stderr(err):
                code = run_command(words)
        except SystemExit as left:
            code = int(left.code or 0)
        told = out.getvalue() + err.getvalue()
        assert all(char.isprintable() or char == "\n" for char in told), ascii(told[:500])
        assert code in (0, 1, 2)
        return None if code else accepted

    return take


_SETTINGS = (
    '{"theme": "dark", "text_percent": 125}',
    '{"calendar": {"name": "X", "candidates_fixed": "2024-09-22", "voting": "2024-11-27", "stages": [], '
    '"confidence": "B", "source": [], "facts": []}, "by": "KPU", "on": "2024-01-01", '
    '"profile": "0f3c9a1b-5f6e-4d7c-8b9a-0c1d2e3f4a5b"}',
    '{"damaged": "/tmp/rusak", "backup": "2026-11-20", "attempts": 3, "responses": 60, "attempts_from_backup": 1, '
    '"responses_from_backup": 20, "complete": true}',
)


def _make_setting(chance: Random) -> bytes:
    others = tuple(kept.encode() for kept in _SETTINGS)
    return mutated(chance.choice(others), chance, JSON, others)


def _open_setting(_folder: Path) -> Take:
    def take(data: bytes) -> Draw | None:
        kept = data.decode("utf-8", "replace")
        preferences_of(kept)
        calendar_of(kept)
        recovery = recovery_of(kept)
        if recovery:
            said([harmless(" ".join(recovery_words(recovery)))])
        return accepted if recovery else None

    return take


def _make_database(chance: Random) -> bytes:
    good, _, file = seeds.learned()
    return mutated(good, chance, (b"SQLite format 3\0", b"CREATE TRIGGER x", *UNSEEN), (good, file))


def _open_database(folder: Path) -> Take:
    """A database of anyone: it is opened, made whole from what is proven in it, or refused."""

    def take(data: bytes) -> Draw | None:
        data_folder = folder / "data"
        data_folder.mkdir(exist_ok=True)
        for file in data_folder.rglob("*"):
            if file.is_file():
                file.unlink()
        database = data_folder / "asnquiz.db"
        database.write_bytes(data)
        setting_at_a_glance(database, "preferences")
        store = open_learner_database(database)
        try:
            for profile in store.profiles():
                for summary in store.summaries(profile.id):
                    _read(store.attempt, summary.id)
                store.answers(profile.id)
        finally:
            store.close()
        return accepted

    return take


def _read(read: Callable[..., object], what: object) -> None:
    try:
        read(what)
    except Refusal as refusal:
        said([str(refusal)])


TYPED = {
    "search": Target(_make_question, _open_search, 20),
    "typed": Target(_make_typed, _open_typed, 30),
    "command": Target(_make_command, _open_command, 20),
    "setting": Target(_make_setting, _open_setting, 64),
    "database": Target(_make_database, _open_database, 6),
}
