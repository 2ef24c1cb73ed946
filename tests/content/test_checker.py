"""Every rule of a pack: one thing broken in real files gives one fault, at its place and in a telling sentence."""

import datetime as dt
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from asnquiz.content.checker import check_pack, open_pack
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Phase
from asnquiz.domain.refusal import Refusal
from tests.content.sample_pack import FILES, break_file, write_pack

LAW, RULES, ITEMS = "hukum.yaml", "aturan.yaml", "soal/selama.yaml"
LESSON, SCENARIO, PLEDGE = "materi/media-sosial.md", "skenario/undangan.yaml", "ikrar.yaml"
PICTURE, CALENDAR = "gambar/garis.svg", "kalender.yaml"

VERDICT_FEEDBACK = "{boleh: Perlu cuti dahulu., tidak: Dapat dengan cuti., bersyarat: Benar.}"
PAIRS_START = "    - {left: Pendaftaran, phase: before, feedback: Sebelum penetapan.}\n"
STICKER_SCORED = 'instead: Hindari.\n  citations: [{law: pp-contoh, ref: "Pasal 1"}]\n  confidence: B\n  scored'
TO_A_CAVE = "      - {text: Lari., to: gua, trust: 0, risk: 0, rule: suka-akun-calon, feedback: Salah.}\n"
TO_THE_HALL = "      - {text: Hadir., to: aula, trust: 0, risk: 0, rule: suka-akun-calon, feedback: Salah.}\n"
# From the scene at home to its ending over 56 more.
_ONWARD = "text: Malam., choices: [{text: Tidur., to: %s, trust: 0, risk: 0, rule: menonton-debat, feedback: Belum.}]"
HOMES = ["rumah", *(f"rumah-{number}" for number in range(1, 58))]
LONG_WAY = "".join(f"  {one}: {{{_ONWARD % to}}}\n" for one, to in pairwise(HOMES)) + f"  {HOMES[-1]}: {{"
CATCH_ORDER = "    - {text: Catat., feedback: Langkah akhir.}\n"


class Break(NamedTuple):
    """In `file`, `old` becomes `new`; one fault is on the line where `at` ends, of entry `id`, and says `says`."""

    file: str
    old: str
    new: str
    at: str
    id: str | None
    says: str


