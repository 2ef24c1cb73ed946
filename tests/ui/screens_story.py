"""Tulis studi kasus: empty, a study, a scene, a choice, an ending, the list, what is wrong, and a walk."""

from collections.abc import Iterator

from asnquiz.usecases.local_ports import Finding
from tests.ui.conftest import Opened
from tests.ui.stories import Shelf, open_story, written

LONG = "Surat undangan dari panitia deklarasi bakal pasangan calon menyebut nama Anda sebagai penerima tamu, lengkap"
FOUND = (
    Finding(("title",), "Judul belum ditulis."),
    Finding(("scenes", "aula", "text"), "Teks memuat tanda kutip lurus; pakai tanda kutip “ dan ”."),
    Finding(("scenes", "kantor", "text"), "Kalimat ini memuat 31 kata; pecah menjadi beberapa kalimat.", advice=True),
    Finding(("scenes", "pagi", "choices", 1, "rule"), '"hadir-deklarasi" tidak ada di aturan.yaml; periksa ejaannya.'),
)


def story_screens(opened: Opened) -> Iterator[str]:
    """Opens each of them on drafts of its own."""
    open_story(opened, {})
    yield "tulis-kasus-kosong"
    content = written()
    content["scenes"]["lain-sama-sekali"] = {"text": LONG}
    shelf = Shelf(found=lambda _: FOUND)
    story = open_story(opened, content, shelf=shelf)
    yield "tulis-kasus"
    for spot in (("pagi", None), ("pagi", 1), ("terlapor", None), ("lain-sama-sekali", None)):
        story.choose(spot)
        yield f"tulis-kasus-{'-'.join(str(part) for part in spot if part is not None)}"
    opened.walker.press("Daftar")
    yield "tulis-kasus-daftar"
    story.page.form.first.setFocus()  # type: ignore[union-attr]
    opened.walker.press("Hapus adegan …")
    yield "tulis-kasus-hapus"
    opened.walker.press("Batal")
    shelf.full = True
    opened.walker.press("Tambah pilihan")
    yield "tulis-kasus-belum-tersimpan"
    opened.walker.write("Cari ketentuan", "kampanye")
    yield "tulis-kasus-cari-ketentuan"
    shelf.full = False
    opened.walker.press("Jalani dari awal")
    yield "tulis-kasus-jalani"
    opened.walker.press("Kembali menulis")
