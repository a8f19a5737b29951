"""The server does what its description says, whatever is sent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.serving.server import served


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    with served(tmp_path_factory.mktemp("schema"), "--waiting=100") as started:
        yield schemathesis.openapi.from_url(f"{started.http.base_url}/openapi.json")


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=8, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
def test_as_described(case: schemathesis.Case) -> None:
    if "wait" in case.query:
        case.query["wait"] = min(case.query["wait"], 1) if isinstance(case.query["wait"], int | float) else "x"
    case.call_and_validate(excluded_checks=[positive_data_acceptance])  # bytes of any kind are no draft
