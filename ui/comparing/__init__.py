"""The page that sets proposals side by side."""
