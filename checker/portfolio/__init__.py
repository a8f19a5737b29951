"""Many descriptions at once: read, split, checked as sets, on one machine or several."""
