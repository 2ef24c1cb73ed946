"""What the bytes of one file of anyone are, told by what is in them and never by a name: for an office that gathers.

A report that is intact comes with its results, as values that go between processes; all else with a sentence on why.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from joserfc.jwk import OKPKey

from asnquiz.domain.collection import Looked, TakenAnswer, TakenAttempt, TakenReport, Verdict
from asnquiz.domain.score_report import SCHEMA
from asnquiz.scorefiles import certificate_text, class_file, move_file, score_file, task_file
from asnquiz.scorefiles.class_taken import class_taken
from asnquiz.scorefiles.pdf_attachment import MAX_PDF_BYTES, PdfError, attachments, is_pdf
from asnquiz.scorefiles.score_text import AttemptText, ReportText, report_text, values_of
from asnquiz.scorefiles.sealed import MAX_BYTES as MAX_SEALED
from asnquiz.scorefiles.sealed import Opened, Unopened, open_sealed
from asnquiz.scorefiles.signed import MAX_BYTES, Signed, claim_of, is_later, json_value, signed_by, unbase64

_EVIDENCE_LEVEL: Final = 1  # of zlib: higher ones take twice the time for a twentieth of the room

_IN: Final = "Berkas ini utuh dan nilainya diterima."
_CLASS_IN: Final = "Catatan sosialisasi ini utuh dan isinya diterima."
_CHANGED: Final = Looked(
    Verdict.CHANGED, "Berkas ini berubah sejak disegel; minta berkas yang asli kepada pengirimnya."
)
_AT_ODDS: Final = Looked(
    Verdict.CHANGED,
    "Segel berkas ini cocok, tetapi isinya tidak saling cocok, jadi tidak dibuat oleh ASN Netral apa adanya; tanyakan "
    "kepada pengirimnya.",
)
_LATER: Final = Looked(
    Verdict.LATER,
    "Berkas ini dibuat oleh versi ASN Netral yang lebih baru; perbarui program di komputer ini, lalu impor lagi.",
)
_SHUT: Final = Looked(
    Verdict.SEALED,
    "Berkas ini terkunci untuk penerima lain, dan tidak ada kunci di sini yang membukanya; pastikan kunci kantor yang "
    "benar sudah dibuka, lalu impor lagi, atau teruskan berkas ini kepada penerimanya.",
)
_SEALED_CHANGED: Final = Looked(
    Verdict.CHANGED,
    "Berkas terkunci ini berubah atau rusak di perjalanan; minta kiriman ulang kepada pengirimnya.",
)
_RECIPIENTS: Final = Looked(
    Verdict.RECIPIENTS,
    "Daftar penerima di luar berkas terkunci ini berbeda dengan daftar di dalamnya, jadi ada yang mengubahnya; minta "
    "kiriman ulang kepada pengirimnya.",
)


def _foreign(reason: str) -> Looked:
    return Looked(Verdict.FOREIGN, reason)


_EMPTY: Final = _foreign("Berkas ini kosong; minta kiriman ulang kepada pengirimnya.")
_TOO_LARGE: Final = _foreign(
    f"Berkas ini lebih dari {MAX_BYTES >> 20} MB, terlalu besar untuk sebuah berkas nilai; periksa apakah berkas yang "
    "dikirim benar."
)
_CUT: Final = _foreign(
    "Berkas ini tidak terbaca, mungkin terpotong saat disalin atau dikirim; minta kiriman ulang kepada pengirimnya."
)
_NOTHING_OF_OURS: Final = _foreign(
    "Ini bukan berkas nilai ASN Netral, atau berkasnya rusak; periksa apakah berkas yang dikirim benar, atau minta "
    "kiriman ulang."
)
_OTHER_TYPES: Final = {
    task_file.TYPE: _foreign(
        "Ini berkas tugas, bukan berkas nilai; minta pengirimnya mengerjakan tugas itu, lalu mengirim Bukti nilai."
    ),
    move_file.TYPE: _foreign(
        "Ini berkas pindah milik seseorang, bukan berkas nilai; jangan disimpan, dan minta Bukti nilai kepada "
        "pengirimnya."
    ),
    certificate_text.TYPE: _foreign(
        "Ini isi kode surat keterangan, bukan berkas nilai; minta Bukti nilai kepada pengirimnya."
    ),
}
_KEYS: Final = _foreign("Ini berkas kunci, bukan berkas nilai; simpan di tempat yang aman, dan jangan kirimkan.")
_OFFICE_LOCK: Final = _foreign(
    "Ini berkas sementara dari Word atau Excel, bukan berkas nilai; tidak ada yang perlu dilakukan."
)
_PICTURE: Final = _foreign(
    "Ini gambar, dan nilai tidak dapat diambil dari foto atau tangkapan layar; minta berkas Bukti nilai yang asli."
)
_ARCHIVE: Final = _foreign(
    "Ini arsip atau dokumen Office, bukan berkas nilai; minta berkas Bukti nilai yang asli kepada pengirimnya."
)
_PDF_WITHOUT: Final = _foreign(
    "Ini PDF tanpa berkas nilai, mungkin dicetak ulang, dipindai, atau disimpan ulang oleh program lain; minta berkas "
    "Bukti nilai yang asli."
)
_PDF_SEVERAL: Final = _foreign(
    "PDF ini memuat lebih dari satu berkas nilai, jadi tidak dibuat oleh ASN Netral apa adanya; minta Bukti nilai "
    "yang asli."
)
_PDF_CUT: Final = _foreign(
    "PDF ini tidak terbaca, mungkin terpotong saat dikirim; minta kiriman ulang kepada pengirimnya."
)
_PDF_TOO_LARGE: Final = _foreign(
    f"PDF ini lebih dari {MAX_PDF_BYTES >> 20} MB, terlalu besar untuk Bukti nilai; periksa apakah berkas yang dikirim "
    "benar."
)

# How common files begin.
_BEGINNINGS: Final = (
    (re.compile(rb'\{"(?:payload|ciphertext)":"'), _CUT),
    (re.compile(rb"-----BEGIN |asnquiz-keys"), _KEYS),
    (re.compile(rb"PK[\x03\x05\x07][\x04\x06\x08]|\xd0\xcf\x11\xe0|Rar!|7z\xbc\xaf|\x1f\x8b"), _ARCHIVE),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF....WEBP|....ftyp(?:hei|mif)", re.DOTALL), _PICTURE),
)  # fmt: skip
_LOCK_LENGTHS: Final = (162, 165)  # what Word and Excel write beside an open document: a name, and blanks or zeros
_LONGEST_LOCK_NAME = 54
_LONGEST_HEADER = 1024
_LONGEST_TEXT = 200
_UNANSWERED: Final = (b"[]", b"null")


def look_at(data: bytes, keys: Mapping[str, OKPKey]) -> Looked:
    """What a file is; never fails, whatever it is. `keys` open sealed files, by the thumbprint of each."""
    if not is_pdf(data):
        return _look(data, keys)
    if len(data) > MAX_PDF_BYTES:
        return _PDF_TOO_LARGE
    try:
        looked = [_look(attached, keys) for attached in attachments(data)]
    except PdfError:
        return _PDF_CUT
    ours = [one for one in looked if one.verdict is not Verdict.FOREIGN]
    if len(ours) > 1:
        return _PDF_SEVERAL
    return ours[0] if ours else _CUT if _CUT in looked else _PDF_WITHOUT


def _look(data: bytes, keys: Mapping[str, OKPKey]) -> Looked:
    if len(data) > max(MAX_BYTES, MAX_SEALED):
        return _TOO_LARGE
    signed = _signed(data)
    if signed is not None:
        return signed
    opened = open_sealed(data, keys)
    return _unsigned(data) if opened.why is Unopened.FOREIGN else _unsealed(opened)


def _signed(data: bytes, kids: Sequence[str] | None = None) -> Looked | None:
    """What a file is that a key signed, None for any other; `kids` are the recipients of the sealed one it was in.

    One that is sealed for nobody, or that somebody opened and passed on, is what its key signed all the same.
    """
    if len(data) > MAX_BYTES:
        return None
    if signed := signed_by(data, score_file.TYPE):
        return _judged(data, signed, kids)
    if signed := signed_by(data, class_file.TYPE):
        return _class_judged(data, signed, kids)
    return None


def _judged(jws: bytes, signed: Signed, kids: Sequence[str] | None) -> Looked:
    report = report_text(signed.payload)
    if report is None:
        return _LATER if is_later(json_value(signed.payload), SCHEMA) else _AT_ODDS
    if not score_file.is_of(report, signed):
        return _AT_ODDS
    if not _are_same(kids, report.values["recipients"]):
        return _RECIPIENTS
    taken = _taken(jws, report)
    return Looked(Verdict.ACCEPTED, _IN, taken) if _can_be_found(taken) else _AT_ODDS


def _class_judged(jws: bytes, signed: Signed, kids: Sequence[str] | None) -> Looked:
    record = class_file.record_of(signed)
    if record is None:
        return _LATER if class_file.is_of_later(signed) else _AT_ODDS
    if not _are_same(kids, record.recipients):
        return _RECIPIENTS
    return Looked(Verdict.ACCEPTED, _CLASS_IN, class_taken(jws, record, _compressed(jws)))


def _are_same(kids: Sequence[str] | None, recipients: Sequence[str]) -> bool:
    """Whether a file was sealed for those whom it names; one that is not sealed comes in as it is."""
    return kids is None or sorted(kids) == sorted(recipients)


def _unsealed(opened: Opened) -> Looked:
    if opened.jws is None:
        return _SHUT if opened.why is Unopened.NO_KEY else _SEALED_CHANGED
    return _signed(opened.jws, opened.kids) or _AT_ODDS


def _unsigned(data: bytes) -> Looked:
    """What is no file as one of our programs left it."""
    if not data.strip(b"\0 \t\r\n"):
        return _EMPTY
    claim = claim_of(data)
    kind = claim.header.get("typ") if claim else _compact_type(data)
    if kind in (score_file.TYPE, class_file.TYPE) and claim:
        return _CHANGED
    if isinstance(kind, str) and kind in _OTHER_TYPES:
        return _OTHER_TYPES[kind]
    if len(data) in _LOCK_LENGTHS and 0 < data[0] <= _LONGEST_LOCK_NAME:
        return _OFFICE_LOCK
    return next((looked for beginning, looked in _BEGINNINGS if beginning.match(data)), _NOTHING_OF_OURS)


def _compact_type(data: bytes) -> Any:
    """The type that a compact JWS or JWE gives itself, as move files and texts of certificates do."""
    header = json_value(unbase64(data[:_LONGEST_HEADER].partition(b".")[0].decode("latin-1")))
    return header.get("typ") if isinstance(header, dict) else None


def _can_be_found(report: TakenReport) -> bool:
    """Whether all that results are found by is as short as ours is; no index of a server takes texts of any length."""
    texts = [report.nip or ""]
    for attempt in report.attempts:
        texts += (attempt.pack_id, attempt.pack_version, attempt.pack_sha256)
        texts += [text for answer in attempt.answers for text in (answer.item, answer.answer)]
    return max(map(len, texts)) <= _LONGEST_TEXT


def _compressed(jws: bytes) -> bytes:
    return zlib.compress(jws, _EVIDENCE_LEVEL)


def _taken(jws: bytes, report: ReportText) -> TakenReport:
    values = report.values
    made, person, task = values["made"], values["person"], values.get("task") or {}
    return TakenReport(
        sha256=hashlib.sha256(jws).digest(),
        evidence=_compressed(jws),
        file_id=values["file_id"],
        made_utc=made["utc"],
        made_offset=made["offset_minutes"],
        device=values["device"],
        program=values["versions"]["program"],
        task=task.get("id"),
        signer=task.get("signer"),
        nip=person["nip"],
        name=person["name"],
        position=person["position"],
        unit=person["unit"],
        employment=person["employment"],
        attempts=tuple(_taken_attempt(attempt, made["utc"]) for attempt in report.attempts),
    )


def _taken_attempt(attempt: AttemptText, made_utc: str) -> TakenAttempt:
    values = attempt.values
    pack, started, ended, session = values["pack"], values["started"], values["ended"], values.get("session") or {}
    return TakenAttempt(
        id=values["id"],
        content=attempt.content,
        kind=values["kind"],
        title=values["title"],
        pack_id=pack["id"],
        pack_version=pack["version"],
        pack_sha256=pack["sha256"],
        started_utc=started["utc"],
        started_offset=started["offset_minutes"],
        ended_utc=ended["utc"],
        ended_offset=ended["offset_minutes"],
        state=values["state"],
        limit_ms=values["limit_ms"],
        pass_mark=values["pass_mark"],
        right=values["score"]["right"],
        total=values["score"]["total"],
        number=values["number"],
        made=values["made"],
        supervisor=session.get("supervisor"),
        place=session.get("place"),
        code=session.get("code"),
        chain_holds=attempt.chain_holds,
        odd_times=attempt.has_odd_times(made_utc),
        answers=tuple(_answers(attempt)),
    )


def _answers(attempt: AttemptText) -> Iterator[TakenAnswer]:
    """One for every question, in the order in which they were asked; the empty answer where there is none."""
    counted = [attempt.answers.get(item, _UNANSWERED) for item, _ in attempt.items]
    return map(
        TakenAnswer,
        values_of(item for item, _ in attempt.items),
        values_of(revision for _, revision in attempt.items),
        [answer.decode() for answer, _ in counted],
        values_of(certainty for _, certainty in counted),
    )
