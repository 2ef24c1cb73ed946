"""To a person's own data: a copy of it, moving from and to another computer, backups, and erasing."""

import secrets
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from asnquiz import __version__
from asnquiz.domain.backup import Backup
from asnquiz.domain.move import CODE_BYTES, code_words
from asnquiz.domain.person import Profile
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.pins import ask_pin
from asnquiz.programs.routes.unsaved import unless_lost
from asnquiz.ui.destinations import ChoosePerson, MoveAway, MoveHere, OwnData, Section, ShowBackups
from asnquiz.ui.widgets.ask import tell
from asnquiz.usecases.come_in import Seat, seat_of
from asnquiz.usecases.copy_data import copy_data, copy_text
from asnquiz.usecases.erase_person import erase_person
from asnquiz.usecases.move_person import Arrival, arrived, left_out_words, move_in, pack_up
from asnquiz.usecases.name_file import MOVE_ENDING, slug

if TYPE_CHECKING:
    from asnquiz.scorefiles.move_file import SealedMove
    from asnquiz.ui.own_data.arrival_page import ArrivalPage
    from asnquiz.ui.own_data.move_page import MoveAwayPage

_NOT_OPENED = "Berkas belum dapat dibuka"


def travel(journey: Journey, destination: OwnData | MoveAway | MoveHere | ShowBackups) -> None:
    match destination:
        case OwnData():
            _own_data(journey)
        case MoveAway():
            _move_away(journey)
        case MoveHere(file):
            journey.fetch(
                partial(_read_sealed, file), partial(_arrival, journey, file), "Membuka berkas …", _NOT_OPENED
            )
        case ShowBackups():
            journey.fetch(journey.learning.store.backups, partial(_backups, journey), "Memeriksa cadangan …")


def _own_data(journey: Journey) -> None:
    from asnquiz.ui.own_data.page import OwnDataPage

    page = OwnDataPage(
        journey.window.theme,
        journey.profile.person.name,
        data=journey.data,
        go=journey.window.go,
        copy=partial(_save_copy, journey),
        take=partial(choose_move, journey),
        erase=partial(_erase, journey),
    )
    journey.window.show_page(page)


def _save_copy(journey: Journey) -> None:
    from asnquiz.ui.printing.saving import FileKind, ask_where, tell_saved

    def write(file: Path) -> Path:
        from asnquiz.scorefiles.durable import write

        learning = journey.learning
        made = copy_data(journey.profile.id, learning.clock.now(), store=learning.store, program=__version__)
        write(file, copy_text(made).encode())
        return file

    def chosen(file: Path) -> None:
        told = partial(tell_saved, journey.window, title="Salinan data tersimpan")
        journey.fetch(partial(write, file), told, "Menyimpan salinan data …", "Salinan data belum tersimpan")

    day = journey.learning.clock.now().local.date()
    name = "-".join(filter(None, ("salinan-data", slug(journey.profile.person.name or ""), str(day))))
    kind = FileKind("Simpan salinan data", "Berkas data", ".json")
    ask_where(journey.window, journey.folder / f"{name}.json", chosen, kind)


def _move_away(journey: Journey) -> None:
    from asnquiz.ui.own_data.move_page import MoveAwayPage

    def save() -> None:
        _save_move(journey, page)

    page = MoveAwayPage(journey.window.theme, save=save, go=journey.window.go)
    journey.window.show_page(page)


def _save_move(journey: Journey, page: "MoveAwayPage") -> None:
    """The code is made here, shown once, and kept nowhere."""
    from asnquiz.ui.printing.saving import FileKind, ask_where

    secret = secrets.token_bytes(CODE_BYTES)
    day = journey.learning.clock.now().local.date()

    def write(file: Path) -> str:
        from asnquiz.scorefiles.move_file import write

        learning = journey.learning
        move = pack_up(journey.profile.id, learning.clock.now(), store=learning.store, program=__version__)
        write(file, move, secret)
        return left_out_words(move.holdings)

    def chosen(file: Path) -> None:
        shown = partial(page.show_saved, file, code_words(secret))
        journey.fetch(partial(write, file), shown, "Menyimpan berkas pindah …", "Berkas pindah belum tersimpan")

    kind = FileKind("Simpan berkas pindah", "Berkas pindah", MOVE_ENDING)
    ask_where(journey.window, journey.folder / f"pindah-komputer-{day}{MOVE_ENDING}", chosen, kind)


