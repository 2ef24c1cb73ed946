"""The record of a briefing: shown before it is written, for whom it can be read, and written as it was shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest

from asnquiz.domain.briefing import Briefing, Plan, Way
from asnquiz.domain.briefing_course import Ended, Event
from asnquiz.domain.collection import Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import SignedTask
from asnquiz.scorefiles.class_file import read
from asnquiz.scorefiles.look import look_at
from asnquiz.scorefiles.seal import Seal
from asnquiz.usecases.briefing_ports import BriefingSummary
from asnquiz.usecases.write_class_record import (
    ClassPreview,
    WrittenClass,
    preview_class,
    suggested_class_name,
    write_class,
)
from tests import briefings
from tests.fakes import FakeClock, FixedPack
from tests.scorefiles.class_records import FILE_ID, HAPPENED, PACK, briefing, held
from tests.scorefiles.offices import KEYS, SIGNING, task

TASK = SignedTask(task(), SIGNING.thumbprint(), b"{}")


@dataclass
class OneBriefing:
    """The port `BriefingStore` over one briefing that is kept already."""

    of: Briefing
    happened: tuple[Event, ...]
    packs: FixedPack

    def briefing(self, briefing: UUID) -> Briefing:
        assert briefing == self.of.id
        return self.of

    def events(self, briefing: UUID) -> tuple[Event, ...]:
        assert briefing == self.of.id
        return self.happened

    def compiled_pack(self, sha256: str) -> bytes:
        assert sha256 == self.of.pack.sha256
        return self.packs.current()[2]

    def begin(self, briefing: Briefing, compiled: bytes) -> None:
        raise NotImplementedError

    def summaries(self) -> tuple[BriefingSummary, ...]:
        raise NotImplementedError

    def append(self, briefing: UUID, events: Sequence[Event]) -> None:
        raise NotImplementedError

    def erase(self, briefing: UUID) -> None:
        raise NotImplementedError

    def plans(self) -> tuple[Plan, ...]:
        raise NotImplementedError

    def keep_plan(self, plan: Plan) -> None:
        raise NotImplementedError

    def remove_plan(self, plan: str) -> None:
        raise NotImplementedError

    def setting(self, name: str) -> str | None:
        raise NotImplementedError

    def keep_setting(self, name: str, value: str) -> None:
        raise NotImplementedError

    def highest_counter(self) -> int:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


def shown(of: Briefing, tasks: Sequence[SignedTask] = ()) -> ClassPreview:
    packs = FixedPack(PACK)
    store = OneBriefing(of, briefings.events(*HAPPENED), packs)
    return preview_class(of.id, tasks, store=store, packs=packs)


def written(preview: ClassPreview, file: Path) -> WrittenClass:
    seal = Seal(file.with_name("device.key"), FakeClock())
    return write_class(preview, file, seal=seal, clock=FakeClock(), file_id=FILE_ID, program="0.1.0")


def test_what_is_shown_is_what_is_written(tmp_path: Path) -> None:
    file = tmp_path / "catatan.asnkelas"
    preview = shown(briefing())
    assert preview.held == held()
    assert (preview.sealed, preview.attendance_words) == (
        False, "2 peserta, 1 di antaranya tidak ada di daftar undangan",
    )  # fmt: skip
    assert "siapa pun yang memegangnya dapat membaca" in preview.readable_by
    made = written(preview, file)
    seen = read(file.read_bytes())
    assert seen.record == made.record
    assert (made.record.briefing, made.record.recipients, made.record.task) == (preview.held, (), None)
    assert (made.record.file_id, made.record.device, made.notice) == (FILE_ID, seen.device, None)


def test_where_only_cards_were_counted_the_record_says_that_it_names_nobody() -> None:
    of, packs = replace(briefing(), way=Way.CARDS), FixedPack(PACK)
    store = OneBriefing(of, briefings.events(Ended()), packs)
    preview = preview_class(of.id, (), store=store, packs=packs)
    assert preview.attendance_words == "Hanya jumlah tangan atau kartu, tanpa nama siapa pun"
    assert not any("peserta" in words for words in (*preview.goes, preview.readable_by))


def test_what_was_held_for_a_task_can_only_be_read_by_its_office(tmp_path: Path) -> None:
    file = tmp_path / "catatan.asnkelas"
    preview = shown(briefing(task=TASK.task.id), [TASK])
    assert preview.sealed
    assert preview.readable_by == "Berkas ini terkunci dan hanya dapat dibuka oleh BKPSDM Kabupaten Contoh."
    record = written(preview, file).record
    assert record.recipients == tuple(one.kid for one in TASK.task.recipients)
    assert b"Siti" not in file.read_bytes()
    assert look_at(file.read_bytes(), {}).verdict is Verdict.SEALED
    looked = look_at(file.read_bytes(), KEYS)
    assert looked.report is not None
    assert (looked.verdict, looked.report.task, looked.report.signer) == (
        Verdict.ACCEPTED, str(TASK.task.id), TASK.signer,
    )  # fmt: skip


def test_nothing_is_written_in_the_clear_where_the_task_is_not_here() -> None:
    with pytest.raises(Refusal, match="Buka berkas tugasnya di sini"):
        shown(briefing(task=UUID(int=9)), [TASK])


def test_a_rehearsal_has_no_record() -> None:
    with pytest.raises(Refusal, match="gladi"):
        shown(briefing(rehearsal=True))


def test_the_name_says_which_event_and_nobodys_name() -> None:
    occasion = replace(briefings.occasion(), title="Sosialisasi netralitas ASN!")
    name = suggested_class_name(occasion.title, occasion.date, FILE_ID)
    assert name == "sosialisasi-netralitas-asn-2026-11-21-0f3c9a1b.asnkelas"
    assert suggested_class_name("…", occasion.date, FILE_ID) == "sosialisasi-2026-11-21-0f3c9a1b.asnkelas"
