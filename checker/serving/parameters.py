"""A misspelt parameter is an error, not silence."""

from __future__ import annotations

from fastapi import Request
from fastapi.routing import APIRoute

from checker.selection import one_of
from checker.serving.problems import ProblemError


def known_parameters(request: Request) -> None:
    """Raises CallError or ProblemError where the address has a parameter that the route does not know, or one twice."""
    route = request.scope.get("route")
    known = [field.alias for field in route.dependant.query_params] if isinstance(route, APIRoute) else []
    for name in request.query_params:
        if not known:
            raise ProblemError(400, "this address takes no parameter", where=name, remedy="leave it out")
        one_of("parameter", name, known)
        if len(request.query_params.getlist(name)) > 1:
            raise ProblemError(400, "the parameter is there twice", where=name, remedy="send it once")
