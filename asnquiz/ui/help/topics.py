"""Which part of the guides is about the page on screen."""

from collections.abc import Mapping

from asnquiz.domain.guide import anchor_of
from asnquiz.ui.destinations import Section
from asnquiz.ui.widgets.page import Page

# The headings of the guides by the section of a page that names none of its own; the first start has no section.
BY_SECTION: Mapping[Section | None, str] = {
    None: "Lima menit pertama",
    Section.HOME: "Lima menit pertama",
    Section.LESSONS: "Membaca materi",
    Section.ASK: "Bertanya: Bolehkah saya?",
    Section.QUIZ: "Latihan dan cek pemahaman",
    Section.CASES: "Studi kasus",
    Section.PLEDGE: "Ikrar",
    Section.RESULTS: "Hasil saya",
    Section.BRIEFING: "Menyiapkan sosialisasi",
    Section.RECAP: "Membaca rekap",
    Section.HELP: "Bila ada yang tidak berjalan",
    Section.SETTINGS: "Ukuran huruf dan warna",
}


def link_about(page: Page | None) -> str:
    """The link `#anchor` to what one of the guides says of a page."""
    heading = BY_SECTION[None] if page is None else page.topic or BY_SECTION[page.section]
    return f"#{anchor_of(heading)}"
