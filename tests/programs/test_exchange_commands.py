"""`content export` and `content import` on the program's own pack and a data folder's own drafts."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnquiz.content.checker import open_pack
from asnquiz.domain.draft import Workshop
from asnquiz.programs.commands import run_command
from asnquiz.programs.paths import PACK, Paths, content_folder
from asnquiz.storage.drafts.database import open_drafts
from tests.data_folders import compiled_before

WORKSHOP = Workshop("kab-contoh", "Netralitas di Kabupaten Contoh", "BKPSDM Kabupaten Contoh")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in which a layer is being written."""
    paths = compiled_before(Paths(tmp_path / "data"))
    store = open_drafts(paths.drafts)
    store.keep_workshop(WORKSHOP)
    store.close()
    return paths.data


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = run_command([str(word) for word in words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def as_json(printed: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(printed)
    return told


@pytest.mark.parametrize("form", ["gift", "moodle"])
def test_a_question_of_each_type_goes_out_and_comes_in_as_drafts(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    checked = open_pack(content_folder() / PACK)
    assert checked.pack
    ids = {item.type: item.id for item in checked.pack.items}
    file = tmp_path / "soal"
    where = ("content", "--data-dir", data)
    code, out, _ = run(capsys, *where, "export", "--format", form, "--out", file, "--json", "--ids", *ids.values())
    exported = as_json(out)
    assert code == 0
    assert set(exported) == {"format", "questions", "losses"}
    assert (exported["format"], exported["questions"]) == (form, len(ids))
    assert {frozenset(loss) for loss in exported["losses"]} == {frozenset({"item", "message"})}

    code, out, _ = run(capsys, *where, "import", "--format", form, file, "--json")
    imported = as_json(out)
    assert (code, imported["format"], imported["questions"]) == (0, form, len(ids))
    assert {loss["item"] for loss in imported["losses"]} == set(ids.values())  # each has another id now
    store = open_drafts(Paths(data).drafts)
    drafts = store.drafts()
    store.close()
    items = {item.id: item for item in checked.pack.items}
    assert [(one.content["type"], one.content["stem"]) for one in drafts] == [
        (type_.value, items[id_].stem) for type_, id_ in ids.items()
    ]


def test_a_file_without_a_question_is_no_success(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "catatan.txt"
    file.write_text("Catatan rapat.\n", "utf-8")
    code, out, _ = run(capsys, "content", "--data-dir", data, "import", "--format", "gift", file)
    assert (code, "Tidak ada soal di berkas ini." in out) == (1, True)


def test_chosen_questions_go_out_and_people_read_what_stays_behind(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "soal.txt"
    ids = ("selama-kembali-mengajar-01", "selama-kembali-mengajar-01")
    where = ("content", "--data-dir", data, "export", "--out", file, "--format")
    code, out, _ = run(capsys, *where, "aiken", "--ids", *ids)
    assert (code, file.exists()) == (1, False)
    assert out.splitlines() == [
        "selama-kembali-mengajar-01: Aiken hanya memuat soal satu pilihan benar; soal ini dilewati.",
        "Tidak ada soal yang dapat dimuat Aiken, jadi tidak ada berkas yang ditulis.",
        "1 catatan di atas menyebut apa yang tidak terbawa atau berubah.",
    ]
    code, out, _ = run(capsys, *where, "gift", "--ids", *ids)
    assert (code, out.splitlines()[1]) == (0, f"1 soal tersimpan di {file}.")
    before = file.read_bytes()
    code, _, err = run(capsys, *where, "gift")
    assert (code, "sudah ada" in err, file.read_bytes()) == (1, True, before)
    file.unlink()
    code, _, err = run(capsys, *where, "gift", "--ids", "tidak-ada", "\x1b[2J")
    assert (code, file.exists()) == (1, False)
    assert err == "Soal berikut tidak ada di paket itu: tidak-ada, □[2J. Periksa ejaannya.\n"


def test_a_file_that_cannot_be_read_changes_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "rusak.gift"
    broken.write_text("Baik?{=ya ~bukan}\n\nTanpa penutup{=ya ~bukan", encoding="utf-8")
    for file, words in ((broken, "Baris 3: "), (tmp_path, "bukan berkas"), (tmp_path / "tidak-ada", "tidak ditemukan")):
        code, out, err = run(capsys, "content", "import", "--data-dir", data, "--format", "gift", file)
        assert (code, out, words in err) == (1, "", True)
    store = open_drafts(Paths(data).drafts)
    assert store.drafts() == ()
    store.close()


def test_a_question_of_the_folders_own_is_replaced_only_when_told(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "soal.gift"
    words = ("content", "import", "--data-dir", data, "--format", "gift", file)
    file.write_text("// [id:kab-contoh-siapa]\nSiapa?{=ASN ~calon}\n", encoding="utf-8")
    assert run(capsys, *words) == (0, "1 soal masuk ke konsep di “Soal setempat”.\n", "")
    file.write_text("// [id:kab-contoh-siapa]\nSiapa saja?{=ASN ~calon}\n", encoding="utf-8")
    code, out, _ = run(capsys, *words)
    assert (code, out.splitlines()[1]) == (0, "0 soal masuk ke konsep di “Soal setempat”.")
    assert run(capsys, *words, "--replace")[1] == "1 soal masuk ke konsep di “Soal setempat”.\n"
