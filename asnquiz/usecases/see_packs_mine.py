"""Packs in words: what a file is, who published it, and what that is worth, before anybody says yes."""

from datetime import UTC, datetime

from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.wording import harmless, time_words
from asnquiz.usecases.local_ports import PackHead, PackKind, Trust

KIND = {PackKind.NATIONAL: "Paket nasional", PackKind.LAYER: "Paket setempat"}
TRUST = {
    Trust.KNOWN: "Kunci penerbit ini sudah pernah Anda setujui di komputer ini.",
    Trust.NEW: (
        "Kunci penerbit ini baru di komputer ini. Cocokkan sidik kuncinya dengan yang diumumkan penerbit, misalnya di "
        "surat edaran. Bila berbeda, jangan pakai paket ini."
    ),
    Trust.OTHER_KEY: (
        "Paket ini, atau nama penerbit ini, di komputer ini sebelumnya memakai kunci lain. Tanyakan kepada penerbitnya "
        "apakah kuncinya memang diganti, lalu cocokkan sidik kuncinya. Bila ragu, jangan pakai paket ini."
    ),
    Trust.UNSIGNED: (
        "Berkas ini tidak disegel, jadi tidak diketahui siapa yang menerbitkannya dan apakah isinya pernah diubah. "
        "Pakai hanya bila Anda menerimanya langsung dari orang yang Anda percaya."
    ),
}


def head_fields(head: PackHead) -> tuple[tuple[str, str], ...]:
    """Label and value of what a file says of itself; only the key is proven."""
    made = datetime.fromisoformat(head.made).astimezone(UTC)
    return (
        (KIND[head.kind], harmless(head.title)),
        ("Versi", head.version),
        ("Penerbit", harmless(head.publisher)),
        ("Dibuat", f"{time_words(made)} UTC"),
        ("Sidik kunci", fingerprint(head.key) if head.key else "tidak disegel"),
        ("Sidik isi", fingerprint(head.sha256)),
    )
