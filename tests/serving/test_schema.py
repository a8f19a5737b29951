"""The server does what its description says, whatever is sent."""

from __future__ import annotations

from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.serving.server import served

FEW = settings(max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
ROUTES = {"/checks", "/checks/{id}", "/checks/{id}/report", "/kinds", "/profiles", "/requirements/{id}", "/health"}


def test_as_described(tmp_path: Path) -> None:
    with served(tmp_path, "--waiting=100") as started:
        described = schemathesis.openapi.from_dict(started.http.get("/openapi.json").json())
        described.config.update(base_url=str(started.http.base_url).rstrip("/"))
        operations = [found.ok() for found in described.get_all_operations()]
        assert {operation.path for operation in operations} > ROUTES
        for operation in operations:
            _holds(operation, GenerationMode.POSITIVE)
            try:
                _holds(operation, GenerationMode.NEGATIVE)
            except Unsatisfiable:
                assert operation.path in ("/health", "/about"), "only where nothing can be said, nothing can be wrong"


def _holds(operation: APIOperation, mode: GenerationMode) -> None:
    @FEW
    @given(case=operation.as_strategy(generation_mode=mode))
    def holds(case: Case) -> None:
        if isinstance(case.query.get("wait"), int | float):
            case.query["wait"] = min(case.query["wait"], 0.1)
        case.call_and_validate(excluded_checks=[positive_data_acceptance])  # bytes of any kind are no draft

    holds()
