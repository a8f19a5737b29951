"""Turtle drafts checked while they are written, for editors that speak the Language Server Protocol."""
