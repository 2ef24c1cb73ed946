"""Hukum dan istilah: every instrument and every glossary word of the pack."""
