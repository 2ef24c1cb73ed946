"""The copy of one's data: every name in it is explained, nothing else is, and it holds no more than is one's own."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from random import Random
from typing import Any, get_args, get_type_hints
from uuid import uuid4

import pytest

from asnquiz.domain.holdings import Holdings
from asnquiz.domain.pack import Calendar
from asnquiz.domain.person import Person
from asnquiz.domain.plain import from_plain, plain_name
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.copy_data import MEANINGS, DataCopy, copy_data, copy_text
from asnquiz.usecases.set_calendar import set_calendar
from tests.scorefiles.learning import Learning
from tests.scorefiles.moving import live, somebody


def names_of(kind: Any) -> Iterator[str]:
    """Every field of a dataclass and of whatever stands in it."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        for field in fields(kind):
            yield plain_name(field.name)
            yield from names_of(hints[field.name])
    for part in get_args(kind):
        yield from names_of(part)


def copied(learning: Learning) -> dict[str, Any]:
    made = copy_data(learning.profile.id, learning.clock.now(), store=learning.store, program="0.1.0")
    read: dict[str, Any] = json.loads(copy_text(made))
    return read


def test_every_name_that_can_stand_in_it_is_explained_and_no_other() -> None:
    assert set(names_of(DataCopy)) == MEANINGS.keys()


def test_what_is_in_it_is_what_is_kept(tmp_path: Path) -> None:
    learning = somebody(tmp_path)
    live(learning, Random(4))
    read = copied(learning)
    assert from_plain(Holdings, read["data"]) == learning.store.holdings(learning.profile.id)
    assert "rahasia" not in json.dumps(read), "a PIN is nothing to be read"
    learning.store.close()


def test_the_calendar_is_in_the_copy_of_who_set_it_alone(tmp_path: Path) -> None:
    learning = somebody(tmp_path)
    calendar = Calendar("Kota Contoh", dt.date(2026, 9, 22), dt.date(2026, 11, 27))
    budi = learning.add_profile(uuid4(), Person("Budi"))
    set_calendar(calendar, "Budi", profile=budi.id, store=learning.store, clock=learning.clock)
    assert copied(learning)["calendar"] is None
    learning.profile = budi
    assert copied(learning)["calendar"]["calendar"]["name"] == "Kota Contoh"
    learning.store.close()


def test_somebody_who_is_not_there_has_no_copy(tmp_path: Path) -> None:
    learning = somebody(tmp_path)
    with pytest.raises(Refusal, match="Profil ini tidak ada lagi"):
        copy_data(uuid4(), learning.clock.now(), store=learning.store, program="0.1.0")
    learning.store.close()
