"""Paket soal: what content is in use, the versions on this computer, and a file before anybody said yes to it."""
