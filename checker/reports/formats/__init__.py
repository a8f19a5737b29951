"""One report format a file, named as it is asked for."""
