#!/usr/bin/env python3
"""Tries the packages of `dist/` in bare systems, as root, and writes what came of it into docs/paket-dicoba.md.

It needs the system of packaging/bare.py, a display of its own (Xvfb) and a stick, which is a file of exFAT under FUSE.
"""

import datetime as dt
import hashlib
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bare import Bare
from builder import BUILD, DIST, ROOT

from asnquiz import __version__

PAGE = ROOT / "docs" / "paket-dicoba.md"
HEADING = "## Paket Linux"
DEB = DIST / f"asnquiz_{__version__}_amd64.deb"
ZIP = DIST / f"asnquiz-{__version__}-linux-x86_64.zip"
PICTURES = BUILD / "dicoba"

_MEGABYTE = 1_000_000
_RUNS = 5
_PATIENCE_S = 120

# A start of the window on a display, until its first page is painted; then what is given, and its end.
WINDOW = """
rm -f /tmp/.X7-lock /tmp/.X11-unix/X7
Xvfb :7 -screen 0 1366x768x24 >/dev/null 2>&1 &
while ! [ -S /tmp/.X11-unix/X7 ]; do sleep 0.1; done
export DISPLAY=:7 ASNQUIZ_DATA={data}
rm -f {data}/log/asnquiz.log
{start} &
until grep -q "first page painted" {data}/log/asnquiz.log 2>/dev/null; do
    kill -0 $! || exit 1
    sleep 0.2
done
sleep 3
{then}
kill $!
wait $!
"""
# "Coba dulu", so that somebody is in; which page is open then stands in the mark of the window.
OPEN = """
xdotool mousemove 209 694 click 1
sleep 5
gio open gambar/nilai.asnskor
sleep 8
scrot -o berkas.png
cat $ASNQUIZ_DATA/window.open
"""
INSTALL = "DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends"
# The stick in a namespace of its own: it is there as long as one line of shell.
STICK = """
mknod -m 666 /dev/fuse c 10 229
mknod /dev/loop-control c 10 237
for n in 0 1 2 3 4 5 6 7; do mknod /dev/loop$n b 7 $n; done
loop=$(losetup --find --show /srv/stik.img)
mkdir -p /media/stik
mount.exfat-fuse -o {mode} $loop /media/stik 2>/dev/null
({line})
code=$?
umount /media/stik
losetup --detach $loop
exit $code
"""
AS_PERSON = "su pegawai -c '{}'"
ON_STICK = "QT_QPA_PLATFORM=offscreen /media/stik/asnquiz/asnquiz"


@dataclass(frozen=True)
class Trial:
    """One thing that is tried: a line of shell, the exit code and the words that must come of it."""

    what: str
    line: str
    result: str
    words: str = ""
    code: int = 0
    user: bool = True


DEBIAN = (
    Trial(
        "`apt-get install ./asnquiz.deb`",
        f"{INSTALL} /srv/asnquiz.deb xvfb scrot xdotool xdg-utils shared-mime-info desktop-file-utils libglib2.0-bin",
        "terpasang",
        user=False,
    ),
    Trial("`asnquiz --version`", "asnquiz --version", "menyebut versinya", f"ASN Netral {__version__}"),
    Trial("`asnquiz doctor`", "asnquiz doctor", "semua baik", "Semua baik."),
    Trial("`asnquiz content check`", "asnquiz content check", "tidak ada kesalahan", "Tidak ada kesalahan."),
    Trial("Tanpa layar: jendela", "asnquiz", "kalimat yang menyebut `tour`", "asnquiz tour --out", code=1),
    Trial(
        "`asnquiz tour`, tanpa layar",
        "asnquiz tour --out $HOME/gambar",
        "semua layar terpotret",
        "berkas nilai, dan surat keterangan tersimpan di /home/pegawai/gambar",
    ),
    Trial(
        "Jendela di layar (Xvfb)",
        WINDOW.format(data="$HOME/data", start="asnquiz", then="scrot -o jendela.png"),
        "tampil dan ditutup dengan baik",
    ),
    Trial(
        "`gio info` dan `xdg-mime query`, untuk kelima akhiran berkas",
        "for kind in skor tugas pack kelas pindah; do echo x > a.asn$kind; "
        "xdg-mime query default $(gio info -a standard::content-type a.asn$kind | grep -o 'application/.*'); "
        "done | sort | uniq -c",
        "semuanya milik ASN Netral",
        "5 asnquiz.desktop",
    ),
    Trial(
        "Membuka berkas nilai dengan `gio open`, jendela sudah terbuka",
        WINDOW.format(data="$HOME/data2", start="asnquiz", then=OPEN),
        "tampil di jendela itu",
        "(ScoreFilePage)",
    ),
    Trial(
        "`apt-get purge asnquiz`",
        "apt-get purge -qq -y asnquiz && find /usr /etc /var /opt -iname '*asnquiz*'",
        "tidak ada yang tertinggal selain data orang itu sendiri",
        user=False,
    ),
)

