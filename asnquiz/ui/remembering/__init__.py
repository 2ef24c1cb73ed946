"""Ingatan per ketentuan: how well each rule in repetition is remembered."""
