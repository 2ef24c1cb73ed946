"""Cek kondisi komputer."""
