"""Many descriptions at once: read, split, checked as sets on one machine or several, and a folder of results to see."""
