"""The page of profiles, a part a file."""
