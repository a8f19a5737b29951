"""The page of reviews: the list, one review with its history, and two versions side by side."""
