"""Writing a case study as a graph that one draws and walks."""