BREAKS = {
    # form
    "unknown key": Break(
        RULES, "reason: Tanda", "reson: x\n  reason: Tanda", "reson", "suka-akun-calon", '"reson" tidak'
    ),
    "missing key": Break(
        RULES,
        "  instead: Ajukan cuti lebih dahulu.\n",
        "",
        "- id: cuti-dampingi-suami",
        "cuti-dampingi-suami",
        '"instead"',
    ),
    "body in front matter": Break(LESSON, "order: 1", "order: 1\nbody: x", "body: x", "media-sosial-selama", '"body"'),
    "laws in pack.yaml": Break("pack.yaml", "language: id", "language: id\nlaws: []", "laws", None, '"laws" tidak'),
    "wrong enum": Break(
        RULES, "verdict: boleh", "verdict: boleeh", "boleeh", "menonton-debat", "boleh, tidak, bersyarat"
    ),
    "wrong enum key": Break(
        RULES, "{pns: Hukuman", "{pnss: Hukuman", "pnss", "suka-akun-calon", '"pnss" tidak dikenal'
    ),
    "number for text": Break(
        LAW, "number: PP 2/2020", "number: 94", "number: 94", "pp-contoh", "berisi 94; seharusnya teks"
    ),
    "text for number": Break(LESSON, "minutes: 5", "minutes: lima", "lima", "media-sosial-selama", "bilangan bulat"),
    "no for false": Break(
        ITEMS, "scored: false", "scored: no", "scored: no", "soal-stiker", '"no"; seharusnya true atau'
    ),
    "impossible date": Break(LAW, "2020-02-29", "2021-02-29", "2021-02-29", "pp-contoh", "tanggal berbentuk"),
    "text for list": Break(
        RULES, "phases: [during, after]", "phases: during", "televisi\n  phases", "menonton-debat", "daftar"
    ),
    "list for mapping": Break(
        PLEDGE, "  - {text: Dua, meaning: Arti dua, example: Contoh dua}", "  - Dua", "- Dua", None, "Butir ke-2"
    ),
    "null for text": Break(
        RULES,
        "reason: Peraturan belum tegas.",
        "reason:",
        "diperdebatkan\n  condition: null\n  reason:",
        "stiker-pasangan",
        "kosong (null)",
    ),
    "blank text": Break(ITEMS, "Itu dukungan terbuka.", '" "', '" "', "soal-debat", "Teks ini kosong"),
    "not a list": Break("istilah.yaml", FILES["istilah.yaml"], "term: KPU\n", "term", None, "harus berisi daftar"),
    "yaml syntax": Break(
        LAW, "title: Peraturan contoh", "title: Peraturan: contoh", "title: Peraturan:", None, "Titik dua"
    ),
    "duplicate key": Break("pack.yaml", "id: contoh", "id: contoh\nid: lain", "id: lain", None, "dua kali"),
    "alias": Break(RULES, "reason: Peraturan belum tegas.", "reason: *lain", "*lain", None, "Rujukan YAML"),
    "no front matter": Break(LESSON, "---\nid", "id", "id: media", None, "baris ---"),
    "front matter syntax": Break(LESSON, "order: 1", 'order: "1', "order:", None, "tidak ditutup"),
    # identity
    "malformed id": Break(LESSON, "id: media-sosial-selama", "id: Media_Sosial", "Media", "Media_Sosial", "bukan id"),
    "repeated id": Break(
        ITEMS,
        "id: soal-cuti-lagi",
        "id: soal-cuti",
        "scored: false\n  review: {written: 2026-11-21, read: null, law_checked: null}\n- id: soal-cuti",
        "soal-cuti",
        "sudah dipakai",
    ),
    "repeated term": Break("istilah.yaml", "{term: KPU", "{term: CLTN", "long: null", "CLTN", "sudah dipakai"),
    "malformed topic": Break("pack.yaml", "  cuti: Cuti", "  Uang!: x\n  cuti: Cuti", "Uang!", None, "bukan id"),
    # law
    "unknown successor": Break(
        LAW, "replaced_by: pp-contoh", "replaced_by: pp-x", "pp-x", "uu-lama", "tidak ada di hukum"
    ),
    "own successor": Break(
        LAW, "replaced_by: pp-contoh", "replaced_by: uu-lama", "replaced_by: uu", "uu-lama", "sendiri"
    ),
    "repeated article": Break(
        LAW,
        '{ref: "Pasal 1"',
        '{ref: "Pasal 2", text: x, confidence: B}\n    - {ref: "Pasal 1"',
        "pasal dua",
        "pp-contoh",
        "sudah ditulis",
    ),
    "unknown law in a term": Break(
        "istilah.yaml", "see: [pp-contoh]", "see: [pp-x]", "pp-x", "CLTN", '"pp-x" tidak ada'
    ),
    "both kinds of citation": Break(
        RULES,
        "{no_prohibition_found: true,",
        "{law: pp-contoh, no_prohibition_found: true,",
        "{law: pp-contoh, no_",
        "menonton-debat",
        "Pilih salah satu",
    ),
    "no facts": Break(RULES, ', facts: ["3#38"]', "", "no_prohibition_found", "menonton-debat", "sudah diperiksa"),
    "law without article": Break(
        RULES, 'pp-contoh, ref: "Pasal 2"', "pp-contoh", "{law: pp-contoh}", "suka-akun-calon", "peraturan dan pasalnya"
    ),
    "unknown law": Break(
        RULES, 'pp-contoh, ref: "Pasal 2"', 'pp-x, ref: "Pasal 2"', "pp-x", "suka-akun-calon", '"pp-x" tidak ada'
    ),
    "unknown article": Break(
        RULES, "Pasal 2", "Pasal 9", "Pasal 9", "suka-akun-calon", '"Pasal 9" tidak ada pada "pp-contoh"'
    ),
    "repealed law": Break(
        RULES,
        'pp-contoh, ref: "Pasal 2"',
        'uu-lama, ref: "Pasal lama"',
        "uu-lama",
        "suka-akun-calon",
        "dicabut; jangan",
    ),
    "no citation": Break(
        RULES, '[{law: pp-contoh, ref: "Pasal 2"}]', "[]", "citations: []", "suka-akun-calon", "satu dasar hukum"
    ),
    "confidence above article": Break(
        RULES,
        "berat}\n  confidence: B",
        "berat}\n  confidence: A",
        "berat}\n  confidence",
        "suka-akun-calon",
        "pilih “dibaca dari ringkasan” (`B`)",
    ),
    # rules
    "no condition": Break(
        RULES, "Setelah cuti disetujui.", "null", "bersyarat\n  condition", "cuti-dampingi-suami", "syaratnya"
    ),
    "needless condition": Break(
        RULES,
        "verdict: boleh\n  condition: null",
        "verdict: boleh\n  condition: x",
        "condition: x",
        "menonton-debat",
        "hanya untuk",
    ),
    "one position": Break(
        RULES,
        '    - {who: Pakar, when: "2025", says: Tidak dilarang.}\n',
        "",
        "who: Pengawas",
        "stiker-pasangan",
        "dua pandangan",
    ),
    "no safe attitude": Break(
        RULES, "safe: Hindari.", "safe: null", "Tidak dilarang.}\n  safe", "stiker-pasangan", "sikap aman"
    ),
    "allowed but a violation": Break(
        RULES,
        "bukan-pelanggaran",
        "kode-etik",
        "violation: kode-etik",
        "menonton-debat",
        "violation: bukan-pelanggaran",
    ),
    "forbidden but harmless": Break(
        RULES,
        "disiplin-berat\n  sanction: {pns: Hukuman disiplin berat}",
        "bukan-pelanggaran\n  sanction: {}",
        "bukan-pelanggaran",
        "suka-akun-calon",
        "tidak cocok",
    ),
    "sanction without violation": Break(
        RULES,
        "bukan-pelanggaran\n  sanction: {}",
        "bukan-pelanggaran\n  sanction: {pns: x}",
        "{pns: x}",
        "menonton-debat",
        "tidak memuat sanksi",
    ),
    "forbidden without an article": Break(
        RULES,
        '[{law: pp-contoh, ref: "Pasal 2"}]',
        "[{no_prohibition_found: true, facts: [x]}]",
        "facts: [x]",
        "suka-akun-calon",
        "bersandar pada pasal",
    ),
    "no phases": Break(
        RULES,
        "menjadi calon\n  phases: [during]",
        "menjadi calon\n  phases: []",
        "phases: []",
        "cuti-dampingi-suami",
        "paling sedikit satu",
    ),
    # items
    "two keys": Break(
        ITEMS,
        "adalah dukungan.}",
        "adalah dukungan., key: true}",
        "options:\n    - {text: Membacanya",
        "soal-suka",
        "tepat satu",
    ),
    "no key": Break(
        ITEMS, "{text: Membacanya tanpa bereaksi., key: true,", "{text: Baca.,", "Baca.", "soal-suka", "bukan 0"
    ),
    "all are keys": Break(ITEMS, "terbuka.}", "terbuka., key: true}", "Menonton debat.", "soal-debat", "3 dari 3"),
    "several not announced": Break(
        ITEMS, " Jawaban dapat lebih dari satu.", "", "stem: Mana", "soal-debat", "lebih dari satu"
    ),
    "verdict of two feedbacks": Break(
        ITEMS,
        VERDICT_FEEDBACK,
        "{boleh: Perlu cuti dahulu., tidak: Dapat.}",
        "tidak: Dapat.",
        "soal-cuti",
        "“Boleh” (`boleh`), “Tidak boleh” (`tidak`)",
    ),
    "contested key": Break(
        ITEMS, "key: bersyarat", "key: diperdebatkan", "key: diperdebatkan", "soal-cuti", "salah satu dari “Boleh”"
    ),
    "verdict without key": Break(ITEMS, "  key: bersyarat\n", "", "id: soal-cuti\n", "soal-cuti", "memuat kunci"),
    "short ordering": Break(ITEMS, CATCH_ORDER, "", "Batalkan., ", "soal-urutan", "3 sampai 6"),
    "ordering with a key": Break(
        ITEMS, "akhir.}", "akhir., key: false}", "Catat.", "soal-urutan", "tidak memuat kunci"
    ),
    "short matching": Break(ITEMS, PAIRS_START, "", "left: Kampanye", "soal-jodoh", "3 sampai 8"),
    "fields of another type": Break(
        ITEMS, "  pairs:\n", "  options: []\n  pairs:\n", "options: []", "soal-jodoh", "tidak memuat pilihan"
    ),
    "difficulty": Break(ITEMS, "difficulty: 1", "difficulty: 4", "difficulty: 4", "soal-suka", "1, 2, atau 3"),
    "revision": Break(ITEMS, "revision: 2", "revision: 0", "revision: 0", "soal-jodoh", "dimulai dari 1"),
    "phase of no rule": Break(
        ITEMS, "phase: after\n  topic", "phase: before\n  topic", "phase: before\n", "soal-jodoh", "bukan fase"
    ),
    "unknown rule": Break(
        ITEMS, "rules: [stiker-pasangan]", "rules: [stiker-x]", "stiker-x", "soal-stiker", '"stiker-x" tidak ada'
    ),
    "no rule": Break(
        ITEMS, "rules: [stiker-pasangan]", "rules: []", "rules: []", "soal-stiker", "1 sampai 20 ketentuan"
    ),
    "scored on contested law": Break(
        ITEMS, "scored: false", "scored: true", STICKER_SCORED, "soal-stiker", "diperdebatkan atau"
    ),
    "unknown topic": Break(
        ITEMS,
        "topic: media-sosial\n  rules: [stiker",
        "topic: mobil\n  rules: [stiker",
        "topic: mobil",
        "soal-stiker",
        '"mobil" tidak ada',
    ),
    "unknown job": Break(ITEMS, "[guru]", "[guruu]", "guruu", "soal-debat", '"guruu" tidak ada di daftar jabatan'),
    "letter of an option": Break(ITEMS, "Ini aman.", "Lihat pilihan B.", "pilihan B", "soal-stiker", "pilihan diacak"),
    # lessons
    "unknown rule in a lesson": Break(
        LESSON, "rules: [suka-akun-calon,", "rules: [suka-x,", "suka-x", "media-sosial-selama", "suka-x"
    ),
    "unknown check": Break(LESSON, "[soal-suka]", "[soal-x]", "soal-x", "media-sosial-selama", '"soal-x" tidak ada'),
    "check without score": Break(
        LESSON, "[soal-suka]", "[soal-suka, soal-stiker]", "soal-stiker", "media-sosial-selama", "tidak dinilai"
    ),
    "repeated check": Break(
        LESSON, "[soal-suka]", "[soal-suka,\n  soal-suka]", "  soal-suka", "media-sosial-selama", "sudah ditulis"
    ),
    "unknown rule in a table": Break(
        LESSON, " menonton-debat:::", " nonton:::", "nonton", "media-sosial-selama", '"nonton" dalam tabel'
    ),
    "broken table": Break(LESSON, "debat:::", "debat::", ":::aturan", "media-sosial-selama", "paragraf sendiri"),
    "raw html": Break(LESSON, "Kalimat penutup.", "<div>x</div>", "<div>", "media-sosial-selama", "HTML mentah"),
    "link": Break(LESSON, "Kalimat penutup.", "Satu\n[dua](http://x.id)", "[dua]", "media-sosial-selama", "Tautan"),
    "picture of another kind": Break(
        LESSON, "![Garis", "![a](b.png)\n\n![Garis", "![a]", "media-sosial-selama", "Gambar"
    ),
    "picture within words": Break(
        LESSON, "Kalimat penutup.", "Di ![a](gambar/garis.svg)", "![a]", "media-sosial-selama", "sendiri"
    ),
    "picture without words": Break(LESSON, "![Garis masa.]", "![]", "![]", "media-sosial-selama", "menjelaskan isinya"),
    "unknown picture": Break(
        LESSON, "gambar/garis.svg", "gambar/grs.svg", "![Garis", "media-sosial-selama", '"gambar/grs.svg" tidak ada'
    ),
    "picture in another font": Break(PICTURE, "Plus Jakarta Sans", "Arial", "", None, "font-family"),
    "top heading": Break(LESSON, "## Akun", "# Akun", "# Akun", "media-sosial-selama", "Judul bagian"),
    # scenarios
    "unknown start": Break(
        SCENARIO, "start: pagi", "start: sore", "start: sore", "undangan-deklarasi", "“sore” tidak ada"
    ),
    "unknown scene": Break(
        SCENARIO, "    choices:\n", f"    choices:\n{TO_A_CAVE}", "to: gua", "undangan-deklarasi", "“gua” tidak ada"
    ),
    "unknown rule in a scenario": Break(
        SCENARIO,
        "risk: 2, rule: suka-akun-calon",
        "risk: 2, rule: suka-x",
        "suka-x",
        "undangan-deklarasi",
        '"suka-x" tidak ada',
    ),
    "more choices than keys": Break(
        SCENARIO,
        "    choices:\n",
        f"    choices:\n{3 * TO_THE_HALL}",
        "- {",
        "undangan-deklarasi",
        "paling banyak 5 pilihan",
    ),
    "more scenes than a map holds": Break(
        SCENARIO, "  rumah: {", LONG_WAY, "scenes:", "undangan-deklarasi", "paling banyak 60 adegan"
    ),
    "unreached scene": Break(SCENARIO, "to: aula", "to: kantor", "aula:", "undangan-deklarasi", "tidak pernah dicapai"),
    "scene without way out": Break(
        SCENARIO,
        ", ending: {kind: baik, title: Tenang, debrief: Anda tetap netral.}",
        "",
        "kantor: {",
        "undangan-deklarasi",
        "tepat salah satu",
    ),
    # calendar
    "voting before the candidates are fixed": Break(
        CALENDAR,
        "voting: 2020-12-09",
        "voting: 2020-09-23",
        "voting",
        None,
        "Pemungutan suara (23 September 2020) harus",
    ),
    "stage that ends before it begins": Break(
        CALENDAR, "last: 2020-12-05", "last: 2020-09-25", "Kampanye, first", None, "sebelum dimulai 26 September 2020"
    ),
    "campaign before the candidates": Break(
        CALENDAR, "first: 2020-09-26", "first: 2020-09-23", "Kampanye, first", None, "Kampanye harus sesudah penetapan"
    ),
    "quiet days on the day of voting": Break(
        CALENDAR, "last: 2020-12-08", "last: 2020-12-09", "tenang, first", None, "Masa tenang harus sesudah penetapan"
    ),
    "repeated stage": Break(
        CALENDAR,
        "id: masa-tenang",
        "id: kampanye",
        "Kampanye, first: 2020-09-26, last: 2020-12-05}\n  - {id",
        None,
        "sudah",
    ),
    "calendar without a source": Break(CALENDAR, "source: [S1]", "source: []", "name", None, "sumber dan keyakinannya"),
    "day of a calendar in words": Break(CALENDAR, "2020-12-09", "9 Desember 2020", "voting", None, "TTTT-BB-HH"),
    "calendar in pack.yaml": Break(
        "pack.yaml", "language: id", "language: id\ncalendar: null", "calendar", None, '"calendar" tidak'
    ),
    # header, exam, pledge
    "schema": Break("pack.yaml", "pack/1", "pack/2", "schema", None, "asnquiz/pack/1"),
    "language": Break("pack.yaml", "language: id", "language: en", "language", None, 'harus "id"'),
    "pass mark": Break("pack.yaml", "pass: 75", "pass: 101", "pass: 101", None, "1 sampai 100"),
    "exam sum": Break("pack.yaml", "items: 2", "items: 3", "phase:", None, "samakan"),
    "exam phase left out": Break(
        "pack.yaml", "{before: 0, during", "{during", "phase:", None, "before, during, dan after"
    ),
    "exam topics": Break("pack.yaml", "{media-sosial: 1}", "{media-sosial: 3}", "topics: {", None, "melebihi items"),
    "exam topic unknown": Break("pack.yaml", "{media-sosial: 1}", "{uang: 1}", "uang", None, '"uang" tidak ada'),
    "exam too large": Break(
        "pack.yaml",
        "items: 2\n  minutes: 5\n  pass: 75\n  phase: {before: 0, during: 2",
        "items: 3\n  minutes: 5\n  pass: 75\n  phase: {before: 0, during: 3",
        "phase:",
        None,
        "perlu 6 soal bernilai untuk during; baru ada 5",
    ),
    "exam not fillable twice": Break(
        "pack.yaml", "topics: {media-sosial: 1}", "topics: {media-sosial: 2}", "items", None, "dua kali"
    ),
    "three points": Break(
        PLEDGE, "  - {text: Empat, meaning: Arti empat, example: Contoh empat}\n", "", "text: Satu", None, "empat butir"
    ),
}


