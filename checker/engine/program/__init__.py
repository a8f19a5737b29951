"""The intermediate form: what is true of a node, as a graph of questions that shapes share."""
