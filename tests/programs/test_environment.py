"""Where the program runs and how that place is prepared, with real virtual environments and a package made here.

Each test has a program folder of its own with the real main.py and the real modules behind it. Its requirements name
one small package, whose wheel lies in `wheels/`, so that nothing is fetched.
"""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from asnquiz.programs.environment import Environment, pins, satisfied

pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks into a virtual environment as POSIX lays it out")

ROOT = Path(__file__).resolve().parents[2]
FIRST = ("entrance", "environment", "installation", "system_packages", "windows_version")
MODULES = ("__init__.py", *(f"programs/{name}.py" for name in FIRST))
MAIN = """
import sys

def main(argv):
    import contoh
    print(contoh.VERSION, sys.prefix, *argv)
    return 7
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program folder as on a fresh machine, without internet and with a wheels folder."""
    return make_program(tmp_path / "program saya")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A program folder that was started once, to copy from; and that start."""
    folder = make_program(tmp_path_factory.mktemp("first") / "program saya")
    return folder, start(folder, "content", "--json")


@pytest.fixture
def prepared(program: Path, first: tuple[Path, subprocess.CompletedProcess[str]]) -> Path:
    """A program folder that was started before."""
    shutil.copytree(first[0] / ".venv", program / ".venv", symlinks=True)
    return program


def make_program(folder: Path) -> Path:
    for module in MODULES:
        target = folder / "asnquiz" / module
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "asnquiz" / module, target)
    shutil.copy(ROOT / "main.py", folder)
    (folder / "asnquiz" / "programs" / "__init__.py").write_text(MAIN, encoding="utf-8")
    require(folder, "1.0")
    return folder


def require(program: Path, version: str) -> None:
    """Pins the package at `version` and puts its wheel in place."""
    (program / "wheels").mkdir(exist_ok=True)
    info = f"contoh-{version}.dist-info"
    with zipfile.ZipFile(program / "wheels" / f"contoh-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr("contoh.py", f'VERSION = "contoh {version}"\n')
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: contoh\nVersion: {version}\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
    (program / "requirements.txt").write_text(f"contoh=={version}\n", encoding="utf-8")


def start(program: Path, *words: str, python: Path | str = sys.executable) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [python, program / "main.py", *words],
        cwd=program.parent,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def answer(program: Path, version: str, *words: str) -> str:
    """What the program prints when it runs inside its environment."""
    return " ".join((f"contoh {version}", str(program / ".venv"), *words)) + "\n"


def test_a_fresh_folder_is_prepared_and_the_command_goes_on_inside(
    first: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    program, shown = first
    assert shown.stdout == answer(program, "1.0", "content", "--json")
    assert shown.returncode == 7
    assert shown.stderr.splitlines() == [
        "Menyiapkan ASN Netral. Ini hanya sekali dan dapat memerlukan beberapa menit.",
        "Memasang 1 paket ...",
        "  contoh",
    ]


@pytest.mark.parametrize("inside", [False, True])
def test_a_later_start_prepares_nothing(prepared: Path, inside: bool) -> None:
    shutil.rmtree(prepared / "wheels")
    python = Environment(prepared).python if inside else sys.executable
    shown = start(prepared, "satu dua", python=python)
    assert (shown.stdout, shown.stderr) == (answer(prepared, "1.0", "satu dua"), "")


def test_changed_pins_are_installed_into_the_same_environment(prepared: Path) -> None:
    mine = prepared / ".venv" / "mine.txt"
    mine.touch()
    require(prepared, "2.0")
    assert start(prepared).stdout == answer(prepared, "2.0")
    assert mine.exists()


def test_a_start_killed_halfway_is_repaired_by_the_next(program: Path) -> None:
    with subprocess.Popen([sys.executable, program / "main.py"], stderr=subprocess.PIPE, encoding="utf-8") as first:
        assert first.stderr is not None
        assert "Menyiapkan" in first.stderr.readline()
        first.kill()
    assert not Environment(program, "requirements.txt").ready
    assert start(program).stdout == answer(program, "1.0")


def test_an_environment_whose_python_was_removed_is_made_anew(prepared: Path) -> None:
    settings = prepared / ".venv" / "pyvenv.cfg"
    settings.write_text(settings.read_text().replace(sys.base_prefix, "/removed"))
    Environment(prepared).python.unlink()
    Environment(prepared).python.symlink_to("/removed/bin/python3.11")
    mine = prepared / ".venv" / "mine.txt"
    mine.touch()
    assert start(prepared).stdout == answer(prepared, "1.0")
    assert not mine.exists()


@pytest.mark.parametrize("gone", ["bin/python", "pyvenv.cfg", "requirements.txt.stamp"])
def test_an_environment_that_lacks_a_part_is_not_ready(prepared: Path, gone: str) -> None:
    environment = Environment(prepared, "requirements.txt")
    assert environment.ready
    (environment.folder / gone).unlink()
    assert not environment.ready


def test_an_environment_of_another_python_version_is_not_ready(prepared: Path) -> None:
    environment = Environment(prepared, "requirements.txt")
    packages = environment.folder / "lib" / f"python3.{sys.version_info.minor}"
    packages.rename(packages.with_name("python3.1"))
    assert not environment.ready


def test_an_environment_that_is_being_made_is_not_ready(prepared: Path) -> None:
    environment = Environment(prepared, "requirements.txt")
    environment.mark_unfinished()
    assert (environment.ready, environment.half_made) == (False, True)
    environment.mark_ready()
    assert (environment.ready, environment.half_made) == (True, False)


def test_two_first_starts_at_once_both_succeed(program: Path) -> None:
    command = [sys.executable, str(program / "main.py")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    shown = [process.communicate() for process in both]
    assert [out for out, _ in shown] == [answer(program, "1.0")] * 2
    assert sum("Menyiapkan" in err for _, err in shown) == 1


def test_an_interpreter_that_has_every_pin_is_used_as_it_is(program: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    venv.create(other, symlinks=True)
    packages = next(other.glob("lib/python3*/site-packages"))
    with zipfile.ZipFile(program / "wheels" / "contoh-1.0-py3-none-any.whl") as wheel:
        wheel.extractall(packages)
    shown = start(program, python=other / "bin" / "python")
    assert (shown.stdout, shown.stderr) == (f"contoh 1.0 {other}\n", "")
    assert not (program / ".venv").exists()


def test_a_missing_package_is_told_with_the_way_out(prepared: Path) -> None:
    (prepared / "requirements.txt").write_text("contoh==3.0\n", encoding="utf-8")
    refused = start(prepared)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert f'Folder "{prepared / "wheels"}" tidak berisi semua paket' in refused.stderr
    assert ".venv/bin/python -m pip download -r requirements.txt -d wheels" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_no_network_is_told_with_the_way_out(prepared: Path) -> None:
    require(prepared, "2.0")
    shutil.rmtree(prepared / "wheels")
    # An address of this machine where nothing listens stands for a network that is down.
    offline = os.environ | {"PIP_INDEX_URL": "https://127.0.0.1:9/", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull}
    offline.pop("PIP_FIND_LINKS", None)
    command = [sys.executable, str(prepared / "main.py")]
    refused = subprocess.run(command, env=offline, capture_output=True, encoding="utf-8", check=False)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Periksa sambungan internet" in refused.stderr
    assert ".venv/bin/python -m pip download -r requirements.txt -d wheels" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_place_where_no_folder_can_be_made_is_told(program: Path) -> None:
    (program / ".venv").write_text("not a folder")
    refused = start(program)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert f'Folder program "{program}" tidak dapat disiapkan' in refused.stderr
    assert "Errno" not in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_folder_that_another_account_prepared_for_itself_alone_is_told() -> None:
    # The superuser may read anything, so it goes in as nobody, with all modules loaded that nobody may read.
    as_nobody = """
