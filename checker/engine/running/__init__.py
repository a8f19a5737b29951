"""A program over data: from tables to results."""
