"""PDF drafts with annotations."""
