"""Packs made to do harm, and a process of bounded memory and time that checks them all."""

import json
import os
import struct
import sys
import traceback
import zlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from asnquiz.content.checker import check_pack
from asnquiz.domain.refusal import Refusal
from tests.content.sample_pack import FILES, break_file, write_pack

LAW, TERMS, RULES, ITEMS = "hukum.yaml", "istilah.yaml", "aturan.yaml", "soal/selama.yaml"
LESSON, SCENARIO, PLEDGE = "materi/media-sosial.md", "skenario/undangan.yaml", "ikrar.yaml"
STEM = "Berkampanye bersama suami dengan cuti yang disetujui."
FOLDER = ""  # refused as a whole, by the folder's own name


class Hostile(NamedTuple):
    """What is done to the sample pack, the file that must be named then, and words of the sentence about it."""

    file: str
    says: str
    harm: Callable[[Path], object]


def write(file: str, content: bytes | str) -> Callable[[Path], object]:
    """Puts a file into a pack, or content in place of a file's."""

    def harm(folder: Path) -> None:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return harm


def change(file: str, old: str, new: str) -> Callable[[Path], object]:
    return lambda folder: break_file(folder, file, old, new)


def in_lesson(body: str) -> Callable[[Path], object]:
    """A lesson with this body under the sample's front matter."""
    head = FILES[LESSON].split("---\n")[1]
    return write(LESSON, f"---\n{head}---\n\n{body}\n")


def in_text(character: str) -> Callable[[Path], object]:
    """A character in the middle of a question."""
    return change(ITEMS, STEM, f"Berkampanye{character} bersama suami dengan cuti yang disetujui.")


def link(file: str, target: str) -> Callable[[Path], object]:
    def harm(folder: Path) -> None:
        path = folder / file
        if path.is_file():
            path.unlink()
        path.symlink_to(target)

    return harm


def outside(file: str) -> Callable[[Path], object]:
    """A good file that stands beside the pack and is only linked into it."""

    def harm(folder: Path) -> None:
        (folder / file).rename(folder.parent / "di-luar")
        (folder / file).symlink_to(folder.parent / "di-luar")

    return harm


def instead(file: str, make: Callable[[Path], object]) -> Callable[[Path], object]:
    def harm(folder: Path) -> None:
        (folder / file).unlink()
        make(folder / file)

    return harm


def folder_outside(folder: Path) -> None:
    (folder / "soal").rename(folder.parent / "soal-luar")
    (folder / "soal").symlink_to(folder.parent / "soal-luar")


def many_files(folder: Path) -> None:
    for number in range(5_000):
        (folder / "soal" / f"s{number}.yaml").touch()


def many_megabytes(folder: Path) -> None:
    for number in range(20):
        (folder / "soal" / f"s{number}.yaml").write_bytes(b"#" * 900_000)


def deep_folders(folder: Path) -> None:
    here = os.open(folder, os.O_RDONLY)
    for _ in range(400):
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)


