"""The papers of a briefing: everybody on them once, no row split, no key and no NIP where none belongs."""

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from asnquiz.documents.attendance import attendance_pdf
from asnquiz.documents.briefing_results import briefing_results_pdf
from asnquiz.documents.letter_cards import letter_cards_pdf
from asnquiz.documents.pact import COUNTS, joint_pact_pdf, pacts_pdf
from asnquiz.documents.paper import Press
from asnquiz.documents.question_sheets import answer_key_pdf, question_sheets_pdf
from asnquiz.documents.slips import slips_pdf
from asnquiz.domain.attempt import FrozenItem
from asnquiz.domain.briefing import Guest, Step, StepKind, Way
from asnquiz.domain.briefing_codes import GUEST_LETTERS
from asnquiz.domain.briefing_course import FIRST, Answered, Counted, Ended, Joined, Opened, Pledged, course_of
from asnquiz.domain.layer import lay_over
from asnquiz.domain.local_wording import above_words
from asnquiz.domain.pack import ItemType, Pack, Picture, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import law_stamp
from asnquiz.usecases.briefing_words import ONLY_COUNTED, REHEARSED
from asnquiz.usecases.see_briefing import BriefingResults, see_briefing
from tests import briefings, builders, layers, photos
from tests.documents.conftest import Print
from tests.documents.pdfs import needs_poppler, pages, reader, says, squeezed, words_of

OCCASION = briefings.occasion()
MANY = 300
HOSTILE = '=HYPERLINK("https://jahat.example";"x")'
TURNED = "Siti \N{RIGHT-TO-LEFT OVERRIDE}hanimA"
LONGEST = " ".join(["Tumenggung"] * 14)
NIP, GROUPED = "198609262015051001", "19860926 201505 1 001"
SINGLE, MULTIPLE, VERDICT = briefings.ASKED


def guests(count: int) -> tuple[Guest, ...]:
    """Everybody with a name, a position and a unit that end in their own number."""
    return tuple(
        Guest(
            f"{GUEST_LETTERS[n // 28]}{GUEST_LETTERS[n % 28]}ZZ",
            f"Orang ke-{n}z",
            f"Analis Kebijakan Ahli Muda pada Bagian Pemerintahan {n}y",
            f"Dinas Kesehatan {n}x",
            NIP,
        )
        for n in range(count)
    )


def on_own(press: Press, pack: Pack | None = None) -> Press:
    """With the sample pack."""
    return replace(press, pack=pack or builders.pack())


@pytest.fixture(scope="module")
def sheet(press: Press, on_worker: Print) -> bytes:
    return on_worker(partial(attendance_pdf, press, OCCASION, guests(MANY), spare=11))


def test_everybody_stands_on_the_list_once_and_no_row_is_split(sheet: bytes) -> None:
    found = [squeezed(page) for page in pages(sheet)]
    for n in range(MANY):
        holding = [page for page in found if f"Orangke-{n}z" in page]
        assert len(holding) == 1, n
        assert f"{n}y" in holding[0]
        assert f"DinasKesehatan{n}x" in holding[0]
    for number, page in enumerate(found, start=1):
        assert "NomorNamaJabatanUnitkerjaTandatangan" in page
        assert f"Halaman{number}dari{len(found)}" in page


@needs_poppler
def test_places_to_sign_are_by_turns_at_the_left_and_at_the_right(sheet: bytes, tmp_path: Path) -> None:
    places: dict[int, list[float]] = {}
    for page in words_of(sheet, tmp_path):
        for word in page:
            if re.fullmatch(r"\d+\.", word.text):
                places.setdefault(int(word.text[:-1]), []).append(word.left)
    assert list(places) == list(range(1, MANY + 12))
    left, right = (min(found[-1] for number, found in places.items() if number % 2 == odd) for odd in (1, 0))
    assert right - left > 50
    for number, (first, *rest) in places.items():
        assert first < 60
        assert rest == [pytest.approx(left if number % 2 else right, abs=1)], number


