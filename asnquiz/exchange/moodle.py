"""Moodle XML: our questions as Moodle takes them, and Moodle's as ours.

Moodle has no schema; what is written and read here follows its importer, question/format/xml/format.php.
"""

from asnquiz.exchange.moodle_in import read_moodle
from asnquiz.exchange.moodle_out import write_moodle

__all__ = ["read_moodle", "write_moodle"]
