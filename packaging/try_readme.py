#!/usr/bin/env python3
"""Does what README.md says in bare systems, as root, and writes what came of it into docs/paket-dicoba.md.

With `--tests` it also runs every test there, which takes most of the time.
"""

import argparse
import datetime as dt
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bare import Bare

PROGRAM = Path(__file__).resolve().parent.parent
PAGE = PROGRAM / "docs" / "paket-dicoba.md"
HEADING = "## README di Debian 12 kosong"
BUNDLE = "/srv/asnquiz.bundle"
FOLDER = "$HOME/Program Pilkada é"
CLONE = f'rm -rf "{FOLDER}" && git clone -q {BUNDLE} "{FOLDER}" && cd "{FOLDER}"'
INSIDE = f'cd "{FOLDER}"'
ASK = "python3 main.py content search cuti"
ANSWER = "Keadaan hukum per"
TOUR = "python3 main.py tour --out /tmp/gambar"
TAKEN = "berkas nilai, dan surat keterangan tersimpan di /tmp/gambar"


@dataclass(frozen=True)
class Trial:
    """One thing that is tried: a line of shell, the exit code and the words that must come of it."""

    what: str
    line: str
    result: str
    words: str
    code: int = 0
    user: bool = True
    offline: bool = False
    obey: bool = False  # afterwards root types the command that was told


AS_USER = (
    Trial(
        "Tanpa `python3-venv`, pengguna biasa: mulai pertama",
        f"{CLONE} && {ASK}",
        "satu perintah untuk memasang `venv`; perintah itu dijalankan",
        "Modul venv belum ada di komputer ini. Jalankan perintah berikut satu kali",
        code=1,
        obey=True,
    ),
    Trial(
        "Tanpa internet dan tanpa folder `wheels/`",
        f"{INSIDE} && {ASK}",
        "kalimat cara menyiapkan `wheels/`",
        "Tanpa internet, siapkan folder wheels",
        code=1,
        offline=True,
    ),
    Trial(
        "Pustaka sistem Qt belum ada, di folder dengan spasi dan huruf é: `tour`",
        f"{INSIDE} && {TOUR}",
        "satu perintah untuk memasang pustaka; perintah itu dijalankan",
        "Pustaka sistem untuk Qt belum lengkap",
        code=1,
        obey=True,
    ),
    Trial("Sesudah itu, tanpa layar: `tour`", f"{INSIDE} && {TOUR}", "semua layar terpotret", TAKEN),
    Trial("Tanpa layar: jendela", f"{INSIDE} && python3 main.py", "kalimat yang menyebut `tour`", "tour --out", code=1),
    Trial("`LC_ALL=C`: `doctor`", f"{INSIDE} && LC_ALL=C python3 main.py doctor", "semua baik", "Semua baik."),
    Trial(
        "`HOME` yang tidak dapat ditulisi",
        f"{INSIDE} && HOME=/proc python3 main.py collect status",
        "kalimat yang menyebut folder dan jalan keluarnya",
        "Beri izin tulis, kosongkan ruang penyimpanan, atau pilih folder lain dengan --data-dir",
        code=1,
    ),
    Trial(
        "Folder `wheels/` dibuat dengan perintah yang disebut program",
        f"{INSIDE} && .venv/bin/python -m pip download -q -r requirements.txt -d wheels && rm -r .venv && ls wheels",
        "lengkap",
        "pyside6_essentials-",
    ),
    Trial(
        "Tanpa internet, dengan folder `wheels/`: mulai pertama", f"{INSIDE} && {ASK}", "berjalan", ANSWER, offline=True
    ),
)

AS_ROOT = (
    Trial(
        "Root, tanpa `venv`, pustaka Qt, dan layar: `tour`",
        f"{CLONE} && {TOUR}",
        "program memasang semuanya sendiri; semua layar terpotret",
        TAKEN,
        user=False,
    ),
    Trial(
        "Tanpa data zona waktu, `umask 077`: `doctor`",
        f"{INSIDE} && mv /etc/localtime /etc/lain && umask 077 && python3 main.py doctor; mv /etc/lain /etc/localtime",
        "semua baik",
        "Semua baik.",
        user=False,
    ),
)

TESTS = Trial(
    "Root: `bash .ci/run`",
    f"{INSIDE} && CI=1 bash .ci/run",
    "semua tes lulus, tanpa satu pun dilewati",
    " passed",
    user=False,
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Does what README.md says in bare systems.")
    parser.add_argument("--tests", action="store_true", help="runs every test as well")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="asnquiz-bare-", dir="/var/tmp") as aside:
        commit = _git("rev-parse", "--short", "HEAD").strip()
        bundle = Path(aside, "bundle")
        _git("bundle", "create", "-q", str(bundle), "HEAD")
        rows = list(_lines(Bare(Path(aside, "pengguna")), bundle, AS_USER))
        other = Bare(Path(aside, "root"))
        rows += _lines(other, bundle, (*AS_ROOT, TESTS) if given.tests else AS_ROOT)
        _write(rows, commit, _system(other))


def _git(*words: str) -> str:
    return subprocess.run(["git", "-C", PROGRAM, *words], stdout=subprocess.PIPE, text=True, check=True).stdout


def _lines(bare: Bare, bundle: Path, trials: tuple[Trial, ...]) -> Iterator[str]:
    bare.make()
    bare.put(bundle, BUNDLE)
    packages = "apt-get update -qq && apt-get install -qq -y --no-install-recommends python3 git"
    bare.run(["sh", "-c", packages], environ={"DEBIAN_FRONTEND": "noninteractive"}).check_returncode()
    for trial in trials:
        begun = time.monotonic()
        done = bare.run(["sh", "-c", trial.line], user=trial.user, offline=trial.offline, output=subprocess.PIPE)
        seconds = time.monotonic() - begun
        if done.returncode != trial.code or trial.words not in done.stdout or "Traceback" in done.stdout:
            sys.exit(f"{trial.what}: {done.returncode}\n{done.stdout}")
        yield f"| {trial.what} | {trial.result} | {seconds:.0f} detik |"
        if trial.obey:
            told = _found(r"^  (su - -c .*)$", done.stdout)
            bare.run(["sh", "-c", told]).check_returncode()


def _system(bare: Bare) -> str:
    """Versions, in the words of `doctor`."""
    shown = bare.run(["sh", "-c", f"{INSIDE} && python3 main.py doctor"], output=subprocess.PIPE).stdout
    debian = (bare.folder / "etc/debian_version").read_text("utf-8").strip()
    return f"Debian {debian}, {_found(r'^Baik - Sistem: Linux [^ ]+ (.*)[.]$', shown)}"


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    return found[1] if found else sys.exit(f"{pattern}\n{text}")


def _write(rows: list[str], commit: str, system: str) -> None:
    table = "\n".join(rows)
    section = f"""{HEADING}

{dt.datetime.now().astimezone():%Y-%m-%d}, versi kode {commit}, {system}. Sistem dibuat baru dengan
`debootstrap --variant=minbase`, ditambah `python3` dan `git` saja; tanpa layar, tanpa lokal, tanpa D-Bus, tanpa
`/etc/machine-id`, dan `/dev/shm` hanya 64 MB. Diulang dengan `packaging/try_readme.py`.

| Percobaan | Hasil | Lama |
| --- | --- | --- |
{table}
"""
    page = PAGE.read_text("utf-8")
    PAGE.write_text(re.sub(rf"{HEADING}\n.*?(?=\n## |\Z)", lambda _: section, page, flags=re.DOTALL), "utf-8")


if __name__ == "__main__":
    main()
