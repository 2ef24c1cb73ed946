"""What must hold across a pack's entries, one module a kind; each yields faults and never stops at the first."""
