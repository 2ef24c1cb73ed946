"""`asnquiz class serve` as a process: it ends as it is asked to, and goes on where it was."""

import asyncio
import signal
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from asnquiz.domain.briefing_course import course_of
from asnquiz.programs.paths import Paths
from asnquiz.storage.briefings.database import open_briefings
from tests.programs.serving import OCCASION, serving

_DEADLINE = 60


async def ended_by_signals(data: Path) -> UUID:
    """Goes on to the next step before each signal."""
    server = await serving(data, *OCCASION)
    briefing = server.opened["briefing"]
    await server.stand()
    assert "Bagian 2 dari" in " ".join([await server.say(""), *server.told])
    assert await server.kill(signal.SIGINT) == (0, "")
    assert server.told[-1] == f"asnquiz class serve --lanjut {briefing}"
    server = await serving(data, "--lanjut", briefing)
    await server.stand()
    assert server.told[-3].startswith("Bagian 2 dari")
    assert await server.kill(signal.SIGTERM) == (0, "")
    assert not any("Traceback" in line for line in server.told)
    return UUID(briefing)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux answers at any address of its own")
def test_ctrl_c_and_the_end_of_a_session_end_it_cleanly_and_it_goes_on_where_it_was(tmp_path: Path) -> None:
    async def run() -> UUID:
        async with asyncio.timeout(_DEADLINE):
            return await ended_by_signals(tmp_path / "data")

    briefing = asyncio.run(run())
    paths = Paths(tmp_path / "data")
    assert not paths.log.exists()  # nothing went wrong in it
    with closing(open_briefings(paths.briefings)) as store:
        course = course_of(store.events(briefing))
    assert (course.step, course.ended) == (1, False)
