"""`python3 -m tests.fuzz --inputs 100000 [--seed N] [--target NAME]`: one line a target, and each finding in a file."""

import argparse
import secrets
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.child import TARGETS, repeat
from tests.fuzz.run import fuzz, shares


def main() -> int:
    """0 when every input ended in acceptance or refusal."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", default=str(secrets.randbelow(10**9)))
    parser.add_argument("--target", choices=TARGETS)
    parser.add_argument("--findings", type=Path, default=Path("fuzz-findings"), help="folder for inputs that did harm")
    parser.add_argument("--jobs", type=int, default=1, help="how many targets at once")
    parser.add_argument("--repeat", type=Path, metavar="FILE", help="give the target this one input, in this process")
    args = parser.parse_args()
    if args.repeat:
        with TemporaryDirectory() as folder:
            print(repeat(args.target, args.repeat.read_bytes(), Path(folder)))
        return 0
    print(f"seed {args.seed}", flush=True)
    whole = [0, 0]
    with ThreadPoolExecutor(args.jobs) as pool:
        wanted = shares(args.inputs, args.target)
        for tally in pool.map(lambda name: fuzz(name, wanted[name], args.seed, args.findings), wanted):
            print(tally, *tally.findings, sep="\n", flush=True)
            whole = [whole[0] + tally.inputs, whole[1] + len(tally.findings)]
    print(f"{whole[0]} inputs, {whole[1]} findings")
    return 1 if whole[1] else 0


if __name__ == "__main__":
    sys.exit(main())
