"""IATI activity files, versions 2.01 to 2.03: activity by activity, without a tree of the whole file."""
