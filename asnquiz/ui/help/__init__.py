"""The program explains itself: guides and their search, the sheet of keys, and the walk around at the first start."""
