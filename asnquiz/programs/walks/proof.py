"""Proof of a task for its office: exactly what goes, the saved PDF, and what stands of it afterwards."""

from collections.abc import Callable
from pathlib import Path

from asnquiz.programs.walker import Walker
from asnquiz.programs.walks.documents import save_as_offered


def walk(walker: Walker, shoot: Callable[[str], None], folder: Path) -> Path:
    """From the page of a task with a finished exam; gives the saved PDF, which stands in `folder`."""
    before = set(folder.glob("*.pdf"))
    walker.press("Simpan bukti nilai")
    shoot("bukti-nilai-data-diri")
    walker.press("Lihat yang dikirim")
    shoot("bukti-nilai-isi")
    walker.press("Simpan PDF …")
    save_as_offered(walker)
    shoot("bukti-nilai-tersimpan")
    (proof,) = set(folder.glob("*.pdf")) - before
    walker.press("Beranda")
    shoot("beranda-tugas-disimpan")
    return proof
