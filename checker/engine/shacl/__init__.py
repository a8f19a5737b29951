"""A shapes graph read into a small syntax tree; what is ill-formed is refused with one line."""
