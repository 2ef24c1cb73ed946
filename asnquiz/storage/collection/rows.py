"""Between what the collection keeps and what the domain says: times as numbers, and by what people are found."""

import hashlib
from datetime import UTC, datetime, timedelta

from asnquiz.domain.collection import UNNUMBERED
from asnquiz.domain.letters import folded

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def ms_of(time: datetime) -> int:
    """Whole milliseconds since 1970 in UTC, of an aware time."""
    return (time - _EPOCH) // _MILLISECOND


def time_of(ms: int) -> datetime:
    return _EPOCH + ms * _MILLISECOND


def own_key(nip: str | None, device: str, name: str | None) -> str:
    """Who sent a report, by the report alone: the NIP, or the computer and the name, of which the key tells neither."""
    if nip is not None:
        return nip
    return UNNUMBERED + hashlib.sha256(f"{device}\0{folded(name or '')}".encode()).hexdigest()[:32]


def sought(name: str, nip: str) -> str:
    """What words are looked for in."""
    return f"{folded(name)} {nip}"
