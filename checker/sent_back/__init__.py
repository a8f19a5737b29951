"""What goes back to the authors of a draft: one writer a file, from a report with the people's verdicts."""
