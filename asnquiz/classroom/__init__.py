"""The server on the local network and the phone page: the only place that others can reach."""
