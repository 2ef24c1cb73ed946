"""The key files of an office: PKCS#8 (RFC 5958) under a password, for signing tasks and for opening what is sent in.

Each block is PBES2 (RFC 8018) with scrypt (RFC 7914) and AES-256-CBC, so that `openssl pkey` opens it without us. The
library's own encryption of PKCS#8 derives the key by PBKDF2 of 2,048 rounds, which is too little.
"""

import base64
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.padding import PKCS7
from cryptography.hazmat.primitives.serialization import load_der_private_key
from joserfc.jwk import OKPKey

from asnquiz.domain.canonical import sha256_hex
from asnquiz.domain.password import as_used
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Holder, Recipient
from asnquiz.scorefiles import durable, sealed
from asnquiz.scorefiles.arrived import bytes_of
from asnquiz.scorefiles.device_key import CURVE

ENDING: Final = ".pem"
_MAX_BYTES = 1 << 20
_FIRST_LINE = b"asnquiz-keys/1 sha256="

# The most that openssl takes unasked (32 MB), five times over: https://cheatsheetseries.owasp.org/cheatsheets/
# Password_Storage_Cheat_Sheet.html. Fixed, so that no file can ask for more memory or time.
_COST, _BLOCK, _PARALLEL = 2**14, 8, 5
_SALT_BYTES, _IV_BYTES, _KEY_BYTES = 16, 16, 32
_PKCS8_BYTES = 64  # of either curve, padded

# EncryptedPrivateKeyInfo in DER, which for keys of these curves is of one length: before, between and after its parts.
_BEFORE_SALT = bytes.fromhex(
    "30819b 3057 06092a864886f70d01050d 304a 3029 06092b06010401da47040b 301c 0410"  # PBES2; scrypt; the salt
)
_BEFORE_IV = bytes.fromhex("02024000 020108 020105 301d 060960864801650304012a 0410")  # 2**14, 8, 5; aes256-CBC
_BEFORE_KEY = bytes.fromhex("0440")
_LABEL = "ENCRYPTED PRIVATE KEY"
_PEM_BLOCK = re.compile(rf"-----BEGIN {_LABEL}-----\n([A-Za-z0-9+/=\n]{{1,400}})-----END {_LABEL}-----\n".encode())
_PEM_LINE = 64

_FOREIGN = (
    "“{path}” bukan berkas kunci ASN Netral. Periksa apakah berkas yang dipilih benar; biasanya bernama "
    "kunci-kantor.pem atau kunci-cadangan.pem."
)
_DAMAGED = "Berkas kunci “{path}” rusak atau berubah sejak dibuat. Ambil salinan cadangannya, lalu ulangi."
_WRONG = "Kata sandi itu tidak membuka “{path}”. Periksa huruf besar dan kecilnya, lalu ketik ulang."


@dataclass(frozen=True)
class KeyFile:
    """What a key file holds.

    Attributes:
        opening: the X25519 key that opens what is sealed for its holder.
        signing: the Ed25519 key that signs tasks; None in the escrow's file.
    """

    opening: OKPKey = field(repr=False)
    signing: OKPKey | None = field(repr=False)

    @property
    def signer(self) -> str | None:
        """The thumbprint that tasks name."""
        return self.signing.thumbprint() if self.signing else None

    @property
    def recipient(self) -> Recipient:
        """The public half, for which others seal."""
        holder = Holder.OFFICE if self.signing else Holder.ESCROW
        return Recipient(holder, self.opening.thumbprint(), str(self.opening["x"]))


def make_key_file(path: Path, password: str, *, holder: Holder) -> KeyFile:
    """New keys in a new file, which only its owner may read. Raises Refusal where it cannot be written or one stands.

    `password` is as asnquiz.domain.password.parse_password gives it.
    """
    signing = OKPKey.generate_key(CURVE) if holder is Holder.OFFICE else None
    made = KeyFile(OKPKey.generate_key(sealed.CURVE), signing)
    durable.write_new(path, _encoded(made, password))
    return made


