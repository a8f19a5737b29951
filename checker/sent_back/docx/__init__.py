"""Word documents that are sent back: the draft with comments."""
