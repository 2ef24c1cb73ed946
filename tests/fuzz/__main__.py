"""`python3 -m tests.fuzz --inputs 100000 [--seed N] [--target NAME]`: one line a target, and each finding in a file."""

import argparse
import secrets
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.child import TARGETS, repeat
from tests.fuzz.run import Tally, fuzz, shares


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
    wanted = {args.target: args.inputs} if args.target else shares(args.inputs)

    def one(name: str) -> Tally:
        (tally,) = fuzz({name: wanted[name]}, args.seed, args.findings)
        return tally

    print(f"seed {args.seed}", flush=True)
    tallies = []
    with ThreadPoolExecutor(args.jobs) as pool:
        for tally in pool.map(one, wanted):
            print(tally, *tally.findings, sep="\n", flush=True)
            tallies.append(tally)
    found = sum(len(tally.findings) for tally in tallies)
    print(f"{sum(tally.told.inputs for tally in tallies)} inputs, {found} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
