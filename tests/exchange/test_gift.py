"""GIFT of others: what is read, what is told as lost, and what is refused by its line."""

import re
import time

import pytest

from asnquiz.domain.pack import Citation, ItemType, Option, Phase, Verdict
from asnquiz.domain.question import Brought, LoosePair, Question
from asnquiz.domain.refusal import Refusal
from asnquiz.exchange.gift import read_gift, write_gift
from asnquiz.exchange.shapes import MADE_SINGLE, NO_PARTS, NO_PHASES, OTHER_SHARES


def read(text: str) -> Brought:
    return read_gift(text.encode())


def only(text: str) -> Question:
    (question,) = read(text).questions
    return question


def told(text: str) -> list[str]:
    return [loss.message for loss in read(text).losses]


def test_a_question_of_ours_is_written_as_moodle_takes_it() -> None:
    question = Question(
        ItemType.SINGLE,
        "Rasio 1:2 = {setengah}?",
        id="kab-contoh-rasio",
        phase=Phase.DURING,
        options=(Option("Ya\nbenar", "50% #1", key=True), Option("%50% lain", ""), Option("[html] apa", "")),
        explanation="C:\\ ~",
    )
    assert write_gift([question]).content.decode() == (
        "// [id:kab-contoh-rasio] [tag:type:single] [tag:phase:during]\n"
        "::kab-contoh-rasio::[plain]Rasio 1\\:2 \\= \\{setengah\\}?{\n"
        "\t=Ya\\nbenar#50% \\#1\n"
        "\t~[plain]%50% lain\n"
        "\t~[plain][html] apa\n"
        "\t####C\\:\\\\ \\~\n"
        "}\n\n"
    )


@pytest.mark.parametrize(
    ("keys", "share"), [(1, "100"), (2, "50"), (3, "33.33333"), (6, "16.66667"), (7, "14.28571"), (9, "11.11111")]
)
def test_several_right_answers_share_the_mark_as_moodle_has_it(keys: int, share: str) -> None:
    options = tuple(Option(f"Butir {number}", "", number < keys) for number in range(keys + 1))
    carried = write_gift([Question(ItemType.MULTIPLE, "Pilih semua yang benar.", options=options)])
    text = carried.content.decode()
    assert text.count(f"\t~%{share}%Butir") == keys
    assert text.count("\t~%-100%Butir") == 1
    assert "=" not in text
    assert [loss.message for loss in carried.losses] == [NO_PARTS]


def test_what_only_this_program_shows_is_told() -> None:
    rows = (LoosePair("a -> b", Phase.BEFORE, "Karena."), LoosePair("c", Phase.AFTER))
    carried = write_gift([Question(ItemType.MATCHING, "Pasangkan.", instead="Tanyakan.", pairs=rows)])
    assert [(loss.item, loss.message.split()[0]) for loss in carried.losses] == [
        ("Soal 1", "Bagian"),
        ("Soal 1", "Umpan"),
        ("Soal 1", "Tanda"),
    ]
    (after,) = read_gift(carried.content).questions
    assert after.pairs == (LoosePair("a → b", Phase.BEFORE, "Karena."), rows[1])
    assert after.instead == "Tanyakan."


def test_a_tag_that_moodle_would_cut_is_a_note_and_comes_back() -> None:
    cited = (Citation("pp-94-2021", "Pasal 5 huruf n angka 5"), Citation("skb-2022", f"Lampiran II, {'butir ' * 8}6"))
    question = Question(ItemType.VERDICT, "Bolehkah?", key=Verdict.TIDAK, citations=cited)
    carried = write_gift([question])
    first = carried.content.decode().split("\n")[0]
    assert "[tag:citation:pp-94-2021|" in first
    assert "[own:citation:skb-2022|" in first
    assert [loss.message.split(" “")[0] for loss in carried.losses] == ["Tanda"]
    assert read_gift(carried.content).questions == (question,)


@pytest.mark.parametrize(
    "question",
    [
        Question(ItemType.SINGLE, "", options=(Option("a", "", key=True), Option("b", ""))),
        Question(ItemType.SINGLE, "Satu?", options=(Option("a", "", key=True),)),
        Question(ItemType.SINGLE, "Satu?", options=(Option("a", ""), Option("b", ""))),
        Question(ItemType.SINGLE, "Satu?", options=(Option("a", "", key=True), Option(" ", ""))),
        Question(ItemType.MULTIPLE, "Semua?", options=(Option("a", ""), Option("b", ""))),
        Question(ItemType.MULTIPLE, "Semua?", options=tuple(Option(str(one), "", key=True) for one in range(11))),
        Question(ItemType.VERDICT, "Bolehkah?"),
        Question(ItemType.MATCHING, "Pasangkan.", pairs=(LoosePair("a", Phase.AFTER), LoosePair("b"))),
    ],
)
def test_a_question_that_is_not_ready_is_left_out_and_told(question: Question) -> None:
    carried = write_gift([question])
    assert carried.content == b""
    (loss,) = carried.losses
    assert loss.item == "Soal 1"
    assert loss.message.endswith("dilewati.")


