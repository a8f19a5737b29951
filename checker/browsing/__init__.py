"""The guidance to walk in: search, what hangs together, and all that is known of one requirement."""