PREPARE_STICK = f"""
{INSTALL} unzip exfat-fuse exfatprogs >/dev/null
truncate -s 400M /srv/stik.img
mkfs.exfat /srv/stik.img >/dev/null
"""
PORTABLE = (
    Trial(
        "Zip portabel, tanpa pustaka gambar sistem sama sekali: jendela",
        "unzip -q /srv/asnquiz.zip && QT_QPA_PLATFORM=offscreen asnquiz/asnquiz",
        "kalimat yang menyebut pustaka yang kurang dan satu perintah",
        "Pustaka sistem untuk Qt belum lengkap",
        code=1,
    ),
    Trial(
        "Memasang pustaka gambar yang ada di setiap desktop (OpenGL, EGL, xcb, Wayland)",
        f"{INSTALL} libgl1 libegl1 libxcb1 libwayland-client0 libwayland-cursor0",
        "terpasang",
        user=False,
    ),
    Trial(
        "Zip portabel sesudah itu, tanpa layar: `tour`",
        "./asnquiz/asnquiz tour --out $HOME/gambar",
        "semua layar terpotret",
        "berkas nilai, dan surat keterangan tersimpan di /home/pegawai/gambar",
    ),
    Trial(
        "Zip diekstrak ke stik exFAT (tanpa tautan dan tanpa izin berkas): `content check`",
        STICK.format(
            mode="rw",
            line="cd /media/stik && unzip -q /srv/asnquiz.zip && " + AS_PERSON.format(f"{ON_STICK} content check"),
        ),
        "tidak ada kesalahan",
        "Tidak ada kesalahan.",
        user=False,
    ),
    Trial(
        "Jendela dari stik itu",
        STICK.format(
            mode="rw",
            line=AS_PERSON.format(
                f"(rm -rf /media/stik/asnquiz/data; {ON_STICK} & "
                'until grep -q "first page painted" /media/stik/asnquiz/data/log/asnquiz.log; '
                "do sleep 0.5; done 2>/dev/null; kill $!; wait $!)"
            )
            + " && ls /media/stik/asnquiz/data && ! ls -d /home/pegawai/.local",
        ),
        "data ada di samping program, tidak di tempat lain",
        "asnquiz.db",
        user=False,
    ),
    Trial(
        "Jendela dari stik yang hanya dapat dibaca",
        STICK.format(
            mode="ro", line=AS_PERSON.format(f"{ON_STICK}; code=$?; ls -A /home/pegawai | grep local; exit $code")
        ),
        "satu kalimat, kode keluar 1, dan tidak ada folder lain yang dibuat",
        'asnquiz/data" tidak dapat ditulisi',
        code=1,
        user=False,
    ),
)


