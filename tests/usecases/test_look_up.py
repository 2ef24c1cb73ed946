"""Looking up: the right rules first, filters, the job, questions about a general election, and honest silence."""

from dataclasses import replace
from pathlib import Path

import pytest

from asnquiz.content.checker import open_pack
from asnquiz.domain.pack import Pack, Phase, Subject
from asnquiz.domain.search_index import SearchIndex, build_index
from asnquiz.usecases.look_up import Lookup, look_up
from benchmarks.search import misses, read_questions
from tests import builders

SHIPPED = Path(__file__).parents[2] / "questions" / "netralitas-pilkada"


@pytest.fixture(scope="module")
def pack() -> Pack:
    found = open_pack(SHIPPED).pack
    assert found is not None
    return found


@pytest.fixture(scope="module")
def index(pack: Pack) -> SearchIndex:
    return build_index(pack)


def ids(found: Lookup) -> list[str]:
    return [hit.rule.id for hit in found.hits]


def test_19_of_20_everyday_questions_find_their_rule_among_the_first_three(pack: Pack, index: SearchIndex) -> None:
    asked = read_questions("tuning.csv")
    assert len(asked) >= 120
    missed = misses(asked, pack, index)
    assert len(missed) <= len(asked) / 20, missed


def test_what_no_rule_answers_finds_nothing(pack: Pack, index: SearchIndex) -> None:
    asked = read_questions("nothing.csv")
    assert len(asked) >= 40
    assert misses(asked, pack, index) == []


def test_every_rule_is_found_by_its_own_act(pack: Pack, index: SearchIndex) -> None:
    lost = [rule.id for rule in pack.rules if rule.id not in ids(look_up(rule.act, pack, index))[:3]]
    assert lost == []


@pytest.mark.parametrize(
    ("question", "general"),
    [("like status calon", "suka-akun-pemenangan-calon"), ("foto bersama calon", "unggah-foto-calon")],
)
def test_a_general_question_is_answered_by_the_general_rule_first(
    pack: Pack, index: SearchIndex, question: str, general: str
) -> None:
    assert ids(look_up(question, pack, index))[0] == general
    assert ids(look_up(question.replace("calon", "bakal calon"), pack, index))[0] == general.replace(
        "calon", "bakal-calon"
    )


def test_the_best_come_first_and_none_that_fits_far_worse(pack: Pack, index: SearchIndex) -> None:
    scores = [hit.score for hit in look_up("like status calon", pack, index).hits]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] >= 0.6 * scores[0]
    assert len(scores) <= 10


@pytest.mark.parametrize("phase", Phase)
def test_only_rules_of_the_phase_asked_for(pack: Pack, index: SearchIndex, phase: Phase) -> None:
    hits = look_up("foto bersama bakal calon atau calon", pack, index, phase=phase).hits
    assert all(phase in hit.rule.phases for hit in hits)


def test_the_phase_tells_two_rules_about_one_act_apart(pack: Pack, index: SearchIndex) -> None:
    assert ids(look_up("komentar dukung calon", pack, index, phase=Phase.BEFORE))[0] == "komentar-bakal-calon"
    assert ids(look_up("komentar dukung calon", pack, index, phase=Phase.DURING))[0] == "komentar-calon"


@pytest.mark.parametrize(
    ("named", "phase"),
    [
        ("bakal calon", Phase.BEFORE),
        ("calon yang belum ditetapkan", Phase.BEFORE),
        ("calon sebelum penetapan", Phase.BEFORE),
        ("calon resmi", Phase.DURING),
        ("calon yang sudah ditetapkan", Phase.DURING),
        ("calon di masa kampanye", Phase.DURING),
        ("calon saat masa tenang", Phase.DURING),
    ],
)
@pytest.mark.parametrize(
    "act", ["like postingan tim", "pasang spanduk", "komentar dukung", "jadi tim sukses", "foto bareng"]
)
def test_a_rule_of_the_phase_a_question_names_comes_first(
    act: str, named: str, phase: Phase, pack: Pack, index: SearchIndex
) -> None:
    assert phase in look_up(f"{act} {named}", pack, index).hits[0].rule.phases


@pytest.mark.parametrize(
    "question",
    ["izin keluar kantor", "status pegawai kontrak jadi pppk", "suami kerja di luar negeri", "surat izin sakit dokter"],
)
def test_what_is_asked_of_something_else_finds_nothing(question: str, pack: Pack, index: SearchIndex) -> None:
    assert look_up(question, pack, index).hits == ()


def test_only_rules_that_bind_the_subject_asked_for(pack: Pack, index: SearchIndex) -> None:
    found = look_up("ikut kampanye", pack, index, subject=Subject.DESA)
    assert ids(found) == ["kepala-desa-kampanye"]


def test_a_job_decides_between_rules_that_fit_equally_well() -> None:
    rules = (builders.rule(id="a-lain"), builders.rule(id="b-guru"))
    pack = builders.pack(
        rules=rules,
        items=(
            builders.item(rules=("b-guru",), jobs=("guru",)),
            builders.item(id="soal-2", rules=("a-lain",), jobs=()),
        ),
        lessons=(replace(builders.pack().lessons[0], rules=(), jobs=()),),
    )
    index = build_index(pack)
    assert ids(look_up("suka unggahan calon", pack, index)) == ["a-lain", "b-guru"]
    assert ids(look_up("suka unggahan calon", pack, index, job="guru")) == ["b-guru", "a-lain"]
    assert ids(look_up("suka unggahan calon", pack, index, job="staf")) == ["a-lain", "b-guru"]


def test_an_index_of_another_pack_shows_no_rule_that_is_gone() -> None:
    index = build_index(builders.pack())
    assert ids(look_up("suka unggahan calon", builders.pack(rules=()), index)) == []


@pytest.mark.parametrize(
    ("question", "pemilu"),
    [
        ("kampanye caleg", True),
        ("suami saya nyaleg", True),
        ("boleh like postingan capres?", True),
        ("pilpres", True),
        ("jadi KPPS waktu Pemilu", True),
        ("foto sama anggota DPRD", True),
        ("Calon legislatif teman saya", True),
        ("presiden kampanye di kota kami", True),
        ("pilkada", False),
        ("beda pemilu dan pilkada", False),
        ("like status calon bupati", False),
        ("ambil formulir di DPD partai", False),
        ("resep rendang", False),
        ("", False),
    ],
)
def test_questions_about_a_general_election_are_known(
    pack: Pack, index: SearchIndex, question: str, pemilu: bool
) -> None:
    assert look_up(question, pack, index).pemilu is pemilu


def test_the_duty_is_the_same_in_a_general_election(pack: Pack, index: SearchIndex) -> None:
    assert "juru-kampanye-suami-istri" in ids(look_up("jadi jurkam buat istri saya yang nyaleg", pack, index))
