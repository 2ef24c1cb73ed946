"""What a password for a key that cannot be had again must be: long, and not what anybody tries first."""

import re
import unicodedata

from asnquiz.domain.refusal import Refusal

SHORTEST, LONGEST = 12, 200
_FEWEST_DIFFERENT = 6
_FEWEST_OWN = 6  # different ones beside what everybody writes

# What everybody writes; digits, and what follows one another, are looked for besides. Longer words come first.
_COMMON = re.compile(
    "administrator|alhamdulillah|bismillah|netralitas|passphrase|indonesia|katasandi|kabupaten|september|password|"
    "cadangan|november|desember|iloveyou|provinsi|selamat|pilkada|rahasia|merdeka|welcome|letmein|januari|februari|"
    "agustus|oktober|bkpsdm|kantor|datang|pemilu|netral|pemkab|pemkot|sayang|monkey|dragon|sandi|admin|kunci|pemda|"
    "maret|april|kata|kota|juni|juli|mei|bkd|bkn|asn"
)
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")
_RUN = 4


def parse_password(typed: str) -> str:
    """The password as it is used: composed (Unicode NFC), with nothing left out.

    Raises Refusal for fewer than 12 characters, and for what is guessed at once: few different characters, digits
    only, something repeated, or hardly anything beside common words, digits and rows of the keyboard.
    """
    if len(typed) > LONGEST:
        raise Refusal(f"Kata sandi paling panjang {LONGEST} huruf. Singkatkan.")
    password = as_used(typed)
    if len(password) < SHORTEST:
        raise Refusal(
            f"Kata sandi sedikitnya {SHORTEST} huruf; yang tertulis {len(password)}. Beberapa kata yang tidak "
            "berhubungan mudah diingat dan sukar ditebak."
        )
    if password != password.strip() or not password.isprintable():
        raise Refusal("Kata sandi tidak boleh diawali atau diakhiri spasi, atau memuat huruf yang tidak terlihat.")
    if _is_guessed(password.casefold()):
        raise Refusal(
            "Kata sandi itu mudah ditebak: terlalu sedikit huruf yang berlainan, berulang, atau hanya kata umum dan "
            "angka. Pilih beberapa kata yang tidak berhubungan."
        )
    return password


def as_used(typed: str) -> str:
    """The password in the form that opens a key, whichever keyboard it was typed on."""
    return unicodedata.normalize("NFC", typed[: LONGEST + 1])


def _is_guessed(password: str) -> bool:
    own = _COMMON.sub("", _without_rows(re.sub(r"[\s\d]+", "", password)))
    return (
        len(set(password)) < _FEWEST_DIFFERENT
        or re.fullmatch(r"(.{1,8}?)\1+.{0,3}", password) is not None
        or len(set(own)) < _FEWEST_OWN
    )


def _without_rows(letters: str) -> str:
    """Letters without runs of the alphabet or of a keyboard, forward or back."""
    kept, at = [], 0
    while at < len(letters):
        length = next((size for size in range(len(letters) - at, _RUN - 1, -1) if _is_row(letters[at : at + size])), 0)
        if not length:
            kept.append(letters[at])
        at += length or 1
    return "".join(kept)


def _is_row(part: str) -> bool:
    return any(part in row or part[::-1] in row for row in _ROWS)
