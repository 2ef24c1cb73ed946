"""Speed and memory, each against a floor that is measured in the same run: only the ratio means something elsewhere."""
