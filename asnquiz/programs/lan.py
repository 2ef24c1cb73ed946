"""The addresses at which phones in the same network can reach this computer, the likeliest first."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address
from pathlib import Path

from asnquiz.programs.addresses import own_addresses

# Cards that other programs make for machines, containers and tunnels within this computer, as systems name them.
_INNER = re.compile(
    r"(docker|podman|veth|br-|virbr|lxc|lxd|cni|flannel|cali|vmnet|vboxnet|vnet|tun|utun|tap|wg|tailscale|zt|nordlynx|ppp"
    r"|bnep|dummy|ifb|awdl|llw)"
    r"|.*(vethernet|hyper-v|vmware|virtualbox|wsl|docker|tailscale|wireguard|zerotier|openvpn|tap-windows|vpn"
    r"|bluetooth|loopback|pseudo)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Card:
    """A network card, or what a system shows as one, with its IPv4 addresses.

    Attributes:
        inner: whether the system itself says that it leads nowhere outside.
    """

    name: str
    addresses: tuple[IPv4Address, ...]
    wireless: bool = False
    inner: bool = False


@dataclass(frozen=True)
class LanAddress:
    """An address to choose, with the card that has it."""

    host: str
    card: str
    wireless: bool

    @property
    def words(self) -> str:
        """What the card is called: `Wi-Fi, wlan0`."""
        return f"{'Wi-Fi' if self.wireless else 'kabel'}, {self.card}"


def lan_addresses() -> tuple[LanAddress, ...]:
    """Those of this computer now."""
    return usable(_of_linux() if sys.platform == "linux" else _of_qt())


def usable(cards: Iterable[Card]) -> tuple[LanAddress, ...]:
    """What phones can come in at: Wi-Fi before cables, addresses of local networks before public ones."""
    found = [
        (card, address)
        for card in cards
        if not (card.inner or _INNER.match(card.name))
        for address in card.addresses
        if not (address.is_loopback or address.is_link_local)
    ]
    found.sort(key=lambda one: (not one[0].wireless, not one[1].is_private, int(one[1])))
    return tuple(LanAddress(str(address), card.name, card.wireless) for card, address in found)


def _of_linux(proc: Path = Path("/proc/net"), sys_net: Path = Path("/sys/class/net")) -> Iterator[Card]:
    """The kernel lists addresses without their cards; a card is whose network an address is in."""
    networks = tuple(_networks(proc / "route"))
    for host in own_addresses(proc):
        try:
            address = IPv4Address(host)
        except AddressValueError:
            continue
        near = [(mask, name) for name, network, mask in networks if int(address) & mask == network]
        # Several where two cards are in one network, as with cable and Wi-Fi: which of them has it makes no difference.
        names = sorted({name for mask, name in near if mask == max(near)[0]})
        if names:
            yield Card(
                name=" / ".join(names),
                addresses=(address,),
                wireless=any((sys_net / name / "wireless").exists() for name in names),
                inner=all("/devices/virtual/" in (sys_net / name).resolve().as_posix() for name in names),
            )


def _networks(routes: Path) -> Iterator[tuple[str, int, int]]:
    """Card, network and mask of each network that this computer is in itself; numbers stand as they lie in memory."""
    lines = routes.read_text("ascii").splitlines()[1:] if routes.is_file() else []
    for name, network, gateway, _, _, _, _, mask, *_ in map(str.split, lines):
        if int(gateway, 16) == 0 and int(mask, 16) != 0:
            yield name, _number(network), _number(mask)


def _number(written: str) -> int:
    return int.from_bytes(bytes.fromhex(written), sys.byteorder)


def _of_qt() -> Iterator[Card]:
    from PySide6.QtNetwork import QNetworkInterface as Interface

    for one in Interface.allInterfaces():
        texts = (entry.ip().toString() for entry in one.addressEntries())
        yield Card(
            name=one.humanReadableName(),
            addresses=tuple(IPv4Address(text) for text in texts if ":" not in text),
            wireless=one.type() is Interface.InterfaceType.Wifi,
            inner=not one.flags() & Interface.InterfaceFlag.IsRunning or one.type() is Interface.InterfaceType.Virtual,
        )