def main() -> None:
    for package in (DEB, ZIP):
        if not package.is_file():
            sys.exit(f"{package.relative_to(ROOT)} belum ada. Jalankan packaging/linux.py dan packaging/deb.py dahulu.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="asnquiz-bare-", dir="/var/tmp") as aside:
        debian = Bare(Path(aside, "deb"))
        debian.make()
        debian.put(DEB, "/srv/asnquiz.deb")
        rows = list(_lines(debian, "", DEBIAN))
        for name in ("jendela", "berkas"):
            debian.get(f"/home/pegawai/{name}.png", PICTURES / f"{name}.png")
        portable = Bare(Path(aside, "zip"))
        portable.make()
        portable.put(ZIP, "/srv/asnquiz.zip")
        rows += _lines(portable, PREPARE_STICK, PORTABLE)
        version = (debian.folder / "etc/debian_version").read_text("utf-8").strip()
    _write(f"Debian {version}", rows, list(_sizes()), list(_starts()))


def _lines(bare: Bare, prepare: str, trials: Sequence[Trial]) -> Iterator[str]:
    bare.run(["sh", "-ec", f"apt-get update -qq; {prepare}"]).check_returncode()
    for trial in trials:
        begun = time.monotonic()
        done = bare.run(["sh", "-c", trial.line], user=trial.user, output=subprocess.PIPE)
        seconds = time.monotonic() - begun
        if done.returncode != trial.code or trial.words not in done.stdout or "Traceback" in done.stdout:
            sys.exit(f"{trial.what}: {done.returncode}\n{done.stdout}")
        yield f"| {trial.what} | {trial.result} | {seconds:.0f} detik |"


def _sizes() -> Iterator[str]:
    folder = sum(file.stat().st_size for file in (DIST / "asnquiz").rglob("*") if file.is_file())
    yield f"| Folder program | {folder / _MEGABYTE:.0f} MB | |"
    for file in (ZIP, DEB):
        checksum = hashlib.sha256(file.read_bytes()).hexdigest()
        yield f"| {file.name} | {file.stat().st_size / _MEGABYTE:.0f} MB | `{checksum}` |"


def _starts() -> Iterator[str]:
    """Package and source in turns, of the same code on the same Python; the first round is not counted."""
    package = [str(DIST / "asnquiz" / "asnquiz")]
    source = [str(BUILD / ".venv/bin/python"), str(ROOT / "packaging" / "start.py")]
    files = {
        "paket": [DIST / "asnquiz"],
        "sumber": [BUILD / ".venv", ROOT / "asnquiz", ROOT / "assets", ROOT / "questions", Path("/usr/lib/python3.11")],
    }
    found: dict[tuple[str, str], list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as aside:
        for _ in range(_RUNS + 1):
            for name, command in (("paket", package), ("sumber", source)):
                data = Path(aside, name)
                shutil.rmtree(data, ignore_errors=True)
                for kind in ("pertama", "berikutnya", "berikutnya, dingin"):
                    if kind.endswith("dingin"):
                        _cool(files[name])
                    found.setdefault((kind, name), []).append(_start(command, data))
    for (kind, name), times in found.items():
        window, page = (statistics.median(one) for one in zip(*times[1:], strict=True))
        yield f"| {kind} | {name} | {_said(window)} detik | {_said(page)} detik |"


def _start(command: Sequence[str], data: Path) -> tuple[float, float]:
    """Seconds from the command to the painted window and to the first page."""
    log = data / "log" / "asnquiz.log"
    log.unlink(missing_ok=True)
    begun = time.time()
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "ASNQUIZ_DATA": str(data), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environ) as process:
        while "first page painted" not in (lines := log.read_text("utf-8") if log.is_file() else ""):
            if process.poll() is not None or time.time() > begun + _PATIENCE_S:
                process.kill()
                sys.exit(f"{command}: no first page\n{lines}")
            time.sleep(0.02)
        process.terminate()
    found = [re.search(rf"^(.{{23}}) .*{words}$", lines, re.MULTILINE) for words in ("window painted", "page painted")]
    first, second = (dt.datetime.strptime(one[1], "%Y-%m-%d %H:%M:%S,%f").astimezone() for one in found if one)
    return first.timestamp() - begun, second.timestamp() - begun


def _cool(folders: Sequence[Path]) -> None:
    """Lets the system forget the files, as after the computer was switched on."""
    os.sync()
    for file in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        with file.open("rb") as opened:
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _said(seconds: float) -> str:
    return f"{seconds:.1f}".replace(".", ",")


def _write(system: str, rows: list[str], sizes: list[str], starts: list[str]) -> None:
    section = f"""{HEADING}

{dt.datetime.now().astimezone():%Y-%m-%d}, versi {__version__}. Paket dibuat di Debian 12, lalu dicoba di {system} yang
baru dibuat dengan `debootstrap --variant=minbase`, sebagai pengguna biasa. Diulang dengan `packaging/try_packages.py`.

| Percobaan | Hasil | Lama |
| --- | --- | --- |
{chr(10).join(rows)}

| Paket | Ukuran | SHA-256 |
| --- | --- | --- |
{chr(10).join(sizes)}

Waktu dari perintah sampai jendela tergambar dan sampai halaman pertama tampil: median {_RUNS} kali, bergantian, tanpa
layar, di komputer dengan {os.cpu_count()} inti yang bebannya {_said(os.getloadavg()[1])}. "Pertama" berarti tanpa data:
paket membawa isi yang sudah disusun, sumber menyusunnya dahulu. "Dingin" berarti berkas program dikeluarkan dahulu dari
ingatan.

| Mulai | Dari | Jendela | Halaman pertama |
| --- | --- | --- | --- |
{chr(10).join(starts)}

Belum dicoba: desktop sungguhan (GNOME, KDE, Wayland), Ubuntu dan Debian selain 12, stik FAT32 (Linux di sini tidak
dapat membukanya; desktop biasanya memasang stik FAT32 tanpa izin menjalankan program, jadi pakai stik exFAT atau salin
foldernya ke komputer), dan prosesor selain x86_64.
"""
    page = PAGE.read_text("utf-8")
    if HEADING not in page:
        page += f"\n{HEADING}\n"
    PAGE.write_text(re.sub(rf"{HEADING}\n.*?(?=\n## |\Z)", lambda _: section, page, flags=re.DOTALL), "utf-8")


if __name__ == "__main__":
    main()
