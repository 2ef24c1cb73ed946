"""`asnquiz class serve` as a process of its own, led line by line as a person at the terminal does."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
# Of this process alone, so that no other test's server comes between a killed one and the next on its port.
HOST = f"127.{os.getpid() >> 16 & 0xFF}.{os.getpid() >> 8 & 0xFF}.{(os.getpid() & 0xFF) | 1}"
OCCASION = ("--judul", "Netralitas ASN", "--kantor", "BKPSDM Contoh", "--tempat", "Aula", "--narasumber", "Ibu Rina")
_LAST = ("Berikutnya:", "Sosialisasi sudah diakhiri.")


class Serving:
    """The process, as who leads it sees it.

    Attributes:
        opened: what it said on standard output when its door was open.
        told: everything it said on standard error, line by line.
    """

    def __init__(self, process: Process, opened: dict[str, Any]) -> None:
        self.process = process
        self.opened = opened
        self.told: list[str] = []

    async def stand(self) -> str:
        """The last line of where it stands, which tells what comes next."""
        assert self.process.stderr is not None
        while line := (await self.process.stderr.readline()).decode():
            self.told.append(line.rstrip("\n"))
            if line.startswith(_LAST):
                return self.told[-1]
        raise AssertionError(self.told[-10:])

    async def say(self, *lines: str) -> str:
        """Types lines, and waits for where it stands after them all."""
        assert self.process.stdin is not None
        self.process.stdin.write("".join(f"{line}\n" for line in lines).encode())
        return await self.stand()

    async def end(self) -> tuple[int, str]:
        """Waits for its end: the exit code, and what else it said on standard output."""
        out, more = await self.process.communicate()
        self.told += more.decode().splitlines()
        assert self.process.returncode is not None
        return self.process.returncode, out.decode()

    async def kill(self, number: signal.Signals) -> tuple[int, str]:
        self.process.send_signal(number)
        return await self.end()


async def serving(data: Path, *words: str) -> Serving:
    """Starts it on a data folder, and waits until its door is open."""
    command = [sys.executable, str(ROOT / "main.py"), "--data-dir", str(data), "class", "serve", "--json"]
    process = await asyncio.create_subprocess_exec(
        *command, "--host", HOST, *words, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    assert process.stdout is not None
    line = await process.stdout.readline()
    if not line:
        raise AssertionError((await process.communicate())[1].decode())
    return Serving(process, json.loads(line))
