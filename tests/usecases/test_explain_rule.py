"""What stands beside a rule in an answer: one's own sanction first, and where to read on."""

from dataclasses import replace

from asnquiz.domain.pack import Phase, Subject
from asnquiz.domain.person import Employment
from asnquiz.usecases.explain_rule import lesson_about, sanctions
from tests import builders

SANCTIONS = {Subject.PPPK: "Kontrak", Subject.PNS: "Disiplin", Subject.NON_ASN: "Perjanjian"}


def test_ones_own_sanction_comes_first_and_the_others_in_their_order() -> None:
    rule = builders.rule(sanction=SANCTIONS)
    assert sanctions(rule, Employment.NON_ASN) == (
        (Subject.NON_ASN, "Perjanjian"),
        (Subject.PNS, "Disiplin"),
        (Subject.PPPK, "Kontrak"),
    )
    assert [subject for subject, _ in sanctions(rule, None)] == [Subject.PNS, Subject.PPPK, Subject.NON_ASN]


def test_a_status_that_the_rule_does_not_name_changes_nothing() -> None:
    rule = builders.rule(sanction=SANCTIONS)
    assert sanctions(rule, Employment.CPNS) == sanctions(rule, None)
    assert sanctions(builders.rule(sanction={}), Employment.PNS) == ()


def test_a_lesson_of_the_rules_own_phase_is_preferred() -> None:
    pack = builders.pack()
    lesson = pack.lessons[0]
    early = replace(lesson, id="awal", phase=Phase.BEFORE)
    other = replace(lesson, id="lain", rules=("aturan-x",))
    assert lesson_about(builders.rule(), replace(pack, lessons=(other, early, lesson))) == lesson
    assert lesson_about(builders.rule(), replace(pack, lessons=(other, early))) == early
    assert lesson_about(builders.rule(), replace(pack, lessons=(other,))) is None
