"""Somebody who sees nothing uses the whole program: a client of AT-SPI, as Orca is one, walks it and takes an exam."""
