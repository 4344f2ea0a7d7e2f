import pytest

pytestmark = pytest.mark.django_db

HEADERS = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.fixture(params=["/healthz", "/no-such-page/", "/admin/login/", "/?q=%00"])
def response(request, client):
    return client.get(request.param)


@pytest.mark.parametrize(("name", "value"), HEADERS.items())
def test_every_answer_has_the_security_headers(response, name, value):
    assert response.headers[name] == value


def test_every_answer_forbids_devices(response):
    assert "camera=()" in response.headers["Permissions-Policy"]


def test_content_security_policy_is_strict(response):
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "data:" not in policy


def test_https_site_redirects_and_pins(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 60
    assert client.get("/admin/login/").headers["Location"] == "https://testserver/admin/login/"
    assert client.get("/healthz", secure=True).headers["Strict-Transport-Security"] == "max-age=60"


@pytest.fixture(params=["testserver", "evil.example"])
def refused_over_http(request, client, settings):
    """What SecurityMiddleware answers by itself: a redirect, or a refusal of the host."""
    settings.SECURE_SSL_REDIRECT = True
    return client.get("/claims/", headers={"host": request.param})


def test_answers_before_any_page_have_the_headers_too(refused_over_http):
    assert refused_over_http.status_code in (301, 400)
    missing = set(HEADERS) | {"Permissions-Policy", "Content-Security-Policy"}
    assert missing - set(refused_over_http.headers) == set()


def test_health_page_answers_over_plain_http(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
