"""The frame around the pages: window, rail, and the dialogs that may stand over any page."""
