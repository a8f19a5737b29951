"""A check on the page: started, followed, stopped, saved, summed up."""
