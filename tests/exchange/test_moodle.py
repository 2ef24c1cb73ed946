"""Moodle XML: what is written comes back, is what Moodle takes, and hostile files are refused whole."""

import base64
import re
import time
from contextlib import suppress
from dataclasses import replace
from functools import cache
from hashlib import sha256
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from moodle_xml_parser.parser import parse_bytes

from asnquiz.content.reader import read_pack
from asnquiz.domain.answering import MATCHING_CHOICES, VERDICT_CHOICES
from asnquiz.domain.image import MOST_PIXELS
from asnquiz.domain.pack import Citation, Item, ItemType, Option, Phase, Verdict
from asnquiz.domain.question import Brought, LoosePair, LoosePicture, Question, question_of
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import VERDICT, phase_words
from asnquiz.exchange.moodle import read_moodle, write_moodle
from asnquiz.exchange.rich_text import marked, plain
from asnquiz.exchange.shapes import MADE_SINGLE, NO_PARTS, NO_PHASES, OTHER_SHARES
from tests import builders, photos
from tests.exchange.moodle_rules import LONGEST_TAG, imported
from tests.exchange.questions import FILLED, QUESTIONS
from tests.house.tree import ROOT

PICTURE = base64.b64encode(photos.png()).decode()


@cache
def national() -> tuple[Item, ...]:
    contents, faults = read_pack(ROOT / "questions" / "netralitas-pilkada")
    assert not faults
    return tuple(entry.value for entry in contents.items.entries)