def huge_png() -> bytes:
    """A picture of a few bytes that says it is 60000 by 60000."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    chunk = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def keys(count: int) -> str:
    return "".join(f"k{number}: 1\n" for number in range(count))


def append(folder: Path, file: str, words: str) -> None:
    path = folder / file
    path.write_text(path.read_text("utf-8") + words, "utf-8")


def copy(folder: Path, file: str, to: str) -> None:
    (folder / to).write_bytes((folder / file).read_bytes())


def drawn(shapes: str, says: str) -> Hostile:
    """A picture with these shapes in it."""
    return Hostile(DRAWING, says, write(DRAWING, SVG.format(shapes)))


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{one}: &{one} [*{before}, *{before}, *{before}, *{before}, *{before}, *{before}, *{before}, *{before}]\n"
    for before, one in zip("abcdefgh", "bcdefghi", strict=True)
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 100" font-family="Plus Jakarta Sans">{}</svg>'
DRAWING = "gambar/a.svg"
ENTITIES = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
HTML, LINK, PICTURE = "HTML mentah tidak dipakai", "Tautan tidak dipakai", "Gambar ditulis sebagai paragraf sendiri"
NO_PART, ODD = "bukan bagian paket", "huruf kendali yang tidak terlihat"

HOSTILE = {
    # YAML that expands, constructs, nests or never ends
    "a bomb of aliases": Hostile(TERMS, "Jangkar YAML", write(TERMS, BOMB)),
    "an alias alone": Hostile(TERMS, "Rujukan YAML", write(TERMS, "- *a\n")),
    "a merge key": Hostile(TERMS, "Rujukan YAML", write(TERMS, "- {<<: *a}\n")),
    "an anchor that holds itself": Hostile(TERMS, "Jangkar YAML", write(TERMS, "&a [*a]\n")),
    "a Python object": Hostile(TERMS, "Tag YAML", write(TERMS, "- !!python/object/apply:os.system [ls]\n")),
    "a Python module": Hostile(TERMS, "Tag YAML", write(TERMS, "- !!python/module:os\n")),
    "a tag of its own": Hostile(TERMS, "Tag YAML", write(TERMS, "%TAG ! tag:x,2000:\n---\n- !run x\n")),
    "binary": Hostile(TERMS, "Tag YAML", write(TERMS, "- !!binary AAAA\n")),
    "deep brackets": Hostile(TERMS, "terlalu dalam", write(TERMS, "[" * 900_000)),
    "deep braces": Hostile(TERMS, "terlalu dalam", write(TERMS, "{a: " * 200_000)),
    "deep dashes": Hostile(TERMS, "terlalu dalam", write(TERMS, "- " * 400_000)),
    "deep question marks": Hostile(TERMS, "Nama kunci", write(TERMS, "? " * 400_000)),
    "deep indents": Hostile(TERMS, "terlalu dalam", write(TERMS, "".join(" " * n + "a:\n" for n in range(900)))),
    "a thousand documents": Hostile(TERMS, "satu dokumen", write(TERMS, "--- a\n" * 1_000)),
    "a second document": Hostile(RULES, "satu dokumen", lambda folder: append(folder, RULES, "---\n- id: lain\n")),
    "half a million keys": Hostile(TERMS, "paling banyak 1000 isi", write(TERMS, keys(60_000))),
    "one key a hundred thousand times": Hostile(TERMS, "dua kali", write(TERMS, "a: 1\n" * 100_000)),
    "a list without end": Hostile(TERMS, "paling banyak 1000 isi", write(TERMS, "[" + "a," * 30_000 + "a]")),
    "a quote without end": Hostile(TERMS, "tidak ditutup", write(TERMS, '- "' + "a" * 900_000)),
    "escapes without end": Hostile(TERMS, "tidak ditutup", write(TERMS, '- "' + "\\x41" * 200_000)),
    "a text of a million letters": Hostile(TERMS, "terlalu besar", write(TERMS, "- " + "a" * 1_000_000)),
    "a file of five megabytes": Hostile(TERMS, "terlalu besar", write(TERMS, b"#" * 5_000_000)),
    "a hole of a terabyte": Hostile(FOLDER, "seluruhnya melebihi", lambda folder: os.truncate(folder / TERMS, 1 << 40)),
    "noise": Hostile(TERMS, "UTF-8", write(TERMS, bytes(range(128, 256)) * 100)),
    "a question of four thousand and one letters": Hostile(
        ITEMS, "paling banyak 4000 huruf", change(ITEMS, f"stem: {STEM}", f"stem: {'a' * 4_001}")
    ),
    "a thousand and one answers": Hostile(
        ITEMS, "paling banyak 1000 isi", change(ITEMS, "rules: [stiker-pasangan]", f"rules: [{'a, ' * 1_001}]")
    ),
    # numbers
    "a number of thousands of digits": Hostile(
        "pack.yaml", "bilangan bulat", change("pack.yaml", "minutes: 5", "minutes: " + "9" * 4_000)
    ),
    "a number of half a million digits": Hostile(
        "pack.yaml", "paling banyak 4000 huruf", change("pack.yaml", "minutes: 5", "minutes: " + "9" * 500_000)
    ),
    "an exam of a billion years": Hostile(
        "pack.yaml", "minutes harus 1 sampai", change("pack.yaml", "minutes: 5", "minutes: 999999999999999")
    ),
    "an exam of minus a minute": Hostile(
        "pack.yaml", "minutes harus 1 sampai", change("pack.yaml", "minutes: 5", "minutes: -1")
    ),
    "an exam of a billion questions": Hostile(
        "pack.yaml", "items harus 1 sampai", change("pack.yaml", "items: 2", "items: 999999999999999")
    ),
    "a count of a billion": Hostile(
        "pack.yaml", "Jumlah phase", change("pack.yaml", "during: 2", "during: 999999999999999")
    ),
    "infinity": Hostile("pack.yaml", "bilangan bulat", change("pack.yaml", "pass: 75", "pass: .inf")),
    "not a number": Hostile("pack.yaml", "bilangan bulat", change("pack.yaml", "pass: 75", "pass: .nan")),
    "an exponent": Hostile("pack.yaml", "bilangan bulat", change("pack.yaml", "pass: 75", "pass: 1e999999999")),
    "a fraction": Hostile("pack.yaml", "bilangan bulat", change("pack.yaml", "pass: 75", "pass: 75.5")),
    "digits of another script": Hostile("pack.yaml", "bilangan bulat", change("pack.yaml", "pass: 75", "pass: ٧٥")),
    "a date of no calendar": Hostile(LAW, "tanggal berbentuk", change(LAW, "2020-02-29", "99999-99-99")),
    # characters that are not seen
    "NUL in a text": Hostile(ITEMS, "U+0000", in_text("\0")),
    "NUL as an escape": Hostile(ITEMS, "U+0000", change(ITEMS, f"stem: {STEM}", 'stem: "a\\0b"')),
    "a terminal's escape": Hostile(ITEMS, "U+001B", in_text("\x1b[2J")),
    "a backspace": Hostile(ITEMS, "U+0008", in_text("\b\b\b")),
    "a C1 control": Hostile(ITEMS, "U+009B", in_text("\x9b")),
    "an override of the reading order": Hostile(ITEMS, "U+202E", in_text("\u202e")),
    "an isolate": Hostile(ITEMS, "U+2066", in_text("\u2066")),
    "an override as an escape": Hostile(ITEMS, "U+202E", change(ITEMS, f"stem: {STEM}", 'stem: "a\\u202eb"')),
    "a mark of direction": Hostile(ITEMS, "U+200F", in_text("\u200f")),
    "a space of no width": Hostile(ITEMS, "U+200B", in_text("\u200b")),
    "a joiner": Hostile(ITEMS, "U+200D", in_text("\u200d")),
    "a soft hyphen": Hostile(ITEMS, "U+00AD", in_text("\xad")),
    "a line separator": Hostile(ITEMS, "U+2028", in_text("\u2028")),
    "a tag letter": Hostile(ITEMS, "U+E0041", in_text("\U000e0041")),
    "a byte order mark inside": Hostile(ITEMS, "U+FEFF", in_text("\ufeff")),
    "a noncharacter": Hostile(ITEMS, "U+FFFF", in_text("\uffff")),
    "an override in a lesson": Hostile(LESSON, "U+202E", in_lesson("Akun \u202epribadi.")),
    "NUL in a lesson": Hostile(LESSON, "U+0000", in_lesson("Akun \0pribadi.")),
    "an override as a reference in a lesson": Hostile(LESSON, "U+202E", in_lesson("Akun &#x202e;pribadi.")),
    "a mark by name in a lesson": Hostile(LESSON, "U+200F", in_lesson("- Akun &rlm;pribadi.")),
    "an override as a reference in a heading": Hostile(LESSON, "U+202E", in_lesson("## Akun &#8238;pribadi")),
    "an override as a reference in a picture's words": Hostile(
        LESSON, "U+202E", in_lesson("![Akun &#8238;pribadi](gambar/a.svg)")
    ),
    "a filler that is not seen": Hostile(ITEMS, "U+3164", in_text("\u3164")),
    "a selector that is not seen": Hostile(ITEMS, "U+E0101", in_text("\U000e0101")),
    "a space of no width in an id": Hostile(
        LESSON, ODD, change(LESSON, "id: media-sosial-selama", "id: media\u200b-sosial")
    ),
    "a letter of another script in an id": Hostile(
        LESSON, "bukan id", change(LESSON, "id: media-sosial-selama", "id: m\u0435dia-sosial")
    ),
    "a surrogate as an escape": Hostile(ITEMS, "", change(ITEMS, f"stem: {STEM}", 'stem: "a\\ud800b"')),
    "a surrogate in bytes": Hostile(TERMS, "UTF-8", write(TERMS, b"- {term: \xed\xa0\x80}\n")),
    "an overlong encoding": Hostile(TERMS, "UTF-8", write(TERMS, b"- {term: \xc0\xaf}\n")),
    "UTF-16": Hostile(TERMS, "UTF-8", write(TERMS, FILES[TERMS].encode("utf-16"))),
    "UTF-16 without a mark": Hostile(TERMS, "U+0000", write(TERMS, FILES[TERMS].encode("utf-16-le"))),
    "UTF-32": Hostile(TERMS, "UTF-8", write(TERMS, FILES[TERMS].encode("utf-32"))),
    "Latin-1": Hostile(TERMS, "UTF-8", write(TERMS, "- {term: é}\n".encode("latin-1"))),
    # ids
    "an id of four thousand letters": Hostile(
        LESSON, "paling banyak 60 huruf", change(LESSON, "id: media-sosial-selama", "id: " + "a" * 4_000)
    ),
    "an id that is a path": Hostile(
        LESSON, "bukan id", change(LESSON, "id: media-sosial-selama", "id: ../../etc/passwd")
    ),
    "an id that is a tag": Hostile(LESSON, "bukan id", change(LESSON, "id: media-sosial-selama", "id: <script>")),
    "a pack's id that is a path": Hostile("pack.yaml", "bukan id", change("pack.yaml", "id: contoh", "id: ../contoh")),
    "one id in two files": Hostile(
        "soal/selama.yaml",
        "sudah dipakai (`soal/aaa.yaml` baris 1)",
        lambda folder: copy(folder, ITEMS, "soal/aaa.yaml"),
    ),
    "one lesson in two files": Hostile(
        "materi/media-sosial.md", "sudah dipakai", lambda folder: copy(folder, LESSON, "materi/aaa.md")
    ),
    "one rule nine hundred times": Hostile(
        ITEMS,
        "1 sampai 20 ketentuan",
        change(ITEMS, "rules: [stiker-pasangan]", f"rules: [{'stiker-pasangan, ' * 900}stiker-pasangan]"),
    ),
    "a case study that never ends": Hostile(
        SCENARIO,
        "tidak ada jalan sampai ke akhir",
        change(
            SCENARIO,
            "{text: Anda difoto., ending: {kind: buruk, title: Dilaporkan, debrief: Foto menjadi bukti.}}",
            "{text: Anda difoto., choices: [{text: Lagi., to: aula, trust: 0, risk: 0, rule: suka-akun-calon, "
            "feedback: Lagi.}]}",
        ),
    ),
    # files that are not what they seem
    "a link to a secret": Hostile(TERMS, "ke luar paket", link(TERMS, "/etc/passwd")),
    "a link upwards": Hostile(TERMS, "ke luar paket", link(TERMS, "../../../../../../../../etc/passwd")),
    "a good file outside": Hostile(TERMS, "ke luar paket", outside(TERMS)),
    "a link to itself": Hostile(TERMS, "tidak dapat dibuka", link(TERMS, "istilah.yaml")),
    "a link to nothing": Hostile(TERMS, "tidak dapat dibuka", link(TERMS, "entah.yaml")),
    "a link to a device": Hostile(TERMS, "ke luar paket", link(TERMS, "/dev/zero")),
    "a link to a folder": Hostile(TERMS, "bukan berkas biasa", link(TERMS, "soal")),
    "a folder of questions outside": Hostile("soal", NO_PART, folder_outside),
    "a folder for a file": Hostile(TERMS, "bukan berkas biasa", instead(TERMS, Path.mkdir)),
    "a pipe for a file": Hostile(TERMS, "bukan berkas biasa", instead(TERMS, os.mkfifo)),
    "a pipe among the questions": Hostile(
        "soal/pipa.yaml", "bukan berkas biasa", lambda folder: os.mkfifo(folder / "soal" / "pipa.yaml")
    ),
    "a folder among the questions": Hostile(
        "soal/lain.yaml", "bukan berkas biasa", lambda folder: (folder / "soal" / "lain.yaml").mkdir()
    ),
    "five thousand files": Hostile(FOLDER, "lebih dari 300 berkas", many_files),
    "eighteen megabytes of notes": Hostile(FOLDER, "seluruhnya melebihi", many_megabytes),
    "folders in folders": Hostile("d", NO_PART, deep_folders),
    "names that differ in case": Hostile(
        "soal/Selama.yaml", NO_PART, lambda folder: copy(folder, ITEMS, "soal/Selama.yaml")
    ),
    "a name that turns the reading order": Hostile("soal/a□lmay.yaml", NO_PART, write("soal/a\u202elmay.yaml", "[]")),
    "a name with a line end": Hostile("soal/a□b.yaml", NO_PART, write("soal/a\nb.yaml", "[]")),
    "a name that is an option": Hostile("soal/--help.yaml", NO_PART, write("soal/--help.yaml", "[]")),
    "a name that is not UTF-8": Hostile(
        "soal/a□.yaml", NO_PART, lambda folder: (folder / os.fsdecode(b"soal/a\xff.yaml")).touch()
    ),
    "a program": Hostile("setup.py", NO_PART, write("setup.py", "import os\n")),
    "a shortcut": Hostile("soal/buka.lnk", NO_PART, write("soal/buka.lnk", b"L\0\0\0")),
    "a font": Hostile("gambar/huruf.ttf", NO_PART, write("gambar/huruf.ttf", b"\0\1\0\0glyf")),
    "a font of the web": Hostile("materi/huruf.woff2", NO_PART, write("materi/huruf.woff2", b"wOF2")),
    "a PDF": Hostile("surat.pdf", NO_PART, write("surat.pdf", b"%PDF-1.7\n%%EOF")),
    "a PDF called a lesson": Hostile("materi/surat.md", "dua baris ---", write("materi/surat.md", b"%PDF-1.7\n%%EOF")),
    "a font called a drawing": Hostile("gambar/b.svg", "U+0000", write("gambar/b.svg", b"\0\1\0\0glyf")),
    "an archive": Hostile("paket.zip", NO_PART, write("paket.zip", b"PK\x03\x04")),
    # pictures
    "a picture of 60000 by 60000": Hostile("gambar.png", NO_PART, write("gambar.png", huge_png())),
    "a picture that is none": Hostile("materi/foto.png", NO_PART, write("materi/foto.png", b"MZ\x90\0")),
    "a picture where none belongs": Hostile("materi/a.svg", NO_PART, write("materi/a.svg", SVG.format(""))),
    "a drawing with a script": drawn("<script>alert(1)</script>", "<script>"),
    "a drawing that listens": drawn('<rect onclick="alert(1)"/>', '"onclick"'),
    "a drawing that fetches": drawn('<image href="http://x.example/a.png"/>', "<image>"),
    "a drawing that uses another": drawn('<use href="../../etc/passwd#a"/>', "<use>"),
    "a drawing with a style": drawn("<style>@import url(//x.example/a.css)</style>", "<style>"),
    "a drawing filled from a site": drawn('<rect fill="url(http://x.example/a)"/>', "pakai none atau warna tema"),
    "a drawing in a party's colours": drawn('<rect fill="#FF0000"/>', "pakai none atau warna tema"),
    "a drawing of letters nobody can read": drawn('<text fill="#16242B" font-size="2">x</text>', "pakai 13 sampai 39"),
    "a drawing beyond every screen": drawn('<rect fill="none" width="1e30"/>', '"width"'),
    "a drawing deep as a well": drawn('<rect fill="none">' * 500 + "</rect>" * 500, "tidak memuat elemen lain"),
    "a drawing without end": drawn("<rect/>" * 9_000, "Gambar terlalu besar"),
    "a drawing in digits without end": drawn(f'<text fill="none" font-size="{"9" * 5_000}">x</text>', "13 sampai 39"),
    "a drawing in digits of elsewhere": drawn('<text fill="none" font-size="٢٠">x</text>', "13 sampai 39"),
    "a drawing with a line as thick as the sky": drawn('<line stroke="#16242B" stroke-width="1e30"/>', "stroke-width"),
    "a drawing that turns back for ever": drawn(f'<path fill="none" d="M {"0,0 600,99 " * 900}"/>', "sedikit angka"),
    "a drawing of a thousand shapes": drawn('<rect fill="none"/>' * 900, "paling banyak 200 bentuk"),
    "a drawing that is black in the dark": drawn('<rect width="9" height="9"/>', 'harus memuat "fill"'),
    "a drawing under another name": Hostile(
        DRAWING,
        "xmlns:",
        write(DRAWING, '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:text>x</s:text></s:svg>'),
    ),
    "a drawing without height": Hostile(DRAWING, "diawali <svg", write(DRAWING, SVG.format("").replace("100", "00"))),
    "a drawing with entities": Hostile(DRAWING, "hapus <!…>", write(DRAWING, ENTITIES + SVG.format("&c;"))),
    "a drawing whose words turn by a reference": drawn(
        '<text fill="#16242B" font-size="14">Lapor &#x202e;ke</text>', "U+202E"
    ),
    "a drawing whose fault hides": drawn('<rect fill="none" width="9&#x200b;"/>', '"width"'),
    "a drawing cut off": Hostile(DRAWING, "bukan SVG yang utuh", write(DRAWING, SVG.format("")[:-3])),
    "a drawing of another size": Hostile(
        DRAWING, "diawali <svg", write(DRAWING, SVG.format("").replace("600", "9999"))
    ),
    "a drawing that is a web page": Hostile(DRAWING, "diawali <svg", write(DRAWING, "<html></html>")),
    # Markdown
    "a script": Hostile(LESSON, HTML, in_lesson("<script>alert(1)</script>")),
    "a frame inside words": Hostile(LESSON, HTML, in_lesson("Lihat <iframe src='//x.example'></iframe> ini.")),
    "a style": Hostile(LESSON, HTML, in_lesson("<style>* {display: none}</style>")),
    "a comment": Hostile(LESSON, HTML, in_lesson("<!-- tersembunyi -->")),
    "a link that runs": Hostile(LESSON, LINK, in_lesson("[Tekan](javascript:alert(1))")),
    "a link with data": Hostile(LESSON, LINK, in_lesson("[Tekan](data:text/html;base64,AAAA)")),
    "a link to a site": Hostile(LESSON, LINK, in_lesson("[Tekan](https://x.example)")),
    "a link to a file": Hostile(LESSON, LINK, in_lesson("[Tekan](file:///etc/passwd)")),
    "a bare address": Hostile(LESSON, LINK, in_lesson("<https://x.example>")),
    "a picture from a site": Hostile(LESSON, PICTURE, in_lesson("![a](https://x.example/a.png)")),
    "a picture from above": Hostile(LESSON, PICTURE, in_lesson("![a](../../../../etc/passwd)")),
    "a picture from the root": Hostile(LESSON, PICTURE, in_lesson("![a](/etc/passwd)")),
    "stars without end": Hostile(LESSON, "paragraf yang terlalu panjang", in_lesson("*a **b " * 1_200)),
    "brackets without end": Hostile(LESSON, "paragraf yang terlalu panjang", in_lesson("[" * 15_000)),
    "a lesson of a megabyte": Hostile(LESSON, "Materi terlalu panjang", in_lesson("> a\n" * 250_000)),
    "a rule table without end": Hostile(LESSON, "paragraf yang terlalu panjang", in_lesson(":::aturan" + " a" * 5_000)),
    "front matter without end": Hostile(LESSON, "dua baris ---", write(LESSON, "---\n" + "a: 1\n" * 1_000)),
}


def judged(name: str, folder: Path) -> list[list[str]]:
    """File and sentence of every fault found in a pack; of a traceback its last line under the file `!`."""
    write_pack(folder)
    HOSTILE[name].harm(folder)
    try:
        checked = check_pack(folder)
    except Refusal as refusal:
        return [[FOLDER, str(refusal)]]
    except BaseException:
        return [["!", traceback.format_exc()[-2_000:]]]
    assert (checked.pack is None) == bool(checked.faults)
    return [[fault.file, fault.message[:500]] for fault in checked.faults[:50]]


def main() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (300, 300))
    for name in HOSTILE:
        with TemporaryDirectory() as folder:
            found = judged(name, Path(folder) / "paket")
            sys.stdout.write(json.dumps([name, found]) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