def choose_move(journey: Journey) -> None:
    """Asks for the file with which somebody comes from another computer, and goes on with it."""
    from asnquiz.ui.own_data.choosing import ask_which

    ask_which(journey.window, journey.folder, lambda file: journey.window.go(MoveHere(file)))


def _read_sealed(file: Path) -> "SealedMove":
    from asnquiz.scorefiles.move_file import read_sealed

    return read_sealed(file)


def _arrival(journey: Journey, file: Path, sealed: "SealedMove") -> None:
    from asnquiz.ui.own_data.arrival_page import ArrivalPage

    def unlock(secret: bytes) -> None:
        _unlock(journey, sealed, secret, page)

    page = ArrivalPage(
        journey.window.theme,
        file.name,
        unlock=unlock,
        take=partial(_take, journey),
        cancel=partial(journey.window.go, OwnData() if journey.known else Section.HOME),
        alone=journey.known is None,
    )
    journey.window.show_page(page)


def _unlock(journey: Journey, sealed: "SealedMove", secret: bytes, page: "ArrivalPage") -> None:
    def work() -> Arrival:
        from asnquiz.content.compiled import decode_proven

        return arrived(sealed.unlock(secret, decode_proven), journey.learning.store)

    if not journey.under_way:
        journey.fetch(work, page.show_arrival, "Membuka berkas …", _NOT_OPENED)


def _take(journey: Journey, arrival: Arrival) -> None:
    learning = journey.learning

    def work() -> tuple[Profile, Seat]:
        profile = move_in(arrival.move, store=learning.store, count_on=learning.count_on)
        return profile, seat_of(profile.id, learning.store)

    if not journey.under_way:
        journey.window.keep_aside()
        journey.fetch(work, partial(_taken, journey), "Mengambil data …", "Data belum diambil")


def _taken(journey: Journey, found: tuple[Profile, Seat]) -> None:
    """Whoever came goes on here, but for somebody who was here already behind a PIN: the file does not open that."""
    profile, seat = found
    journey.people = seat.people
    if profile.has_pin and (journey.known is None or journey.known.id != profile.id):
        journey.window.travel(ChoosePerson())
    else:
        unless_lost(journey, partial(_come_in, journey, seat))
    words = (
        "Hapus berkas pindah itu bila tidak diperlukan lagi. Data di komputer asal tetap ada sampai dihapus di sana."
    )
    tell(journey.window, f"Data {profile.person.name or 'tamu'} sudah ada di komputer ini", words)


def _backups(journey: Journey, backups: tuple[Backup, ...]) -> None:
    from asnquiz.ui.own_data.backups_page import BackupsPage

    page = BackupsPage(journey.window.theme, backups, restore=partial(_restore, journey), go=journey.window.go)
    journey.window.show_page(page)


def _restore(journey: Journey, backup: Backup) -> None:
    learning = journey.learning

    def work() -> Seat:
        learning.store.restore(backup.name, learning.clock.now())
        return seat_of(journey.profile.id, learning.store)

    journey.fetch(work, partial(_restored, journey), "Memulihkan cadangan …", "Cadangan belum dipulihkan")


def _restored(journey: Journey, seat: Seat) -> None:
    _come_in(journey, seat)
    words = (
        "Keadaan sebelumnya ada di daftar cadangan dan dapat dipulihkan dengan cara yang sama: buka Pengaturan, Data "
        "saya, lalu Lihat cadangan."
    )
    tell(journey.window, "Cadangan sudah dipulihkan", words)


def _come_in(journey: Journey, seat: Seat) -> None:
    """Goes on as after a start: in the look that is kept now, or with whoever is here where this person is not."""
    if seat.profile is None:
        journey.forget()
    else:
        journey.come_in(seat.profile, seat.preferences, seat.people)
    journey.window.travel(Section.HOME)


def _erase(journey: Journey) -> None:
    ask_pin(journey, "Hapus data saya", partial(_erase_now, journey))


def _erase_now(journey: Journey) -> None:
    work = partial(erase_person, journey.profile.id, journey.learning.store)
    journey.fetch(work, partial(_erased, journey), "Menghapus data Anda …", "Data Anda belum terhapus")


def _erased(journey: Journey, _: None) -> None:
    journey.forget()
    journey.window.travel(Section.HOME)
    words = "Berkas nilai, salinan data, dan berkas pindah yang sudah disimpan atau diserahkan tetap ada di tempatnya."
    tell(journey.window, "Data Anda sudah dihapus dari komputer ini", words)
