"""To Penilaian ulang: how everything is marked, what another marking would change, and putting it in force."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from asnquiz.domain.attempt import PackRef
from asnquiz.domain.marking import KnownPack
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.office_files import save_data
from asnquiz.programs.routes.recap import desk_of, store_of
from asnquiz.programs.routes.reports import XLSX, told
from asnquiz.ui.destinations import RecapRescore
from asnquiz.ui.printing.saving import ask_where
from asnquiz.ui.recap.rescore_page import CHANGES, Marked, RescorePage
from asnquiz.ui.widgets.ask import tell
from asnquiz.usecases.hand_over import free_path
from asnquiz.usecases.rescore import RescorePreview, changed_tables, preview_rescore, rescore

_NOT_COMPARED = "Perubahan belum dapat ditampilkan"
_NOT_REPLACED = "Nilai belum diganti"


def travel(journey: Journey, _: RecapRescore) -> None:
    journey.fetch(partial(_read, journey), partial(_show, journey), "Membuka …")


def _read(journey: Journey) -> Marked:
    store = store_of(journey)
    pack, sha256, _ = journey.learning.packs.current()
    in_use = KnownPack(PackRef(pack.id, pack.version, sha256), pack)
    return Marked(store.marking().in_force, in_use, bool(store.asked()))


def _show(journey: Journey, shown: Marked) -> None:
    window = journey.window
    page = RescorePage(
        window.theme,
        shown,
        desk_of(journey).saving,
        look=partial(_look, journey),
        rescore=partial(_rescore, journey),
        save=partial(_save, journey),
        go=window.go,
    )
    window.show_page(page)


def _look(journey: Journey, by_program: bool) -> None:
    def work() -> RescorePreview:
        pack = journey.learning.packs.current() if by_program else None
        return preview_rescore(pack, store_of(journey))

    if not journey.under_way:
        journey.fetch(work, partial(_preview, journey), "Membandingkan penilaian …", _NOT_COMPARED)


def _preview(journey: Journey, shown: RescorePreview) -> None:
    """On the page of now, which may have been made anew in another text size."""
    if isinstance(page := journey.window.page, RescorePage):
        page.show_preview(shown)


def _rescore(journey: Journey, shown: RescorePreview) -> None:
    now = journey.learning.clock.now().utc
    work = lambda: rescore(shown, store_of(journey), now)  # noqa: E731
    if not journey.under_way:
        journey.fetch(work, partial(_rescored, journey), "Menilai ulang …", _NOT_REPLACED)


def _rescored(journey: Journey, _: None) -> None:
    journey.window.travel(RecapRescore())
    tell(journey.window, "Penilaian diganti", "Rekap nilai dan semua laporan sekarang memakai penilaian itu.")


def _save(journey: Journey, shown: RescorePreview) -> None:
    now = journey.learning.clock.now().utc

    def write(file: Path, count: Callable[[int], None]) -> Sequence[Path]:
        return save_data(file, told(changed_tables(shown, store_of(journey), now), count))

    offered = free_path(journey.folder / f"perubahan-nilai{XLSX.ending}")
    saving = desk_of(journey).saving
    ask_where(journey.window, offered, lambda file: saving.save(CHANGES, partial(write, file)), XLSX)
