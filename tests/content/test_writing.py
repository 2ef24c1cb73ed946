"""How a pack is written: every rule taught, questions well made, plain language, no party; faults stop nobody."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from asnquiz.content.checker import check_pack, open_pack
from asnquiz.content.checks.craft import craft_faults
from asnquiz.content.checks.language import abbreviations, sentences
from asnquiz.content.reader import read_pack
from tests.content.sample_pack import FILES, break_file, write_pack
from tests.content.test_checker import (
    ITEMS,
    LAW,
    LESSON,
    PICTURE,
    PLEDGE,
    RULES,
    SCENARIO,
    Break,
    breaks_once,
    one_fault,
)

TERMS = "istilah.yaml"
LAST_OF_RULES = "  safe: Hindari.\n"
RULE = """\
- id: rapat-kantor
  act: Membahas calon dalam rapat
  phases: [during]
  stages: []
  subjects: [pns]
  verdict: boleh
  condition: null
  reason: Rapat membahas pekerjaan.
  instead: Bahaslah pekerjaan.
  citations: [{no_prohibition_found: true, facts: ["3#1"]}]
  violation: bukan-pelanggaran
  sanction: {}
  confidence: {confidence}
  facts: []
  words: []
  positions: []
  safe: null
"""
SCORABLE, UNVERIFIED = RULE.replace("{confidence}", "B"), RULE.replace("{confidence}", "C")

LONG = " ".join(f"kata{number}" for number in range(31))
STORY = FILES[ITEMS].split("stem: >-\n")[1].split("\n  options")[0]
SHORT_STORY = "    Unggahan akun calon diteruskan ke grup kerja. Apa yang sebaiknya Anda lakukan?"
LONG_STORY = f"    {' '.join(['Sebuah kata.'] * 36)}"
STICKER_STORY = FILES[ITEMS].split("stem: >-\n")[2].split("\n  options")[0]
RETOLD = STORY.replace("teman sekantor", "rekan").replace("makan siang", "pulang")


BREAKS = {
    # coverage
    "nothing asks": Break(
        RULES, LAST_OF_RULES, LAST_OF_RULES + SCORABLE, "rapat-kantor", "rapat-kantor", "Belum ada soal bernilai"
    ),
    "nothing tells": Break(
        RULES, LAST_OF_RULES, LAST_OF_RULES + UNVERIFIED, "rapat-kantor", "rapat-kantor", "tidak dinilai, dan belum"
    ),
    # craft
    "three choices": Break(
        ITEMS,
        "    - {text: Menulis komentar pujian., feedback: Pujian terbaca semua orang.}\n",
        "",
        "options:\n    - {text: Membacanya",
        "soal-suka",
        "memuat 4 pilihan, bukan 3",
    ),
    "five choices": Break(
        ITEMS,
        "    - {text: Membagikan stiker itu",
        "    - {text: Lain., feedback: Lain lagi.}\n    - {text: Membagikan stiker itu",
        "options:\n    - {text: Tidak memakainya",
        "soal-stiker",
        "memuat 4 pilihan, bukan 5",
    ),
    "short stem": Break(ITEMS, STORY, SHORT_STORY, "difficulty: 1\n  stem:", "soal-suka", "bukan 12"),
    "long stem": Break(ITEMS, STORY, LONG_STORY, "difficulty: 1\n  stem:", "soal-suka", "25 sampai 70 kata, bukan 72"),
    "repeated choice": Break(
        ITEMS, "Menyimak visi calon.", "menonton  debat", "menonton  debat", "soal-debat", "Pilihan ini sama"
    ),
    "repeated sign": Break(
        ITEMS,
        "{text: Menyimak visi calon.",
        "{text: +, feedback: Satu.}\n    - {text: ' + ', feedback: Dua.}\n    - {text: Menyimak visi calon.",
        "feedback: Satu.}\n    -",
        "soal-debat",
        "Pilihan ini sama",
    ),
    "repeated feedback": Break(
        ITEMS, "Boleh disimak.", "Boleh ditonton!", "Boleh ditonton!", "soal-debat", "Umpan balik ini sama"
    ),
    "repeated feedback of a verdict": Break(
        ITEMS, "tidak: Cuti sudah ada.", "tidak: Cuti sudah disetujui.", "tidak: Cuti sudah", "soal-cuti-lagi", "Umpan"
    ),
    "repeated feedback of a pair": Break(
        ITEMS, "feedback: Sesudah.", "feedback: Selama.", "Pelantikan", "soal-jodoh", "Umpan balik ini sama"
    ),
    "retold story": Break(
        ITEMS,
        STICKER_STORY,
        RETOLD,
        "scored: true\n  review: {written: 2026-11-21, read: null, law_checked: null}\n- id: soal-stiker\n"
        "  revision: 1\n  type: single\n  phase: during\n  topic: media-sosial\n  rules: [stiker-pasangan]\n"
        "  jobs: [staf]\n  difficulty: 2\n  stem:",
        "soal-stiker",
        'hampir sama dengan "soal-suka" (`soal/selama.yaml` baris 1);',
    ),
    # case studies
    "two endings": Break(
        SCENARIO,
        "ending: {kind: campuran, title: Ragu, debrief: Undangan belum dijawab.}",
        "choices: [{text: Menolak., to: kantor, trust: 0, risk: 0, rule: suka-akun-calon, feedback: Baik.}]",
        "scenes:",
        "undangan-deklarasi",
        "paling sedikit 3 akhir (`ending`), bukan 2",
    ),
    "trust out of bounds": Break(
        SCENARIO,
        "trust: +1",
        "trust: +4",
        "trust: +4",
        "undangan-deklarasi",
        "publik (`trust`) berubah -3 sampai 3, bukan 4",
    ),
    "risk out of bounds": Break(
        SCENARIO,
        "risk: -2",
        "risk: -4",
        "risk: -4",
        "undangan-deklarasi",
        "sanksi (`risk`) berubah -3 sampai 3, bukan -4",
    ),
    # language
    "long sentence of a rule": Break(
        RULES, "Peraturan belum tegas.", f"Benar. Kata{LONG}.", "Benar. Kata", "stiker-pasangan", "memuat 31 kata"
    ),
    "long sentence of a sanction": Break(
        RULES, "pns: Hukuman disiplin berat", f"pns: {LONG}", "pns: kata0", "suka-akun-calon", "memuat 31 kata"
    ),
    "long sentence of a position": Break(
        RULES, "says: Dilarang.", f"says: {LONG}", "says: kata0", "stiker-pasangan", "“kata0 kata1 kata2 kata3"
    ),
    "long sentence of a verdict": Break(
        ITEMS, "bersyarat: Benar.", f"bersyarat: {LONG}", "bersyarat: kata0", "soal-cuti", "memuat 31 kata"
    ),
    "long sentence of a term": Break(
        TERMS, "Penyelenggara pemilihan.", LONG, "kata0", "KPU", "memuat 31 kata, paling banyak 30"
    ),
    "long sentence of a law's note": Break(LAW, "Hanya contoh.", LONG, "kata0", "pp-contoh", "memuat 31 kata"),
    "long sentence of the pledge's meaning": Break(PLEDGE, "Arti dua", LONG, "kata0", None, "memuat 31 kata"),
    "long sentence of a scene": Break(SCENARIO, "Anda bekerja.", LONG, "kata0", "undangan-deklarasi", "memuat 31 kata"),
    "long sentence over lines": Break(
        ITEMS,
        "explanation: Syarat cuti sudah dipenuhi.",
        f"explanation: |\n    Satu.\n\n    {LONG[:5]}\n    {LONG[6:]}",
        "explanation: |",
        "soal-cuti-lagi",
        "memuat 31 kata",
    ),
    "long sentence of a lesson": Break(
        LESSON,
        "Kalimat penutup.",
        f"Kalimat *penutup*.\nBaris kedua. Kata{LONG[:5]}\n{LONG[6:]}",
        "Baris kedua",
        "media-sosial-selama",
        "memuat 31 kata",
    ),
    "straight quotes": Break(
        LESSON, "Kalimat penutup.", 'Kalimat penutup,\n"katanya".', '"katanya"', "media-sosial-selama", "pakai “ ”"
    ),
    "straight quotes in a question": Break(
        ITEMS, "Itu dukungan terbuka.", "'Itu \"terbuka\".'", 'Itu "terbuka"', "soal-debat", "pakai “ ”"
    ),
    "straight single quotes": Break(
        LESSON,
        "Kalimat penutup.",
        "Kalimat penutup,\nkata ('Jum'at ini').",
        "('Jum'at",
        "media-sosial-selama",
        "kutip",
    ),
    "unexplained abbreviation": Break(
        LESSON, "Kalimat penutup.", "Lihat\nKPU dan **XYZ-nya**.", "KPU dan", "media-sosial-selama", '"XYZ" tidak ada'
    ),
    "unexplained mixed abbreviation": Break(
        ITEMS, "Boleh disimak.", "Tanyakan PyB.", "PyB", "soal-debat", 'Singkatan "PyB"'
    ),
    "unexplained abbreviation in a picture's description": Break(
        LESSON, "![Garis masa.]", "![Garis XYZ.]", "![Garis", "media-sosial-selama", '"XYZ" tidak ada'
    ),
    "unexplained abbreviation in a picture": Break(
        PICTURE, "Sebelum, selama", "Masa XYZ", "Masa XYZ", None, '"XYZ" tidak ada'
    ),
    # neutrality
    "party": Break(
        ITEMS, "Boleh disimak.", "Kader Partai Buruh.", "Kader", "soal-debat", '"Partai Buruh" tidak netral'
    ),
    "number": Break(
        LESSON, "Kalimat penutup.", "Kalimat\npenutup Nomor  urut\nDua.", "penutup", "media-sosial-selama", "urut Dua"
    ),
    "number of a candidate": Break(
        RULES, "reason: Peraturan", "reason: Calon nomor 3. Peraturan", "nomor 3", "stiker-pasangan", "Calon nomor 3"
    ),
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_one_thing_written_badly_gives_one_fault_at_its_place(tmp_path: Path, broken: Break) -> None:
    breaks_once(tmp_path, broken)


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_a_badly_written_pack_opens(tmp_path: Path, broken: Break) -> None:
    break_file(write_pack(tmp_path), broken.file, broken.old, broken.new)
    assert open_pack(tmp_path).faults == ()


# What is written well.
SOUND = {
    "a contested rule of a card alone": (LESSON, "rules: [suka-akun-calon, stiker-pasangan]", "rules: []"),
    "an unscored question without a story": (ITEMS, STICKER_STORY, "    Sikap mana yang aman?"),
    "a long sentence of a law": (LAW, "Bunyi pasal satu.", f"{LONG}, disebut XYZ"),
    "a long sentence of the pledge": (PLEDGE, "closing: Demikian.", f"closing: {LONG}"),
    "search words": (RULES, "words: [like, suka]", "words: [like, XYZ]"),
    "thirty words": (ITEMS, "Itu dukungan terbuka.", LONG.removeprefix("kata0 ")),
    "abbreviations that are explained": (ITEMS, "Itu dukungan terbuka.", "Ajukan CLTN menurut PP 2/2020 dengan KTP."),
    "apostrophes": (TERMS, "Penyelenggara pemilihan.", "Do'a pada hari Jum'at."),
    "thirty words twice": (
        ITEMS,
        "explanation: Syarat cuti sudah dipenuhi.",
        f"explanation: |\n    {LONG[6:]}\n\n    {LONG[6:]}\n    \n    {LONG[6:]}",
    ),
    "choices of signs": (
        ITEMS,
        "{text: Menonton debat., key: true, feedback: Boleh ditonton.}",
        "{text: '+5', key: true, feedback: Tambah.}\n    - {text: '-5', key: true, feedback: Kurang.}\n"
        "    - {text: +, feedback: Tanda tambah.}\n    - {text: '-', feedback: Tanda kurang.}",
    ),
    "an abbreviation in a long form": (TERMS, "long: null, meaning: Penyelenggara", "long: XY, meaning: Rumah XY"),
    "words that only look like parties": (
        ITEMS,
        "Itu dukungan terbuka.",
        "Buruh yang demokratis melihat Garuda pada lambang demokrasi nomor urut antrean.",
    ),
}


@pytest.mark.parametrize(("file", "old", "new"), SOUND.values(), ids=SOUND.keys())
def test_what_is_written_well_has_no_fault(tmp_path: Path, file: str, old: str, new: str) -> None:
    break_file(write_pack(tmp_path), file, old, new)
    assert check_pack(tmp_path).faults == ()


def test_rules_of_another_phase_are_told_for_each_choice(tmp_path: Path) -> None:
    break_file(write_pack(tmp_path), SCENARIO, "phase: during", "phase: after")
    first, second = check_pack(tmp_path).faults
    assert (first.file, first.line, second.line) == (SCENARIO, 10, 11)
    assert first.message == ('Ketentuan "suka-akun-calon" berlaku pada fase Selama, sedangkan studi kasus ini Sesudah.')
    assert open_pack(tmp_path).faults == ()


def test_endings_of_one_kind_are_told(tmp_path: Path) -> None:
    write_pack(tmp_path)
    break_file(tmp_path, SCENARIO, "kind: buruk", "kind: baik")
    assert check_pack(tmp_path).faults == ()
    break_file(tmp_path, SCENARIO, "kind: campuran", "kind: baik")
    fault = one_fault(tmp_path)
    assert (fault.file, fault.line, fault.id) == (SCENARIO, 6, "undangan-deklarasi")
    assert "sejenis" in fault.message
    assert open_pack(tmp_path).faults == ()


def test_a_lesson_alone_does_not_ask_what_may_be_scored(tmp_path: Path) -> None:
    break_file(write_pack(tmp_path), RULES, LAST_OF_RULES, LAST_OF_RULES + SCORABLE)
    break_file(tmp_path, LESSON, "rules: [suka-akun-calon,", "rules: [suka-akun-calon, rapat-kantor,")
    assert one_fault(tmp_path).id == "rapat-kantor"


def test_an_unverified_rule_may_be_told_by_a_lesson(tmp_path: Path) -> None:
    break_file(write_pack(tmp_path), RULES, LAST_OF_RULES, LAST_OF_RULES + UNVERIFIED)
    break_file(tmp_path, LESSON, "rules: [suka-akun-calon,", "rules: [suka-akun-calon, rapat-kantor,")
    assert check_pack(tmp_path).faults == ()


def test_nothing_is_said_of_coverage_while_a_question_cannot_be_read(tmp_path: Path) -> None:
    break_file(write_pack(tmp_path), RULES, LAST_OF_RULES, LAST_OF_RULES + SCORABLE)
    break_file(tmp_path, ITEMS, "revision: 2", "revision: dua")
    assert one_fault(tmp_path).id == "soal-jodoh"


def test_an_abbreviation_is_told_once(tmp_path: Path) -> None:
    break_file(write_pack(tmp_path), LESSON, "Kalimat penutup.", "XYZ, XYZ")
    break_file(tmp_path, ITEMS, "Itu dukungan terbuka.", "XYZ")
    assert one_fault(tmp_path).file == LESSON


PAIRS_OF_STEMS = {
    "a word changed here and there": (
        "Anda lurah. Seorang tokoh warga meminta Anda memasang baliho bakal calon di kantor. Ia bilang hanya sehari. "
        "Apa yang sebaiknya Anda lakukan?",
        "Anda camat. Seorang tokoh warga meminta Anda memasang spanduk bakal calon di kantor. Ia bilang hanya sehari. "
        "Apa tindakan Anda?",
        True,
    ),
    "the same in another order": (
        "Seorang tokoh warga meminta Anda memasang baliho bakal calon di kantor. Anda lurah yang baru bertugas.",
        "Anda lurah yang baru bertugas. Seorang tokoh warga meminta Anda memasang baliho bakal calon di kantor.",
        True,
    ),
    "another story under the same question": (
        "Anda lurah. Seorang tokoh warga meminta Anda memasang baliho bakal calon di kantor. Ia bilang hanya sehari. "
        "Apa yang sebaiknya Anda lakukan?",
        "Anda guru. Orang tua siswa mengirim undangan deklarasi melalui grup kelas dan berharap Anda hadir. "
        "Apa yang sebaiknya Anda lakukan?",
        False,
    ),
    "another deed in the same place": (
        "Anda bidan di puskesmas. Seorang rekan mengunggah ajakan mendukung bakal calon di grup kantor.",
        "Anda bidan di puskesmas. Seorang pasien menanyakan calon mana yang akan Anda pilih nanti.",
        False,
    ),
}


@pytest.mark.parametrize(("one", "other", "alike"), PAIRS_OF_STEMS.values(), ids=PAIRS_OF_STEMS.keys())
def test_stems_are_alike_when_they_tell_one_story(tmp_path: Path, one: str, other: str, alike: bool) -> None:
    break_file(write_pack(tmp_path), ITEMS, "Mendampingi suami yang menjadi calon.", one)
    break_file(tmp_path, ITEMS, "Berkampanye bersama suami dengan cuti yang disetujui.", other)
    found = [fault.message for fault in check_pack(tmp_path).faults]
    assert ["hampir sama" in message for message in found] == [True] * alike


def some_words(count: int) -> str:
    return " ".join(f"k{RANDOM.randrange(2_000)}" for _ in range(count))


RANDOM = Random(1)
SHARED, SAME = some_words(26), some_words(60)
THOUSANDS_OF_STEMS: dict[str, tuple[Callable[[], str], int]] = {
    "short": (lambda: some_words(60), 0),
    "long": (lambda: some_words(600), 0),
    "almost half the same": (lambda: f"{SHARED} {some_words(34)}", 0),
    "the same": (lambda: SAME, 1_999),
}


@pytest.mark.parametrize(("stem", "alike"), THOUSANDS_OF_STEMS.values(), ids=THOUSANDS_OF_STEMS.keys())
def test_thousands_of_stems_can_be_compared(tmp_path: Path, stem: Callable[[], str], alike: int) -> None:
    contents, _ = read_pack(write_pack(tmp_path))
    verdict = contents.items.entries[2]
    entries = tuple(replace(verdict, value=replace(verdict.value, stem=stem())) for _ in range(2_000))
    many = replace(contents, items=replace(contents.items, entries=entries))
    assert len(list(craft_faults(many))) == alike


def test_a_pack_of_thousands_of_questions_is_refused_uncompared(tmp_path: Path) -> None:
    verdict = FILES[ITEMS].split("- id: soal-cuti\n")[1].split("- id:")[0]
    folder = write_pack(tmp_path)
    for first in (0, 700, 1_400):
        many = "".join(f"- id: s{number}\n{verdict}" for number in range(first, first + 700))
        (folder / "soal" / f"banyak-{first}.yaml").write_text(many, encoding="utf-8")
    contents, _ = read_pack(tmp_path)
    assert ["lebih dari 2000 soal" in fault.message for fault in craft_faults(contents)] == [True]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Satu dua. Tiga empat lima! Enam?", [2, 3, 1]),
        ("Menurut Pasal 5 huruf n. Bagi PNS, itu berat.", [5, 4]),
        ("Menurut Pasal 5 huruf n. dan seterusnya.", [7]),
        ("Ada 1.005 laporan pada pukul 08.05 di Rp1.000.000.", [8]),
        ("UU 1/2015 jo. UU 8/2015 berlaku. Lihat No. 5, ya.", [6, 4]),
        ("“Bantu ramaikan, ya.” Beberapa tanda muncul. (Ini benar.) 3 orang.", [3, 3, 2, 2]),
        ("Ia berkata, “Datang saja.” lalu pulang.", [6]),
        ("Ya – tidak … begitu / saja", [4]),
        ("Baris satu\nberlanjut. Baris\ndua", [3, 2]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, counted: list[int]) -> None:
    def is_word(word: str) -> bool:
        return any(char.isalnum() for char in word)

    assert [sum(map(is_word, words)) for _, words in sentences(text)] == counted


def test_a_sentence_knows_the_line_it_begins_on() -> None:
    assert [line for line, _ in sentences("Satu.\nDua tiga\nempat. Lima.\n\nEnam.")] == [0, 1, 2, 4]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ASN dan PNS-nya, non-ASN, e-KTP, BUMN/BUMD", ["ASN", "PNS", "ASN", "KTP", "BUMN", "BUMD"]),
        (
            "PyB, DPTb, KemenPANRB, SP4N-LAPOR!, I'DIS, I’DIS",
            ["PyB", "DPTb", "KemenPANRB", "SP4N", "LAPOR"] + ["I'DIS"] * 2,
        ),
        ("Panwascam, Plt, Lampiran II, Pasal IV, Rp1.000, Jum'at, A4", []),
    ],
)
def test_an_abbreviation_has_two_capitals(text: str, found: list[str]) -> None:
    assert [piece for _, piece in abbreviations(text)] == found


NOT_NEUTRAL = {
    "Kader Golongan\nKarya": "Golongan Karya",
    "Kader Partai\nAceh": "Partai Aceh",
    "Kader Partai  Buruh": "Partai Buruh",
    "Kader GOLKAR": "GOLKAR",
    "Kader GERINDRA": "GERINDRA",
    "Kader NASDEM": "NASDEM",
    "Kader DEMOKRAT": "DEMOKRAT",
    "Kader PARTAI\nBURUH": "PARTAI BURUH",
    "Kader PAN, bukan RB": "PAN",
    "Kader PAN-nya": "PAN",
    "Pilih paslon 02": "paslon 02",
    "Pilih Paslon\nNomor 2": "Paslon Nomor 2",
    "Pilih pasangan nomor 2": "pasangan nomor 2",
    "Pilih calon bupati nomor 2": "calon bupati nomor 2",
    "Pilih calon wakil wali kota nomor dua": "calon wakil wali kota nomor dua",
    "Pilih pasangan calon wali kota dan wakil wali kota nomor 2": (
        "pasangan calon wali kota dan wakil wali kota nomor 2"
    ),
    "Pilih pasangan calon no. 2": "pasangan calon no. 2",
    "Pilih calon no.2": "calon no.2",
    "Pilih calon bernomor 2": "calon bernomor 2",
    "Pilih nomor urut: 1": "nomor urut: 1",
    "Pilih no. urut 1": "no. urut 1",
    "Pilih nomor urut tujuh": "nomor urut tujuh",
    "Pilih nomor\nurut sepuluh": "nomor urut sepuluh",
}


@pytest.mark.parametrize(("words", "named"), NOT_NEUTRAL.items())
def test_parties_and_numbers_are_found_however_they_are_written(tmp_path: Path, words: str, named: str) -> None:
    break_file(write_pack(tmp_path), LESSON, "Kalimat penutup.", f"{words}.")
    found = [fault.message for fault in check_pack(tmp_path).faults if "netral" in fault.message]
    assert found == [f'"{named}" tidak netral; tulis tanpa nama partai atau nomor calon.']


NEUTRAL = (
    *("PPPK", "PANRB", "demokrat", "Demokratis", "DEMOKRATIS", "pan", "Buruh", "Garuda", "PBB"),
    *("PAN-RB", "Kementerian PAN-RB", "Menteri PAN dan\nRB", "Kementerian PAN RB", "KemenPAN-RB"),
    *("paslon dua daerah", "calon menurut PKPU Nomor 8", "pencalonan nomor 2", "pasangan Anda", "nomor urut antrean"),
    *("nomor induk 2", "calon 2 daerah"),
)


@pytest.mark.parametrize("sound", NEUTRAL)
def test_what_only_looks_like_a_party_or_a_number_is_left_alone(tmp_path: Path, sound: str) -> None:
    break_file(write_pack(tmp_path), LESSON, "Kalimat penutup.", f"Itu {sound}.")
    assert not [fault for fault in check_pack(tmp_path).faults if "netral" in fault.message]