def test_a_list_says_of_which_event_it_is_and_who_signs_it(sheet: bytes) -> None:
    for words in (
        *OCCASION.letterhead,
        "Acara: Sosialisasi netralitas ASN",
        "Hari, tanggal: Sabtu, 21 November 2026",
        "Tempat: Aula Sekretariat Daerah",
        "Nomor surat: 800/123/2026",
        "Rahmat Hidayat",
        "diisi oleh yang mewakili undangan",
    ):
        assert says(sheet, words), words
    last = squeezed(pages(sheet)[-1])
    assert "311." in last
    assert "Narasumber" in last


def test_numbers_of_people_stand_on_a_list_only_where_they_are_wanted(press: Press, on_worker: Print) -> None:
    some = (*guests(2), replace(guests(3)[2], nip=None))
    for make in (attendance_pdf, joint_pact_pdf):
        assert not says(on_worker(partial(make, press, OCCASION, some)), GROUPED)
        wanted = on_worker(partial(make, press, OCCASION, some, nips=True))
        assert squeezed("".join(pages(wanted))).count(squeezed(GROUPED)) == 2


def test_every_slip_has_its_own_code_and_no_number_of_a_person(press: Press, on_worker: Print) -> None:
    pdf = on_worker(partial(slips_pdf, press, OCCASION, guests(40), Way.PHONES))
    found = [squeezed(page) for page in pages(pdf)]
    assert len(found) == 10
    for guest in guests(40):
        holding = [page for page in found if guest.code in page]
        assert len(holding) == 1
        assert squeezed(guest.name) in holding[0]
    whole = "".join(found)
    assert "lihatlayar" in whole
    assert NIP not in whole
    assert squeezed(GROUPED) not in whole


def test_a_slip_tells_how_to_come_in(press: Press, on_worker: Print) -> None:
    phones = on_worker(
        partial(slips_pdf, press, OCCASION, guests(1), Way.PHONES, network="AULA", address="192.168.1.1:8080")
    )
    assert says(phones, "Sambungkan HP ke Wi-Fi: AULA.")
    assert says(phones, "Buka alamat: 192.168.1.1:8080")
    cards = on_worker(partial(slips_pdf, press, OCCASION, guests(1), Way.CARDS))
    assert says(cards, "saat kehadiran dicatat")
    assert not says(cards, "Wi-Fi")


@pytest.mark.parametrize(("folded", "sheets"), [(False, ["A", "B", "C", "D", "E"]), (True, ["AB", "CD", "E"])])
@needs_poppler
def test_a_set_of_cards_has_each_letter_once_and_large(
    press: Press, on_worker: Print, tmp_path: Path, folded: bool, sheets: list[str]
) -> None:
    pdf = on_worker(partial(letter_cards_pdf, press, folded=folded))
    found = words_of(pdf, tmp_path)
    large = [[word for word in page if word.bottom - word.top > 200] for page in found]
    assert ["".join(sorted(word.text for word in page)) for page in large] == sheets
    for page in large:
        for word in page:
            middle = (word.left + word.right) / 2
            assert middle == pytest.approx(595 / 2, abs=12)
    assert len(pages(pdf)) == len(sheets)


def other_keys(pack: Pack) -> Pack:
    """The same questions with other keys and other explanations."""
    changed = []
    for item in pack.items:
        match item.type:
            case ItemType.VERDICT:
                changed.append(replace(item, key=Verdict.BOLEH, explanation="Lain.", instead="Lain."))
            case ItemType.SINGLE | ItemType.MULTIPLE:
                options = tuple(replace(one, key=not one.key, feedback="Lain.") for one in item.options)
                changed.append(replace(item, options=options, explanation="Lain.", instead="Lain."))
            case _:
                changed.append(item)
    return replace(pack, items=tuple(changed))


def test_a_question_sheet_is_the_same_whatever_the_keys_are(press: Press, on_worker: Print) -> None:
    pack = builders.pack()
    briefing = briefings.briefing(pack, way=Way.PAPER)
    one, other = (
        on_worker(partial(question_sheets_pdf, on_own(press, of), briefing)) for of in (pack, other_keys(pack))
    )
    assert pages(one) == pages(other)
    key, other_key = (
        on_worker(partial(answer_key_pdf, on_own(press, of), briefing)) for of in (pack, other_keys(pack))
    )
    assert pages(key) != pages(other_key)
    for item in pack.items[:2]:
        assert not says(one, item.explanation)
        assert says(key, item.explanation)


