"""Seeing what an office has added, and trying its questions that decide no score; nothing of that is kept."""

from dataclasses import dataclass
from random import Random
from uuid import UUID

from asnquiz.domain.attempt import Attempt, AttemptKind, PackRef
from asnquiz.domain.drawing import freeze
from asnquiz.domain.local import Local
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Item, Pack, Rule, Scenario
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.take_quiz import Sitting

NO_LAYER = "Tidak ada paket setempat yang dipakai di komputer ini. Buka paketnya di Pengaturan, Paket soal."


@dataclass(frozen=True)
class LocalAdditions:
    """What the layer in force adds.

    Attributes:
        unscored: questions that decide no score, as they stand in the pack.
        scored: how many take part in quizzes.
    """

    pack: Pack
    local: Local
    rules: tuple[Rule, ...]
    scenarios: tuple[Scenario, ...]
    unscored: tuple[Item, ...]
    scored: int


def see_local(pack: Pack) -> LocalAdditions:
    """Raises Refusal where no layer is in force."""
    if pack.local is None:
        raise Refusal(NO_LAYER)
    items = [item for item in pack.items if pack.mark(item.id)]
    return LocalAdditions(
        pack=pack,
        local=pack.local,
        rules=tuple(rule for rule in pack.rules if pack.mark(rule.id)),
        scenarios=tuple(scenario for scenario in pack.scenarios if pack.mark(scenario.id)),
        unscored=tuple(item for item in items if not item.scored),
        scored=sum(item.scored for item in items),
    )


def try_question(item_id: str, pack: Pack, *, profile: UUID, at: Moment, seed: int) -> Sitting:
    """A sitting of one unscored local question, which no store ever sees. Raises Refusal for any other."""
    item = next((one for one in see_local(pack).unscored if one.id == item_id), None)
    if item is None:
        raise Refusal("Soal itu tidak ada lagi di paket setempat. Buka Setempat untuk melihat yang ada.")
    alone = Attempt(
        id=UUID(int=0),
        profile=profile,
        kind=AttemptKind.PRACTICE,
        title=pack.title,
        pack=PackRef(pack.id, pack.version, ""),
        seed=seed,
        items=freeze((item,), Random(seed)),
        limit_ms=None,
        pass_mark=None,
        started=at,
        remaining_ms=None,
        seen=None,
    )
    return Sitting(alone, pack)
