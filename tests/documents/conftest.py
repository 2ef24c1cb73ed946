"""The press of the program's own content, and a worker to print on, as in the program."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtWidgets import QApplication

from asnquiz.documents.paper import Press
from asnquiz.domain.pack import Pack
from asnquiz.painting.fonts import load_fonts
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.paths import Paths, assets_folder
from tests.data_folders import compiled_before

ICONS = assets_folder() / "icons"
Print = Callable[[Callable[[], bytes]], bytes]


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return pack_library(compiled_before(Paths(tmp_path_factory.mktemp("data")))).current()[0]


@pytest.fixture(scope="session")
def press(qapp: QApplication, pack: Pack) -> Press:
    assert qapp
    load_fonts(assets_folder() / "fonts")
    return Press(pack, ICONS)


@pytest.fixture(scope="session")
def on_worker() -> Print:
    """Prints off the thread that has the window."""

    def run(make: Callable[[], bytes]) -> bytes:
        with ThreadPoolExecutor(1) as executor:
            return executor.submit(make).result()

    return run
