"""What is printed: pages in A4 that anybody can read anywhere, drawn by QPainter into a PDF.

Nothing here needs a window, and everything may run on a worker's thread.
"""
