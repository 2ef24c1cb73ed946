"""The key that signs what leaves this computer: Ed25519, in a file of its own, made at the first export."""

import errno
import json
import os
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import Final

from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.refusal import Refusal
from asnquiz.scorefiles.durable import written_beside

CURVE: Final = "Ed25519"

_OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO

_REPLACED = (
    "Kunci komputer ini rusak dan sudah diganti dengan yang baru; yang lama disimpan sebagai “{aside}”. "
    "Berkas nilai yang sudah Anda serahkan tetap sah."
)


@dataclass(frozen=True)
class DeviceKey:
    """A private Ed25519 key (RFC 8032, RFC 8037). It names a computer, never a person."""

    private: OKPKey = field(repr=False)

    @property
    def kid(self) -> str:
        """RFC 7638 thumbprint (SHA-256) of the public key, in base64url."""
        return self.private.thumbprint()


def kid_in(path: Path) -> str | None:
    """The thumbprint of the key in `path`; None where there is none that can be used. Nothing is made or changed."""
    try:
        kept = _decode(path.read_bytes()) if path.is_file() else None
    except OSError:
        return None
    return None if kept is None else kept.kid


def load_or_make(path: Path, today: date) -> tuple[DeviceKey, str | None]:
    """The key in `path`, made now when there is none, and a sentence for the person when it had to be replaced.

    A damaged file is set aside under a dated name: files signed before stay valid, new ones name a new key. Raises
    Refusal when the file can be neither read nor written.
    """
    data = _read(path)
    kept = None if data is None else _decode(data)
    if kept is not None:
        return kept, None
    notice = None
    try:
        if data is not None:
            notice = _REPLACED.format(aside=_set_aside(path, today).name)
        return _make(path), notice
    except OSError as error:
        raise Refusal(
            f"Kunci komputer ini tidak dapat disimpan di “{path}”. Periksa apakah folder itu ada, boleh Anda tulisi, "
            "dan ruangnya cukup, lalu ulangi. Bila tetap gagal, mintalah bantuan petugas TI."
        ) from error


def _read(path: Path) -> bytes | None:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # reading a pipe could last for ever
            raise OSError(errno.EINVAL, "no file")  # noqa: TRY301
        if stat.S_IMODE(mode) & _OF_OTHERS:
            with suppress(OSError):  # a file system without modes, such as FAT on a portable stick
                path.chmod(0o600)
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refusal(
            f"Kunci komputer ini tidak dapat dibaca dari “{path}”. Periksa izin berkas itu, lalu ulangi. "
            "Bila tetap gagal, pindahkan berkas itu ke tempat lain: program akan membuat kunci baru, dan berkas nilai "
            "yang sudah Anda serahkan tetap sah."
        ) from error


def _decode(data: bytes) -> DeviceKey | None:
    """The key of a private JWK (RFC 8037); None when it is damaged."""
    try:
        jwk = json.loads(data)
        seed = OKPKey.import_key({"kty": "OKP", "crv": CURVE, "d": jwk["d"], "x": jwk["x"]})
        key = OKPKey.import_key(seed.raw_value)
        # The public half is derived anew, so a digit of the private half that was changed is noticed.
        return DeviceKey(key) if key.as_dict(private=True) == jwk else None
    except (JoseError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _make(path: Path) -> DeviceKey:
    with written_beside(path, canonical_bytes(OKPKey.generate_key(CURVE).as_dict(private=True))) as temporary:
        _name(temporary, path)
    made = _decode(path.read_bytes())
    if made is None:
        raise Refusal(f"Kunci komputer ini tidak dapat dibaca kembali dari “{path}”. Periksa media penyimpanannya.")
    return made


def _name(temporary: Path, path: Path) -> None:
    """Gives a finished file its name unless another process was faster; then that one's key is this computer's."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links, such as FAT on a portable stick
        if not path.exists():
            temporary.replace(path)


def _set_aside(path: Path, today: date) -> Path:
    suffixes = chain([""], (f"-{number}" for number in count(2)))
    names = (path.with_name(f"{path.stem}-rusak-{today:%Y-%m-%d}{suffix}{path.suffix}") for suffix in suffixes)
    return path.rename(next(name for name in names if not name.exists()))
