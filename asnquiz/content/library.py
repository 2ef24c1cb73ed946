"""The pack in use, from its compiled form as long as no file of the pack has changed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from asnquiz import __version__
from asnquiz.content import compiled, layout
from asnquiz.domain.canonical import sha256_hex
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal

if TYPE_CHECKING:
    from asnquiz.domain.layer import Layer
    from asnquiz.domain.search_index import SearchIndex


class PackLibrary:
    """One pack's folder and the file that keeps its compiled form.

    The cache file is a stamp of everything the compiled form depends on, the SHA-256 of the compiled form, each on a
    line, and the compiled form. The stamp goes by the times of the files, which cost nothing to read. A program that is
    handed out as a package brings such a file with it, whose stamp goes by what stands in them, because times do not
    survive that way.
    """

    def __init__(
        self,
        folder: Path,
        cache: Path,
        read: Callable[[], Pack] | None = None,
        layer: Path | None = None,
        brought: Path | None = None,
    ) -> None:
        """`read` reads the pack anew where that is more than opening `folder`; `layer` is the other folder it reads.

        `brought` is where a package has its compiled form.
        """
        self.folder = folder
        self._folders = [folder, layer] if layer else [folder]
        self._cache = cache
        self._brought = brought
        self._read = read or (lambda: sound_pack(folder))

    def current(self) -> tuple[Pack, str, bytes]:
        """The pack, its identity and its compiled form. Raises Refusal when the pack has faults or is missing."""
        stamp = self._stamp(_when_changed)
        kept = _compiled_in(self._cache, stamp)
        made = kept or self._brought_form()
        if made is not None:
            # A damaged cache is compiled anew.
            with contextlib.suppress(Refusal):
                pack = compiled.decode(made)
                if kept is None:
                    self._keep(stamp, made)
                return pack, compiled.identity_in(made), made
        pack = self._read()
        made = compiled.encode(pack)
        self._keep(stamp, made)
        return pack, compiled.identity_in(made), made

    def look(self) -> Pack:
        """The pack, with nothing kept of having read it. Raises Refusal as `current` does."""
        made = _compiled_in(self._cache, self._stamp(_when_changed)) or self._brought_form()
        if made is not None:
            with contextlib.suppress(Refusal):
                return compiled.decode(made)
        return self._read()

    def search_index(self) -> SearchIndex:
        """The search index of the pack in use, read anew. Raises Refusal as `current` does."""
        kept = _compiled_in(self._cache, self._stamp(_when_changed))
        if kept is not None:
            # A damaged cache is compiled anew.
            with contextlib.suppress(Refusal):
                return compiled.decode_search(kept)
        _, _, made = self.current()
        return compiled.decode_search(made)

    def decode(self, compiled_form: bytes) -> Pack:
        """The pack of a compiled form kept earlier. Raises Refusal when it is damaged or of a later program."""
        return compiled.decode(compiled_form)

    def bring(self, file: Path) -> None:
        """Writes what a package brings with it into `file`. Raises Refusal as `current` does."""
        _, _, made = self.current()
        file.write_bytes(_stamped(self._stamp(_what_it_says), made))

    def _brought_form(self) -> bytes | None:
        """The compiled form that came with the program, where it was made of the very files that are there."""
        if self._brought is None or not self._brought.is_file():
            return None
        return _compiled_in(self._brought, self._stamp(_what_it_says))

    def _stamp(self, mark: Callable[[Path], str]) -> bytes:
        """One text for path and mark of every file, and for the program that compiles them."""
        lines = [f"{compiled.SCHEMA} {__version__}"]
        for folder in self._folders:
            for file, path in layout.pack_files(folder).items():
                try:
                    lines.append(f"{file} {mark(path)}")
                except OSError as error:
                    raise Refusal(f"Berkas paket {path} tidak dapat dibuka. Periksa izin aksesnya.") from error
        return sha256_hex("\n".join(lines).encode("utf-8", "surrogateescape")).encode()

    def _keep(self, stamp: bytes, made: bytes) -> None:
        """Writes the cache in one step; without one the program only starts more slowly."""
        written = self._cache.with_name(f"{self._cache.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            try:
                self._cache.parent.mkdir(parents=True, exist_ok=True)
                written.write_bytes(_stamped(stamp, made))
                written.replace(self._cache)
            finally:
                written.unlink(missing_ok=True)


def _stamped(stamp: bytes, made: bytes) -> bytes:
    return b"\n".join((stamp, sha256_hex(made).encode(), made))


def _compiled_in(file: Path, stamp: bytes) -> bytes | None:
    """The compiled form in a file of the class above, where it is whole and has this stamp."""
    try:
        kept_stamp, checksum, kept = file.read_bytes().split(b"\n", 2)
    except (OSError, ValueError):  # there is none, or it is cut off
        return None
    return kept if (kept_stamp, checksum) == (stamp, sha256_hex(kept).encode()) else None


def _when_changed(file: Path) -> str:
    status = file.stat()
    return f"{status.st_size} {status.st_mtime_ns}"


def _what_it_says(file: Path) -> str:
    return sha256_hex(file.read_bytes())


def sound_layer(folder: Path, base: Pack) -> Layer:
    """The layer in a folder, read anew. Raises Refusal where it has faults or cannot be laid over the national pack."""
    from asnquiz.content.checker import open_layer

    checked = open_layer(folder, base)
    if checked.layer is None:
        first = checked.faults[0]
        raise Refusal(
            f"Paket setempat ini memuat {len(checked.faults)} kesalahan. Yang pertama di {first.file} baris "
            f"{first.line}: {first.message}"
        )
    return checked.layer


def sound_pack(folder: Path) -> Pack:
    """The pack in a folder, read anew. Raises Refusal when it has faults or is missing."""
    # YAML and pydantic must not be loaded at a start that finds the compiled form.
    from asnquiz.content.checker import open_pack

    checked = open_pack(folder)
    if checked.pack is None:
        first = checked.faults[0]
        raise Refusal(
            f"Paket soal di {folder} memuat {len(checked.faults)} kesalahan. Yang pertama di {first.file} "
            f"baris {first.line}: {first.message} Pasang ulang program, atau perbaiki paket itu."
        )
    return checked.pack
