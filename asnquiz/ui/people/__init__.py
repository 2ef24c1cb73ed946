"""People who share a computer: saying who one is, the PIN that may be asked for, and the page about both."""
