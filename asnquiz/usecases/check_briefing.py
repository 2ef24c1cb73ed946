"""Looks at what a briefing needs before people sit down, and says of each whether it is ready and the way out if not.

What was looked at comes in as plain values; nothing is asked of the computer here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from asnquiz.domain.briefing import Way
from asnquiz.domain.pack import Pack
from asnquiz.domain.wording import law_stamp, number_words, pack_version_words

_MB = 1_000_000
_LEAST_FREE = 200 * _MB
_LOW = 40  # percent of a battery that may not last for 90 minutes


class Ready(Enum):
    """`ask`: only the trainer can know it."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


@dataclass(frozen=True)
class Check:
    """One thing that was looked at; `advice` is the way out, or how to look at it oneself, empty where all is well."""

    name: str
    title: str
    state: Ready
    words: str
    advice: str = ""


@dataclass(frozen=True)
class Screens:
    """How many screens show something of their own, and whether others only mirror one of them."""

    apart: int
    mirrored: bool


@dataclass(frozen=True)
class Power:
    """Whether the charger is in, and how full the battery is, 0 to 100; None where the system does not say."""

    plugged: bool | None
    percent: int | None


@dataclass(frozen=True)
class Around:
    """What surrounds a briefing.

    Attributes:
        keep_awake: how sleep is switched off on this system, in a sentence.
        free: bytes that can still be written, None where that cannot be known.
        address: where phones are to come in, at which this computer has answered itself; None where there is none.
        trouble: why there is none, in a sentence, where an address was tried.
        reached: how many other devices fetched the phone page from there.
    """

    screens: Screens
    power: Power
    keep_awake: str
    free: int | None
    address: str | None
    reached: int
    trouble: str = ""


def check_briefing(way: Way, pack: Pack, around: Around) -> Sequence[Check]:
    """Everything, in the order in which it is put right in a room."""
    return tuple(_checks(way, pack, around))


def _checks(way: Way, pack: Pack, around: Around) -> Iterator[Check]:
    yield _screens(around.screens)
    yield _power(around.power)
    words = "Program tidak mengubah pengaturan tidur komputer. Layar yang padam menghentikan tampilan bagi peserta."
    yield Check("sleep", "Tidak tidur di tengah acara", Ready.ASK, words, around.keep_awake)
    if way.networked:
        yield _address(around.address, around.trouble)
        yield _phone(around.address, around.reached)
    yield _space(around.free)
    version = pack_version_words(pack.version)
    yield Check("pack", "Paket soal", Ready.YES, f"{pack.title}, versi {version}. {law_stamp(pack.law_as_of)}")


def _screens(screens: Screens) -> Check:
    title = "Layar"
    if screens.apart > 1:
        words = "Dua layar dengan isi berbeda: peserta melihat proyektor, dan Anda melihat catatan di laptop."
        return Check("screens", title, Ready.YES, words)
    apart = "Pilih “Perluas” di pengaturan layar; di Windows tekan tombol Windows + P."
    alone = "Tanpa itu, pakai “Satu layar”: catatan dan kunci jawaban tidak tampil di layar itu."
    if screens.mirrored:
        words = "Laptop dan proyektor menampilkan isi yang sama."
        return Check("screens", title, Ready.NO, words, f"{apart} {alone}")
    words = "Baru satu layar yang terlihat."
    return Check("screens", title, Ready.NO, words, f"Sambungkan proyektor. {apart} {alone}")


def _power(power: Power) -> Check:
    title = "Daya"
    full = f" Baterai {power.percent} %." if power.percent is not None else ""
    if power.plugged:
        return Check("power", title, Ready.YES, f"Pengisi daya terpasang.{full}")
    if power.plugged is None:
        words = "Keadaan baterai tidak dapat diketahui di komputer ini."
        return Check("power", title, Ready.ASK, words, "Pastikan pengisi daya terpasang.")
    low = power.percent is not None and power.percent < _LOW
    words = f"Komputer memakai baterai.{full}"
    return Check("power", title, Ready.NO if low else Ready.ASK, words, "Pasang pengisi daya sebelum mulai.")


def _address(address: str | None, trouble: str) -> Check:
    title = "Alamat untuk HP"
    if address:
        return Check("address", title, Ready.YES, f"{address} sudah dicoba dari komputer ini sendiri.")
    words = trouble or "Komputer ini belum tersambung ke jaringan yang dapat dipakai HP."
    advice = (
        "Nyalakan router, sambungkan komputer ini ke Wi-Fi atau kabelnya, lalu tekan “Cek lagi”. Atau kembali dan "
        "pilih kartu huruf, angkat tangan, atau lembar kertas, yang tidak memerlukan jaringan."
    )
    return Check("address", title, Ready.NO, words, advice)


def _phone(address: str | None, reached: int) -> Check:
    title = "Satu HP sudah mencoba"
    if reached:
        return Check("phone", title, Ready.YES, f"{number_words(reached)} HP sudah membuka halaman peserta.")
    words = "Belum ada HP yang membuka halaman peserta."
    if address is None:
        return Check("phone", title, Ready.NO, words, "Selesaikan dahulu alamat untuk HP.")
    advice = (
        f"Sambungkan satu HP ke jaringan yang sama, matikan data selulernya, lalu buka http://{address}. Bila halaman "
        "tidak terbuka, izinkan ASN Netral di firewall komputer ini, dan pastikan jaringannya tidak "
        "memisahkan perangkat satu dari yang lain."
    )
    return Check("phone", title, Ready.ASK, words, advice)


def _space(free: int | None) -> Check:
    title = "Ruang penyimpanan"
    if free is None:
        advice = "Pastikan penyimpanan komputer ini tidak penuh."
        return Check("space", title, Ready.ASK, "Ruang kosong tidak dapat diketahui.", advice)
    if free < _LEAST_FREE:
        words = f"Tinggal {number_words(free // _MB)} MB."
        advice = "Kosongkan sebagian penyimpanan, karena setiap jawaban disimpan saat itu juga."
        return Check("space", title, Ready.NO, words, advice)
    return Check("space", title, Ready.YES, "Cukup untuk menyimpan semua jawaban.")


def summary_words(checks: Sequence[Check]) -> str:
    """How all of it stands."""
    wanting = sum(check.state is Ready.NO for check in checks)
    if wanting:
        return f"{number_words(wanting)} hal perlu dibenahi"
    asked = sum(check.state is Ready.ASK for check in checks)
    return f"{number_words(asked)} hal perlu Anda pastikan sendiri" if asked else "Semua siap"
