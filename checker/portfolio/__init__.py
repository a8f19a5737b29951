"""Many descriptions at once: a folder of results, and what is made from it."""
