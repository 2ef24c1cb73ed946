"""Forms of other programs: questions in and out, with every loss told."""
