"""Tests of asnquiz.domain: values and pure functions, against figures worked out by hand or given by a standard."""
