"""What the keys of the window do: text size on the page that stands there, and help."""

from dataclasses import replace

from asnquiz.domain.preferences import TEXT_PERCENTS, Preferences
from asnquiz.programs.journey import Journey
from asnquiz.ui.shell.window_keys import WindowKey
from asnquiz.ui.widgets.ask import tell
from asnquiz.ui.widgets.spoken import announce

_STEPS = {WindowKey.LARGER: 1, WindowKey.SMALLER: -1}


def press(journey: Journey, key: WindowKey) -> None:
    if key is WindowKey.HELP:
        from asnquiz.programs.routes.help import show_keys

        show_keys(journey)
        return
    percent = _size_after(key, journey.preferences.text_percent)
    if percent == journey.preferences.text_percent:
        announce(journey.window, f"Ukuran huruf tetap {percent} %.")
    else:
        _wear_size(journey, percent)


def _size_after(key: WindowKey, percent: int) -> int:
    if key is WindowKey.USUAL_SIZE:
        return Preferences().text_percent
    place = TEXT_PERCENTS.index(percent) + _STEPS[key]
    return TEXT_PERCENTS[min(max(place, 0), len(TEXT_PERCENTS) - 1)]


def _wear_size(journey: Journey, percent: int) -> None:
    window = journey.window
    if window.page and window.page.take_size(percent):
        return
    journey.wear(replace(journey.preferences, text_percent=percent))
    if window.renew_page():
        announce(window, f"Ukuran huruf {percent} %.")
    else:
        words = "Halaman ini tetap seperti semula, supaya yang sudah Anda isi tidak hilang."
        tell(window, f"Ukuran huruf {percent} % berlaku mulai halaman berikutnya", words)
