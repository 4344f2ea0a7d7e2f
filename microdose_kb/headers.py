"""Security headers that neither Django nor django-csp sends."""

from django.middleware.security import SecurityMiddleware

# A page of text and figures needs none of the browser's devices.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


class OnRefusalsToo(SecurityMiddleware):
    """Django refuses a forged host while it redirects to HTTPS, and then leaves its headers out."""

    def process_request(self, request):
        return None


def permissions_policy(get_response):
    def middleware(request):
        response = get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS_POLICY
        return response

    return middleware
