"""A reader that cannot be loaded by another process: loading this module ends that."""

import multiprocessing
import os
from collections.abc import Mapping
from typing import Any

from asnquiz.domain.collection import Looked

if multiprocessing.current_process().name != "MainProcess":
    os._exit(1)


def look_there(data: bytes, keys: Mapping[str, Any]) -> Looked:
    raise AssertionError(data, keys)