def one_fault(folder: Path) -> Fault:
    checked = check_pack(folder)
    assert checked.pack is None
    assert len(checked.faults) == 1, checked.faults
    return checked.faults[0]


def breaks_once(folder: Path, broken: Break) -> None:
    """Breaks the sample pack, and asserts the one fault of it."""
    text = break_file(write_pack(folder), broken.file, broken.old, broken.new)
    fault = one_fault(folder)
    lines_before = text[: text.index(broken.at) + len(broken.at.rstrip())].count("\n")
    assert (fault.file, fault.id) == (broken.file, broken.id)
    assert broken.says in fault.message
    assert fault.line == lines_before + 1


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_one_thing_broken_gives_one_fault_at_its_place(tmp_path: Path, broken: Break) -> None:
    breaks_once(tmp_path, broken)
    assert open_pack(tmp_path).pack is None


def test_the_sample_pack_has_no_fault_and_is_counted(tmp_path: Path) -> None:
    checked = check_pack(write_pack(tmp_path))
    assert checked.faults == ()
    assert (checked.pack_id, checked.version) == ("contoh", "2026.11.1")
    counts = checked.counts
    assert (counts.laws, counts.terms, counts.rules, counts.lessons, counts.scenarios) == (2, 2, 4, 1, 1)
    assert counts.items == 6
    assert counts.items_by_phase == {Phase.BEFORE: 0, Phase.DURING: 5, Phase.AFTER: 1}
    assert counts.discussions == 2  # stiker-pasangan and soal-stiker


