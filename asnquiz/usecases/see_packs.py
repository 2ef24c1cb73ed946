"""Seeing what packs there are on this computer, and what a file would bring before anybody says yes to it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.layer import Layer, is_own, lay_over, version_parts
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import date_words, harmless
from asnquiz.usecases.compare_packs import Differences, Group
from asnquiz.usecases.local_ports import KeptPack, OpenedPack, PackHead, PackKind, PackShelf
from asnquiz.usecases.ports import PackSource

Compare = Callable[[Pack, Pack], Differences]

KIND = {PackKind.NATIONAL: "Paket nasional", PackKind.LAYER: "Paket setempat"}
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
    """

    content: Pack | Refusal
    kept: dict[PackKind, tuple[KeptPack, ...]]

    def in_use(self, kind: PackKind) -> KeptPack | None:
        """The version of a kind that is in use; None where no layer is in force."""
        return next((one for one in self.kept[kind] if one.in_use), None)


@dataclass(frozen=True)
class PackOffer:
    """A pack's file before the yes.

    Attributes:
        differences: from what is in use now; None where nothing could be opened to compare with.
        older: whether it is an earlier version of what is in use.
    """

    file: Path
    opened: OpenedPack
    differences: Differences | None
    older: bool


def content_now(packs: PackSource) -> Pack | Refusal:
    """The content in use, or why there is none."""
    try:
        pack, _, _ = packs.current()
    except Refusal as refusal:
        return refusal
    return pack


def see_packs(content: Pack | Refusal, shelf: PackShelf) -> PacksStanding:
    """Raises Refusal where the shelf cannot be read."""
    return PacksStanding(content, {kind: shelf.kept(kind) for kind in PackKind})


def look_into(file: Path, in_use: Pack | None, shelf: PackShelf, compare: Compare) -> PackOffer:
    """Proves and reads a file, and compares what it brings with what is in use. Raises Refusal for a bad one."""
    opened = shelf.open(file)
    differences = None if in_use is None else _differences(opened.content, in_use, compare)
    return PackOffer(file, opened, differences, older=_is_older(opened.content, in_use))


def _differences(content: Pack | Layer, in_use: Pack, compare: Compare) -> Differences:
    national = _national(in_use)
    if isinstance(content, Pack):
        return compare(national, _as_used(content, in_use))
    found = compare(in_use, lay_over(national, content))
    return Differences((*found.groups, *_given_up(content, in_use)))


def _national(pack: Pack) -> Pack:
    """A pack without what a layer added; a calendar and pledge that the layer put in their place stay."""
    if pack.local is None:
        return pack
    own, layer = pack.local.marks.keys(), pack.local.id
    return replace(
        pack,
        version=pack.version.partition("+")[0],
        rules=tuple(one for one in pack.rules if one.id not in own),
        items=tuple(one for one in pack.items if one.id not in own),
        scenarios=tuple(one for one in pack.scenarios if one.id not in own),
        images=tuple(one for one in pack.images if not is_own(one.name, layer)),
        local=None,
    )


def _as_used(content: Pack, in_use: Pack) -> Pack:
    """A national pack with the calendar and pledge that the layer in force will go on putting in their place."""
    local = in_use.local
    return replace(
        content,
        calendar=in_use.calendar if local and local.own_calendar else content.calendar,
        pledge=in_use.pledge if local and local.own_pledge else content.pledge,
    )


def _given_up(layer: Layer, in_use: Pack) -> tuple[Group, ...]:
    """What only the layer in force put in the place of something national."""
    local, lines = in_use.local, list[str]()
    if local and local.own_pledge and layer.pledge is None:
        lines.append("Ikrar setempat; ikrar dari paket nasional dipakai lagi.")
    if local and local.own_calendar and layer.calendar is None:
        lines.append("Kalender kantor; jawaban mengikuti kalender yang Anda atur sendiri, bila ada.")
    return (Group("Ikrar dan kalender setempat", (), (), tuple(lines)),) if lines else ()


def _is_older(content: Pack | Layer, in_use: Pack | None) -> bool:
    now = in_use if isinstance(content, Pack) else in_use and in_use.local
    return bool(now and now.id == content.id and version_parts(content.version) < version_parts(now.version))


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
