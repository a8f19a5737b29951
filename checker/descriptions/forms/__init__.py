"""A description as a form: what the requirements of a kind ask, as questions in a workbook or as a Turtle skeleton."""
