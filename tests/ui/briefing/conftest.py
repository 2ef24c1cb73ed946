"""Pictures of the program's own content, the longest among them."""

import pytest

from asnquiz.domain.pack import Pack
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.paths import Paths
from asnquiz.usecases.show_audience import Picture
from tests.conftest import IN_CI
from tests.data_folders import compiled_before
from tests.ui.briefing.pictures import pictures


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return pack_library(compiled_before(Paths(tmp_path_factory.mktemp("data")))).current()[0]


@pytest.fixture(scope="session")
def every_picture(pack: Pack) -> dict[str, Picture]:
    """By name; many more of each kind with CI set."""
    return dict(pictures(pack, 4 if IN_CI else 1))
