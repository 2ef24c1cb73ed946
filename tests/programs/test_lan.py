"""Which of this computer's addresses phones are shown: those of real cards, by what each system tells of them."""

import sys
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from asnquiz.programs.addresses import own_addresses
from asnquiz.programs.lan import Card, LanAddress, _of_linux, _of_qt, lan_addresses, usable

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells of itself")

# A laptop with Wi-Fi and a cable, Docker, a virtual machine, a tunnel, and a card that got no address.
OWN = ("10.8.0.2", "10.20.3.4", "127.0.0.1", "169.254.7.7", "172.17.0.1", "192.168.1.23", "192.168.122.1")
ROUTES = """\
Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
wlp2s0	00000000	0101A8C0	0003	0	0	600	00000000	0	0	0
tun0	0000080A	00000000	0001	0	0	0	00FFFFFF	0	0	0
enp1s0	0000140A	00000000	0001	0	0	100	0000FFFF	0	0	0
enp3s0	0000FEA9	00000000	0001	0	0	1000	0000FFFF	0	0	0
docker0	000011AC	00000000	0001	0	0	0	0000FFFF	0	0	0
wlp2s0	0001A8C0	00000000	0001	0	0	600	00FFFFFF	0	0	0
virbr0	007AA8C0	00000000	0001	0	0	0	00FFFFFF	0	0	0
"""
REAL, VIRTUAL = "devices/pci0000:00/0000:02:00.0/net", "devices/virtual/net"


def kernel(folder: Path, routes: str = ROUTES, *own: str) -> tuple[Path, Path]:
    """What /proc/net and /sys/class/net would hold."""
    proc, sys_net = folder / "proc", folder / "sys" / "class" / "net"
    proc.mkdir(parents=True)
    sys_net.mkdir(parents=True)
    (proc / "route").write_text(routes)
    (proc / "fib_trie").write_text("".join(f"  |-- {one}\n     /32 host LOCAL\n" for one in own or OWN))
    for name in {line.split()[0] for line in routes.splitlines()[1:]}:
        device = folder / "sys" / (VIRTUAL if name in ("docker0", "virbr0", "tun0", "dalam") else REAL) / name
        device.mkdir(parents=True)
        if name.startswith("wl"):
            (device / "wireless").mkdir()
        (sys_net / name).symlink_to(device)
    return proc, sys_net


@linux
def test_on_linux_wifi_comes_first_and_what_is_virtual_does_not_come(tmp_path: Path) -> None:
    assert usable(_of_linux(*kernel(tmp_path))) == (
        LanAddress("192.168.1.23", "wlp2s0", wireless=True),
        LanAddress("10.20.3.4", "enp1s0", wireless=False),
    )


@linux
def test_what_the_kernel_calls_virtual_is_left_out_whatever_its_name(tmp_path: Path) -> None:
    assert usable(_of_linux(*kernel(tmp_path, ROUTES.replace("wlp2s0", "dalam")))) == (
        LanAddress("10.20.3.4", "enp1s0", wireless=False),
    )


@linux
def test_two_cards_in_one_network_are_named_together(tmp_path: Path) -> None:
    routes = ROUTES.replace("0000140A", "0001A8C0").replace("100	0000FFFF", "100	00FFFFFF")
    found = usable(_of_linux(*kernel(tmp_path, routes, "192.168.1.23", "192.168.1.24")))
    assert found == tuple(LanAddress(f"192.168.1.{at}", "enp1s0 / wlp2s0", wireless=True) for at in (23, 24))


@linux
def test_without_a_network_there_is_none(tmp_path: Path) -> None:
    assert usable(_of_linux(*kernel(tmp_path / "a", ROUTES.splitlines()[0], "127.0.0.1"))) == ()
    assert usable(_of_linux(tmp_path / "b", tmp_path / "c")) == ()


def card(name: str, *addresses: str, wireless: bool = False, inner: bool = False) -> Card:
    return Card(name, tuple(map(IPv4Address, addresses)), wireless, inner)


@pytest.mark.parametrize(
    "name",
    [
        "vEthernet (Default Switch)",
        "vEthernet (WSL (Hyper-V firewall))",
        "VMware Network Adapter VMnet8",
        "VirtualBox Host-Only Network",
        "Bluetooth Network Connection",
        "Loopback Pseudo-Interface 1",
        "OpenVPN TAP-Windows6",
        "Tailscale",
        "utun3",
        "awdl0",
        "llw0",
        "vmnet8",
        "vboxnet0",
        "br-4f1c2d3e4a5b",
        "veth12ab34c",
        "wg0",
        "bnep0",
        "zt5u4y7abc",
    ],
)
def test_cards_that_other_programs_make_are_left_out_by_name(name: str) -> None:
    assert usable([card(name, "192.168.56.1")]) == ()


@pytest.mark.parametrize(
    "name",
    ["Wi-Fi", "Ethernet", "Ethernet 2", "Local Area Connection* 2", "en0", "bridge100", "wlan0", "usb0", "enx00"],
)
def test_real_cards_and_hotspots_of_their_own_are_shown(name: str) -> None:
    assert [one.card for one in usable([card(name, "192.168.137.1")])] == [name]


def test_the_order_is_wifi_then_local_networks_then_the_rest() -> None:
    found = usable(
        [
            card("Ethernet", "203.0.114.9", "10.1.1.1", "169.254.1.1", "127.0.0.1"),
            card("Wi-Fi", "192.168.1.9", wireless=True),
            card("Mati", "192.168.9.9", inner=True),
        ]
    )
    assert [one.host for one in found] == ["192.168.1.9", "10.1.1.1", "203.0.114.9"]
    assert [one.words for one in found[:2]] == ["Wi-Fi, Wi-Fi", "kabel, Ethernet"]


@linux
def test_qt_tells_the_same_addresses_as_the_kernel() -> None:
    by_kernel = {one.host for one in usable(_of_linux())}
    assert {one.host for one in usable(_of_qt())} >= by_kernel
    assert {one.host for one in lan_addresses()} <= set(own_addresses())
