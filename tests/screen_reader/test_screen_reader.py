"""What a real client of AT-SPI was told: expectations written by hand, for every screen that it came by."""

import itertools

from asnquiz.programs.paths import Paths
from asnquiz.storage.learner import open_learner_database
from tests.screen_reader.told import Told

# What has the focus on each screen, by role and the beginning of its name; in the order in which they were come by.
FOCUS = {
    "mulai": ("heading", "Selamat datang di ASN Netral"),
    "perkenalan": ("heading", "1 dari 5. Semua ada di kiri."),
    "beranda": ("heading", "Selamat datang, Siti Aminah"),
    "materi": ("heading", "Materi"),
    "materi-baca": ("heading", "Satu loket untuk semua warga"),
    "materi-istilah": ("label", "Hujan turun sejak subuh"),
    "bolehkah": ("text", "Bolehkah saya … ketik perbuatannya"),
    "bolehkah-hasil": ("heading", "Hasil 1 dari 10: Mengunggah foto bersama calon"),
    "bolehkah-dibuka": ("heading", "Hasil 1 dari 10: Mengunggah foto bersama calon"),
    "hukum-kartu": ("heading", "UU 20/2023"),
    "hukum-ditutup": ("push button", "UU 20/2023. Pasal 24 ayat (1) huruf d"),
    "studi-kasus": ("heading", "Studi kasus"),
    "studi-kasus-adegan": ("heading", "Langkah 1. Bupati petahana"),
    "studi-kasus-akibat": ("heading", "Akibat pilihan Anda. Kepala bidang memuji"),
    "kuis": ("heading", "Kuis"),
    "latihan-soal": ("heading", "Soal 1 dari 10. "),
    "latihan-belum-tepat": ("push button", "Soal berikutnya"),
    "latihan-benar": ("push button", "Soal berikutnya"),
    "ujian": ("heading", "Soal 1 dari 30. "),
    "ujian-kembali": ("heading", "Soal 3 dari 30. "),
    "ujian-selesai": ("push button", "Kembali ke soal"),
    "hasil-ujian": ("heading", "Simulasi ujian: lulus. Nilai 96,6 dari 100"),
    "pembahasan": ("heading", "Soal 1 dari 30. "),
    "bantuan": ("heading", "Bantuan"),
    "hasil-saya": ("heading", "Hasil saya"),
    "ikrar": ("heading", "Ikrar empat butir yang lazim dibacakan"),
    "hukum": ("heading", "Hukum dan istilah"),
    "diskusi": ("heading", "Diskusi"),
    "ingatan": ("heading", "Ingatan per ketentuan"),
    "pengaturan": ("heading", "Pengaturan"),
    "pengaturan-salah": ("text", "NIP/NI PPPK"),
    "pengaturan-tersimpan": ("text", "NIP/NI PPPK"),
}
# What stands over a page, and has no heading of level 1 of its own.
OVER = {"hukum-kartu", "ujian-selesai"}
SECTIONS = [
    "Beranda",
    "Materi",
    "Bolehkah saya?",
    "Kuis",
    "Studi kasus",
    "Ikrar",
    "Hasil saya",
    "Bantuan",
    "Pengaturan",
]
TO_ACT = {"push button", "check box", "radio button", "page tab", "text", "combo box"}
TO_READ = {"heading", "label"}  # titles that take the focus, and text with glossary words
TARGET = 24


def test_the_walk_goes_through_and_the_program_ends_well(told: Told) -> None:
    assert told.run["code"] == 0, told.run["said"]
    assert "Traceback" not in told.run["said"]
    assert list(told.screens) == list(FOCUS)


def test_the_voice_is_to_be_indonesian_whatever_the_computer_speaks(told: Told) -> None:
    assert told.language == "id_ID"


def test_the_focus_lands_where_one_goes_on(told: Told) -> None:
    for screen, (role, begins) in FOCUS.items():
        focused = [
            (one["role"], one["name"][: len(begins)]) for one in told.screens[screen] if "focused" in one["states"]
        ]
        assert focused == [(role, begins)], screen


