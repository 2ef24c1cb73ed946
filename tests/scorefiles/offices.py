"""An office with keys of fixed seeds, and a task of it."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from joserfc.jwk import OKPKey

from asnquiz.domain.pack import Blueprint, Phase
from asnquiz.domain.task import FIRST_SCHEMA, Counting, Holder, Recipient, Task, TaskPack
from tests import builders

GOLDEN = Path(__file__).parent / "golden"
PASSWORD = "kuda hujan méja biru"  # of the key files in GOLDEN, which hold the keys below  # noqa: S105

SIGNING = OKPKey.import_key(Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
OPENING = OKPKey.import_key(X25519PrivateKey.from_private_bytes(bytes(range(2, 34))))
SPARE = OKPKey.import_key(X25519PrivateKey.from_private_bytes(bytes(range(3, 35))))
KEYS = {key.thumbprint(): key for key in (OPENING, SPARE)}


def recipient(holder: Holder, key: OKPKey) -> Recipient:
    return Recipient(holder, key.thumbprint(), str(key["x"]))


RECIPIENTS = (recipient(Holder.OFFICE, OPENING), recipient(Holder.ESCROW, SPARE))


def task(**changes: Any) -> Task:
    base = Task(
        schema=FIRST_SCHEMA,
        id=UUID("3b0f3c9a-1b5f-4e7c-8b9a-0c1d2e3f4a5b"),
        made=builders.moment(),
        title="Ujian netralitas 2026",
        office="BKPSDM Kabupaten Contoh",
        letterhead=("Pemerintah Kabupaten Contoh", "BKPSDM Kabupaten Contoh"),
        units=("Dinas Kesehatan", "Dinas Pendidikan"),
        exam=Blueprint(30, 45, 75, {Phase.BEFORE: 10, Phase.DURING: 13, Phase.AFTER: 7}, 1, {}),
        pack=TaskPack("netralitas-pilkada", "2026.11.2"),
        deadline=dt.date(2026, 12, 11),
        counting=Counting.BEST,
        supervised=False,
        pauses=True,
        certainty=False,
        recipients=RECIPIENTS,
    )
    return replace(base, **changes)
