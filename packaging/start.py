"""Where the packaged program begins: as main.py, but with nothing to prepare, since all it needs is beside it."""

from multiprocessing import freeze_support

from asnquiz.programs import run

if __name__ == "__main__":
    freeze_support()  # the processes of an import are this program again
    run()
