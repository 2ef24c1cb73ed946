"""To the settings: the look, and the person's details."""

from functools import partial

from asnquiz import __version__
from asnquiz.domain.layer import national_version
from asnquiz.domain.local_wording import layer_words
from asnquiz.domain.pack import Pack
from asnquiz.domain.preferences import Preferences
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import law_stamp
from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import Destination
from asnquiz.ui.person.keeper import PersonKeeper


def travel(journey: Journey, _destination: Destination) -> None:
    _show(journey)


def person_keeper(journey: Journey) -> PersonKeeper:
    return PersonKeeper(
        journey.profile,
        store=journey.learning.store,
        background=journey.background,
        report=journey.reporter(),
        on_person=journey.show_person,
        units=journey.units,
    )


def change_look(journey: Journey, preferences: Preferences) -> None:
    """Puts on a look that was chosen on the settings page, which stands there anew."""
    journey.wear(preferences)
    _show(journey, again=True)


def _show(journey: Journey, *, again: bool = False) -> None:
    from asnquiz.ui.settings.page import SettingsPage

    now = journey.window.page
    page = SettingsPage(
        journey.window.theme,
        journey.preferences,
        person_keeper(journey),
        about=about_program(journey.content),
        on_change=partial(change_look, journey),
        go=journey.window.go,
        before=now if again and isinstance(now, SettingsPage) else None,
    )
    journey.window.show_page(page)


def about_program(content: Pack | Refusal) -> tuple[str, ...]:
    """What program this is, in sentences."""
    return (
        f"Versi {__version__}.",
        *_about_content(content),
        "Lisensi: program MIT; huruf Plus Jakarta Sans, SIL OFL; ikon Lucide, ISC; Qt, LGPL.",
    )


def _about_content(content: Pack | Refusal) -> tuple[str, ...]:
    if isinstance(content, Refusal):
        return (str(content),)
    local = (f"Paket setempat {layer_words(content.local)}.",) if content.local else ()
    return (
        f"Paket soal {content.title}, versi {national_version(content.version)}.",
        *local,
        law_stamp(content.law_as_of),
        "Isi paket ini sudah dibaca oleh pembaca kedua, tetapi belum diperiksa oleh ahli hukum.",
    )
