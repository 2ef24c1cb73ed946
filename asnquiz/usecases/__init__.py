"""What one can do: one verb a file, over domain values and the ports it needs."""
