"""RDF in, descriptions out: one a draft."""
