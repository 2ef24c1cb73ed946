"""Where migrations begin: the tables as the first program with a collection made them, which no revision ever makes."""

revision = "0001"
down_revision = None
