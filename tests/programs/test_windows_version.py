"""Which Windows is refused, and in which words."""

import pytest

from asnquiz.programs.windows_version import refuse_unfit_windows, unfit_windows

NORMAL = "win-amd64"


@pytest.mark.parametrize(
    ("version", "name"),
    [
        ((6, 1, 7601), "Windows 7 (build 7601)"),
        ((6, 2, 9200), "Windows 8 (build 9200)"),
        ((6, 3, 9600), "Windows 8.1 (build 9600)"),
        ((10, 0, 14393), "Windows 10 (build 14393)"),  # 1607, also Server 2016
        ((10, 0, 17134), "Windows 10 (build 17134)"),  # 1803, the last before
    ],
)
def test_an_old_windows_is_named(version: tuple[int, int, int], name: str) -> None:
    told = unfit_windows(NORMAL, version)
    assert told is not None
    assert name in told
    assert "Windows 10 versi 1809" in told


@pytest.mark.parametrize("version", [(10, 0, 17763), (10, 0, 19045), (10, 0, 26100)])  # 1809, 22H2, Windows 11 24H2
def test_a_newer_one_is_fit(version: tuple[int, int, int]) -> None:
    assert unfit_windows(NORMAL, version) is None


@pytest.mark.parametrize(
    ("platform", "words"), [("win32", "Python ini 32-bit"), ("win-arm64", "win-arm64"), ("mingw_x86_64", "mingw")]
)
def test_another_python_is_named(platform: str, words: str) -> None:
    told = unfit_windows(platform, (10, 0, 19045))
    assert told is not None
    assert words in told
    assert "Pasang Python 64-bit" in told


def test_elsewhere_nothing_is_refused() -> None:
    refuse_unfit_windows()
