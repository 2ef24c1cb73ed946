"""The tables of the editor's database, as Core metadata."""

from sqlalchemy import Column, Integer, MetaData, Table, Text

from asnquiz.storage.own_file import file_kind
from asnquiz.storage.tables import checksum_column

metadata = MetaData()

# `content` is the Workshop as JSON, its images excepted; its only row has the number 1.
workshop = Table(
    "workshop",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("content", Text, nullable=False),
    checksum_column(),
)

# `data` is base64, as in asnquiz.domain.pack.Image.
images = Table(
    "images",
    metadata,
    Column("name", Text, primary_key=True),
    Column("media", Text, nullable=False),
    Column("data", Text, nullable=False),
    checksum_column(),
)

# In the order of `place`, in which they were begun. `content` is the Draft as JSON, and null of one that was removed:
# its row stays, so that its id is never given again.
drafts = Table(
    "drafts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("content", Text),
    checksum_column(),
)

FILE = file_kind("soal setempat", metadata, "drafts_version", "0001")
