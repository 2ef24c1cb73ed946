"""The one family of errors that are the world's and not ours; each carries its Indonesian sentence."""


class Refusal(Exception):
    """Something cannot be done, for a reason outside the program.

    The message is one or two Indonesian sentences: what happened and what to do next. Front doors show it as it is;
    any other exception is a fault of the program, logged with its trace.
    """
