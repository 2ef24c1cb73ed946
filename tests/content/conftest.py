"""The sample pack, which layers and drafts rest on."""

import pytest

from asnquiz.content.checker import open_pack
from asnquiz.domain.pack import Pack
from tests.content.sample_pack import write_pack


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    pack = open_pack(write_pack(tmp_path_factory.mktemp("paket"))).pack
    assert pack is not None
    return pack
