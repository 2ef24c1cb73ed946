"""Tests of asnquiz.exchange: questions to other programs and back, held against readers that are not ours."""
