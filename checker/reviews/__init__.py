"""What people decide on a report, and the store that keeps it."""
