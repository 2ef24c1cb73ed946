"""The small widgets that pages are made of; each takes values and knows no use case."""
