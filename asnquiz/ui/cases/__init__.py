"""Studi kasus: the list, one case study with its scenes and endings, and the map of its paths."""
