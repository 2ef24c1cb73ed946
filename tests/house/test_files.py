"""What no file of the project may hold: places and addresses of one machine or workplace."""

import pytest

from tests.house.tree import ROOT, project_files

# Written in parts, so that this file does not hold them itself.
UNWANTED = [
    "".join(parts)
    for parts in (("/wo", "rk/"), ("../sha", "red"), ("/ro", "ot/"), ("py", "pi.org"), ("python", "hosted"))
]


@pytest.mark.parametrize("unwanted", UNWANTED)
def test_no_file_names_a_place_of_one_machine(unwanted: str) -> None:
    holders = [file for file in project_files() if unwanted.encode() in (ROOT / file).read_bytes()]
    assert holders == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {
        file.parent for file in project_files() if file.suffix == ".py" and file.parts[0] in ("asnquiz", "tests")
    }
    assert [folder for folder in sorted(folders) if not (ROOT / folder / "__init__.py").is_file()] == []
