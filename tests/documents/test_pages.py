"""Every document of the shipped content: all its words are there, none is cut, and every page is a page of ours."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from asnquiz import __version__
from asnquiz.content.markdown import prose
from asnquiz.documents.attendance import attendance_pdf
from asnquiz.documents.briefing_results import briefing_results_pdf
from asnquiz.documents.lesson import lesson_pdf
from asnquiz.documents.minutes import minutes_pdf
from asnquiz.documents.pact import joint_pact_pdf, pacts_pdf
from asnquiz.documents.paper import Press
from asnquiz.documents.pledge import NOT_THE_PACT, pledge_pdf
from asnquiz.documents.proof import proof_pdf
from asnquiz.documents.question_sheets import answer_key_pdf, question_sheets_pdf
from asnquiz.documents.report import report_pdf
from asnquiz.documents.rule_card import rule_pdf
from asnquiz.documents.sheet import sheet_pdf
from asnquiz.documents.slips import slips_pdf
from asnquiz.domain.briefing import Step, StepKind, Way
from asnquiz.domain.briefing_course import Answered, Joined, Opened, course_of
from asnquiz.domain.layer import Base, lay_over
from asnquiz.domain.pack import Confidence, ItemType, Pack, Phase, Picture, Verdict
from asnquiz.domain.prose import Bullets, Heading, Paragraph, Quote, RuleTable
from asnquiz.domain.wording import LAW_STATUS, PHASE, VERDICT, law_stamp
from asnquiz.usecases.choose_acts import acts_of
from asnquiz.usecases.read_lesson import LessonView
from asnquiz.usecases.see_briefing import see_briefing
from tests import briefings, builders, layers, photos
from tests.conftest import IN_CI
from tests.documents.conftest import Print
from tests.documents.office_papers import MINUTES, PAGE
from tests.documents.pdfs import (
    Word,
    embedded,
    letter_sizes,
    needs_poppler,
    pages,
    reader,
    running_text,
    says,
    squeezed,
    words_of,
)
from tests.layers import own
from tests.office_reports import sample_report

LEFT, RIGHT, BOTTOM = 45.0, 550.0, 842.0
EVERY = 3 if IN_CI else 6
STATE_NO_LAW = ("bukti nilai", "berita acara", "daftar hadir", "undangan")
JOBS = ("guru", "nakes", "kewilayahan", "pimpinan", "kepegawaian", "staf", "desa")
WORKING = [(phase, job) for phase in Phase for job in JOBS][:: 1 if IN_CI else 4]


def view_of(pack: Pack, lesson_id: str) -> LessonView:
    lesson = pack.lesson_by_id[lesson_id]
    citations = (one for rule in lesson.rules for one in pack.rule_by_id[rule].citations if one.law)
    return LessonView(
        pack=pack,
        lesson=lesson,
        blocks=prose(lesson.body),
        siblings=(lesson,),
        read=frozenset(),
        citations=tuple({(one.law, one.ref): one for one in citations}.values()),
        following=None,
    )


def briefing_papers(press: Press) -> dict[str, Callable[[], bytes]]:
    """Those of a briefing on the program's own questions; cards have letters as large as pages."""
    asked = [item.id for item in press.pack.items if item.scored and item.type is ItemType.SINGLE][:6]
    steps = (Step(StepKind.PRETEST, 5, tuple(asked[:5])), Step(StepKind.QUESTION, 5, (asked[5],)))
    long = briefings.guest(name="I Gusti Ayu Komang Rahayu Widyaningsih, S.Pd., M.Pd.", position="Kepala Subbagian")
    held = briefings.briefing(press.pack, plan=briefings.plan(steps=steps), guests=(long,) * 12)
    came = Joined(1, long.name, long.unit, long.code, 1, "")
    events = briefings.events(came, Opened(1, 1), Answered(1, 1, asked[5], 1, (0,), 1))
    results = see_briefing(held, press.pack, course_of(events))
    return {
        "daftar hadir": partial(attendance_pdf, press, held.occasion, held.guests, nips=True),
        "undangan": partial(slips_pdf, press, held.occasion, held.guests, Way.PHONES),
        "lembar soal": partial(question_sheets_pdf, press, held),
        "kunci jawaban": partial(answer_key_pdf, press, held),
        "pakta integritas": partial(pacts_pdf, press, held.occasion, (long, None)),
        "pakta bersama": partial(joint_pact_pdf, press, held.occasion, held.guests, nips=True),
        "hasil sosialisasi": partial(briefing_results_pdf, press, results),
    }


