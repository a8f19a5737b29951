"""The form that describes a draft: its answers, its files, and the parts of its page."""
