"""Checks over HTTP: a draft is posted, a job checks it, the report is fetched."""
