"""Saving what can be printed: where to, over the page that stays, and the certificate's own page."""
