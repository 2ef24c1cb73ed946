"""The form for what is known of the person, the same wherever it is asked for."""
