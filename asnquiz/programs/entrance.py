"""Goes where the packages are, before anything else is loaded: what main.py and the tests do first.

Standard library only, and what a first start alone needs is imported only then.
"""

import os
import sys
from pathlib import Path

from asnquiz.programs.environment import Environment, satisfied


def enter(program: Path, *requirements: str) -> None:
    """Returns when this process has all pinned packages; otherwise runs the same command again where they are.

    They are installed first where needed. When that cannot be done, leaves with exit code 1 and a sentence on standard
    error; standard output stays untouched.
    """
    environment = Environment(program, *requirements)
    if not environment.ready:
        if not environment.running and satisfied(environment.requirements):
            return

        from asnquiz.programs.installation import install

        install(environment)
    if not environment.running:
        _go_on_inside(environment)


def _go_on_inside(environment: Environment) -> None:
    python = str(environment.python)
    if sys.executable == python:  # inside by name, elsewhere by prefix: starting it again would never end
        sys.exit(f'Folder "{environment.folder}" rusak. Hapus folder itu, lalu jalankan lagi.')
    command = [python, *sys.orig_argv[1:]]
    if os.name != "nt":
        os.execv(python, command)  # noqa: S606 - no shell is wanted

    import subprocess

    process = subprocess.Popen(command)  # noqa: S603 - our own command line again
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:
            continue  # the child got it too and decides what to do
