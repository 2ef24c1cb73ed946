"""Where the packaged program begins: as main.py, but with nothing to prepare, since all it needs is beside it."""

import os
from multiprocessing import freeze_support

from asnquiz.programs import run

if __name__ == "__main__":
    # On Linux the linker was pointed at the program's own libraries, which are not for what it opens, such as a PDF.
    if os.environ.pop("LD_LIBRARY_PATH", None) and (before := os.environ.pop("LD_LIBRARY_PATH_ORIG", None)):
        os.environ["LD_LIBRARY_PATH"] = before
    freeze_support()  # the processes of an import are this program again
    run()