def test_everything_that_takes_the_focus_has_a_name_and_a_role(told: Told) -> None:
    for screen, nodes in told.screens.items():
        stops = [one for one in nodes if "focusable" in one["states"]]
        assert {one["role"] for one in stops} <= TO_ACT | TO_READ, screen
        assert [one for one in stops if not one["name"]] == [], screen
        assert [one for one in stops if one["role"] in ("text", "combo box") and not one["label"]] == [], screen
        assert [one for one in stops if one["role"] in TO_ACT and min(one["size"]) < TARGET] == [], screen


def test_a_page_begins_with_its_one_heading_of_level_1_and_skips_no_level(told: Told) -> None:
    for screen, nodes in told.screens.items():
        levels = [one["level"] for one in nodes if one["role"] == "heading"]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), screen
        if screen not in OVER:
            assert (levels[0], levels.count(1)) == (1, 1), screen


def test_pictures_have_words_or_are_not_told_of(told: Told) -> None:
    assert [screen for screen in told.screens if "" in told.named(screen, "image", "progress bar")] == []


def test_going_from_place_to_place_says_nothing_between(told: Told) -> None:
    """A screen reader would begin to speak of what has the focus for a moment only."""
    focused = [event["words"] for event in told.events if event["kind"] == "focused"]
    assert [words for words in focused if words.startswith("page tab")] == []
    assert "push button: Tutup" not in focused


def test_the_rail_says_where_one_is_from_the_first_picture_on(told: Told) -> None:
    for screen, section in (("beranda", "Beranda"), ("kuis", "Kuis"), ("pengaturan", "Pengaturan")):
        assert told.named(screen, "page tab") == SECTIONS
        assert [one["name"] for one in told.screens[screen] if "selected" in one["states"]] == [section]
    assert told.named("ujian", "page tab") == [], "nothing leads out of an exam by accident"


def test_the_first_start_offers_three_sizes_of_which_one_is_chosen(told: Told) -> None:
    sizes = [one for one in told.screens["mulai"] if one["role"] == "radio button"]
    assert [(one["name"], "checked" in one["states"]) for one in sizes] == [
        ("Ukuran huruf biasa, 100 %", True),
        ("Ukuran huruf besar, 150 %", False),
        ("Ukuran huruf sangat besar, 200 %", False),
    ]
    assert told.named("mulai", "panel").count("Ukuran huruf") == 1
    assert told.the("beranda", "Materi Dasar dibaca")["value"] == [0, 11]


def test_a_glossary_word_is_named_after_its_text_and_then_explained(told: Told) -> None:
    reading = [event for event in told.events if event["screen"] == "materi-baca"]
    words = [event["words"] for event in reading if event["kind"] in ("announcement", "focused")]
    at = next(place for place, one in enumerate(words) if one.startswith("label: Hujan turun"))
    assert words[at + 1 :] == [
        "Istilah: Pilkada. Enter membuka artinya.",
        "Pilkada, pemilihan kepala daerah (Pemilihan): Pemilihan gubernur, bupati, dan wali kota beserta wakilnya.",
    ]
    assert "Tutup arti Pilkada" in told.named("materi-istilah", "push button")


def test_a_table_says_with_each_word_what_column_it_stands_in(told: Told) -> None:
    names = told.named("materi-baca", "label")
    at = names.index("Mengajak pegawai dalam apel atau rapat untuk mendukung bakal calon atau calon")
    assert names[at + 1] == "Ketentuan: Tidak boleh"


def test_results_are_counted_aloud_and_open_and_close(told: Told) -> None:
    found = "10 hasil. Yang pertama: Mengunggah foto bersama calon dengan tujuan memberi dukungan: Tidak boleh."
    assert told.announced("bolehkah") == [found]
    states = {one["name"]: one["states"] for one in told.screens["bolehkah-dibuka"] if "expandable" in one["states"]}
    opened, closed = "Ringkas: Mengunggah foto bersama bakal calon", "Selengkapnya: Berfoto bersama suami/istri"
    assert "expanded" in states[opened]
    assert "collapsed" in next(found for name, found in states.items() if name.startswith(closed))


