"""Generated drafts as long as whole books, for measuring."""
