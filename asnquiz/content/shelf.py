"""The shelf of packs on this computer: files that come are proven, kept unpacked, chosen, and taken away again."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from asnquiz.content.checker import open_pack
from asnquiz.content.in_use import PackInUse
from asnquiz.content.kept import Choice, Publisher
from asnquiz.content.library import sound_layer
from asnquiz.content.unpacked import unpack, unpacked
from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.layer import Layer, misplaced, version_parts
from asnquiz.domain.letters import bare_name
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.local_ports import KeptPack, OpenedPack, PackFile, PackHead, PackKind, ReadPackFile, Trust
from asnquiz.usecases.name_file import CONTENT_FOLDER, MANIFEST_NAME, SIGNATURE_NAME

# Beside the versions while one is put in place or taken away; what a power cut left of it goes with the next change.
_ASIDE, _GOING = ".baru-", ".lama-"

_NOT_HERE = "Versi paket soal itu tidak ada di komputer ini. Periksa daftar versinya, lalu ulangi."
_NOT_KEPT = (
    "Paket soal tidak dapat disimpan di folder data. Kosongkan sebagian ruang penyimpanan, tutup program lain yang "
    "membuka folder itu, lalu ulangi."
)

_NOT_LOOKED_AT = (
    "Isi berkas paket tidak dapat diperiksa, karena tidak ada ruang untuk itu di folder data, atau folder itu tidak "
    "dapat ditulisi. Kosongkan sebagian ruang penyimpanan, lalu ulangi."
)


class Shelf:
    """The port `PackShelf` over a folder, which is made with the first version.

    `write` puts a file in place whole, `sync` makes the names in a folder durable; `own_key` gives the thumbprint of
    this computer's key, None where there is none.
    """

    def __init__(
        self,
        in_use: PackInUse,
        read_file: ReadPackFile,
        write: Callable[[Path, bytes], None],
        sync: Callable[[Path], None],
        own_key: Callable[[], str | None],
    ) -> None:
        self._in_use = in_use
        self._kept = in_use.kept
        self._read_file = read_file
        self._write = write
        self._sync = sync
        self._own_key = own_key

    def open(self, file: Path) -> OpenedPack:
        choice = self._kept.choice()
        packed = self._read_file(file)
        try:
            # Beside what is kept: what is carried about leaves nothing in a folder of others.
            with unpacked(packed.content, self._beside()) as folder:
                content = self._content(folder, packed.head, choice)
        except OSError as error:
            raise Refusal(_NOT_LOOKED_AT) from error
        return OpenedPack(packed.head, trust_of(packed.head, choice.publishers, self._own_key()), content)

    def _beside(self) -> Path:
        """The data folder, or what it will be made in."""
        return next(folder for folder in self._kept.folder.parents if folder.is_dir())

    def take(self, opened: OpenedPack, file: Path, at: Moment) -> None:
        choice = self._kept.choice()
        packed = self._read_file(file)
        head = packed.head
        if head != opened.head:
            raise Refusal("Berkas ini berubah sejak Anda melihatnya. Buka lagi, lalu periksa sekali lagi.")
        if isinstance(opened.content, Pack):
            self._refuse_misfit(opened.content, choice)
        else:  # what is in use may be another now than it was laid over then
            for problem in misplaced(self._in_use.national(), opened.content):
                raise Refusal(problem)
        try:
            self._keep(packed)
        except OSError as error:
            raise Refusal(_NOT_KEPT) from error
        known = choice.publishers
        if head.key is not None:
            publisher = Publisher(head.key, head.publisher, head.id, at)
            if all(replace(one, since=at) != publisher for one in known):
                known = (*known, publisher)
        since = {**choice.since, head.sha256: at}
        self._note(replace(choice.with_use(head.kind, head.sha256), publishers=known, since=since))

    def kept(self, kind: PackKind) -> tuple[KeptPack, ...]:
        try:
            choice = self._kept.choice()
        except Refusal:  # told where it stands in somebody's way; that what is kept can be seen is the way out
            choice = Choice()
        heads = [head for sha256 in self._kept.versions() if (head := self._head(sha256)) and head.kind is kind]
        heads.sort(key=lambda head: (version_parts(head.version), head.made), reverse=True)
        used = choice.of(kind)
        found = [KeptPack(one, one.version, choice.since.get(one.sha256), one.sha256 == used) for one in heads]
        if kind is PackKind.NATIONAL:
            own = self._in_use.own.look()
            found.append(KeptPack(None, own.version, None, not any(one.in_use for one in found)))
        return tuple(found)

    def damaged(self) -> tuple[str, ...]:
        return tuple(sha256 for sha256 in self._kept.versions() if self._head(sha256) is None)

    def use(self, kind: PackKind, sha256: str | None) -> None:
        try:
            choice = self._kept.choice()
        except Refusal:
            choice = Choice()
        if sha256 is not None:
            head = self._proven(sha256).head
            if head.kind is not kind:
                raise Refusal(_NOT_HERE)
            self._content(self._kept.content(sha256), head, choice)
        elif kind is PackKind.NATIONAL:
            self._refuse_misfit(self._in_use.own.look(), choice)
        self._note(choice.with_use(kind, sha256))

    def remove(self, sha256: str) -> None:
        choice = self._kept.choice()
        if sha256 in (choice.national, choice.layer):
            raise Refusal("Versi itu sedang dipakai. Pakai versi lain dahulu, lalu ulangi.")
        if sha256 not in self._kept.versions():
            raise Refusal(_NOT_HERE)
        try:
            self._put_aside(sha256)
            self._clean()
            self._in_use.forget(sha256)
        except OSError as error:
            raise Refusal(
                "Versi itu belum dapat dihapus. Tutup program lain yang membuka folder data, lalu ulangi."
            ) from error
        self._note(replace(choice, since={key: at for key, at in choice.since.items() if key != sha256}))

    def _head(self, sha256: str) -> PackHead | None:
        """None for a version that is not what it was."""
        try:
            return self._in_use.proven(sha256).head
        except Refusal:
            return None

    def _proven(self, sha256: str) -> PackFile:
        if sha256 not in self._kept.versions():
            raise Refusal(_NOT_HERE)
        try:
            return self._in_use.proven(sha256)
        except Refusal as why:
            raise Refusal(f"{why} Buka lagi berkas .asnpack-nya, atau pakai versi lain.") from why

    def _content(self, folder: Path, head: PackHead, choice: Choice) -> Pack | Layer:
        """What a file brings, checked whole. Raises Refusal where it is not as its manifest says, or does not fit."""
        content = self._national(folder, choice) if head.kind is PackKind.NATIONAL else self._layer(folder)
        if (content.id, content.version, content.title, content.publisher) != (
            head.id, head.version, head.title, head.publisher,
        ):  # fmt: skip
            raise Refusal(
                "Isi berkas paket ini bukan yang disebut di depannya, jadi tidak dipakai. Minta berkas yang asli "
                "kepada penerbitnya."
            )
        return content

    def _national(self, folder: Path, choice: Choice) -> Pack:
        checked = open_pack(folder)
        if checked.pack is None:
            first = checked.faults[0]
            raise Refusal(
                f"Isi paket ini memuat {len(checked.faults)} kesalahan, jadi tidak dipakai. Yang pertama di "
                f"{first.file} baris {first.line}: {first.message} Sampaikan kepada penerbitnya."
            )
        own = self._in_use.own.look()
        if checked.pack.id != own.id:
            raise Refusal(
                f"Paket ini “{checked.pack.id}”, sedangkan program ini memakai paket nasional “{own.id}”. Minta "
                "berkas paket yang benar kepada penerbitnya."
            )
        self._refuse_misfit(checked.pack, choice)
        return checked.pack

    def _layer(self, folder: Path) -> Layer:
        return sound_layer(folder, self._in_use.national())

    def _refuse_misfit(self, national: Pack, choice: Choice) -> None:
        """Raises Refusal where the layer in force cannot be laid over that pack."""
        if choice.layer is None:
            return
        try:
            self._in_use.layer(choice.layer, national)
        except Refusal as why:
            raise Refusal(
                f"Paket setempat yang dipakai tidak cocok dengan paket nasional versi {national.version}. {why} "
                "Berhenti memakai paket setempat itu dahulu, lalu ulangi."
            ) from why

    def _keep(self, packed: PackFile) -> None:
        """Puts a version in its place, whole; one that is there as it should be stays. Raises OSError, Refusal."""
        head, folder = packed.head, self._kept.folder
        if self._head(head.sha256) is not None:
            return
        folder.mkdir(mode=0o700, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=folder))
        try:
            signature = {SIGNATURE_NAME: packed.signature} if packed.signature is not None else {}
            unpack({MANIFEST_NAME: packed.manifest} | signature, aside, self._write)
            unpack(packed.content, aside / CONTENT_FOLDER, self._write)
            for inside in (aside, *(path for path in aside.rglob("*") if path.is_dir())):
                self._sync(inside)
            if self._kept.version(head.sha256).exists():
                self._put_aside(head.sha256)
            aside.rename(self._kept.version(head.sha256))
            self._sync(folder)
        finally:
            self._clean()

    def _put_aside(self, sha256: str) -> None:
        """Takes a version out of its place in one step."""
        going = Path(tempfile.mkdtemp(prefix=_GOING, dir=self._kept.folder))
        self._kept.version(sha256).rename(going / sha256)
        self._sync(self._kept.folder)

    def _clean(self) -> None:
        """Takes away what was on its way in or out."""
        for prefix in (_ASIDE, _GOING):
            for left in self._kept.folder.glob(f"{prefix}*"):
                shutil.rmtree(left, ignore_errors=True)

    def _note(self, choice: Choice) -> None:
        """Writes what was chosen, whole or not at all; a note that is damaged is set aside for whoever can read it."""
        note = self._kept.note
        try:
            note.parent.mkdir(mode=0o700, exist_ok=True)
            try:
                self._kept.choice()
            except Refusal:
                note.replace(note.with_stem(f"{note.stem}-rusak"))
            self._write(note, canonical_bytes(choice))
            self._sync(note.parent)
        except OSError as error:
            raise Refusal(_NOT_KEPT) from error


def trust_of(head: PackHead, publishers: Iterable[Publisher], own_key: str | None) -> Trust:
    """What is known of who published a file, by the key of this computer and whoever somebody said yes to before.

    A key that is known for one name or pack is another key where it signs what has been somebody else's.
    """
    if head.key is None:
        return Trust.UNSIGNED
    if head.key == own_key:
        return Trust.OWN
    known = {one.key for one in publishers}
    for same in (
        {one.key for one in publishers if bare_name(one.name) == bare_name(head.publisher)},
        {one.key for one in publishers if one.pack == head.id},
    ):
        if same and head.key not in same:
            return Trust.OTHER_KEY
    return Trust.KNOWN if head.key in known else Trust.NEW