def test_the_questions_of_each_part_begin_on_a_page_with_the_letters_of_the_wall(
    press: Press, on_worker: Print
) -> None:
    pack = builders.pack()
    briefing = briefings.briefing(pack, way=Way.PAPER)
    turned = tuple(FrozenItem(one.item, 1, (3, 1, 2, 0)) if one.item == SINGLE else one for one in briefing.items)
    briefing = replace(briefing, items=turned)
    found = [squeezed(page) for page in pages(on_worker(partial(question_sheets_pdf, on_own(press), briefing)))]
    titles = ["Lembarsoal:tesawal", "Lembarsoal:soalbersama", "Lembarsoal:tesakhir"]
    assert [next(title for title in titles if title in page) for page in found] == titles
    for page in found:
        assert "A.Pilihan3B.Pilihan1C.Pilihan2D.Pilihan0" in page
        assert "Kodepeserta" in page
        assert "Unitkerja" in page
    key = on_worker(partial(answer_key_pdf, on_own(press), briefing))
    assert says(key, "1 C Pilihan 2")
    assert says(key, "2 AC Pilihan 0 Pilihan 2")
    assert says(key, "Hanya untuk narasumber")
    assert says(key, "Pasal 5 huruf n angka 5")


def test_long_questions_are_never_split_over_pages(press: Press, on_worker: Print) -> None:
    pack = press.pack
    items = [one for one in pack.items if one.scored and one.type is ItemType.SINGLE][:30]
    refs = tuple(one.id for one in items)
    plan = briefings.plan(steps=(Step(StepKind.PRETEST, 30, refs),))
    briefing = briefings.briefing(pack, plan=plan, way=Way.PAPER)
    found = [squeezed(page) for page in pages(on_worker(partial(question_sheets_pdf, press, briefing)))]
    for item in items:
        holding = [page for page in found if squeezed(item.stem) in page]
        assert len(holding) == 1, item.id
        assert squeezed(item.options[-1].text) in holding[0]
        assert squeezed(law_stamp(pack.law_as_of)) in holding[0]


@pytest.mark.qt_log_ignore("libpng")
def test_the_picture_of_a_question_is_printed_with_what_it_shows(press: Press, on_worker: Print) -> None:
    made = builders.pack()
    shown = tuple(
        replace(item, picture=Picture(name, f"Undangan {name}"))
        for item, name in zip(made.items, ("utuh", "besar", "rusak", "utuh", "utuh"), strict=True)
    )
    images = (photos.image("utuh"), photos.image("besar", photos.png(3000, 4000)), photos.damaged("rusak"))
    pack = builders.pack(shown, images=images)
    briefing = briefings.briefing(pack, way=Way.PAPER)
    damaged = shown[2].id
    for make in (question_sheets_pdf, answer_key_pdf):
        made_of = on_worker(partial(make, on_own(press, pack), briefing))
        asked = [ref for step in briefing.steps for ref in step.refs if step.kind.asks]
        for page, said in zip(reader(made_of).pages, pages(made_of), strict=True):
            assert bool(page.images.keys()) is ("Gambar: Undangan" in said)
        assert says(made_of, "Gambar: Undangan utuh") is any(ref == shown[0].id for ref in asked)
        assert says(made_of, "tidak dapat ditampilkan. Isinya: Undangan rusak") is (damaged in asked)


def test_a_plan_without_questions_has_no_sheet(press: Press) -> None:
    briefing = briefings.briefing(plan=briefings.plan(steps=(Step(StepKind.JOIN, 5), Step(StepKind.PLEDGE, 3))))
    for make in (question_sheets_pdf, answer_key_pdf):
        with pytest.raises(Refusal, match="tidak memuat soal"):
            make(on_own(press), briefing)


def test_everybody_has_a_page_of_their_own_to_sign(press: Press, on_worker: Print) -> None:
    found = pages(on_worker(partial(pacts_pdf, press, OCCASION, (*guests(3), None))))
    pledge = press.pack.pledge
    assert len(found) == 4
    for place, page in enumerate(map(squeezed, found)):
        for words in (pledge.opening, pledge.closing, *(point.text for point in pledge.points), COUNTS, "meterai"):
            assert squeezed(words) in page, words
        assert squeezed(law_stamp(press.pack.law_as_of)) in page
        assert ("Orangke-" in page) is (place < 3)
        assert page.count(f"Orangke-{place}z") == (2 if place < 3 else 0)


