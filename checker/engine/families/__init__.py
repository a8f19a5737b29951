"""One file for each family of constraints; the registry names them all."""
