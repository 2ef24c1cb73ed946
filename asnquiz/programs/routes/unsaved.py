"""What comes before somebody takes the place of a person whose work could not be kept."""

from collections.abc import Callable

from asnquiz.programs.journey import Journey
from asnquiz.ui.widgets.ask import Answer, ask


def unless_lost(journey: Journey, come_in: Callable[[], None]) -> None:
    """Lets somebody come in; but asks first where something of whoever is away is not kept yet.

    Called when everything that was sent to be kept has been, or has failed.
    """
    absent = journey.absent
    if absent is None or not absent.lost:
        come_in()
        return

    def try_again() -> None:
        absent.lost = False
        journey.window.keep_aside()
        journey.fetch(lambda: None, lambda _: unless_lost(journey, come_in), "Menyimpan …")

    who = absent.profile.person.name or "Tamu"
    words = (
        f"Yang sedang dikerjakan {who} belum tersimpan seluruhnya. Bila Anda masuk sekarang, bagian itu hilang. "
        f"Kosongkan ruang penyimpanan bila penuh, lalu coba lagi, atau tunggu sampai {who} masuk."
    )
    title = f"Pekerjaan {who} belum tersimpan"
    answers: list[Answer] = [("Coba lagi", try_again), ("Masuk saja", come_in), ("Batal", None)]
    ask(journey.window, title, words, answers)