def test_a_joint_pact_has_the_pledge_once_and_everybody_once(press: Press, on_worker: Print) -> None:
    pdf = on_worker(partial(joint_pact_pdf, press, OCCASION, guests(60)))
    whole = squeezed("".join(pages(pdf)))
    for words in (press.pack.pledge.opening, *(point.text for point in press.pack.pledge.points), COUNTS):
        assert whole.count(squeezed(words)) == 1, words
    assert all(whole.count(f"Orangke-{n}z") == 1 for n in range(60))
    assert "70." in whole


def test_names_of_strangers_harm_no_paper(press: Press, on_worker: Print) -> None:
    names = (HOSTILE, TURNED, LONGEST, "<b>tebal</b>", "Ng" * 75)
    some = tuple(replace(one, name=name, unit=name) for one, name in zip(guests(5), names, strict=True))
    occasion = briefings.occasion(title=f"Acara {TURNED}", place=LONGEST, letterhead=(TURNED,))
    briefing = briefings.briefing(occasion=occasion, guests=some)
    came = tuple(Joined(n, one.name, one.unit, one.code, 1, "") for n, one in enumerate(some, start=1))
    results = see_briefing(briefing, builders.pack(), course_of(briefings.events(*came)))
    for make in (
        partial(attendance_pdf, press, occasion, some),
        partial(slips_pdf, press, occasion, some, Way.PHONES),
        partial(pacts_pdf, press, occasion, some),
        partial(joint_pact_pdf, press, occasion, some),
        partial(briefing_results_pdf, on_own(press), results),
    ):
        pdf = on_worker(make)
        for name in names:
            assert says(pdf, name.replace("\N{RIGHT-TO-LEFT OVERRIDE}", "□")), name
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in "".join(pages(pdf))


def held(way: Way = Way.PHONES, *, rehearsal: bool = False) -> BriefingResults:
    """Twelve vote on one question: nine have it right, two chose the first row and one the second."""
    briefing = briefings.briefing(way=way, rehearsal=rehearsal)
    siti = briefing.guests[0]
    people = (Joined(1, siti.name, siti.unit, siti.code, 1, ""), *(briefings.joined(n) for n in range(2, 13)))
    rows = (2,) * 9 + (0, 0, 1)
    answers = (Answered(n, 4, SINGLE, FIRST, (row,), 1) for n, row in enumerate(rows, start=1))
    given = (Counted(4, FIRST, (2, 1, 9, 0)),) if way.counted else tuple(answers)
    events = briefings.events(*people, Opened(4, FIRST), *given, Pledged(1), Ended())
    return see_briefing(briefing, builders.pack(), course_of(events))


def test_results_tell_questions_rules_people_and_who_came(press: Press, on_worker: Print) -> None:
    pdf = on_worker(partial(briefing_results_pdf, on_own(press), held()))
    for words in (
        "Tercatat hadir 12",
        "A Pilihan 0 2",
        "C Pilihan 2 (benar) 9",
        # Wilson of 9 of 12: (9 + 1.9207) / 15.8415 less and more 1.96 / 15.8415 * sqrt(2.25 + 0.9604).
        "Benar 9 dari 12 jawaban (75,0 %; rentang 46,8–91,1). Terbanyak selain kunci: A.",
        "Menyukai unggahan akun pemenangan calon 9 dari 12 75,0 %",
        "Siti Aminah Dinas Kesehatan Diundang, tercatat hadir 1 dari 1",
        "Budi Santoso Sekretariat Daerah Diundang, tidak tercatat hadir –",
        "Peserta 12 Dinas Kesehatan Tercatat hadir tanpa undangan 0 dari 1",
        "Daftar ini bukan peringkat.",
        "Hasil belajar, bukan bukti pelanggaran",
    ):
        assert says(pdf, words), words
    for words in (REHEARSED, ONLY_COUNTED, NIP, GROUPED):
        assert not says(pdf, words), words
    assert all(squeezed(law_stamp(builders.pack().law_as_of)) in squeezed(page) for page in pages(pdf))