def test_the_law_opens_as_a_dialog_with_its_headings(told: Told) -> None:
    card = told.screens["hukum-kartu"]
    assert (card[0]["role"], card[0]["name"]) == ("dialog", "UU 20/2023")
    headings = [(one["level"], one["name"]) for one in card if one["role"] == "heading"]
    assert headings[:3] == [(2, "UU 20/2023"), (3, "Yang dirujuk di sini"), (3, "Pasal lain yang dipakai")]
    assert told.named("hukum-kartu", "push button") == ["Tutup"]


def test_a_case_study_says_what_a_choice_brought_about(told: Told) -> None:
    options = [one for one in told.screens["studi-kasus-akibat"] if one["role"] == "radio button"]
    assert ["checked" in one["states"] for one in options] == [True, False, False]
    assert options[0]["name"].endswith("Pilihan Anda.")
    assert "Risiko sanksi naik 2 (+2), menjadi +2" in told.named("studi-kasus-akibat", "label")


def test_practice_waits_for_an_answer_and_tells_how_it_turned_out(told: Told) -> None:
    assert told.the("latihan-soal", "Soal: 1 dari 10")["value"] == [1, 10]
    assert "enabled" not in told.the("latihan-soal", "Simpan, yakin")["states"]
    (said,) = told.announced("latihan-soal")
    assert said.startswith("Belum tepat. ")
    (said,) = told.announced("latihan-belum-tepat")
    assert said.startswith("Jawaban Anda benar. ")
    assert "checked" in told.the("latihan-benar", "Soal ditandai")["states"]


def test_an_exam_is_taken_from_the_first_question_to_the_score(told: Told) -> None:
    assert told.announced("ujian") == [f"Jawaban {number} tersimpan" for number in range(1, 31) if number != 7]
    assert told.named("ujian", "label").count("Sisa waktu 45.00") == 1
    numbers = [name for name in told.named("ujian-kembali", "push button") if name.startswith("Soal ")]
    assert numbers == [_number(number) for number in range(1, 31)]
    assert told.screens["ujian-selesai"][0]["role"] == "alert"
    assert told.screens["ujian-selesai"][0]["name"].startswith("Selesai ujian?")
    warning = "29 dijawab · 1 ragu-ragu · 1 belum. Setelah selesai, jawaban tidak dapat diubah lagi."
    assert told.screens["ujian-selesai"][0]["description"] == warning
    assert "Nilai 96,6 dari 100" in told.named("hasil-ujian", "image"), "29 of 30, rounded down"
    assert "29 dari 30 jawaban benar" in told.named("hasil-ujian", "label")


def _number(number: int) -> str:
    words = f"Soal {number}, {'belum' if number == 7 else 'sudah'} dijawab"
    return words + ", ragu-ragu" * (number in (3, 9)) + ", sedang dibuka" * (number == 3)


def test_what_was_answered_by_ear_is_what_is_kept(told: Told) -> None:
    store = open_learner_database(Paths(told.data).database)
    (person,) = store.profiles()
    exam = next(one for one in store.summaries(person.id) if one.pass_mark)
    store.close()
    assert (person.person.name, exam.answered, exam.score and exam.score.right) == ("Siti Aminah", 29, 29)


def test_a_form_says_what_is_wrong_with_the_line_and_then_that_it_is_kept(told: Told) -> None:
    wrong = "NIP/NI PPPK terdiri atas 18 angka; yang tertulis 4 angka. Periksa kembali, lalu ketik ulang."
    assert told.announced("pengaturan") == [wrong]
    assert told.focused("pengaturan-salah")["description"].startswith(wrong)
    assert told.announced("pengaturan-salah") == ["Tersimpan"]
    assert not told.focused("pengaturan-tersimpan")["description"].startswith(wrong)
