"""Pengaturan: how the program looks, where its data is, and what it is made of."""
