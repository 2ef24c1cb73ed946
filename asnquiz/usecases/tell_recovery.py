"""Telling the person, once, what became of data that was damaged or lost."""

import json
from collections.abc import Iterator

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
    return recovery_of(store.setting(SETTING))


def recovery_of(kept: str | None) -> Recovery | None:
    """The recovery of a kept setting; None where there is none or it is no longer understood."""
    try:
        return from_plain(Recovery | None, json.loads(kept or _TOLD))  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError, RecursionError):
        return None


def recovery_told(store: LearnerStore) -> None:
    store.keep_setting(SETTING, _TOLD)


def recovery_words(recovery: Recovery) -> tuple[str, str]:
    """A title, and the sentences under it."""
    counts = _counts(recovery.attempts, recovery.responses)
    if recovery.damaged is None:
        day = date_words(recovery.backup) if recovery.backup else ""
        words = [f"Berkas data tidak ditemukan, lalu dipulihkan dari cadangan tanggal {day}: {counts}."]
    elif recovery.attempts or recovery.backup:
        words = [f"Berkas data rusak dan sudah dipulihkan: {counts}.", *_from_backup(recovery)]
    else:
        empty = (
            "Berkas data rusak, dan tidak ada kuis yang dapat dipulihkan.",
            _aside(recovery.damaged),
            "Jangan hapus folder itu; bila catatan lama penting, mintalah bantuan petugas TI.",
        )
        return "Data belajar dimulai dari awal", " ".join(empty)
    words.append(_missing(recovery))
    if recovery.damaged is not None:
        words.append(_aside(recovery.damaged))
    return "Data belajar sudah dipulihkan", " ".join(words)


def _from_backup(recovery: Recovery) -> Iterator[str]:
    if recovery.backup is not None:
        counts = _counts(recovery.attempts_from_backup, recovery.responses_from_backup)
        yield f"{counts} di antaranya diambil dari cadangan tanggal {date_words(recovery.backup)}."


def _missing(recovery: Recovery) -> str:
    if not recovery.complete:
        return "Sebagian catatan hilang; kuis yang catatannya tidak lengkap tidak dapat dibuka."
    if recovery.backup is not None:
        return "Catatan sesudah tanggal itu mungkin ada yang hilang."
    return "Tidak ada catatan yang diketahui hilang."


def _aside(folder: str) -> str:
    return f"Berkas yang rusak disimpan di {folder}."


def _counts(attempts: int, responses: int) -> str:
    return f"{number_words(attempts)} kuis dan {number_words(responses)} jawaban"
