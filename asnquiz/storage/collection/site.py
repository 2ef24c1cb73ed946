"""Where a collection lies: what the rooms here ask of a file on this computer and of a server alike."""

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection


class Site(Protocol):
    """A database that is ours or empty. Refusal, in words that name it, for all that the world does to it.

    Attributes:
        place: where it lies, in words that begin a sentence and tell no password.
        may_write: whether what is made of results may be made anew here, and not only read.
        may_purge: whether results may be removed here for good.
    """

    @property
    def place(self) -> str: ...

    @property
    def may_write(self) -> bool: ...

    @property
    def may_purge(self) -> bool: ...

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the database throughout, and waits for no writer."""

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that is the only one that writes; committed and durable at the end of the block."""

    def ready_to_purge(self) -> None:
        """Raises Refusal where copies of what is removed would stay, as long as nothing is removed yet."""

    def remove_copies(self) -> None:
        """Leaves nothing of removed rows outside of them, as far as the database reaches."""

    def close(self) -> None: ...
