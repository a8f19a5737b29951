"""Data files on the page: checked beside it, and what was found shown in their lines."""
