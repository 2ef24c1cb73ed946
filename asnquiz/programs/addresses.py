"""The computer's own addresses in its networks, read without opening a socket to any."""

import ipaddress
import sys
from collections.abc import Iterator
from pathlib import Path


def own_addresses(proc: Path = Path("/proc/net")) -> tuple[str, ...]:
    """Those that others could reach it at, in order; loopback and link-local ones are left out."""
    found = set(_of_linux(proc) if sys.platform == "linux" else _of_qt())
    usual = (one for one in found if not (one.is_loopback or one.is_link_local))
    return tuple(str(one) for one in sorted(usual, key=lambda one: (one.version, int(one))))


def _of_linux(proc: Path) -> "Iterator[ipaddress.IPv4Address | ipaddress.IPv6Address]":
    """What the kernel lists in /proc/net, whose routes of IPv4 name its own addresses as hosts that are LOCAL."""
    last = ""
    for line in _lines(proc / "fib_trie"):
        if "|--" in line:
            last = line.split()[-1]
        elif "host LOCAL" in line:
            yield ipaddress.IPv4Address(last)
    for line in _lines(proc / "if_inet6"):
        yield ipaddress.IPv6Address(bytes.fromhex(line.split()[0]))


def _of_qt() -> "Iterator[ipaddress.IPv4Address | ipaddress.IPv6Address]":
    """Elsewhere the system has a call for it, which Qt knows."""
    from PySide6.QtNetwork import QNetworkInterface

    for address in QNetworkInterface.allAddresses():
        yield ipaddress.ip_address(address.toString().partition("%")[0])


def _lines(file: Path) -> list[str]:
    return file.read_text("ascii").splitlines() if file.is_file() else []
