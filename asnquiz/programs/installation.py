"""Makes the environment of environment.py: `.venv`, the pinned packages in it, and what they need of the system.

Standard library only. It tells the person in Indonesian, on standard error, what it is doing, and what to do when the
world does not play along.
"""

import errno
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PureWindowsPath
from typing import IO

from asnquiz.programs import system_packages
from asnquiz.programs.environment import Environment, pins
from asnquiz.programs.windows_version import refuse_unfit_windows

# The pins name every dependency, so pip has none to look for.
_PIP_INSTALL = ("-m", "pip", "install", "--no-deps", "--no-input", "--disable-pip-version-check", "--progress-bar=off")

_REASONS = {
    errno.ENOSPC: "ruang penyimpanan penuh",
    errno.EDQUOT: "jatah ruang penyimpanan habis",
    errno.EACCES: "tidak ada izin membaca atau menulis",
    errno.EPERM: "tidak ada izin membaca atau menulis",
    errno.EROFS: "tempat itu hanya dapat dibaca",
    errno.ENOENT: "ada berkas yang hilang",
}

# Windows as it comes takes 259 characters in all, and within the packages a path has up to 151.
_LONGEST_ON_WINDOWS = 80

# Far behind the end of any file: Windows locks bytes, and pip must be able to read the others.
_LOCKED_BYTE = 1 << 30


def install(environment: Environment) -> None:
    """Makes the environment ready; leaves with exit code 1 and a sentence when that cannot be done.

    A second start waits here until the first one has finished.
    """
    refuse_unfit_windows()
    try:
        with _alone(environment.requirements[0]):
            if not environment.ready:
                _make_folder(environment)
                _install_packages(environment)
                _look_after_qt(environment)
                environment.mark_ready()
    except OSError as error:
        sys.exit(
            f'Folder program "{environment.program}" tidak dapat disiapkan: {_reason(error)}.\n'
            "Salin folder itu ke tempat yang dapat Anda tulisi dan yang masih lapang, lalu jalankan lagi."
        )


def _reason(error: OSError) -> str:
    place = f' di "{error.filename}"' if error.filename else ""
    return _REASONS.get(error.errno or 0, "berkas tidak dapat dibuat atau dibaca") + place


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    with file.open("rb") as held:
        _wait_for(held)
        yield


def _wait_for(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(_LOCKED_BYTE)
        held = False
        while not held:
            with suppress(OSError):  # raised after ten seconds; the other start may need minutes
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                held = True
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)


def _make_folder(environment: Environment) -> None:
    """Leaves a `.venv` whose pip works; one that was left half made, or broke since, is made anew."""
    sound = environment.python.exists() and not environment.half_made
    if sound and _run(environment.python, "-m", "pip", "--version").returncode == 0:
        environment.mark_unfinished()
        return
    _have_venv_module()
    _say("Menyiapkan ASN Netral. Ini hanya sekali dan dapat memerlukan beberapa menit.")
    if environment.folder.exists():
        shutil.rmtree(environment.folder)
    environment.folder.mkdir()
    environment.mark_unfinished()

    import venv  # only now: a bare Debian lacks it until the step above

    try:
        venv.create(environment.folder, symlinks=sys.platform != "win32", with_pip=True)
    except subprocess.CalledProcessError as error:
        sys.exit(
            "Lingkungan Python tidak dapat dibuat. Pasang ulang Python 3.11 atau yang lebih baru, lalu jalankan lagi.\n"
            f"Rincian: {error}"
        )