def test_the_pack_holds_what_the_files_say(tmp_path: Path) -> None:
    pack = check_pack(write_pack(tmp_path)).pack
    assert pack is not None
    assert pack.exam.pass_ == 75
    assert list(pack.topics) == ["media-sosial", "cuti"]
    assert pack.law_by_id["pp-contoh"].articles[1].ref == "Pasal 2"
    assert pack.rule_by_id["cuti-dampingi-suami"].condition == "Setelah cuti disetujui."
    assert pack.lessons[0].body.startswith("## Akun pribadi\n")
    assert pack.lessons[0].body.endswith("Kalimat penutup.\n")
    assert [option.key for option in pack.item_by_id["soal-suka"].options] == [True, False, False, False]
    assert pack.scenarios[0].scenes["pagi"].choices[0].risk == -2
    assert pack.pledge.points[3].example == "Contoh empat"
    assert pack.calendar is not None
    assert pack.calendar.voting == dt.date(2020, 12, 9)
    assert [stage.id for stage in pack.calendar.stages] == ["kampanye", "masa-tenang"]


def test_a_pack_may_have_no_calendar(tmp_path: Path) -> None:
    (write_pack(tmp_path) / CALENDAR).unlink()
    checked = check_pack(tmp_path)
    assert checked.faults == ()
    assert checked.pack is not None
    assert checked.pack.calendar is None


