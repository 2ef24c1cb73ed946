#!/usr/bin/env python3
"""A bare Debian 12 in a folder, to try the program as on a fresh machine: `make`, `run`, `put` and `get`, as root.

Mirror and keyring are those of this machine's apt; how it reaches the outside is passed on to what runs inside.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

RELEASE = "bookworm"
TARBALL = Path("/var/cache/asnquiz-bare") / f"{RELEASE}.tar"
USER = "pegawai"
HOST = "debian-kosong"
AUTHORITIES = "/etc/bare-authorities.crt"

# $1 is the folder, $2 whose processes they are, $3 where they begin. What is mounted goes with the namespace, and
# /dev/shm is as small as that of a container.
ENTER = f"""
mount --bind "$1" "$1"
cd "$1"
mount -t proc proc proc
mount -t tmpfs -o mode=755 dev dev
for node in null zero full random urandom tty; do
    touch dev/$node
    mount --bind /dev/$node dev/$node
done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
mount -t tmpfs -o mode=1777,size=64m shm dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
ln -s fd/0 dev/stdin
ln -s fd/1 dev/stdout
ln -s fd/2 dev/stderr
hostname {HOST}
user=$2 begin=$3
shift 3
exec /usr/sbin/chroot --userspec="$user" . env --chdir="$begin" "$@"
"""


class Bare:
    """A bare Debian in a folder, with one ordinary user."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()

    def make(self) -> None:
        """Made anew; what was in the folder is gone."""
        if not TARBALL.exists():
            _make_tarball()
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self.folder.mkdir(parents=True)
        _do("tar", "-C", self.folder, "-xf", TARBALL)
        sources = "".join(f"deb {source}\n" for source in _apt_sources())
        (self.folder / "etc/apt/sources.list").write_text(sources, "utf-8")
        (self.folder / "etc/apt/apt.conf.d/99machine").write_text(_apt_settings(), "utf-8")
        (self.folder / "etc/hosts").write_text(f"127.0.0.1 localhost\n127.0.1.1 {HOST}\n", "utf-8")
        shutil.copy("/etc/resolv.conf", self.folder / "etc")
        if authorities := _authorities():
            shutil.copy(authorities, self.folder / AUTHORITIES.lstrip("/"))
        self.run(["useradd", "--create-home", "--shell", "/bin/bash", USER]).check_returncode()

    def run(
        self,
        command: Sequence[str],
        *,
        user: bool = False,
        offline: bool = False,
        environ: Mapping[str, str] | None = None,
        output: int | None = None,
    ) -> "subprocess.CompletedProcess[str]":
        """Runs a command with mounts, processes and, offline, a network of its own; all of them end with it.

        Its environment is that of a login, without a locale, and what `_reaching_out` passes on.
        """
        name, home = (USER, f"/home/{USER}") if user else ("root", "/root")
        path = ("" if user else "/usr/local/sbin:/usr/sbin:/sbin:") + "/usr/local/bin:/usr/bin:/bin"
        login = {"HOME": home, "USER": name, "LOGNAME": name, "SHELL": "/bin/bash", "TERM": "dumb", "PATH": path}
        alone = ["unshare", "--mount", "--pid", "--ipc", "--uts", *(["--net"] if offline else []), "--kill-child"]
        enter = "/usr/sbin/ip link set lo up\n" + ENTER if offline else ENTER
        return subprocess.run(
            [*alone, "sh", "-euc", enter, "sh", self.folder, name, home, *command],
            env=login | _reaching_out() | dict(environ or {}),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            encoding="utf-8",
            errors="replace",
            check=False,
        )

    def put(self, source: Path, target: str, *, user: bool = False) -> None:
        """Copies a file or folder in."""
        inside = self.folder / target.lstrip("/")
        _do("cp", "-rT", source, inside)
        owner = self.folder / ("home/" + USER if user else "root")
        _do("chown", "-R", f"--reference={owner}", inside)

    def get(self, source: str, target: Path) -> None:
        """Copies a file or folder out."""
        _do("cp", "-rT", self.folder / source.lstrip("/"), target)


