"""Ingatan per aturan: how well each rule in repetition is remembered."""
