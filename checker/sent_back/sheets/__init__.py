"""Workbooks: one review, and several proposals side by side."""