def _make_tarball() -> None:
    mirror = next(site for site, codename, _ in map(str.split, _apt_sources()) if codename == RELEASE)
    TARBALL.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=TARBALL.parent) as aside:
        _do("debootstrap", "--variant=minbase", RELEASE, f"{aside}/system", mirror)
        _do("tar", "-C", f"{aside}/system", "-cf", f"{aside}/tar", ".")
        Path(aside, "tar").rename(TARBALL)


def _apt_sources() -> list[str]:
    """Debian 12's places of packages, as this machine's apt knows them: site, code name and component."""
    asked = ("apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME) $(COMPONENT)")
    lines = _said(*asked, "Created-By: Packages", "Origin: Debian", "Component: main").splitlines()
    found = [line for line in lines if line.split()[1].startswith(RELEASE)]
    if not found:
        sys.exit(f"apt knows no mirror of Debian's {RELEASE} here. Run apt-get update, or add one, then try again.")
    return found


def _apt_settings() -> str:
    """How this machine's apt reaches them."""
    lines = _said("apt-config", "dump").splitlines(keepends=True)
    return "".join(line for line in lines if re.match(r"Acquire::(https?::|Check-)", line))


def _pip_settings() -> dict[str, str]:
    """What pip is set to on this machine, wherever that is written."""
    lines = _said(sys.executable, "-m", "pip", "config", "list").splitlines()
    return {found[1]: found[2] for line in lines if (found := re.fullmatch(r"\S+?\.([a-z-]+)='(.*)'", line))}


def _authorities() -> str | None:
    """The file of certificates that this machine trusts in place of those that pip brings along."""
    return os.environ.get("SSL_CERT_FILE") or _pip_settings().get("cert")


def _reaching_out() -> dict[str, str]:
    """Proxies, and where pip finds packages, for processes inside."""
    found = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
    settings = _pip_settings()
    kept = ("index-url", "proxy", "trusted-host")
    found |= {f"PIP_{key.upper().replace('-', '_')}": settings[key] for key in kept if key in settings}
    return found | (dict.fromkeys(("PIP_CERT", "SSL_CERT_FILE"), AUTHORITIES) if _authorities() else {})


def _said(*command: str) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout


def _do(*command: str | Path) -> None:
    subprocess.run(command, check=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bare.py", description="A bare Debian 12 in a folder, to try things in.")
    ways = parser.add_subparsers(dest="way", required=True)
    for way, told in (
        ("make", "makes it anew"),
        ("run", "runs a command in it"),
        ("put", "copies a file or folder in"),
        ("get", "copies a file or folder out"),
    ):
        added = ways.add_parser(way, help=told)
        if way in ("run", "put"):
            added.add_argument("--user", action="store_true", help=f"as {USER} instead of root")
        if way == "run":
            added.add_argument("--offline", action="store_true", help="without a network")
            added.add_argument("--env", action="append", default=[], metavar="NAME=VALUE")
        added.add_argument("folder", type=Path)
        if way == "run":
            added.add_argument("command", nargs=argparse.REMAINDER)
        elif way != "make":
            added.add_argument("source")
            added.add_argument("target")
    return parser.parse_args()


def main() -> int:
    """The exit code of what ran inside, or 0."""
    if os.geteuid() != 0:
        sys.exit("Only root may make a bare system and enter it.")
    given = _arguments()
    bare = Bare(given.folder)
    if given.way == "make":
        bare.make()
    elif given.way == "put":
        bare.put(Path(given.source), given.target, user=given.user)
    elif given.way == "get":
        bare.get(given.source, Path(given.target))
    else:
        environ = dict(line.split("=", 1) for line in given.env)
        return bare.run(given.command, user=given.user, offline=given.offline, environ=environ).returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