import os, sys
from importlib import metadata
from pathlib import Path
from asnquiz.programs import entrance, installation
if os.geteuid() == 0:
    os.setuid(65534)
entrance.enter(Path(sys.argv[1]), "requirements.txt")
"""
    with TemporaryDirectory() as folder:
        program = Path(folder)
        program.chmod(0o755)
        require(program, "1.0")
        (program / ".venv").mkdir(mode=0o000)
        refused = subprocess.run(
            [sys.executable, "-c", as_nobody, program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith(f'Folder program "{program}" tidak dapat disiapkan: tidak ada izin membaca')


def test_an_interpreter_that_is_inside_by_name_only_does_not_start_itself_forever(prepared: Path) -> None:
    # With -S, Python does not look for the environment that it stands in.
    command = [str(Environment(prepared).python), "-S", str(prepared / "main.py")]
    refused = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == f'Folder "{prepared / ".venv"}" rusak. Hapus folder itu, lalu jalankan lagi.\n'


@pytest.mark.parametrize("script", ["main.py", "tests/__main__.py"])
def test_an_older_python_is_told_what_to_do(script: str) -> None:
    pretend = f"import runpy, sys; sys.version_info = (3, 10, 13); runpy.run_path({script!r}, run_name='__main__')"
    refused = subprocess.run(
        [sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("ASN Netral memerlukan Python 3.11 atau yang lebih baru.")


def test_the_modules_of_the_first_start_need_no_package() -> None:
    imports = "import " + ", ".join(f"asnquiz.programs.{name}" for name in FIRST)
    bare = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {imports}"], check=False
    )
    assert bare.returncode == 0


def test_an_environment_may_lie_elsewhere_than_in_the_program(tmp_path: Path) -> None:
    elsewhere = tmp_path / "build" / ".venv"
    environment = Environment(tmp_path, "requirements.txt", folder=elsewhere)
    assert environment.python.is_relative_to(elsewhere)
    assert environment.requirements == (tmp_path / "requirements.txt",)


def test_pins_are_read_with_their_markers() -> None:
    text = "# a comment\nalembic==1.20.1\ncffi==2.1.1 ; platform_python_implementation != 'PyPy'\n\n"
    assert list(pins(text)) == [("alembic", "1.20.1", False), ("cffi", "2.1.1", True)]


def test_a_pin_is_satisfied_at_its_version_and_a_marked_one_also_when_missing(tmp_path: Path) -> None:
    def is_satisfied(*lines: str) -> bool:
        file = tmp_path / "requirements.txt"
        file.write_text("\n".join(lines), encoding="utf-8")
        return satisfied([file])

    assert is_satisfied(f"pytest=={pytest.__version__}")
    assert not is_satisfied("pytest==0.0.1")
    assert not is_satisfied("there-is-none-of-this-name==1.0")
    assert is_satisfied("there-is-none-of-this-name==1.0 ; sys_platform == 'none'")
    assert not is_satisfied("pytest==0.0.1 ; sys_platform == 'linux'")