def test_faults_of_all_files_are_reported_at_once_by_file_and_line(tmp_path: Path) -> None:
    write_pack(tmp_path)
    break_file(tmp_path, ITEMS, "difficulty: 1", "difficulty: 9")
    break_file(tmp_path, ITEMS, "revision: 2", "revision: dua")
    break_file(tmp_path, RULES, "safe: Hindari.", "safe: null")
    break_file(tmp_path, LAW, "title: Peraturan contoh", "title: [")
    break_file(tmp_path, LESSON, "minutes: 5", "minutes: 0")
    (tmp_path / PLEDGE).unlink()
    found = [(fault.file, fault.id) for fault in check_pack(tmp_path).faults]
    assert found == [
        (RULES, "stiker-pasangan"),
        (LAW, None),
        (PLEDGE, None),
        (LESSON, "media-sosial-selama"),
        (ITEMS, "soal-suka"),
        (ITEMS, "soal-jodoh"),
    ]


def test_an_exam_with_too_few_questions_and_rules_says_both(tmp_path: Path) -> None:
    write_pack(tmp_path)
    break_file(tmp_path, "pack.yaml", "items: 2", "items: 4")
    break_file(tmp_path, "pack.yaml", "during: 2", "during: 4")
    few_items, few_rules = check_pack(tmp_path).faults
    assert (few_items.line, few_rules.line) == (13, 13)
    assert "perlu 8 soal bernilai untuk during; baru ada 5" in few_items.message
    assert "baru menyangkut 3 ketentuan" in few_rules.message


