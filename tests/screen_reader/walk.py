"""The walk: from the first start through every section, a whole exam with it, heard and done through AT-SPI alone.

`python3 -m tests.screen_reader.walk KEY OUT COMMAND…` starts the program by COMMAND. KEY is a JSON file with the right
answer to each question in words; what was told is written to OUT.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.screen_reader.reader import Reader, children, is_checked

SKIPPED = 7
DOUBTED = (3, 9)


def first_start(reader: Reader) -> None:
    reader.wait_for_focus("Selamat datang di ASN Netral")
    reader.note("mulai")
    reader.write("Nama", "Siti Aminah")
    reader.press("Mulai", "push button")
    reader.wait_for_focus("1 dari 5")
    reader.note("perkenalan")
    reader.press("Lewati", "push button")
    reader.wait_for_focus("Selamat datang, Siti Aminah")
    reader.note("beranda")


def go(reader: Reader, section: str, title: str = "") -> None:
    reader.press(section, "page tab")
    reader.wait_for_focus(title or section)


def lesson(reader: Reader) -> None:
    """Opens the first lesson and, by Tab and Enter, its first glossary word."""
    go(reader, "Materi")
    reader.note("materi")
    reader.press("Satu loket untuk semua warga", "push button")
    reader.wait_for_focus("Satu loket")
    reader.note("materi-baca")
    reader.tab_to("label", "Hujan turun sejak subuh")
    reader.wait_for_words("Istilah: Pilkada")
    reader.key("Return")
    reader.wait_for_words("Pilkada, pemilihan")
    reader.note("materi-istilah")
    reader.key("Escape")
    reader.until(lambda: reader.find("Tutup arti") is None, "the meaning to be closed")


def ask(reader: Reader) -> None:
    """Asks whether an act is allowed, and reads the law behind the first answer."""
    go(reader, "Bolehkah saya?", "Bolehkah saya … ketik")
    reader.note("bolehkah")
    reader.write("Bolehkah saya", "foto bersama calon")
    reader.key("Return")
    reader.wait_for_focus("Hasil 1 dari")
    reader.note("bolehkah-hasil")
    reader.press("Selengkapnya", "push button")
    reader.until(lambda: reader.find("Ringkas: Mengunggah foto bersama bakal calon"), "more")
    reader.note("bolehkah-dibuka")
    note = reader.until(lambda: reader.find("UU 20/2023", "push button"), "a law")
    note.grab_focus()
    reader.wait_for_focus("UU 20/2023. Pasal")
    reader.key("Return")
    reader.wait_for_focus("UU 20/2023")
    reader.until(lambda: reader.top.get_role_name() == "dialog", "the law's card")
    reader.note("hukum-kartu")
    reader.key("Escape")
    reader.wait_for_focus("UU 20/2023. Pasal")
    reader.note("hukum-ditutup")


def case(reader: Reader) -> None:
    """One step of a case study."""
    go(reader, "Studi kasus")
    reader.note("studi-kasus")
    reader.press("Mulai: Daftar tanpa tanda tangan", "push button")
    reader.wait_for_focus("Langkah 1")
    reader.note("studi-kasus-adegan")
    reader.press("A. ", "radio button")
    reader.press("Pilih jalan ini", "push button")
    reader.wait_for_focus("Akibat pilihan Anda")
    reader.note("studi-kasus-akibat")


def practice(reader: Reader, key: dict[str, Any]) -> None:
    """Answers one question wrongly and one rightly, and marks it."""
    go(reader, "Kuis")
    reader.note("kuis")
    reader.press("Mulai latihan semua fase", "push button")
    stem, answers = reader.question("Soal 1 dari 10")
    reader.note("latihan-soal")
    answer(reader, stem, answers, key, right=False)
    reader.press("Simpan, yakin", "push button")
    reader.wait_for_focus("Soal berikutnya")
    reader.wait_for_words("Belum tepat")
    reader.note("latihan-belum-tepat")
    reader.key("Return")
    stem, answers = reader.question("Soal 2 dari 10")
    answer(reader, stem, answers, key)
    reader.press("Simpan, ragu", "push button")
    reader.wait_for_focus("Soal berikutnya")
    reader.wait_for_words("Jawaban Anda benar")
    reader.press("Tandai soal", "check box")
    reader.until(lambda: reader.find("Soal ditandai"), "the mark")
    reader.note("latihan-benar")


def exam(reader: Reader, key: dict[str, Any]) -> None:
    """All questions but one, two of them in doubt; back to one of these by its number; then the end and the score."""
    go(reader, "Kuis")
    reader.press("Mulai ujian", "push button")
    stem, answers = reader.question("Soal 1 dari 30")
    reader.note("ujian")
    onward, doubt = reader.find("Simpan dan lanjutkan"), reader.find("Ragu-ragu", "check box")
    for number in range(1, 31):
        stem, answers = reader.question(f"Soal {number} dari 30")
        if number != SKIPPED:
            answer(reader, stem, answers, key)
        if number in DOUBTED:
            doubt.do_action(0)
            reader.until(lambda: is_checked(doubt), "the doubt")
        if number < 30:
            onward.do_action(0)
    onward.do_action(0)
    reader.wait_for_words("Jawaban 30 tersimpan")
    reader.press(f"Soal {DOUBTED[0]}, sudah dijawab, ragu-ragu", "push button")
    reader.question(f"Soal {DOUBTED[0]} dari 30")
    reader.note("ujian-kembali")
    doubt.do_action(0)
    reader.until(lambda: reader.find(f"Soal {DOUBTED[0]}, sudah dijawab, sedang"), "the doubt to be gone")
    reader.press("Selesai ujian …", "push button")
    reader.wait_for_focus("Kembali ke soal")
    reader.note("ujian-selesai")
    reader.press("Selesai ujian", "push button")
    reader.wait_for_focus("Simulasi ujian")
    reader.note("hasil-ujian")
    reader.press("Lihat pembahasan", "push button")
    reader.wait_for_focus("Soal 1 dari 30")
    reader.note("pembahasan")


def answer(reader: Reader, stem: str, answers: Any, key: dict[str, Any], *, right: bool = True) -> None:
    """Gives the answer of the key, or its opposite, as a screen reader does for each kind of question."""
    known = next(one for words, one in key.items() if stem.endswith(words))
    if "order" in known:
        _order(reader, answers, known["order"] if right else known["order"][::-1])
    elif "phases" in known:
        _match(reader, known["phases"] if right else dict.fromkeys(known["phases"], "Sebelum"))
    else:
        for row in children(answers):
            if (row.get_name().partition(". ")[2] in known["choices"]) == right:
                row.do_action(0)
                reader.until(partial(is_checked, row), "the choice")


def _order(reader: Reader, answers: Any, wished: list[str]) -> None:
    """Moves each step up to its place; where all are in theirs, one goes there and back."""

    def names() -> list[str]:
        found = (reader.within(row) for row in children(answers))
        return [next((name for name in row if name in wished), "") for row in found]

    def move(way: str, at: int, words: str) -> None:
        to = at + (1 if way == "Turunkan" else -1)
        reader.press_in(answers, f"{way} langkah {at + 1}: {words}")
        reader.until(lambda: names()[to] == words, f"“{words}” as step {to + 1}")

    if names() == wished:
        move("Turunkan", 0, wished[0])
    for place, words in enumerate(wished):
        while (at := names().index(words)) > place:
            move("Naikkan", at, words)


def _match(reader: Reader, phases: dict[str, str]) -> None:
    """Goes by Tab from list to list, and down to the phase in each."""
    ways = ["Sebelum", "Selama", "Sesudah"]
    for _ in phases:
        reader.tab_to("combo box")
        phase = phases[reader.focus_label()]
        for _ in range(ways.index(phase) + 1):
            reader.key("Down")
        reader.wait_for_focus(phase)


def the_rest(reader: Reader) -> None:
    """What is read: help, pledge, results, law and words, discussion, memory."""
    go(reader, "Bantuan")
    reader.note("bantuan")
    go(reader, "Hasil saya")
    reader.note("hasil-saya")
    go(reader, "Ikrar")
    reader.note("ikrar")
    go(reader, "Materi")
    for name, screen in (("Hukum dan istilah", "hukum"), ("Diskusi", "diskusi")):
        reader.press(name, "push button")
        reader.wait_for_title(name)
        reader.note(screen)
        reader.press("Kembali ke Materi", "push button")
        reader.wait_for_focus("Materi")
    go(reader, "Kuis")
    reader.press("Ingatan per ketentuan", "push button")
    reader.wait_for_title("Ingatan")
    reader.note("ingatan")


def settings(reader: Reader) -> None:
    """Details that cannot be kept as they are, and then can."""
    go(reader, "Pengaturan")
    reader.note("pengaturan")
    reader.write("NIP/NI PPPK", "1985")
    reader.press("Simpan data diri", "push button")
    reader.wait_for_focus("NIP/NI PPPK")
    reader.note("pengaturan-salah")
    reader.write("NIP/NI PPPK", "198503122010012004")
    reader.press("Simpan data diri", "push button")
    reader.wait_for_words("Tersimpan")
    reader.note("pengaturan-tersimpan")


def main() -> int:
    """The exit code of the program, which is told to end as a desktop session tells it."""
    key, out, command = json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2]), sys.argv[3:]
    program = subprocess.Popen(command)
    reader = Reader("asnquiz")
    walks: list[Callable[[Reader], None]] = [first_start, lesson, ask, case, partial(practice, key=key)]
    walks += [partial(exam, key=key), the_rest, settings]
    try:
        for walk in walks:
            walk(reader)
    finally:
        events = [vars(event) for event in reader.events]
        told = {"language": reader.language, "screens": reader.screens, "events": events}
        out.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
        program.terminate()
    return program.wait(20)


if __name__ == "__main__":
    sys.exit(main())