def open_key_file(path: Path, password: str) -> KeyFile:
    """The keys of a file. Raises Refusal for a wrong password, and for a file that is damaged or none of ours."""
    data = bytes_of(path, "berkas kunci", ENDING, _MAX_BYTES).replace(b"\r\n", b"\n")
    first, _, rest = data.partition(b"\n")
    if not first.startswith(_FIRST_LINE):
        raise Refusal(_FOREIGN.format(path=path))
    blocks = [_unbase64(block) for block in _PEM_BLOCK.findall(rest)]
    if data != _file_of(blocks) or not 1 <= len(blocks) <= 2 or not all(map(_has_our_form, blocks)):
        raise Refusal(_DAMAGED.format(path=path))
    try:
        keys = [_decrypted(block, password) for block in blocks]
    except (TypeError, UnsupportedAlgorithm, ValueError) as error:  # TypeError: no password at all
        raise Refusal(_WRONG.format(path=path)) from error
    if [key.curve_name for key in keys] != [CURVE, sealed.CURVE][-len(keys) :]:
        raise Refusal(_DAMAGED.format(path=path))
    return KeyFile(keys[-1], keys[0] if len(keys) > 1 else None)


def opening_keys(files: Iterable[KeyFile]) -> dict[str, OKPKey]:
    """The keys that open sealed files, by kid, of key files in use and of those that were replaced."""
    return {file.recipient.kid: file.opening for file in files}


def _encoded(keys: KeyFile, password: str) -> bytes:
    return _file_of([_encrypted(key, password) for key in (keys.signing, keys.opening) if key])


def _file_of(blocks: Sequence[bytes]) -> bytes:
    """The one form of a file: its first line tells damage from a wrong password, which no encryption here would."""
    pem = b"".join(map(_pem, blocks))
    return _FIRST_LINE + sha256_hex(pem).encode() + b"\n" + pem


def _pem(block: bytes) -> bytes:
    text = base64.b64encode(block).decode("ascii")
    lines = (text[at : at + _PEM_LINE] for at in range(0, len(text), _PEM_LINE))
    return "\n".join((f"-----BEGIN {_LABEL}-----", *lines, f"-----END {_LABEL}-----", "")).encode()


def _unbase64(text: bytes) -> bytes:
    try:
        return base64.b64decode(text.replace(b"\n", b""), validate=True)
    except ValueError:
        return b""


def _has_our_form(block: bytes) -> bool:
    salt_ends = len(_BEFORE_SALT) + _SALT_BYTES
    iv_ends = salt_ends + len(_BEFORE_IV) + _IV_BYTES
    return (
        block.startswith(_BEFORE_SALT)
        and block.startswith(_BEFORE_IV, salt_ends)
        and block.startswith(_BEFORE_KEY, iv_ends)
        and len(block) == iv_ends + len(_BEFORE_KEY) + _PKCS8_BYTES
    )


def _encrypted(key: OKPKey, password: str) -> bytes:
    salt, iv = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_IV_BYTES)
    derived = Scrypt(salt=salt, length=_KEY_BYTES, n=_COST, r=_BLOCK, p=_PARALLEL).derive(_octets(password))
    padder, encryptor = PKCS7(AES256.block_size).padder(), Cipher(AES256(derived), CBC(iv)).encryptor()
    plain = key.as_der(private=True)
    encrypted = encryptor.update(padder.update(plain) + padder.finalize()) + encryptor.finalize()
    return _BEFORE_SALT + salt + _BEFORE_IV + iv + _BEFORE_KEY + encrypted


def _decrypted(block: bytes, password: str) -> OKPKey:
    key = load_der_private_key(block, _octets(password))
    if not isinstance(key, Ed25519PrivateKey | X25519PrivateKey):
        raise TypeError("another kind of key")
    return OKPKey.import_key(key)


def _octets(password: str) -> bytes:
    return as_used(password).encode("utf-8", "surrogatepass")