def test_several_misfits_of_one_entry_are_all_reported(tmp_path: Path) -> None:
    write_pack(tmp_path)
    break_file(
        tmp_path, PLEDGE, "{text: Dua, meaning: Arti dua, example: Contoh dua}", "{text: 2, meaning: null, contoh: x}"
    )
    messages = [fault.message for fault in check_pack(tmp_path).faults]
    assert len(messages) == 4
    assert {fault.line for fault in check_pack(tmp_path).faults} == {5}


@pytest.mark.parametrize("file", ["pack.yaml", "hukum.yaml", "istilah.yaml", "aturan.yaml", "ikrar.yaml"])
def test_a_missing_file_is_one_fault(tmp_path: Path, file: str) -> None:
    (write_pack(tmp_path) / file).unlink()
    fault = one_fault(tmp_path)
    assert (fault.file, fault.line, fault.column) == (file, 1, 1)
    assert "tidak ada" in fault.message


def test_a_pack_without_questions_is_refused(tmp_path: Path) -> None:
    (write_pack(tmp_path) / ITEMS).unlink()
    faults = check_pack(tmp_path).faults
    assert ("soal", "Folder soal belum berisi satu pun berkas .yaml.") in [(one.file, one.message) for one in faults]


def test_case_studies_are_optional(tmp_path: Path) -> None:
    (write_pack(tmp_path) / SCENARIO).unlink()
    assert check_pack(tmp_path).faults == ()


