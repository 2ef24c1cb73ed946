"""The content in use: a national pack, kept here or the program's own, with the layer in force laid over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from asnquiz.content import compiled, layout
from asnquiz.content.library import PackLibrary, sound_layer, sound_pack
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal

if TYPE_CHECKING:
    from asnquiz.content.kept import Choice, KeptPacks
    from asnquiz.domain.layer import Layer
    from asnquiz.domain.search_index import SearchIndex
    from asnquiz.usecases.local_ports import PackFile, ReadPackFile

T = TypeVar("T")

_INSTEAD = "Untuk sementara dipakai {instead}."
_WAY_OUT = "Buka lagi berkas .asnpack-nya, atau pilih paket lain di Pengaturan, Paket soal."


class PackInUse:
    """The pack source of the use cases.

    What was chosen and cannot be used any more stands in nobody's way: then what is left of the choice is used, at last
    the program's own pack, and `notice` says so.

    Attributes:
        own: the pack that came with the program.
    """

    def __init__(self, own: PackLibrary, folder: Path, cache: Path, prove_folder: ReadPackFile) -> None:
        """`folder` has the kept versions, `cache` the compiled forms; both may not be there yet."""
        self.own = own
        self._folder = folder
        self._cache = cache
        self._prove_folder = prove_folder

    def current(self) -> tuple[Pack, str, bytes]:
        """The pack, its identity and its compiled form. Raises Refusal where not even the program's own can be used."""
        return self._first(PackLibrary.current)[0]

    def look(self) -> Pack:
        """The pack, with nothing kept of having read it. Raises Refusal as `current` does."""
        return self._first(PackLibrary.look)[0]

    def search_index(self) -> SearchIndex:
        """The search index of the pack in use, read anew. Raises Refusal as `current` does."""
        return self._first(PackLibrary.search_index)[0]

    def decode(self, compiled_form: bytes) -> Pack:
        """The pack of a compiled form kept earlier. Raises Refusal when it is damaged or of a later program."""
        return compiled.decode(compiled_form)

    def notice(self) -> str:
        """What somebody must be told of the choice, keeping nothing; empty where there is nothing to be told.

        That it cannot be used, or that a national pack is in use which is older than the one that came with the
        program, as it may be after an update.
        """
        with suppress(Refusal):
            if self.chosen:
                pack, told = self._first(PackLibrary.look)
                return told or self._older(pack)
        return ""

    @property
    def chosen(self) -> bool:
        """Whether anything but the program's own pack was ever chosen; a start loads nothing for it where not."""
        return (self._folder / layout.NOTE).exists()

    @cached_property
    def kept(self) -> KeptPacks:
        """The versions in the data folder."""
        from asnquiz.content.kept import KeptPacks

        return KeptPacks(self._folder)

    def national(self) -> Pack:
        """The national pack that was chosen, with nothing kept. Raises Refusal where it cannot be used."""
        return self._national(self.kept.choice()).look()

    def national_folder(self) -> Path:
        """Where the national pack that was chosen lies. Raises Refusal as `national` does."""
        return self._national(self.kept.choice()).folder

    def layer(self, sha256: str, base: Pack) -> Layer:
        """A kept layer, proven and checked anew. Raises Refusal where it does not fit the national pack."""
        self.proven(sha256)
        return sound_layer(self.kept.content(sha256), base)

    def proven(self, sha256: str) -> PackFile:
        """A kept version. Raises Refusal where it is missing, or not what it was."""
        self._content(sha256)
        packed = self._prove_folder(self.kept.version(sha256))
        if packed.head.sha256 != sha256:
            raise Refusal(f"Paket yang tersimpan di “{self.kept.version(sha256)}” bukan yang semula.")
        return packed

    def forget(self, sha256: str) -> None:
        """Takes away what was compiled of a version."""
        for file in self._cache.glob(f"*{_short(sha256)}*"):
            file.unlink(missing_ok=True)

    def _older(self, pack: Pack) -> str:
        if self.kept.choice().national is None:
            return ""
        from asnquiz.domain.layer import national_version, version_parts

        own = self.own.look()
        if version_parts(own.version) <= version_parts(pack.version):
            return ""
        return (
            f"Paket soal yang dipakai, versi {national_version(pack.version)}, lebih lama daripada yang datang bersama "
            f"program ini, versi {own.version}. Pilih yang terbaru di Pengaturan, Paket soal."
        )

    def _first(self, ask: Callable[[PackLibrary], T]) -> tuple[T, str]:
        """The answer of the first pack that can be used, and why it is not what was chosen; empty where it is."""
        if not self.chosen:
            return ask(self.own), ""
        try:
            choice = self.kept.choice()
        except Refusal as damaged:
            return ask(self.own), f"{damaged} {_INSTEAD.format(instead='paket yang datang bersama program ini')}"
        refusals: list[Refusal] = []
        for instead, library in self._what_is_left(choice):
            try:
                answer = ask(library())
            except Refusal as refusal:
                refusals.append(refusal)
            else:
                return answer, f"{refusals[0]} {_INSTEAD.format(instead=instead)} {_WAY_OUT}" if refusals else ""
        raise refusals[-1]

    def _what_is_left(self, choice: Choice) -> Iterator[tuple[str, Callable[[], PackLibrary]]]:
        """What was chosen, and whatever is left of it, each with the words for it."""
        if choice.layer is not None:
            yield "", partial(self._laid, choice, choice.layer)
        yield "paket nasional tanpa paket setempat", partial(self._national, choice)
        if choice.national is not None:
            yield "paket yang datang bersama program ini, tanpa paket setempat", lambda: self.own

    def _national(self, choice: Choice) -> PackLibrary:
        if choice.national is None:
            return self.own
        sha256 = choice.national
        read = partial(self._sound, sha256)
        return PackLibrary(self._content(sha256), self._cache / f"{_short(sha256)}.json", read)

    def _laid(self, choice: Choice, layer: str) -> PackLibrary:
        base = self._national(choice)
        name = f"{_short(choice.national or 'asal')}+{_short(layer)}.json"
        return PackLibrary(base.folder, self._cache / name, partial(self._laid_anew, base, layer), self._content(layer))

    def _laid_anew(self, base: PackLibrary, layer: str) -> Pack:
        from asnquiz.domain.layer import lay_over

        pack = base.look()
        return lay_over(pack, self.layer(layer, pack))

    def _sound(self, sha256: str) -> Pack:
        self.proven(sha256)
        return sound_pack(self.kept.content(sha256))

    def _content(self, sha256: str) -> Path:
        """Where the content of a version lies. Raises Refusal where it is missing."""
        content = self.kept.content(sha256)
        if not content.is_dir():
            raise Refusal("Versi paket soal yang dipilih tidak ada lagi di komputer ini.")
        return content


def _short(sha256: str) -> str:
    """Enough of it for a file's name."""
    return sha256[:16]
