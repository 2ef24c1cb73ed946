"""An office counts what was answered on its own questions, also after it has put its layer out of use."""

import json
from dataclasses import replace
from pathlib import Path

from asnquiz.content import compiled
from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import PackRef
from asnquiz.domain.collection import TakenAnswer
from asnquiz.domain.layer import lay_over
from asnquiz.domain.marking import Choice, Mark
from asnquiz.domain.pack import Pack
from asnquiz.storage.collection.database import open_collection
from tests import builders, layers
from tests.fakes import FixedPack
from tests.storage.collection.given import attempt, file, report, took

OWN = layers.item()
LAID = lay_over(builders.pack(), layers.layer())
AT = builders.moment().utc


def marks(folder: Path, pack: Pack, *, take: bool) -> list[Mark | None]:
    """The marks of a right and a wrong answer to the office's question, where that content is in use."""
    answers = [str(list(right_answer(OWN))), "[0]"]
    store = open_collection(folder / "rekap.db", FixedPack(pack))
    if take:
        files = [
            file(
                f"{place}.pdf",
                report(
                    f"berkas {place}",
                    f"19800101200501100{place}",
                    attempt(
                        f"00000000-0000-4000-9000-{place:012d}",
                        pack_id=pack.id,
                        pack_version=pack.version,
                        pack_sha256=compiled.identity(pack),
                        right=1 - place,
                        total=1,
                        answers=(TakenAnswer(OWN.id, OWN.revision, given, "sure"),),
                    ),
                    device=f"komputer-{place}",
                ),
            )
            for place, given in enumerate(answers)
        ]
        took(store, *files, at=AT)
    marking = store.marking()
    assert [(item, revision) for item, revision, _ in store.asked()] == [(OWN.id, OWN.revision)]
    found = [marking.mark(Choice(OWN.id, OWN.revision, json.dumps(json.loads(given)))) for given in answers]
    store.close()
    return found


def test_an_offices_own_question_is_marked_and_stays_marked_without_the_layer(tmp_path: Path) -> None:
    assert marks(tmp_path, LAID, take=True) == [Mark.RIGHT, Mark.WRONG]
    assert marks(tmp_path, replace(builders.pack(), version="2026.12.1"), take=False) == [Mark.RIGHT, Mark.WRONG]
    national = builders.pack()
    store = open_collection(tmp_path / "rekap.db", FixedPack(national))
    _, sha256, form = FixedPack(national).current()
    store.mark_by(PackRef(national.id, national.version, sha256), form, AT)
    store.close()
    assert marks(tmp_path, national, take=False) == [Mark.RIGHT, Mark.WRONG]
