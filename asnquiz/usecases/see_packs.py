"""Seeing what packs there are on this computer, and what a file would bring before anybody says yes to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import date_words, harmless
from asnquiz.usecases.compare_packs import Comparison, compare_packs
from asnquiz.usecases.local_ports import KeptPack, OpenedPack, PackHead, PackKind, PackShelf, Trust
from asnquiz.usecases.ports import PackSource

KIND = {PackKind.NATIONAL: "Paket nasional", PackKind.LAYER: "Paket setempat"}
# The mark, and what it means; the publisher's name stands where the braces are.
TRUST: Mapping[Trust, tuple[str, str]] = {
    Trust.OWN: (
        "Diterbitkan dari komputer ini",
        "Berkas ini ditandatangani dengan kunci komputer ini sendiri, dan isinya tidak berubah sejak itu.",
    ),
    Trust.KNOWN: (
        "Penerbit dikenal",
        "Kunci yang menandatangani berkas ini sudah pernah Anda setujui di komputer ini.",
    ),
    Trust.NEW: (
        "Penerbit baru",
        "Kunci yang menandatangani berkas ini belum pernah dipakai di komputer ini. Sebelum memakainya, bandingkan "
        "sidik kunci di atas dengan yang diumumkan “{}”.",
    ),
    Trust.OTHER_KEY: (
        "Kunci lain daripada sebelumnya",
        "Paket dari “{}” pernah dipakai di komputer ini, tetapi ditandatangani dengan kunci lain. Mungkin kantor itu "
        "berganti komputer, mungkin pula orang lain memakai namanya. Jangan dipakai sebelum sidik kunci di atas "
        "cocok dengan yang diumumkan kantor itu; tanyakan langsung bila ragu.",
    ),
    Trust.UNSIGNED: (
        "Tidak ditandatangani",
        "Siapa pun dapat membuat berkas ini dengan nama “{}”, dan isinya dapat diubah orang di perjalanan. Pakailah "
        "hanya bila Anda tahu pasti dari siapa berkas ini datang.",
    ),
}
RUNNING = (
    "Kuis, sosialisasi, dan hasil yang sudah dimulai tetap memakai isi paket pada saat dimulai; mengganti paket tidak "
    "mengubahnya."
)


@dataclass(frozen=True)
class PacksStanding:
    """What is on this computer.

    Attributes:
        content: in use, the layer in force laid over it; or why there is none.
        kept: the versions of each kind, the newest first.
        damaged: the SHA-256 of versions that are not what they were.
        notice: why not everything that was chosen is in use; empty where it is.
    """

    content: Pack | Refusal
    kept: Mapping[PackKind, tuple[KeptPack, ...]]
    damaged: tuple[str, ...]
    notice: str

    def in_use(self, kind: PackKind) -> KeptPack | None:
        """The version of a kind that is in use; None where no layer is in force."""
        return next((one for one in self.kept[kind] if one.in_use), None)


@dataclass(frozen=True)
class PackOffer:
    """A pack's file before the yes.

    Attributes:
        comparison: with what is in use now; None where nothing could be opened to compare with.
    """

    file: Path
    opened: OpenedPack
    comparison: Comparison | None


def content_now(packs: PackSource) -> Pack | Refusal:
    """The content in use, or why there is none."""
    try:
        pack, _, _ = packs.current()
    except Refusal as refusal:
        return refusal
    return pack


def see_packs(packs: PackSource, shelf: PackShelf, notice: Callable[[], str]) -> PacksStanding:
    """Raises Refusal where the shelf cannot be read."""
    content = content_now(packs)
    return PacksStanding(content, {kind: shelf.kept(kind) for kind in PackKind}, shelf.damaged(), notice())


def look_into(file: Path, packs: PackSource, shelf: PackShelf) -> PackOffer:
    """Proves and reads a file, and compares what it brings with what is in use. Raises Refusal for a bad one."""
    opened, in_use = shelf.open(file), content_now(packs)
    return PackOffer(file, opened, None if isinstance(in_use, Refusal) else compare_packs(in_use, opened.content))


def head_fields(head: PackHead) -> tuple[tuple[str, str], ...]:
    """Label and value of what a pack's file says of itself."""
    return (
        ("Jenis", KIND[head.kind]),
        ("Versi", harmless(head.version)),
        ("Penerbit", harmless(head.publisher)),
        ("Sidik kunci", key_words(head.key)),
    )


def key_words(key: str | None) -> str:
    """The fingerprint of the key that signed, or that none did."""
    return fingerprint(key) if key else "tidak ditandatangani"


def kept_words(kept: KeptPack) -> str:
    """Who published a kept version, by which key, and since when it is here; in one line."""
    if kept.head is None:
        return "Bawaan program"
    said = f"Diterbitkan {harmless(kept.head.publisher)} · sidik kunci: {key_words(kept.head.key)}"
    return f"{said} · sejak {date_words(kept.since.local)}" if kept.since else said