def _have_venv_module() -> None:
    """Debian and Ubuntu keep a part of venv in a package of its own."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not _install_for_system(f"Modul venv belum ada di komputer ini. Memasang paket {package} ...", (package,)):
        sys.exit(
            "Modul venv belum ada di komputer ini. Jalankan perintah berikut satu kali, lalu jalankan program lagi:\n"
            f"  {system_packages.command((package,))}"
        )
    importlib.invalidate_caches()


def _install_packages(environment: Environment) -> None:
    wheels = environment.program / "wheels"
    source = ("--no-index", "--find-links", str(wheels)) if wheels.is_dir() else ()
    files = tuple(part for file in environment.requirements for part in ("-r", str(file)))
    names = {name for file in environment.requirements for name, _, _ in pins(file.read_text(encoding="utf-8"))}
    _say(f"{'Memasang' if source else 'Mengunduh dan memasang'} {len(names)} paket ...")
    with subprocess.Popen(  # noqa: S603 - pip, with our own files
        (environment.python, *_PIP_INSTALL, *source, *files),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        fault = _follow(pip.stdout or ())
    if pip.returncode != 0:
        sys.exit(_missing_packages(environment, wheels, fault))


def _follow(lines: Iterable[str]) -> str:
    """Says the name of each package that pip comes to; returns pip's last line about an error."""
    fault = ""
    for line in lines:
        if found := re.match(r"Collecting ([\w.-]+)==|Processing .*[/\\]([\w.]+)-\d[^/\\ ]*\.whl", line):
            _say(f"  {found[1] or found[2]}")
        elif line.startswith("ERROR:"):
            fault = line.strip()
    return fault


def _missing_packages(environment: Environment, wheels: Path, fault: str) -> str:
    program = environment.program
    if isinstance(program, PureWindowsPath) and len(str(program)) > _LONGEST_ON_WINDOWS:
        return (
            f'Paket tidak dapat dipasang. Jalur "{program}" mungkin terlalu panjang: {len(str(program))} huruf, '
            f"sebaiknya paling panjang {_LONGEST_ON_WINDOWS}. Pindahkan folder program ke jalur pendek, misalnya "
            f"C:\\asnquiz, lalu jalankan lagi.\nRincian: {fault}"
        )
    version = f"Python {sys.version_info.major}.{sys.version_info.minor}"
    if wheels.is_dir():
        problem = (
            f'Folder "{wheels}" tidak berisi semua paket untuk {version} di komputer ini.\n'
            "Hapus folder itu agar paket diunduh dari internet, atau buat ulang isinya:"
        )
    else:
        problem = (
            "Paket yang diperlukan tidak dapat diunduh atau dipasang. "
            "Periksa sambungan internet dan ruang penyimpanan, lalu jalankan lagi.\n"
            "Tanpa internet, siapkan folder wheels:"
        )
    names = " ".join(f"-r {file.name}" for file in environment.requirements)
    python = environment.python.relative_to(environment.program)  # Debian's own python3 has no pip
    return (
        f"{problem} di komputer lain yang tersambung, dengan sistem operasi yang sama dan {version},\n"
        "jalankan program ini satu kali, lalu jalankan perintah ini di folder program, dan salin folder wheels\n"
        "ke folder program di komputer ini:\n"
        f"  {python} -m pip download {names} -d wheels\n"
        f"Rincian: {fault}"
    )


def _look_after_qt(environment: Environment) -> None:
    """Qt's own packages lack some libraries that a desktop's Linux has and a bare one has not.

    Where they cannot be installed, whatever needs them tells how that is done.
    """
    if system_packages.may_install() and (library := _missing_qt_library(environment)):
        told = f"Pustaka sistem untuk Qt belum lengkap ({library}). Memasangnya ..."
        _install_for_system(told, system_packages.QT_PACKAGES)


def _missing_qt_library(environment: Environment) -> str:
    question = "from asnquiz.programs.system_packages import missing_qt_library; print(missing_qt_library() or '')"
    return _run(environment.python, "-c", question, folder=environment.program).stdout.strip()


def _install_for_system(told: str, packages: Iterable[str]) -> bool:
    if not system_packages.may_install():
        return False
    _say(told)
    return system_packages.install(packages)


def _run(program: Path, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - fixed commands
        (program, *arguments),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
