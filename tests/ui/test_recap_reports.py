"""What an office passes on, saved from the window as real files, and everything marked anew after it was shown."""

import pytest

from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_recap import set_up

FEW = 40


@pytest.fixture
def gathered(open_window: OpenWindow) -> Opened:
    return set_up(open_window(), FEW)
