"""What an office has added, by what decides a score, and a question tried that no store hears of."""

from uuid import uuid4

import pytest

from asnquiz.domain.answering import right_answer
from asnquiz.domain.layer import lay_over
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.see_local import see_local, try_question
from asnquiz.usecases.take_quiz import Sitting
from tests import builders, layers
from tests.layers import own

PACK = lay_over(
    builders.pack(),
    layers.layer(
        rules=(layers.rule(),),
        items=(layers.item(), layers.item("baru"), layers.item("konsep")),
        scenarios=(layers.scenario(),),
        marks={own("baru"): layers.WAITING, own("konsep"): layers.DRAFT},
    ),
)


def tried(item: str) -> Sitting:
    return try_question(item, PACK, profile=uuid4(), at=builders.moment(), seed=7)


def test_additions_are_seen_by_what_decides_a_score_and_drafts_not_at_all() -> None:
    found = see_local(PACK)
    assert [rule.id for rule in found.rules] == [own("aturan")]
    assert [scenario.id for scenario in found.scenarios] == [own("kasus")]
    assert [item.id for item in found.unscored] == [own("baru")]
    assert found.scored == 1


def test_without_a_layer_it_is_said_where_one_is_opened() -> None:
    with pytest.raises(Refusal, match="Buka paketnya di Pengaturan, Paket soal"):
        see_local(builders.pack())


def test_an_unscored_question_can_be_tried_alone() -> None:
    sitting = tried(own("baru"))
    assert [one.item for one in sitting.attempt.items] == [own("baru")]
    assert right_answer(sitting.item(0)) == (2,)


@pytest.mark.parametrize("item", [own("soal"), own("konsep"), own("hilang"), "soal-single"])
def test_no_other_question_can(item: str) -> None:
    with pytest.raises(Refusal, match="tidak ada lagi di paket setempat"):
        tried(item)