def quiz(*inside: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{"".join(inside)}</quiz>'.encode()


def foreign(
    kind: str = "multichoice", text: str = "<p>Bolehkah?</p>", rest: str = "", head: str = "", files: str = ""
) -> str:
    """A question as another program writes it, its name the beginning of its text."""
    answers = (
        '<single>true</single><answer fraction="100" format="html"><text>Ya</text><feedback><text></text></feedback>'
        '</answer><answer fraction="0" format="html"><text>Tidak</text></answer>'
    )
    return (
        f'<question type="{kind}"><name><text></text></name>{head}'
        f'<questiontext format="html"><text><![CDATA[{text}]]></text>{files}</questiontext>'
        f"{rest or answers}</question>\n"
    )


def file(name: str, data: str = PICTURE, encoding: str = "base64") -> str:
    return f'<file name="{name}" path="/" encoding="{encoding}">{data}</file>'


def only(brought: Brought) -> Question:
    (question,) = brought.questions
    return question


def told(brought: Brought) -> list[str]:
    return [loss.message for loss in brought.losses]


def refusal(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read_moodle(content)
    return str(caught.value)


# There and back


@settings(max_examples=40, deadline=None)
@given(st.lists(QUESTIONS, min_size=1, max_size=3, unique_by=lambda one: one.id or object()))
def test_every_question_comes_back_as_it_was(written: list[Question]) -> None:
    carried = write_moodle(written)
    brought = read_moodle(carried.content)
    assert list(brought.questions) == written
    assert not brought.losses
    assert {loss.message for loss in carried.losses} <= {NO_PARTS}
    assert len(imported(carried.content)) == len(written)


def test_the_national_questions_come_back_with_citations_longer_than_moodles_tags() -> None:
    written = [question_of(item, {}) for item in national()]
    carried = write_moodle(written)
    brought = read_moodle(carried.content)
    assert brought == Brought(tuple(written), ())
    assert {loss.message for loss in carried.losses} == {NO_PARTS}
    assert b"<!-- asnquiz citation:" in carried.content


@given(FILLED)
def test_text_comes_back_through_html(words: str) -> None:
    assert plain(marked(words)).text == words.strip(" \t\n\r\f")


def test_what_is_not_ready_for_moodle_is_left_out_by_name() -> None:
    complete = question_of(builders.item(), {})
    unready = (
        replace(complete, id="tanpa-kunci", options=(Option("a", ""), Option("b", ""))),
        replace(complete, id="tanpa-soal", stem=""),
        replace(complete, id="tanpa-fase", type=ItemType.MATCHING, options=(), pairs=(LoosePair("a"), LoosePair("b"))),
        Question(ItemType.MULTIPLE, "Mana?", id="banyak", options=tuple(Option(f"{n}", "", n < 11) for n in range(12))),
    )
    carried = write_moodle([*unready, complete])
    assert [loss.item for loss in carried.losses] == [one.id for one in unready]
    assert all("jadi soal ini dilewati" in loss.message for loss in carried.losses)
    assert [one.id for one in imported(carried.content)] == [complete.id]


def test_what_cannot_be_seen_is_left_out_and_told() -> None:
    carried = write_moodle([replace(question_of(builders.item(), {}), stem="Apa\x00\u202e itu?")])
    assert "Huruf kendali" in carried.losses[0].message
    assert only(read_moodle(carried.content)).stem == "Apa itu?"


# Held against readers that are not ours


def test_another_parser_reads_all_choices_of_the_national_pack() -> None:
    """moodle-xml-parser of PyPI, by other hands, knows multichoice alone: 275 of the 294 questions of 2026.11."""
    items = [one for one in national() if one.type not in (ItemType.ORDERING, ItemType.MATCHING)]
    found = parse_bytes(write_moodle([question_of(item, {}) for item in national()]).content)["multichoice"]
    assert [one.name for one in found] == [item.id for item in items]
    for item, one in zip(items, found, strict=True):
        assert one.text_pre_parse == f"<p>{item.stem}</p>"
        assert item.explanation in one.general_feedback
        assert item.instead in one.general_feedback
        assert one.single is (item.type is not ItemType.MULTIPLE)
        if item.type is ItemType.VERDICT:
            assert item.key
            assert [(option.answer, option.score_fraction) for option in one.options] == [
                (words, 100 * (verdict is item.key)) for verdict, words in VERDICT.items() if verdict in VERDICT_CHOICES
            ]
        else:
            assert [(option.answer, option.feedback) for option in one.options] == [
                (option.text, option.feedback) for option in item.options
            ]
            assert [option.score_fraction > 0 for option in one.options] == [option.key for option in item.options]


def test_moodles_own_rules_hold_for_all_of_the_national_pack() -> None:
    """By `moodle_rules`, which restates Moodle's importer and reads with lxml; see there what that is worth."""
    found = imported(write_moodle([question_of(item, {}) for item in national()]).content)
    for item, one in zip(national(), found, strict=True):
        assert one.id == item.id
        assert unescape(re.sub("<.*?>", "", one.text)) == item.stem
        assert f"type:{item.type.value}" in one.tags
        assert f"rule:{item.rules[0]}" in one.tags
        assert all(len(tag) <= LONGEST_TAG for tag in one.tags)
        match item.type:
            case ItemType.ORDERING:
                assert [unescape(text) for text, _, _ in one.answers] == [option.text for option in item.options]
            case ItemType.MATCHING:
                rows = [(pair.left, phase_words(pair.phase)) for pair in item.pairs]
                assert [(unescape(left), right) for left, right in one.pairs[: len(rows)]] == rows
                assert {right for _, right in one.pairs} == {phase_words(phase) for phase in MATCHING_CHOICES}
                assert all(pair.feedback in unescape(one.feedback) for pair in item.pairs)
            case _:
                every = range(len(one.answers))
                right = [at for at in every if one.answers[at][1] > 0]
                assert one.grade(right) == pytest.approx(1, abs=1e-5)
                assert one.single or one.grade(every) == 0
                assert one.grade([at for at in every if at not in right][:1]) == 0


def test_a_picture_stands_in_the_text_with_what_it_shows_and_in_the_file_byte_for_byte() -> None:
    picture = LoosePicture(photos.image(), 'Poster "netral" <besar>\nwarna hijau')
    (one,) = imported(write_moodle([replace(question_of(builders.item(), {}), picture=picture)]).content)
    assert one.files == {"kab-contoh-poster.png": photos.png()}
    assert 'alt="Poster &quot;netral&quot; &lt;besar&gt;&#10;warna hijau"' in one.text


# From Moodle


def test_a_true_or_false_question_becomes_one_of_two_choices() -> None:
    rest = (
        '<answer fraction="0" format="moodle_auto_format"><text>true</text><feedback><text>Bukan.</text></feedback>'
        '</answer><answer fraction="100"><text>false</text><feedback><text>Tepat.</text></feedback></answer>'
    )
    brought = read_moodle(quiz(foreign("truefalse", rest=rest)))
    assert only(brought).options == (Option("Benar", "Bukan."), Option("Salah", "Tepat.", key=True))
    assert told(brought) == [MADE_SINGLE]


@pytest.mark.parametrize("kind", ["matching", "match"])
def test_words_that_are_phases_are_matched_and_others_are_a_loss(kind: str) -> None:
    row = '<subquestion format="html"><text>{}</text><answer><text>{}</text></answer></subquestion>'
    phases = [("A", "Sebelum"), ("B", "sesudah (pemungutan suara)"), ("", "Selama")]
    brought = read_moodle(quiz(foreign(kind, rest="".join(row.format(*one) for one in phases))))
    assert only(brought).pairs == (LoosePair("A", Phase.BEFORE), LoosePair("B", Phase.AFTER))
    assert not brought.losses
    other = read_moodle(quiz(foreign(kind, rest="".join(row.format(*one) for one in [("A", "Merah"), ("B", "Biru")]))))
    assert not other.questions
    assert told(other) == [NO_PHASES]


def test_steps_matched_with_their_numbers_come_as_an_order() -> None:
    """As older Moodle, which has no ordering, is told of one."""
    row = '<subquestion format="html"><text>{}</text><answer><text>{}</text></answer></subquestion>'
    rows = "".join(row.format(*one) for one in [("kedua", "2"), ("pertama", "1"), ("ketiga", "3")])
    made = only(read_moodle(quiz(foreign("matching", rest=rows))))
    assert made.type is ItemType.ORDERING
    assert [option.text for option in made.options] == ["pertama", "kedua", "ketiga"]


def test_several_choices_stand_apart_from_the_weights() -> None:
    def rest(single: str, *shares: str) -> str:
        answers = "".join(f'<answer fraction="{one}"><text>{place}</text></answer>' for place, one in enumerate(shares))
        return f"<single>{single}</single>{answers}"

    one = read_moodle(quiz(foreign(rest=rest("false", "100", "0"))))
    assert only(one).type is ItemType.MULTIPLE
    assert told(one) == [OTHER_SHARES]
    half = read_moodle(quiz(foreign(rest=rest("true", "50", "100", "-5"))))
    assert [option.key for option in only(half).options] == [False, True, False]
    assert told(half) == [OTHER_SHARES]
    ours = read_moodle(quiz(foreign(rest=rest("false", "50", "50", "-100"))))
    assert [option.key for option in only(ours).options] == [True, True, False]
    assert not ours.losses


@pytest.mark.parametrize("kind", ["shortanswer", "numerical", "essay", "cloze", "description", "apa\u202esaja", ""])
def test_a_type_that_is_not_here_is_a_loss(kind: str) -> None:
    brought = read_moodle(quiz(foreign(kind), foreign()))
    assert len(brought.questions) == 1
    assert [loss.item for loss in brought.losses] == ["Soal 1"]
    assert "tidak ada di sini, jadi soal ini dilewati" in brought.losses[0].message
    assert "\u202e" not in brought.losses[0].message


def test_everything_that_cannot_come_along_is_told_by_question() -> None:
    head = "<idnumber>soal-lama</idnumber><tags><tag><text>wajib</text></tag><tag><text>phase:after</text></tag></tags>"
    rest = (
        '<single>true</single><answer fraction="100"><text>Ya</text></answer><answer fraction="0"><text>Tidak</text>'
        "</answer><hint><text>Ingat.</text></hint><correctfeedback><text>Bagus!</text></correctfeedback>"
        "<incorrectfeedback><text></text></incorrectfeedback><penalty>0.33</penalty><apaini>1</apaini>"
    )
    text = '<h2>Judul</h2><p>Lihat <a href="https://x.example">tautan</a>, H<sub>2</sub>O\u200b.</p>'
    content = quiz(
        '<question type="category"><category><text>$course$/Pilkada</text></category></question>',
        foreign(text=text, rest=rest, head=head).replace("<text></text></name>", "<text>Nama lama</text></name>"),
    )
    brought = read_moodle(content)
    assert only(brought).stem == "Judul\n\nLihat tautan, H2O."
    assert only(brought).phase is Phase.AFTER
    assert brought.losses[0].item == "Baris 3"
    assert "$course$/Pilkada" in brought.losses[0].message
    assert {loss.item for loss in brought.losses[1:]} == {"soal-lama"}
    for words in ("Nama lama", "hiasan huruf", "tautan", "naik atau turun", "tidak terlihat", "“wajib”", "petunjuk"):
        assert any(words in message for message in told(brought)), words
    assert any("umpan balik untuk jawaban benar" in message for message in told(brought))
    assert any("“apaini”" in message for message in told(brought))
    assert len(brought.losses) == 10


def test_html_becomes_lines_with_their_marks() -> None:
    text = (
        "<p>Pilih:</p><ul><li>satu<ol><li><p>a</p></li><li>b</li></ol></li><li>dua</li></ul><p>x<br>y &amp;&nbsp;z</p>"
    )
    assert only(read_moodle(quiz(foreign(text=text)))).stem == "Pilih:\n\n- satu\n1. a\n2. b\n- dua\n\nx\ny & z"


@pytest.mark.parametrize(
    ("form", "stem"), [("plain_text", "a  <b>\nc"), ("moodle_auto_format", "a\nc"), ("markdown", "a  <b>\nc")]
)
def test_texts_that_are_no_html_keep_their_lines(form: str, stem: str) -> None:
    content = quiz(foreign(text="a  <b>\nc").replace('<questiontext format="html">', f'<questiontext format="{form}">'))
    brought = read_moodle(content)
    assert only(brought).stem == stem
    assert bool(brought.losses) is (form != "plain_text")


def test_one_picture_comes_along_and_others_are_told() -> None:
    text = (
        '<p>Lihat <img src="@@PLUGINFILE@@/Poster%20Besar.PNG" alt="Poster di kantor"> ini</p>'
        '<img src="@@PLUGINFILE@@/dua.png" alt="Dua"><img src="https://x.example/y.png">'
    )
    files = file("Poster Besar.PNG") + file("dua.png") + file("lepas.pdf", base64.b64encode(b"%PDF").decode())
    rest = (
        '<answer fraction="100" format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/p.png" alt="ya">]]></text>'
        f'{file("p.png")}</answer><answer fraction="0"><text>Tidak</text></answer>'
    )
    brought = read_moodle(quiz(foreign(text=text, files=files, rest=rest)))
    question = only(brought)
    assert question.picture == LoosePicture(photos.image("poster-besar"), "Poster di kantor")
    assert question.stem == "Lihat ini\n\n[gambar: Dua][gambar]"
    assert question.options[0].text == "[gambar: ya]"
    for name in ("dua.png", "https://x.example/y.png", "lepas.pdf", "p.png"):
        assert any(f"“{name}”" in message for message in told(brought)), name
    assert len(brought.losses) == 4


def test_pictures_of_answers_and_reasons_are_told_wherever_they_come_from() -> None:
    rest = (
        '<generalfeedback format="html"><text><![CDATA[Lihat <img src="https://x.example/a.png">]]></text></generalfeedback>'
        '<answer fraction="100" format="html"><text><![CDATA[<img src="data:image/png;base64,AA==">]]></text></answer>'
        '<answer fraction="0"><text>Tidak</text></answer>'
    )
    brought = read_moodle(quiz(foreign(rest=rest)))
    assert only(brought).explanation == "Lihat [gambar]"
    assert [message.split("”")[0] for message in told(brought)] == [
        "Gambar atau berkas “https://x.example/a.png",
        "Gambar atau berkas “data:image/png;base64,AA==",
    ]


def test_what_is_said_of_rows_is_told_where_it_fits_no_row_any_more() -> None:
    written = question_of(builders.item(ItemType.MATCHING), {})
    content = write_moodle([written]).content.replace(b"<li><b>", b"<li>Baru</li><li><b>", 1)
    brought = read_moodle(content)
    assert [pair.feedback for pair in only(brought).pairs] == ["", "", ""]
    assert "Umpan balik tiap baris tidak dibawa" in told(brought)[0]


def test_other_forms_of_pictures_are_losses() -> None:
    gif = base64.b64encode(b"GIF89a" + b"\0" * 40).decode()
    brought = read_moodle(quiz(foreign(text='<img src="@@PLUGINFILE@@/x.png" alt="x">Apa?', files=file("x.png", gif))))
    assert only(brought).picture is None
    assert "PNG atau JPEG" in told(brought)[0]


def test_pictures_of_one_name_are_kept_apart() -> None:
    other = base64.b64encode(photos.png(5, 5)).decode()
    text = '<img src="@@PLUGINFILE@@/image.png" alt="x">Apa?'
    content = quiz(*(foreign(text=text, files=file("image.png", data)) for data in (PICTURE, other, PICTURE)))
    names = [one.picture.image.name for one in read_moodle(content).questions if one.picture]
    assert names == ["image", f"image-{sha256(photos.png(5, 5)).hexdigest()[:8]}", "image"]


# Hostile files

DEEP = "<a>" * 60 + "</a>" * 60
BOMB = '<!DOCTYPE q [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b"", "Baris 1", "bukan XML"),
        (b"bukan xml", "Baris 1, kolom 1", "bukan XML"),
        (b"<quiz>\n<question>\n</quiz>", "Baris 3, kolom 3", "bukan XML"),
        (quiz(foreign())[:-8], "Baris 3", "bukan XML"),
        (quiz(foreign().replace("Ya", "Ya\x01")), "Baris 3", "bukan XML"),
        (quiz(foreign().replace("Ya", "&apa;")), "Baris 3", "bukan XML"),
        (f"{BOMB}<quiz>&b;</quiz>".encode(), "Baris 1", "deklarasi"),
        (b'<!DOCTYPE q SYSTEM "file:///etc/passwd"><quiz/>', "Baris 1", "deklarasi"),
        (b'<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>', "Baris 1", "deklarasi"),
        (b"\n<!DOCTYPE quiz><quiz/>".lstrip(b"\n"), "Baris 1", "deklarasi"),
        (b'<?xml version="1.0" encoding="tak-ada"?><quiz/>', "Baris 1", ""),
        (b'<?xml version="1.0" encoding="shift_jis"?><quiz/>', "Baris 1", "pengodean"),
        (b"<quiz>" + b"\xff\xfe\xff", "Baris 1", "bukan XML"),
        (b"<html><body/></html>", "Baris 1", "bukan Moodle XML"),
        (quiz(), "", "tidak memuat satu pun soal"),
        (quiz(DEEP), "Baris 3", "terlalu dalam"),
        (quiz("<a/>" * 200_001), "Baris 3", "terlalu banyak"),
        (b"<quiz>" + b" " * 32_000_000 + b"</quiz>", "", "melebihi 32 MB"),
        (quiz(foreign(text="a" * 100_001)), "Baris 3", "melebihi 100000 huruf"),
        (quiz(foreign().replace("<![CDATA[<p>Bolehkah?</p>]]>", "<p>Bolehkah?</p>")), "Baris 3", "di luar CDATA"),
        (quiz(foreign().replace('fraction="100"', 'fraction="banyak"')), "Baris 3", "bukan angka"),
        (quiz(foreign().replace('fraction="100"', 'fraction="nan"')), "Baris 3", "bukan angka"),
        (quiz(foreign().replace('fraction="100"', 'fraction="1e999"')), "Baris 3", "bukan angka"),
        (quiz(foreign(files=file("x.png", "!!!"))), "Baris 3", "bukan base64"),
        (quiz(foreign(files=file("x.png", "QUI"))), "Baris 3", "bukan base64"),
        (quiz(foreign(files=file("x.png", "é"))), "Baris 3", "bukan base64"),
        (quiz(foreign(files=file("x.png", PICTURE, "hex"))), "Baris 3", "bukan base64"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_whole_is_refused_by_place(content: bytes, place: str, words: str) -> None:
    said = refusal(content)
    assert said.startswith(place)
    assert words in said
    assert said.endswith(".")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (photos.png(MOST_PIXELS + 1, 1), "piksel"),
        (photos.png()[:-20], "rusak"),
        (photos.png() + b"\0" * 1_000_001, "MB"),
        (b"\xff\xd8\xff\xe0 dan bukan JPEG", "rusak"),
    ],
)
def test_a_picture_that_no_question_may_show_refuses_the_file(data: bytes, words: str) -> None:
    shown = '<img src="@@PLUGINFILE@@/x.png" alt="x">'
    said = refusal(quiz(foreign(text=shown, files=file("x.png", base64.b64encode(data).decode()))))
    assert said.startswith("Baris 3, gambar “x.png”:")
    assert words in said


OURS = ('<p class="asnquiz-instead">', '<ol class="asnquiz-rows">', '<ol class="asnquiz-rows"><li>', "<li><b>")


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<", "&", "<img a=", '<img a="', "<ul>", "<li><p>", "&#", *OURS])
def test_html_that_never_ends_is_read_in_time(piece: str) -> None:
    """100,000 signs are the longest text; a reader whose time grows by the square would need minutes for these."""
    whole = (piece * 100_000)[:99_000]
    reason = f'<generalfeedback format="html"><text><![CDATA[{whole}]]></text></generalfeedback>'
    begun = time.process_time()
    assert read_moodle(quiz(foreign("ordering", text=whole, head=reason))).questions
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("../../etc/passwd.png", "passwd"),
        ("C:\\x.png", "c-x"),
        ("\u202egnp.png", "gnp"),
        ("a" * 500 + ".png", "a" * 500),
        (".png", "gambar"),
    ],
)
def test_names_of_strangers_files_become_names_of_packs(name: str, ours: str) -> None:
    text = f'<img src="@@PLUGINFILE@@/{name}" alt="x">Apa?'
    question = only(read_moodle(quiz(foreign(text=text, files=file(name)))))
    assert question.picture is not None
    assert question.picture.image.name == ours


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_file_is_refused_or_read_but_never_a_crash(data: st.DataObject) -> None:
    whole = write_moodle([question_of(builders.item(type_), {}) for type_ in ItemType]).content
    at = data.draw(st.integers(0, len(whole) - 1))
    other = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + data.draw(st.integers(0, 40)) :]
    with suppress(Refusal):
        read_moodle(other)


def test_citations_and_verdicts_come_back_by_their_tags() -> None:
    citation = Citation("uu-10-2016", "Pasal 71 ayat (1)", facts=("3#9",))
    item = replace(builders.item(ItemType.VERDICT), citations=(citation,))
    made = only(read_moodle(write_moodle([question_of(item, {})]).content))
    assert made.citations == (citation,)
    assert made.key is Verdict.TIDAK
