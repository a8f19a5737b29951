"""RDF as tables of integers, and what is derived from them before any shape is asked about."""
