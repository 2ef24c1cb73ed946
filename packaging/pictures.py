"""`python3 packaging/pictures.py TOUR`: keeps the pictures of a tour in docs/layar/, and a page that shows them all.

The usual look is kept screen by screen, for the guides; the others as sheets, to be looked over as one family.
TOUR is the folder that `python3 main.py tour --out TOUR` has filled.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).resolve().parent.parent
FOLDER = PROGRAM / "docs" / "layar"
PAGE = PROGRAM / "docs" / "layar.md"

USUAL = ("light", 1.0)
# The chapters of the tour, each by the screen that it begins with.
CHAPTERS = (
    ("mulai-ukuran", "Mulai"),
    ("materi", "Materi, kuis, dan ujian"),
    ("surat-keterangan", "Surat keterangan dan berkas nilai"),
    ("bolehkah-saya", "Bolehkah saya?"),
    ("materi-cari", "Hukum, istilah, diskusi, dan ikrar"),
    ("studi-kasus", "Studi kasus"),
    ("latihan-yakin-atau-ragu", "Latihan ulang, tes awal, dan tes akhir"),
    ("hasil-saya", "Hasil saya dan data saya"),
    ("bantuan", "Bantuan"),
    ("pengaturan-merekap", "Kantor, tugas, dan bukti nilai"),
    ("rekap-kosong", "Rekap nilai"),
    ("sosialisasi-awal", "Sosialisasi"),
    ("soal-setempat-mulai", "Soal setempat dan paket soal"),
    ("pengaturan", "Pengaturan dan kondisi komputer"),
    ("mulai-orang-baru", "Beberapa orang di satu komputer"),
)
THEMES = {"light": "terang", "dark": "gelap", "high-contrast": "kontras tinggi"}
_ACROSS, _WIDE, _GAP, _PER_SHEET = 4, 480, 8, 24
_LOSSLESS, _GOOD = 100, 80


def main() -> int:
    """Writes the pictures and the page anew; those of screens that are no more are gone."""
    from asnquiz.programs.entrance import enter

    enter(PROGRAM, "requirements.txt")
    tour = Path(sys.argv[1])
    screens = json.loads((tour / "summary.json").read_text("utf-8"))["screens"]
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    PAGE.write_text("\n".join([*_usual(tour, screens), *_others(tour, screens)]) + "\n", "utf-8")
    return 0


def _look(screen: dict[str, Any]) -> tuple[str, float]:
    return screen["theme"], screen["text_scale"]


def _usual(tour: Path, screens: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The page's lines about the usual look, a screen of one name once."""
    from PySide6.QtGui import QImage

    yield from (
        "# Semua layar",
        "",
        "Dipotret oleh `python3 main.py tour`, pada 1366 x 768; layar peserta pada 1920 x 1080.",
    )
    chapters = dict(CHAPTERS)
    seen: set[str] = set()
    for screen in screens:
        name = screen["name"]
        if _look(screen) != USUAL or name in seen:
            continue
        seen.add(name)
        QImage(str(tour / screen["file"])).save(str(FOLDER / f"{name}.webp"), None, _LOSSLESS)
        if name in chapters:
            yield from ("", f"## {chapters[name]}")
        yield from ("", f"![{name}](layar/{name}.webp)")
    if missing := set(chapters) - seen:
        sys.exit(f"The tour has no screen {', '.join(sorted(missing))}: mend CHAPTERS.")


def _others(tour: Path, screens: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The page's lines about the other looks, on sheets."""
    looks = dict.fromkeys((*_look(one), one["width"], one["height"]) for one in screens)
    yield from ("", "## Tampilan lain")
    for look in looks:
        theme, scale, width, height = look
        files = [tour / one["file"] for one in screens if (*_look(one), one["width"], one["height"]) == look]
        if (theme, scale) == USUAL and width >= 1366:
            continue
        words = f"{THEMES[theme].capitalize()}, huruf {scale:.0%}, {width} x {height}"
        yield from ("", f"### {words}")
        for start in range(0, len(files), _PER_SHEET):
            name = f"tampilan-{theme}-{scale:.0%}-{width}-{start // _PER_SHEET + 1}.webp".replace("%", "")
            _sheet(files[start : start + _PER_SHEET], FOLDER / name)
            yield from ("", f"![{words}](layar/{name})")


def _sheet(files: Sequence[Path], to: Path) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    pictures = [QImage(str(file)).scaledToWidth(_WIDE, Qt.TransformationMode.SmoothTransformation) for file in files]
    tall, rows = pictures[0].height() + _GAP, -(-len(pictures) // _ACROSS)
    sheet = QImage(_ACROSS * (_WIDE + _GAP), rows * tall, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    for place, picture in enumerate(pictures):
        painter.drawImage(place % _ACROSS * (_WIDE + _GAP), place // _ACROSS * tall, picture)
    painter.end()
    sheet.save(str(to), None, _GOOD)


if __name__ == "__main__":
    sys.path[0] = str(PROGRAM)
    sys.exit(main())