@pytest.fixture(scope="module")
def documents(press: Press, on_worker: Print) -> dict[str, bytes]:
    """One of each kind, and of lessons and rules a part, all with CI set."""
    pack = press.pack
    made = {"ikrar": on_worker(lambda: pledge_pdf(press))}
    for phase, job in WORKING:
        made[f"saku {phase.value} {job}"] = on_worker(partial(sheet_pdf, press, phase, job))
    for rule in pack.rules[::EVERY]:
        made[f"aturan {rule.id}"] = on_worker(partial(rule_pdf, press, rule.id))
    made["bukti nilai"] = on_worker(partial(proof_pdf, press, PAGE, b"tersegel"))
    made["laporan"] = on_worker(partial(report_pdf, press, sample_report(pack)))
    made["berita acara"] = on_worker(partial(minutes_pdf, press, MINUTES))
    made |= {name: on_worker(make) for name, make in briefing_papers(press).items()}
    for lesson in pack.lessons[::EVERY]:
        made[f"materi {lesson.id}"] = on_worker(partial(lesson_pdf, press, view_of(pack, lesson.id)))
    return made


def test_every_page_has_its_frame(documents: dict[str, bytes], pack: Pack) -> None:
    for name, pdf in documents.items():
        found = pages(pdf)
        for number, text in enumerate(found, start=1):
            seen = squeezed(text)
            assert (squeezed(law_stamp(pack.law_as_of)) in seen) == (name not in STATE_NO_LAW), name
            assert squeezed(f"versi {pack.version} · ASN Netral {__version__}") in seen, name
            assert squeezed(f"Halaman {number} dari {len(found)}") in seen, name


def test_letters_travel_along_and_properties_tell_no_person(documents: dict[str, bytes]) -> None:
    for name, pdf in documents.items():
        fonts = embedded(pdf)
        assert all(fonts.values()), name
        assert all("PlusJakartaSans" in font for font in fonts), (name, fonts)
        read = reader(pdf)
        assert read.metadata is not None
        assert read.metadata.title, name
        assert read.metadata.creator == f"ASN Netral {__version__}"
        assert not read.metadata.author
        assert [tuple(map(round, page.mediabox[2:])) for page in read.pages] == [(595, 842)] * len(read.pages)


def test_copied_words_have_blanks_between_them(documents: dict[str, bytes]) -> None:
    for name, pdf in documents.items():
        text = "".join(pages(pdf))
        assert "\t" not in text, name
        assert not re.search("[\ufb00-\ufb06]|\N{MINUS SIGN}(?!\\d)", text), name


@needs_poppler
def test_no_word_leaves_the_column_or_lies_on_another(documents: dict[str, bytes], tmp_path: Path) -> None:
    for name, pdf in documents.items():
        for page in words_of(pdf, tmp_path):
            assert page, name
            assert min(word.left for word in page) >= LEFT - 1, name
            assert max(word.right for word in page) <= RIGHT + 1, name
            assert max(word.bottom for word in page) <= BOTTOM - 28, name
            assert [(one, other) for one, other in _neighbours(page) if _overprint(one, other)] == [], name


def _neighbours(page: list[Word]) -> Iterator[tuple[Word, Word]]:
    ordered = sorted(page, key=lambda word: word.top)
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.top > one.bottom:
                break
            yield one, other


