"""Parts of the page on the guidance."""