def test_results_of_hands_say_that_there_are_none_of_people(press: Press, on_worker: Print) -> None:
    pdf = on_worker(partial(briefing_results_pdf, on_own(press), held(Way.HANDS)))
    assert says(pdf, ONLY_COUNTED)
    assert says(pdf, "Benar 9 dari 12 jawaban (75,0 %; rentang 46,8–91,1)")
    assert says(pdf, "Siti Aminah Dinas Kesehatan Diundang, tercatat hadir")
    assert not says(pdf, "1 dari 1")


def test_where_only_hands_were_counted_nobody_is_said_to_have_stayed_away(press: Press, on_worker: Print) -> None:
    briefing = briefings.briefing(way=Way.HANDS)
    events = briefings.events(Opened(4, FIRST), Counted(4, FIRST, (2, 1, 9, 0)), Ended())
    results = see_briefing(briefing, builders.pack(), course_of(events))
    pdf = on_worker(partial(briefing_results_pdf, on_own(press), results))
    assert says(pdf, "Siti Aminah Dinas Kesehatan Diundang")
    assert says(pdf, "daftar hadir yang ditandatangani")
    for words in ("hadir 0", "tidak tercatat hadir", "Tercatat hadir"):
        assert not says(pdf, words), words


def test_results_show_the_picture_of_a_question(press: Press, on_worker: Print) -> None:
    made = builders.pack()
    shown = (replace(made.items[0], picture=Picture("kab-contoh-poster", "Undangan apel")), *made.items[1:])
    pack = builders.pack(shown, images=(photos.image(),))
    results = see_briefing(briefings.briefing(pack, way=Way.HANDS), pack, course_of(briefings.events(Opened(4, FIRST))))
    pdf = on_worker(partial(briefing_results_pdf, on_own(press, pack), results))
    assert shown[0] in [one.item for one in results.questions]
    assert says(pdf, "Gambar: Undangan apel")


def test_results_of_a_rehearsal_say_so_on_every_page(press: Press, on_worker: Print) -> None:
    pdf = on_worker(partial(briefing_results_pdf, on_own(press), held(rehearsal=True)))
    assert all("Gladi:hasilsosialisasi" in squeezed(page) for page in pages(pdf))
    assert says(pdf, REHEARSED)


def test_results_of_a_briefing_where_nothing_happened_are_told_as_such(press: Press, on_worker: Print) -> None:
    briefing = briefings.briefing(guests=())
    pdf = on_worker(
        partial(briefing_results_pdf, on_own(press), see_briefing(briefing, builders.pack(), course_of(())))
    )
    for words in ("Tidak ada soal yang dibuka.", "Tidak ada peserta yang dicatat namanya.", "belum diakhiri"):
        assert says(pdf, words), words


def test_papers_mark_what_an_office_added_and_name_its_pack(press: Press, on_worker: Print) -> None:
    sample = builders.pack()
    added = layers.layer(
        rules=(layers.rule(),),
        items=(layers.item(rules=(layers.own("aturan"),)),),
        pledge=replace(sample.pledge, name="Ikrar kabupaten"),
    )
    pack = lay_over(sample, added)
    steps = (Step(StepKind.QUESTION, 2, (layers.own("soal"),)),)
    briefing = briefings.briefing(pack, plan=briefings.plan(steps=steps))
    course = course_of(briefings.events(briefings.joined(), Opened(0, FIRST)))
    own = on_own(press, pack)
    sheets, results, pact = (
        on_worker(make)
        for make in (
            partial(question_sheets_pdf, own, briefing),
            partial(briefing_results_pdf, own, see_briefing(briefing, pack, course)),
            partial(joint_pact_pdf, own, OCCASION, ()),
        )
    )
    above = above_words(pack.item_by_id[layers.own("soal")], pack)
    assert says(sheets, above)
    assert says(results, f"Soal bersama 1 · {above}")
    assert says(results, "Memimpin apel di kantor Tambahan setempat")
    assert says(pact, "Ikrar kabupaten Ikrar setempat · BKPSDM Kabupaten Contoh")
    for paper in (sheets, results, pact):
        assert "dengan paket setempat kab-contoh versi 3" in " ".join(pages(paper)[0].split())
