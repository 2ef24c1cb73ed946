"""What goes to the province or the inspectorate: sums of agencies, none of which tells of fewer than ten people.

Names go along only for a reason, which is noted in the log before.
"""

from collections.abc import Sequence
from datetime import datetime

from asnquiz.domain.collection import Question, UnitStanding
from asnquiz.domain.data_table import Cell, Column, DataFile, DataTable, Kind
from asnquiz.domain.recap_wording import FEWEST
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.suppression import suppressed
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.make_report import see_scope
from asnquiz.usecases.report_scope import scope_facts
from asnquiz.usecases.report_tables import people_table
from asnquiz.usecases.see_collection import NO_ROSTER

FEWEST_LETTERS = 10  # of a reason that says something
NO_REASON = (
    "Alasannya masih kosong atau terlalu singkat. Nama pegawai hanya boleh disertakan dengan alasan yang jelas, "
    "misalnya nomor surat permintaan. Tulis alasannya, lalu ulangi."
)
_ALL = "Semua perangkat daerah"
_COLUMNS = (
    Column("agency", "Perangkat daerah"),
    Column("unfinished", "Belum selesai", Kind.WHOLE),
    Column("failed", "Selesai, belum lulus", Kind.WHOLE),
    Column("passed", "Lulus", Kind.WHOLE),
    Column("people", "Pegawai", Kind.WHOLE),
    Column("mean", "Rata-rata (0–100)", Kind.DECIMAL),
)
_SUPPRESSED = (
    f"Angka 1 sampai {FEWEST - 1} orang dikosongkan, juga angka lain yang dapat dipakai untuk menghitungnya; rata-rata "
    f"ditulis mulai {FEWEST} orang"
)


def aggregate_file(question: Question, store: CollectionStore, now: datetime, reason: str | None) -> DataFile:
    """The sums; with a reason everybody's results by name as well.

    Raises Refusal for a reason that says nothing, and without a roster; nothing is noted then.
    """
    told = None if reason is None else checked_reason(reason)
    standings = store.agencies(question)
    if not standings:
        raise Refusal(NO_ROSTER)
    if told is not None:
        store.write_log("Nama untuk pihak lain", told, now)
    scope = see_scope(question, store)
    facts = (*scope_facts(scope), ("Kerahasiaan", _SUPPRESSED))
    agencies = DataTable("agencies", "Perangkat daerah", _COLUMNS, _rows(standings))
    if told is None:
        return DataFile("Angka gabungan", facts, scope.newest, (agencies,))
    named = (*facts, ("Alasan menyertakan nama", told))
    return DataFile("Angka gabungan dan nama", named, scope.newest, (agencies, people_table(question, store)))


def checked_reason(typed: str) -> str:
    """A reason as it is noted. Raises Refusal for one that says nothing."""
    reason = " ".join(typed.split())
    if " " not in reason or len(reason) < FEWEST_LETTERS:
        raise Refusal(NO_REASON)
    return reason


def _rows(agencies: Sequence[UnitStanding]) -> list[tuple[Cell, ...]]:
    counts = suppressed([(one.people - one.finished, one.finished - one.passed, one.passed) for one in agencies])
    names = [*(one.agency for one in agencies), _ALL]
    return [(name, *cells, mean) for name, cells, mean in zip(names, counts, [*_means(agencies), None], strict=True)]


def _means(agencies: Sequence[UnitStanding]) -> list[float | None]:
    """The mean of all is not told, so that none follows from the others."""
    return [None if one.mean_tenths is None or one.finished < FEWEST else one.mean_tenths / 10 for one in agencies]
