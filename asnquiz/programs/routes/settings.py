"""To the settings: the look, the person's details, and erasing them."""

from functools import partial

from asnquiz import __version__
from asnquiz.domain.pack import Pack
from asnquiz.domain.preferences import Preferences
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import law_stamp
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.pins import ask_pin
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.person.keeper import PersonKeeper
from asnquiz.ui.widgets.ask import tell
from asnquiz.usecases.erase_person import erase_person


def travel(journey: Journey, _destination: Destination) -> None:
    _show(journey)


def person_keeper(journey: Journey) -> PersonKeeper:
    return PersonKeeper(
        journey.profile,
        store=journey.learning.store,
        background=journey.background,
        report=journey.reporter(),
        on_person=journey.show_person,
    )


def change_look(journey: Journey, preferences: Preferences) -> None:
    """Puts on a look that was chosen on the settings page, which stands there anew."""
    journey.wear(preferences)
    _show(journey, again=True)


def _show(journey: Journey, *, again: bool = False) -> None:
    from asnquiz.ui.settings.page import SettingsPage

    now = journey.window.page
    about = (
        f"Versi {__version__}.",
        *_about_content(journey.content),
        "Lisensi: program MIT; huruf Plus Jakarta Sans, SIL OFL; ikon Lucide, ISC; Qt, LGPL.",
    )
    page = SettingsPage(
        journey.window.theme,
        journey.preferences,
        person_keeper(journey),
        data=journey.data,
        about=about,
        on_change=partial(change_look, journey),
        erase=partial(_erase, journey),
        go=journey.window.go,
        before=now if again and isinstance(now, SettingsPage) else None,
    )
    journey.window.show_page(page)


def _about_content(content: Pack | Refusal) -> tuple[str, ...]:
    if isinstance(content, Refusal):
        return (str(content),)
    return (
        f"Paket soal {content.title}, versi {content.version}.",
        law_stamp(content.law_as_of),
        "Isi paket ini sudah dibaca oleh pembaca kedua, tetapi belum diperiksa oleh ahli hukum.",
    )


def _erase(journey: Journey) -> None:
    ask_pin(journey, "Hapus data saya", partial(_erase_now, journey))


def _erase_now(journey: Journey) -> None:
    work = partial(erase_person, journey.profile.id, journey.learning.store)
    journey.fetch(work, partial(_erased, journey), "Menghapus data Anda …", "Data Anda belum terhapus")


def _erased(journey: Journey, _: None) -> None:
    journey.forget()
    journey.window.travel(Section.HOME)
    words = "Berkas nilai yang sudah disimpan atau diserahkan tetap ada di tempatnya."
    tell(journey.window, "Data Anda sudah dihapus dari komputer ini", words)