def _overprint(one: Word, other: Word) -> bool:
    """Whether a good part of one word lies on the other: boxes of letters are higher than lines are apart."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 1 and down > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


@needs_poppler
def test_no_letter_is_smaller_than_nine_points(press: Press, on_worker: Print, tmp_path: Path) -> None:
    for phase, job in ((Phase.DURING, "pimpinan"), (Phase.AFTER, "desa")):
        sizes = letter_sizes(on_worker(partial(sheet_pdf, press, phase, job)), tmp_path)
        assert min(sizes) >= 3 * 9, sizes


@pytest.mark.parametrize(("phase", "job"), WORKING)
def test_a_pocket_sheet_is_one_page_with_the_most_asked_acts(
    documents: dict[str, bytes], pack: Pack, phase: Phase, job: str
) -> None:
    found = pages(documents[f"saku {phase.value} {job}"])
    assert len(found) == 1
    seen = squeezed(found[0])
    assert squeezed(PHASE[phase]) in seen
    assert squeezed(pack.jobs[job]) in seen
    rules = acts_of(pack, phase, job)
    shown = [rule for rule in rules if squeezed(rule.act) in seen]
    assert len(shown) >= 12
    for rule in shown:
        assert rule.scorable
        assert rule.condition is None or squeezed(rule.condition) in seen
    # Some acts begin as others do: what is left out is counted by the page itself.
    others = re.search(r"(\d+)ketentuanlainadadiprogram", seen)
    told = int(others[1]) if others else 0
    assert len(rules) - told <= len(shown)
    settled = [rule for rule in rules if rule.scorable and rule.verdict is not Verdict.DIPERDEBATKAN]
    for verdict in (Verdict.BOLEH, Verdict.TIDAK):
        first = next(rule for rule in settled if rule.verdict is verdict)
        assert first in shown
        assert squeezed(VERDICT[verdict]) in seen


def test_the_acts_of_a_job_come_from_its_lessons_and_questions_most_asked_first() -> None:
    rules = tuple(builders.rule(id=f"aturan-{number}", phases=(Phase.DURING,)) for number in range(1, 6))
    elsewhere = builders.rule(id="aturan-6", phases=(Phase.AFTER,))
    asked = [
        ("aturan-3", "staf"),
        ("aturan-2", "staf"),
        ("aturan-3", "staf"),
        ("aturan-4", "guru"),
        ("aturan-6", "staf"),
    ]
    items = tuple(
        builders.item(id=f"soal-{number}", rules=(rule,), jobs=(job,)) for number, (rule, job) in enumerate(asked)
    )
    lesson = replace(builders.pack().lessons[0], rules=("aturan-1",), jobs=("staf",))
    pack = builders.pack(items, rules=(*rules, elsewhere), lessons=(lesson,), jobs={"staf": "Staf", "guru": "Guru"})
    assert [rule.id for rule in acts_of(pack, Phase.DURING, "staf")] == ["aturan-3", "aturan-2", "aturan-1"]


def test_what_an_office_added_for_a_job_comes_first_and_what_waits_for_a_reviewer_last() -> None:
    national = tuple(builders.rule(id=f"aturan-{number}", phases=(Phase.DURING,)) for number in (1, 2))
    base = builders.pack(
        (builders.item(rules=("aturan-2",), jobs=("staf",)),),
        rules=national,
        lessons=(replace(builders.pack().lessons[0], rules=("aturan-1",), jobs=("staf",)),),
        jobs={"staf": "Staf", "guru": "Guru"},
    )
    rules = [layers.rule(name, phases=(Phase.DURING,)) for name in ("menunggu", "tanpa-soal", "staf", "guru", "semua")]
    items = [layers.item(f"soal-{name}", rules=(own(name),), jobs=(name,)) for name in ("staf", "guru")]
    layer = layers.layer(
        rules=(*rules, layers.rule("sesudah", phases=(Phase.AFTER,))),
        items=(*items, layers.item("soal-semua", rules=(own("semua"),), jobs=())),
        marks={own("menunggu"): layers.WAITING},
    )
    pack = lay_over(base, layer)
    assert [rule.id for rule in acts_of(pack, Phase.DURING, "staf")] == [
        own("staf"),
        own("tanpa-soal"),
        own("semua"),
        "aturan-2",
        "aturan-1",
        own("menunggu"),
    ]


def test_a_full_pocket_sheet_has_room_for_what_an_office_added(press: Press, on_worker: Print) -> None:
    added = replace(layers.rule(act="Memimpin apel di pendapa kabupaten"), citations=press.pack.rules[0].citations)
    layer = layers.layer(base=Base(press.pack.id, press.pack.version), rules=(added,), items=())
    local = replace(press, pack=lay_over(press.pack, layer))
    without, (seen,) = (pages(on_worker(partial(sheet_pdf, one, Phase.DURING, "guru"))) for one in (press, local))
    assert "ketentuan lain ada di program" in without[0]
    assert squeezed(added.act) in squeezed(seen)
    assert squeezed("Tambahan setempat · BKPSDM Kabupaten Contoh") in squeezed(seen)
    shown, before = (
        sum(squeezed(rule.act) in squeezed(text) for rule in press.pack.rules) for text in (seen, without[0])
    )
    assert shown >= before - 2, "it takes the place of what is asked least"


def test_a_card_says_all_that_is_known_of_its_rule(documents: dict[str, bytes], pack: Pack) -> None:
    for name, pdf in documents.items():
        if not name.startswith("aturan "):
            continue
        rule = pack.rule_by_id[name.removeprefix("aturan ")]
        for words in (
            rule.act,
            VERDICT[rule.verdict],
            rule.condition or "",
            rule.reason,
            rule.instead,
            rule.safe or "",
            *rule.sanction.values(),
            *(PHASE[phase] for phase in rule.phases),
            *(position.says for position in rule.positions),
            *(one.ref or "" for one in rule.citations),
            *(LAW_STATUS[pack.law_by_id[one.law].status] for one in rule.citations if one.law),
        ):
            assert says(pdf, words), (name, words)
        assert says(pdf, f"Keyakinan isi: {rule.confidence.value}")
        assert says(pdf, "Belum diverifikasi") is (rule.confidence is Confidence.C)


def test_a_lesson_is_there_whole_and_gives_no_key_away(documents: dict[str, bytes], pack: Pack) -> None:
    for name, pdf in documents.items():
        if not name.startswith("materi "):
            continue
        lesson = pack.lesson_by_id[name.removeprefix("materi ")]
        assert says(pdf, lesson.title)
        for words in _words(lesson.body, pack):
            assert says(pdf, words), (name, words)
        for check in lesson.checks:
            item = pack.item_by_id[check]
            assert says(pdf, item.stem), (name, check)
            assert not says(pdf, item.explanation), (name, check)
            for option in item.options:
                assert says(pdf, option.text)
                assert not says(pdf, option.feedback)


def _words(body: str, pack: Pack) -> Iterator[str]:
    for block in prose(body):
        match block:
            case Heading(_, words):
                yield words
            case Paragraph(html) | Quote(html):
                yield _plain(html)
            case Bullets(items, _):
                yield from map(_plain, items)
            case RuleTable(rules):
                for rule in rules:
                    yield pack.rule_by_id[rule].act
                    yield VERDICT[pack.rule_by_id[rule].verdict]


def _plain(html: str) -> str:
    from html import unescape

    return unescape(re.sub("<.*?>", " ", html))


def test_steps_to_be_put_in_order_do_not_stand_in_it(press: Press, on_worker: Print) -> None:
    steps = tuple(builders.item().options[:1]) + tuple(
        replace(builders.item().options[0], text=words) for words in ("Z", "Y")
    )
    item = builders.item(ItemType.ORDERING, id="soal-urut", options=steps)
    lesson = replace(builders.pack().lessons[0], checks=("soal-urut",), body="Isi.")
    pack = builders.pack((item,), lessons=(lesson,))
    text = squeezed(on_worker_text(press, on_worker, pack))
    assert text.index("____Pilihan0") < text.index("____Y") < text.index("____Z")


def test_the_picture_of_a_check_question_is_printed_with_what_it_shows(press: Press, on_worker: Print) -> None:
    shown = replace(builders.item(), picture=Picture("kab-contoh-poster", "Undangan apel"))
    pack = builders.pack((shown,), images=(photos.image(),))
    assert "Gambar:Undanganapel" in squeezed(on_worker_text(press, on_worker, pack))


def on_worker_text(press: Press, on_worker: Print, pack: Pack) -> str:
    made = on_worker(lambda: lesson_pdf(replace(press, pack=pack), view_of(pack, pack.lessons[0].id)))
    return "".join(pages(made))


def test_a_table_over_many_pages_repeats_its_head_and_splits_no_row(press: Press, on_worker: Print) -> None:
    long = "yang dilakukan berulang kali di tempat umum dan terlihat oleh banyak orang di sekitarnya"
    rules = tuple(
        builders.rule(
            id=f"aturan-{number}", act=f"Tindakan nomor {number:02d} {long}", condition=f"Ujung {number:02d}."
        )
        for number in range(60)
    )
    names = ", ".join(rule.id for rule in rules)
    lesson = replace(
        builders.pack().lessons[0], rules=tuple(rule.id for rule in rules), checks=(), body=f"::: aturan {names}\n:::"
    )
    pack = builders.pack(rules=rules, lessons=(lesson,))
    view = replace(view_of(pack, lesson.id), blocks=(RuleTable(lesson.rules),))
    found = [squeezed(text) for text in pages(on_worker(lambda: lesson_pdf(replace(press, pack=pack), view)))]
    assert len(found) > 3
    for number in range(60):
        whole = [page for page in found if squeezed(f"Tindakan nomor {number:02d} {long}") in page]
        assert len(whole) == 1
        assert f"Ujung{number:02d}." in whole[0]
    for page in found:
        assert ("Tindakannomor" in page) <= ("TindakanKetentuan" in page)


def test_a_text_longer_than_a_page_flows_on_and_loses_nothing(press: Press, on_worker: Print) -> None:
    sentences = " ".join(f"Kalimat nomor {number:03d} tetap ada." for number in range(400))
    pack = press.pack
    view = replace(view_of(pack, pack.lessons[0].id), blocks=(Paragraph(f"<b>Awal.</b> {sentences}"), Quote(sentences)))
    pdf = on_worker(lambda: lesson_pdf(press, view))
    assert len(pages(pdf)) >= 5
    assert running_text(pdf).count(squeezed(sentences)) == 2


def test_the_pledge_is_one_page_to_sign_that_replaces_nothing(press: Press, on_worker: Print) -> None:
    pdf = on_worker(lambda: pledge_pdf(press))
    pledge = press.pack.pledge
    assert len(pages(pdf)) == 1
    for point in pledge.points:
        assert says(pdf, point.text)
        assert says(pdf, point.meaning)
    for words in (pledge.opening, pledge.closing, NOT_THE_PACT, "Tempat dan tanggal", "Tanda tangan"):
        assert says(pdf, words)