def test_what_has_no_place_here_is_told_question_by_question() -> None:
    brought = read(
        "$CATEGORY: pilkada/dasar: satu\n\n"
        "::Pertama::Jelaskan arti netral.{}\n\n"
        "Berapa?{#3.14:0.01}\n\n"
        "Siapa?{=Bawaslu =Panwascam}\n\n"
        "Sekadar keterangan.\n\n"
        "// [id:kota-1]\nIbu kota?{=Maluku -> Ambon =Papua -> Jayapura}\n\n"
    )
    assert brought.questions == ()
    assert [(loss.item, loss.message) for loss in brought.losses] == [
        ("Kategori", "Kategori “pilkada/dasar: satu” tidak dibawa."),
        ("Soal 1", "Soal esai tidak ada di sini; dilewati."),
        ("Soal 2", "Soal dengan jawaban angka tidak ada di sini; dilewati."),
        ("Soal 3", "Soal isian singkat tidak ada di sini; dilewati."),
        ("Soal 4", "Teks tanpa jawaban bukan soal; dilewati."),
        ("kota-1", NO_PHASES),
    ]


def test_feedback_of_true_or_false_is_for_the_wrong_answer_first() -> None:
    text = "ASN boleh memihak.{F#Keliru, tidak boleh.#Betul, dilarang.####Lihat materi.}"
    assert only(text) == Question(
        ItemType.SINGLE,
        "ASN boleh memihak.",
        options=(Option("Benar", "Keliru, tidak boleh."), Option("Salah", "Betul, dilarang.", key=True)),
        explanation="Lihat materi.",
    )
    assert told(text) == [MADE_SINGLE]


def test_shares_of_others_are_told_and_those_of_ours_are_not() -> None:
    shares = "Pilih.{~%50%a ~%50%b ~%-100%c}"
    assert told(shares) == [OTHER_SHARES]
    assert told(f"// [tag:type:multiple]\n{shares}") == []
    assert told("// [tag:type:multiple]\nPilih.{~%60%a ~%40%b ~%-100%c}") == [OTHER_SHARES]
    assert [option.key for option in only(shares).options] == [True, True, False]


def test_a_sign_in_feedback_that_makes_one_answer_right_is_told() -> None:
    text = "Pilih.{~%50%a#nilai=50 ~%50%b ~%-100%c}"
    assert only(text).type is ItemType.SINGLE
    assert [message.split(":")[0] for message in told(text)] == ["Ada jawaban berbobot dan jawaban bertanda “=”"]


def test_an_answer_too_many_or_none_is_told_and_the_question_kept() -> None:
    assert [option.key for option in only("Dua?{=a =b ~c}").options] == [True, True, False]
    assert told("Dua?{=a =b ~c}")[0].startswith("Lebih dari satu jawaban")
    assert told("Tidak ada?{~a ~b}")[-1].startswith("Tidak ada jawaban yang ditandai benar")


def test_html_becomes_words_and_what_it_meant_is_told() -> None:
    text = "[html]<p>Siapa <b>wajib</b> netral?</p>{=<p>ASN &amp; PPPK</p> ~[plain]<calon>}"
    question = only(text)
    assert (question.stem, question.options[0].text, question.options[1].text) == (
        "Siapa wajib netral?",
        "ASN & PPPK",
        "<calon>",
    )
    assert told(text) == ["Tidak dibawa dari teks: tebal dan hiasan huruf."]
    assert told('Apa?<img src="@@PLUGINFILE@@/a.png">{=a ~b}') == [
        "Gambar di dalam teks tidak dibawa, sebab GIFT hanya menyebut letaknya."
    ]
    assert only("Tanpa bentuk: 2 < 3 & 4 > 1{=a ~b}").stem == "Tanpa bentuk: 2 < 3 & 4 > 1"


def test_numbers_that_are_matched_are_an_order_wherever_they_stand() -> None:
    text = "Urutkan.{=tiga -> 3 =satu -> 1 =dua -> 2}"
    assert [option.text for option in only(text).options] == ["satu", "dua", "tiga"]
    assert only(text).type is ItemType.ORDERING
    assert told(text) == ["Butir yang dijodohkan dengan nomor dibaca sebagai soal mengurutkan."]


