"""Records what another reader of GIFT, the npm package gift-pegjs, makes of some thousands of questions.

Run by hand where Node.js is, after `npm install gift-pegjs@1.0.2` in some FOLDER, whenever what the program writes
changes: `python3 -m tests.exchange.record_gift_pegjs FOLDER`. The tests then compare without either.
"""

import json
import lzma
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

from asnquiz.domain.pack import ItemType, Option, Phase, Verdict
from asnquiz.domain.plain import to_plain
from asnquiz.domain.question import LoosePair, Question
from asnquiz.exchange.gift import write_gift

RECORD = Path(__file__).with_name("gift_pegjs.json.xz")
OURS, THEIRS = 1_500, 1_200

_PARSE = """
const gift = require("gift-pegjs");
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const answers = texts.map(text => { try { return gift.parse(text); } catch (error) { return null; } });
process.stdout.write(JSON.stringify(answers));
"""

# fmt: off
_SIGNS = (
    ":", "#", "=", "{", "}", "~", "\\", "\n", "\\n", "\\=", "\\\\", "::", "####", "//", "->",
    "%50%", "[html]", "[plain]", "[", "]", "[id:x]", "$CATEGORY: a", "T", "FALSE", "<b>", "&amp;", "&lt;", "|", "%7C",
    "%", "A)", "B.", "ANSWER: A", '"', "'", ";", ",", "“", "é", "🗳", "\xa0", "nol", "tiga puluh", "a", "Z", "0",
)
# fmt: on
_WORDS = ("calon", "tiga puluh", "netral", "ASN", "apel", "cuti", "kantor", "“like”", "50", "a/b", "(dua)", "Rp5.000")


def main(folder: str) -> None:
    random = Random(12)
    questions = [_question(random, number) for number in range(OURS)]
    ours = [write_gift([question]).content.decode() for question in questions]
    theirs = [*BY_HAND, *(_foreign(random) for _ in range(THEIRS))]
    done = subprocess.run(
        ["node", "-e", _PARSE],
        cwd=folder,
        input=json.dumps([*ours, *theirs]),
        capture_output=True,
        check=True,
        text=True,
    )
    answers = json.loads(done.stdout)
    record = {
        "ours": [
            {"question": to_plain(question), "gift": gift, "answer": answer}
            for question, gift, answer in zip(questions, ours, answers[:OURS], strict=True)
        ],
        "theirs": [{"gift": gift, "answer": answer} for gift, answer in zip(theirs, answers[OURS:], strict=True)],
    }
    RECORD.write_bytes(lzma.compress(json.dumps(record, ensure_ascii=False).encode(), preset=9 | lzma.PRESET_EXTREME))


def _text(random: Random) -> str:
    pieces = [random.choice(_SIGNS if random.random() < 0.5 else _WORDS) for _ in range(random.randint(1, 4))]
    return random.choice(("", " ")).join(pieces).strip() or "kosong"


def _maybe(random: Random) -> str:
    return _text(random) if random.random() < 0.4 else ""


def _question(random: Random, number: int) -> Question:
    """One of ours, of each type in turn."""
    type_ = list(ItemType)[number % len(ItemType)]
    rows: dict[str, Any]
    match type_:
        case ItemType.VERDICT:
            three = (Verdict.BOLEH, Verdict.TIDAK, Verdict.BERSYARAT)
            rows = {"key": random.choice(three), "feedback": {verdict: _text(random) for verdict in three}}
        case ItemType.MATCHING:
            left = iter(lambda: _text(random).replace("->", "=>"), None)
            rows = {"pairs": tuple(LoosePair(next(left), random.choice([*Phase])) for _ in range(random.randint(2, 4)))}
        case ItemType.ORDERING:
            rows = {
                "options": tuple(Option(_text(random).replace("->", "=>"), "") for _ in range(random.randint(3, 4)))
            }
        case _:
            keys = {0} if type_ is ItemType.SINGLE else set(range(random.randint(1, 3)))
            options = [Option(_text(random), _maybe(random), place in keys) for place in range(4)]
            random.shuffle(options)
            rows = {"options": tuple(options)}
    return Question(
        type=type_,
        stem=_text(random),
        id=f"kab-contoh-{number}",
        phase=random.choice([None, *Phase]),
        explanation=_maybe(random),
        instead=_maybe(random),
        **rows,
    )


def _foreign(random: Random) -> str:
    """A question as people write them by hand, in one of the ways that the form has for it."""
    name = random.choice(("", "", "::Soal 1::", "::soal-satu:: ", "::Cuti\\: kapan?::\n"))
    comment = random.choice(("", "", "// catatan\n", "// [id:soal-dua] [tag:phase:during]\n"))
    format_ = random.choice(("", "", "", "[plain]", "[html]", "[markdown]", "[moodle]"))
    stem = f"{name}{format_}{_foreign_text(random)}"
    gap = random.choice(("", "", "", f" {_foreign_text(random)}"))
    space = random.choice(("", " ", "\n", "\n  ", "\n\t"))
    answers = random.choice((_one_right, _one_right, _shares, _truth, _pairs, _words_asked, _number, lambda *_: ""))
    general = f"{space}####{_foreign_text(random)}" if random.random() < 0.3 else ""
    ends = random.choice(("\n", "\r\n"))
    return f"{comment}{stem}{{{answers(random, space)}{general}{space}}}{gap}\n\n".replace("\n", ends)


