import pytest
from django.db import OperationalError, connection


@pytest.mark.django_db
def test_health_is_ok_with_a_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.django_db
def test_health_is_503_without_a_database(client):
    def fail(execute, sql, params, many, context):
        raise OperationalError

    with connection.execute_wrapper(fail):
        assert client.get("/healthz").status_code == 503
