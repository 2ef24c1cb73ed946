"""To the packs on this computer, and to a pack's file before anybody said yes to it."""

from collections.abc import Callable
from functools import partial

from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import OpenPack, Packs
from asnquiz.ui.widgets.ask import tell
from asnquiz.usecases.local_ports import PackKind
from asnquiz.usecases.name_file import PACK_ENDING
from asnquiz.usecases.see_packs import PackOffer, PacksStanding, content_now, look_into, see_packs

_NOT_OPENED = "Paket belum dapat dibuka"
_NOT_CHANGED = "Paket belum diganti"
_AT_ONCE = "Isinya langsung dipakai di jendela ini."


def travel(journey: Journey, destination: Packs | OpenPack) -> None:
    packs, shelf = journey.learning.packs, journey.learning.shelf
    if isinstance(destination, OpenPack):
        look = lambda: look_into(destination.file, packs, shelf())  # noqa: E731
        journey.fetch(look, partial(_offer, journey), "Memeriksa paket …", _NOT_OPENED)
    else:
        see = lambda: see_packs(packs, shelf(), packs.notice)  # noqa: E731
        journey.fetch(see, partial(_show, journey), "Membuka Paket soal …", note=partial(_note, journey))


def _note(journey: Journey, standing: PacksStanding) -> None:
    """A command may have put something else in use meanwhile."""
    journey.go_on_with(standing.content)


def _show(journey: Journey, standing: PacksStanding) -> None:
    from asnquiz.ui.packs.page import PacksPage

    shelf = journey.learning.shelf

    def use(kind: PackKind, sha256: str | None) -> None:
        _change(journey, lambda: shelf().use(kind, sha256), "Paket sudah diganti", _AT_ONCE)

    def remove(sha256: str) -> None:
        _change(journey, lambda: shelf().remove(sha256), "Versi itu sudah dihapus", "Yang lain tidak berubah.")

    def choose() -> None:
        from asnquiz.ui.recap.choosing import ask_for_files

        chosen = lambda files: journey.window.go(OpenPack(files[0]))  # noqa: E731
        ask_for_files(journey.window, "Pilih berkas paket", journey.folder, chosen, kinds=f"Paket (*{PACK_ENDING})")

    window = journey.window
    window.show_page(PacksPage(window.theme, standing, use=use, remove=remove, choose=choose, go=window.go))


def _offer(journey: Journey, offer: PackOffer) -> None:
    from asnquiz.ui.packs.open_page import OpenPackPage

    window, shelf, clock = journey.window, journey.learning.shelf, journey.learning.clock

    def take() -> None:
        keep = lambda: shelf().take(offer.opened, offer.file, clock.now())  # noqa: E731
        _change(journey, keep, "Paket sudah dipakai", _AT_ONCE)

    window.show_page(OpenPackPage(window.theme, offer, take=take, go=window.go))


def _change(journey: Journey, change: Callable[[], None], title: str, words: str) -> None:
    """Changes something of the packs, and goes on with whatever content is in use then."""
    packs = journey.learning.packs

    def work() -> Pack | Refusal:
        change()
        return content_now(packs)

    def changed(content: Pack | Refusal) -> None:
        journey.window.travel(Packs())
        if isinstance(content, Refusal):
            journey.window.report("Paket yang dipakai tidak dapat dibuka", str(content))
        else:
            tell(journey.window, title, words)

    if not journey.under_way:
        journey.fetch(work, changed, "Mengganti paket …", _NOT_CHANGED, journey.go_on_with)
