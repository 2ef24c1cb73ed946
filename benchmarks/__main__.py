"""`python3 -m benchmarks NAME`: prepares the environment as main.py does, measures, and prints medians and ratios."""

import sys
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent.parent


def main() -> int:
    """The exit code: 0 when everything was measured."""
    from asnquiz.programs.entrance import enter

    enter(PROGRAM, "requirements.txt")

    from benchmarks import classroom, collect, office_report, pack, question, search, startup
    from benchmarks.report import print_report, read_arguments

    arguments = read_arguments(
        sys.argv[1:],
        {
            "classroom": classroom.measure,
            "collect": collect.measure,
            "pack": pack.measure,
            "question": question.measure,
            "report": office_report.measure,
            "search": search.measure,
            "startup": startup.measure,
        },
    )
    report = arguments.measure(PROGRAM, arguments.runs)
    print_report(report, as_json=arguments.json, held_out=arguments.held_out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
