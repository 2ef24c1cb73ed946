"""Telling the person, once, what became of data that was damaged or lost."""

import json
from collections.abc import Iterable

from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.domain.recovery import Recovery
from asnquiz.domain.wording import date_words, number_words
from asnquiz.usecases.ports import LearnerStore

SETTING = "recovery"
_TOLD = "null"


def kept_form(recovery: Recovery) -> str:
    """The value of the setting that a recovery waits in until it is told."""
    return json.dumps(to_plain(recovery))


def untold_recovery(store: LearnerStore) -> Recovery | None:
    """The recovery that nobody has been told of yet, if there was one."""
    return from_plain(Recovery | None, json.loads(store.setting(SETTING) or _TOLD))  # type: ignore[arg-type]


def recovery_told(store: LearnerStore) -> None:
    store.keep_setting(SETTING, _TOLD)


def recovery_words(recovery: Recovery) -> tuple[str, str]:
    """A title, and the sentences under it."""
    lost = "Berkas data tidak ditemukan lagi" if recovery.damaged is None else "Berkas data rusak"
    aside = "" if recovery.damaged is None else f"Berkas yang rusak disimpan di {recovery.damaged}."
    if not (recovery.attempts or recovery.responses or recovery.backup):
        empty = (
            f"{lost}, dan tidak ada kuis yang dapat dipulihkan darinya. Program mulai dengan data kosong.",
            aside,
            "Jangan hapus folder itu; bila catatan lama penting, mintalah bantuan petugas TI.",
        )
        return "Data belajar mulai kosong", _joined(empty)
    words = (
        f"{lost} dan sudah dipulihkan: {_counts(recovery.attempts, recovery.responses)}.",
        _from_backup(recovery),
        _missing(recovery),
        aside,
    )
    return "Data belajar sudah dipulihkan", _joined(words)


def _from_backup(recovery: Recovery) -> str:
    if recovery.backup is None:
        return ""
    counts = _counts(recovery.attempts_from_backup, recovery.responses_from_backup)
    return f"Di antaranya {counts} dari cadangan tanggal {date_words(recovery.backup)}."


def _missing(recovery: Recovery) -> str:
    if not recovery.complete:
        return "Sebagian catatan hilang; kuis yang catatannya tidak lengkap tidak dapat dibuka."
    if recovery.backup is not None:
        return "Catatan yang lebih baru daripada cadangan itu mungkin ada yang hilang."
    return "Tidak ada catatan yang diketahui hilang."


def _counts(attempts: int, responses: int) -> str:
    return f"{number_words(attempts)} kuis dan {number_words(responses)} jawaban tersimpan"


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
