"""Beranda: where a person goes on."""
