"""The memo: two to six pages on a draft."""
