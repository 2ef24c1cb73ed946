"""Which way of answering fits a hall: what speaks for the one that is recommended, and what against each other one."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from asnquiz.domain.briefing import Way
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import number_words
from asnquiz.usecases.lead_briefing import MOST_PEOPLE

A_TABLE = 6  # people who share a phone, about
EASY_TO_COUNT = 100  # hands that one person counts in half a minute


class Network(Enum):
    """What phones can reach the computer by."""

    ROUTER = "router"
    HALL = "hall"
    HOTSPOT = "hotspot"
    NONE = "none"


# How many phones a network carries without trouble. A router takes 30 to 60 by its kind; a hall's Wi-Fi may take many
# more, but nobody here knows, so that it is counted as a router.
_CARRIES = {Network.ROUTER: 60, Network.HALL: 60, Network.HOTSPOT: 10, Network.NONE: 0}
_SOME_ROUTERS_CARRY = 30
_CALLED = {Network.ROUTER: "Router sendiri", Network.HALL: "Wi-Fi gedung biasanya", Network.HOTSPOT: "Hotspot HP"}


@dataclass(frozen=True)
class Room:
    """What a trainer knows of a hall beforehand.

    Attributes:
        people: how many are expected.
        phones: whether nearly everybody has a smartphone with them.
        invitations: whether invitations with a kode peserta were printed.
        cards: whether letter cards are there for everybody.
        tests: whether everybody's own result is wanted, as for tes awal and tes akhir.
    """

    people: int
    network: Network
    phones: bool
    invitations: bool
    cards: bool
    tests: bool


@dataclass(frozen=True)
class Advice:
    """A way of answering with what is to be known of it in this hall, each in a sentence.

    Attributes:
        reasons: what speaks for it.
        cautions: what speaks against it, or is to be done first.
    """

    way: Way
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]


def recommend_way(room: Room) -> tuple[Advice, ...]:
    """All ways, the recommended one first, others in the order in which they would come next.

    Phones are recommended where the network carries them, else one phone per table; without either letter cards, or
    hands; where everybody's own result is wanted, paper. Raises Refusal where so many people cannot be.
    """
    if not 1 <= room.people <= MOST_PEOPLE:
        raise Refusal(f"Jumlah peserta harus 1 sampai {number_words(MOST_PEOPLE)}. Perbaiki jumlahnya.")
    order = sorted(Way, key=lambda way: (not _fits(way, room), _LIKED.index(way)))
    return tuple(Advice(way, tuple(_reasons(way, room)), tuple(_cautions(way, room))) for way in order)


_LIKED = (Way.PHONES, Way.TABLES, Way.CARDS, Way.HANDS, Way.PAPER)


def _fits(way: Way, room: Room) -> bool:
    match way:
        case Way.PHONES:
            return room.phones and room.people <= _CARRIES[room.network]
        case Way.TABLES:
            return _tables(room) <= _CARRIES[room.network] and not room.tests
        case Way.CARDS:
            return room.cards and not room.tests
        case Way.HANDS:
            return not room.tests
        case Way.PAPER:
            return True


def _tables(room: Room) -> int:
    return -(-room.people // A_TABLE)


def _reasons(way: Way, room: Room) -> Iterator[str]:
    match way:
        case Way.PHONES:
            yield "Setiap orang menjawab sendiri dan melihat hasilnya di HP-nya; jawaban tersimpan saat itu juga."
            if room.invitations:
                yield "Kode peserta sudah dicetak di undangan: peserta masuk tanpa mengetik nama."
            if _fits(way, room):
                yield _carried(room.people, "HP", room)
        case Way.TABLES:
            yield "Satu HP per meja cukup, dan peserta berdiskusi sebelum menjawab."
            if 0 < _tables(room) <= _CARRIES[room.network]:
                yield _carried(_tables(room), "meja", room)
        case Way.CARDS:
            yield "Tanpa jaringan dan tanpa HP; pilihan terlihat serentak, sehingga orang tidak ikut-ikutan."
        case Way.HANDS:
            yield "Tanpa jaringan, tanpa HP, dan tanpa persiapan apa pun."
        case Way.PAPER:
            yield "Tanpa jaringan, dan hasil setiap orang tetap tercatat, termasuk tes awal dan tes akhir."


def _cautions(way: Way, room: Room) -> Iterator[str]:
    match way:
        case Way.PHONES:
            if not room.phones:
                yield "Tidak semua peserta membawa HP."
            yield from _network_cautions(room.people, room)
            if not room.invitations:
                yield "Peserta mengetik nama dan memilih unit kerja; sediakan waktu beberapa menit."
        case Way.TABLES:
            yield from _network_cautions(_tables(room), room)
            yield "Yang tercatat adalah jawaban meja, bukan jawaban setiap orang."
        case Way.CARDS:
            if not room.cards:
                yield "Kartu huruf belum ada. Cetak dan potong lebih dahulu, satu set untuk setiap orang."
            yield from _counted_cautions(room)
        case Way.HANDS:
            yield "Orang melihat tangan orang lain, sehingga mudah ikut-ikutan."
            if room.people > EASY_TO_COUNT:
                yield f"Lebih dari {EASY_TO_COUNT} tangan sulit dihitung cepat. Minta penghitung untuk setiap baris."
            yield from _counted_cautions(room)
        case Way.PAPER:
            yield "Jawaban diketik sesudah dikumpulkan, sehingga hasilnya tidak terlihat saat diskusi."
            yield "Lembar soal dan lembar jawaban dicetak lebih dahulu."


def _counted_cautions(room: Room) -> Iterator[str]:
    yield "Hanya jumlahnya yang dicatat; jawaban setiap orang tidak diketahui."
    if room.tests:
        yield "Tes awal dan tes akhir tidak dapat diadakan dengan cara ini."


def _carried(devices: int, what: str, room: Room) -> str:
    return f"{_CALLED[room.network]} sanggup melayani sekitar {devices} {what}."


def _network_cautions(devices: int, room: Room) -> Iterator[str]:
    carries = _CARRIES[room.network]
    match room.network:
        case Network.NONE:
            yield "Tidak ada jaringan. Bawa router sendiri; internet tidak diperlukan."
            return
        case Network.HALL:
            yield (
                "Wi-Fi gedung sering memisahkan perangkat satu sama lain. Coba dengan satu HP lebih dahulu; jika "
                "halamannya tidak terbuka, pakai router sendiri atau cara tanpa jaringan."
            )
        case Network.HOTSPOT:
            yield f"Hotspot HP hanya sanggup melayani sekitar {carries} perangkat."
        case Network.ROUTER if _SOME_ROUTERS_CARRY < devices <= carries:
            yield f"Sebagian router hanya sanggup melayani {_SOME_ROUTERS_CARRY} perangkat. Coba lebih dahulu."
    if devices > carries:
        yield f"Perlu {number_words(devices)} perangkat; jaringan ini sanggup melayani sekitar {carries}."
