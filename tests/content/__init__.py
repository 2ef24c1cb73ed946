"""Reading, checking, compiling and keeping packs, on real files."""
