"""The desk, where one review is worked through: what the browser is given, and what comes back from it."""