def _foreign_text(random: Random) -> str:
    pieces = (
        *_WORDS,
        "\\=",
        "\\~",
        "\\#",
        "\\{",
        "\\}",
        "\\:",
        "\\\\",
        "\\n",
        "a-b",
        "ya,",
        "[x]",
        "2 > 1",
        "?",
        "100 %",
    )
    said = " ".join(random.choice(pieces) for _ in range(random.randint(1, 4)))
    return said if said.replace("\\n", "").strip() else "ya"


def _feedback(random: Random) -> str:
    return random.choice(("", " ")) + f"#{_foreign_text(random)}" if random.random() < 0.4 else ""


def _one_right(random: Random, space: str) -> str:
    signs = ["=", *"~" * random.randint(1, 4)]
    random.shuffle(signs)
    return "".join(f"{space}{sign}{_foreign_text(random)}{_feedback(random)}" for sign in signs)


def _shares(random: Random, space: str) -> str:
    shares = random.choice(
        (("50", "50", "-100"), ("33.33333", "33.33333", "33.33333", "-50"), ("100", "0"), ("60", "40"))
    )
    return "".join(f"{space}~%{share}%{_foreign_text(random)}{_feedback(random)}" for share in shares)


def _truth(random: Random, space: str) -> str:
    return f"{space}{random.choice(('T', 'TRUE', 'F', 'FALSE'))}{_feedback(random)}"


def _pairs(random: Random, space: str) -> str:
    words = random.choice(
        (("Sebelum", "Selama", "Sesudah"), ("before", "after"), ("Ambon", "Ternate", "Tual"), ("1", "2"))
    )
    return "".join(f"{space}={_foreign_text(random)} -> {word}" for word in words)


def _words_asked(random: Random, space: str) -> str:
    return "".join(f"{space}={_foreign_text(random)}" for _ in range(random.randint(1, 3)))


def _number(random: Random, space: str) -> str:
    return random.choice(("#5", "#3.14:0.01", "#1..5", f"#{space}=10:2{space}=%50%12"))


BY_HAND = (
    "Siapa yang wajib netral?{=ASN ~calon ~relawan}\n\n",
    "::Netral:: ASN wajib netral.{T}\n\n",
    "ASN boleh berkampanye.{F#Tidak ada izin untuk itu.#Benar, itu dilarang.####Lihat materi.}\n\n",
    "ASN {~boleh =dilarang ~wajib} berkampanye.\n\n",
    "Pilih semua yang benar.{~%50%netral ~%50%jujur ~%-100%memihak}\n\n",
    "Pasangkan.{=penetapan calon -> Sebelum =kampanye -> Selama =rekapitulasi -> Sesudah}\n\n",
    "Urutkan.{=satu -> 1 =dua -> 2 =tiga -> 3}\n\n",
    "Apa nama peraturannya?{=UU ASN =UU 20/2023}\n\n",
    "Berapa banyak calon?{#2}\n\n",
    "Jelaskan arti netral.{}\n\n",
    "Ini hanya keterangan.\n\n",
    "$CATEGORY: pilkada/netral: dasar\n\nSiapa?{=ASN ~bukan}\n\n",
    "// komentar saja\n\nSiapa?{=ASN ~bukan}\n\n",
    "Siapa?{\n// komentar di dalam\n=ASN\n~bukan\n}\n\n",
    "\ufeffSiapa?{=ASN ~bukan}\n\n",
    "Tanpa penutup {=ya ~bukan\n\n",
    "Tanpa pembuka =ya ~bukan}\n\n",
    "Dua {=ya ~bukan} kali {=ya ~bukan}\n\n",
    "Kurung \\{di dalam\\} teks.{=\\{ya\\} ~bukan}\n\n",
    "[html]<p>Siapa yang <b>wajib</b> netral?</p>{=<p>ASN</p> ~<p>calon</p>}\n\n",
    "Satu baris\\ndua baris.{=ya\\nbenar ~bukan}\n\n",
    "[markdown]Daftar:\n- satu\n- dua{=ya ~bukan}\n\n",
    "Kosong?{= ~bukan}\n\n",
    "Dua benar?{=ya =juga ~bukan}\n\n",
    "Sebagian?{=ya ~%50%hampir ~bukan}\n\n",
    "Panah?{=a->b dan c ~bukan}\n\n",
    "Pengecoh.{=kampanye -> Selama =pendaftaran -> Sebelum = -> Sesudah}\n\n",
    "Garis \\\\ miring \\[dan siku\\].{=\\\\ ~/}\n\n",
    "Tanda = di dalam pertanyaan?{=ya ~bukan}\n\n",
    "::Nama tanpa penutup Siapa?{=ya ~bukan}\n\n",
)


if __name__ == "__main__":
    main(sys.argv[1])
