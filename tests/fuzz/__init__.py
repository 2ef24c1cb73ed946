"""Foreign bytes for every place that takes them, in processes that may do nothing else: `python3 -m tests.fuzz`."""
