"""One kind of input each: how it becomes the report of its drafts."""
