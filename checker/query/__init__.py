"""Questions in SPARQL to the knowledge, to results and to servers: only reading, bounded in time and memory."""
