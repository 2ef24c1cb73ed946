"""The tests, in the same tree as the program; builders and hand-written fakes stand beside them."""