def test_names_and_tags_that_say_nothing_here_are_told_and_steer_no_terminal() -> None:
    text = "// [id:a\\]b] [tag:sulit] [tag:difficulty:banyak] [tag:phase:during]\n::Soal Satu::Siapa?{=a ~b}"
    assert only(text).id == "a]b"
    assert only(text).phase is Phase.DURING
    assert told(text) == [
        "Nama soal “Soal Satu” tidak dibawa.",
        "Tanda “sulit” tidak dikenal; dilewati.",
        "Tanda “difficulty:banyak” tidak dikenal; dilewati.",
    ]
    assert told("::Soal\x85Satu::Siapa?{=a ~b}") == ["Nama soal “Soal□Satu” tidak dibawa."]


def test_a_name_that_is_an_id_serves_where_the_comments_were_dropped() -> None:
    assert only("::kab-contoh-soal-07::Siapa?{=a ~b}").id == "kab-contoh-soal-07"
    assert told("::kab-contoh-soal-07::Siapa?{=a ~b}") == []


def test_every_fault_is_told_with_its_line_and_nothing_is_taken() -> None:
    text = (
        "// catatan\nBaik?{=ya ~bukan}\n\n"  # 1
        "Tanpa penutup {=ya ~bukan\n\n"  # 4
        "Tanpa\npembuka =ya ~bukan}\n\n"  # 6
        "Dua {=ya ~bukan}\nkali {=ya}\n\n"  # 9
        "Kosong?{\n=ya\n~\n}\n\n"  # 12
        "Satu?{~ya}\n\n"  # 17
        "Tak bertanda?{ya ~bukan ~tidak}\n\n"  # 19
        "Pasangkan.{=a -> Sebelum\n=b}\n\n"  # 21
        "::Nama tanpa penutup{=ya ~bukan}\n\n"  # 24
        "$CATEGORY: satu\nSiapa?{=ya ~bukan}\n"  # 26
    )
    with pytest.raises(Refusal) as refusal:
        read(text)
    head, *lines = str(refusal.value).split("\n")
    assert head.startswith("Berkas GIFT ini memuat 10 kesalahan, jadi tidak ada soal yang dimasukkan.")
    assert [int(re.match(r"Baris (\d+): ", line)[1]) for line in lines] == [4, 7, 10, 10, 14, 17, 19, 22, 24, 26]  # type: ignore[index]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Baik?{=ya ~bukan}\n\nSi\xffapa?{=a ~b}", "Baris 3: bukan teks UTF-8"),
        (b"a\n\nb\x00c{=a ~b}", "Baris 3: ada huruf kendali"),
        ("a\u202eb{=a ~b}".encode(), "U+202E"),
        ("a\ufdd1b{=a ~b}".encode(), "U+FDD1"),
        (b"x" * (5 << 20), "lebih besar dari 4 MB"),
        (b"a{=b ~c}\n\n" * 5_001, "lebih dari 5.000 soal"),
        (b"a{=b" + b"~c" * 60 + b"}", "jawabannya lebih dari 50"),
        (b"a" * 150_000 + b"{=a ~b}", "lebih panjang dari 100.000 huruf"),
        (b"// " + b"[tag:a]" * 20_000 + b"\na{=a ~b}", "lebih panjang dari 100.000 huruf"),
    ],
)
def test_a_hostile_file_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_gift(content)
    assert words in str(refusal.value)


def test_a_text_that_no_label_could_show_is_left_out_and_told() -> None:
    assert told(f"{'a' * 5_000}{{=a ~b}}") == ["Ada teks yang lebih panjang dari 4.000 huruf, jadi soal ini dilewati."]


@pytest.mark.parametrize(
    "content",
    [
        b"{" * 1_000_000,
        b"{\n\n" * 330_000,
        b"a{~a" * 250_000,
        b"a{" + b"=a~b#" * 200_000 + b"}",
        b"::" * 500_000,
        b"\\" * 1_000_000,
        b"// [id:" * 140_000 + b"\na{=a ~b}",
        b"a{=b ~c####" + b"#" * 1_000_000 + b"}",
        (b"[html]" + b"<a " * 33_000 + b"{=a ~b}\n\n") * 10,
        (b"[html]" + b"<!--" * 24_000 + b"{=a ~b}\n\n") * 10,
        (b"[html]" + b"<![x[" * 19_000 + b"{=a ~b}\n\n") * 10,
    ],
    ids=range(11),
)
def test_a_megabyte_of_signs_takes_time_as_its_length_does(content: bytes) -> None:
    begun = time.process_time()
    try:
        read_gift(content)
    except Refusal as refusal:
        assert len(str(refusal)) < 20_000  # noqa: PT017 - either way of ending is right
    assert time.process_time() - begun < 5
