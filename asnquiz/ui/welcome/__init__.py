"""The first start: how large the words are, and who is learning."""
