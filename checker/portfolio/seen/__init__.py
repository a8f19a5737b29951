"""A folder of results, read: sums over it, a page, a workbook, plain tables, and the rows of single descriptions."""
