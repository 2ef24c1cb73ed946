"""The least that a hall's server can be: tells everybody the same, and gives each answer a reply. Keeps nothing.

`python3 -m benchmarks.classroom_floor HOST`, led by orders.
"""

import asyncio
import sys
import time
from contextlib import suppress

from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed

from benchmarks.child import Said, answer, hear_orders
from benchmarks.classroom_room import PINGS, allow_files
from benchmarks.processes import peak_memory


async def run(host: str) -> None:
    allow_files()
    loop, over = asyncio.get_running_loop(), asyncio.Event()
    phones: set[ServerConnection] = set()
    texts: Said = {}

    async def talk(phone: ServerConnection) -> None:
        phones.add(phone)
        with suppress(ConnectionClosed):
            async for message in phone:
                await phone.send(texts["wait" if '"hello"' in message else "saved"])
        phones.discard(phone)

    def obey(order: Said) -> None:
        match order["do"]:
            case "texts":
                texts.update(order["texts"])
                answer({})
            case "show":
                broadcast(phones, texts["wait"])
                answer({})
            case "open":
                broadcast(phones, texts["vote"])
                answer({"at": order["at"]})
            case "close":
                broadcast(phones, texts["closed"])
                broadcast(phones, texts["outcome"])
                answer({})
            case "usage":
                answer({"cpu": time.process_time(), "peak": peak_memory()})

    def take(order: Said) -> None:
        order["at"] = time.monotonic_ns()
        loop.call_soon_threadsafe(obey, order)

    async with serve(talk, host, 0, compression=None, ping_interval=PINGS, ping_timeout=PINGS) as server:
        answer({"address": f"{host}:{server.sockets[0].getsockname()[1]}"})
        hear_orders(take, lambda: loop.call_soon_threadsafe(over.set))
        await over.wait()
        server.close(close_connections=True)


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1]))
