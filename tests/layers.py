"""A local layer over the sample pack, made by hand; what a test is about is given as changes."""

import datetime as dt
from dataclasses import replace
from typing import Any

from asnquiz.domain.layer import SCHEMA, Base, Layer
from asnquiz.domain.local import Hand, Mark, Standing
from asnquiz.domain.pack import Calendar, Item, Rule, Scenario, Stage
from tests import builders

ID = "kab-contoh"
WRITTEN, READ = Hand("Siti Aminah", dt.date(2026, 11, 20)), Hand("Budi Santoso", dt.date(2026, 11, 22))
REVIEWED = Mark(Standing.REVIEWED, WRITTEN, READ)
WAITING = Mark(Standing.REVIEW, WRITTEN)
DRAFT = Mark(Standing.DRAFT)


def own(name: str) -> str:
    return f"{ID}-{name}"


def rule(name: str = "aturan", **changes: Any) -> Rule:
    return replace(builders.pack().rules[0], **{"id": own(name), "act": "Memimpin apel di kantor", **changes})


def item(name: str = "soal", **changes: Any) -> Item:
    """A question of the office's own, on the first rule of the sample pack unless told otherwise."""
    return replace(builders.pack().items[0], **{"id": own(name), "stem": "Bagaimana di kabupaten ini?", **changes})


def calendar() -> Calendar:
    stages = (Stage("kampanye", "Kampanye", dt.date(2026, 10, 1), dt.date(2026, 12, 5)),)
    return Calendar("Kabupaten Contoh", dt.date(2026, 9, 22), dt.date(2026, 12, 9), stages)


def scenario(name: str = "kasus", **changes: Any) -> Scenario:
    return builders.scenario(**{"id": own(name), **changes})


def layer(**changes: Any) -> Layer:
    """One reviewed question, unless told otherwise; every addition without a mark is reviewed."""
    pack = builders.pack()
    values: dict[str, Any] = {
        "schema": SCHEMA,
        "id": ID,
        "version": "3",
        "title": "Netralitas di Kabupaten Contoh",
        "publisher": "BKPSDM Kabupaten Contoh",
        "base": Base(pack.id, pack.version),
        "changed": dt.date(2026, 11, 25),
        "items": (item(),),
        **changes,
    }
    added = (one.id for kind in ("rules", "items", "scenarios") for one in values.get(kind, ()))
    values["marks"] = dict.fromkeys(added, REVIEWED) | dict(values.get("marks", {}))
    return Layer(**values)