@pytest.mark.parametrize(
    ("file", "named"),
    [
        ("catatan.txt", "catatan.txt"),
        ("soal/lama.yml", "soal/lama.yml"),
        ("materi/dalam/x.md", "materi/dalam"),
        ("gambar/foto.png", "gambar/foto.png"),
        ("lampiran/foto.png", "lampiran"),
        ("soal.yaml", "soal.yaml"),
    ],
)
def test_an_unexpected_file_or_folder_is_refused(tmp_path: Path, file: str, named: str) -> None:
    stray = write_pack(tmp_path) / file
    stray.parent.mkdir(exist_ok=True)
    stray.write_text("x", encoding="utf-8")
    fault = one_fault(tmp_path)
    assert fault.file == named
    assert "bukan bagian paket" in fault.message


@pytest.mark.parametrize("file", [".DS_Store", "soal/Thumbs.db", "materi/desktop.ini", "aturan.yaml~", ".git/config"])
def test_what_desktops_leave_behind_is_ignored(tmp_path: Path, file: str) -> None:
    stray = write_pack(tmp_path) / file
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"\xff")
    assert check_pack(tmp_path).faults == ()


def test_a_file_that_is_not_utf8_is_refused_at_the_byte(tmp_path: Path) -> None:
    path = write_pack(tmp_path) / PLEDGE
    path.write_bytes(path.read_bytes().replace(b"Arti dua", b"Arti d\xfca"))
    fault = one_fault(tmp_path)
    assert (fault.file, fault.line, fault.column) == (PLEDGE, 5, 32)
    assert "UTF-8" in fault.message


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    (write_pack(tmp_path) / "istilah.yaml").write_bytes(b"#" * 5_000_000)
    assert "terlalu besar" in one_fault(tmp_path).message


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    plain = check_pack(write_pack(tmp_path)).pack
    for file in FILES:
        path = tmp_path / file
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert check_pack(tmp_path).pack == plain


def test_ids_of_an_unreadable_file_are_not_called_missing(tmp_path: Path) -> None:
    write_pack(tmp_path)
    break_file(tmp_path, RULES, "- id: suka-akun-calon", "- id: [")
    assert {fault.file for fault in check_pack(tmp_path).faults} == {RULES}


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="tidak ditemukan"):
        check_pack(tmp_path / "tidak-ada")
