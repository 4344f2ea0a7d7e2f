"""The one settings module; what differs between places is an environment variable (see README)."""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

from csp.constants import NONE, SELF

from microdose_kb import environment

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

# pytest sets this for itself; it never stands in a site's environment.
TESTING = "PYTEST_VERSION" in os.environ
DEBUG = environment.flag("DJANGO_DEBUG", default=False)
HTTPS = environment.flag("DJANGO_HTTPS", default=not (DEBUG or TESTING))

SECRET_KEY = environment.secret_key("DJANGO_SECRET_KEY", needed=not (DEBUG or TESTING))
ALLOWED_HOSTS = environment.hosts("DJANGO_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.names("DJANGO_CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "microdose_kb.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "taggit",
    "simple_history",
    "csp",
    "django_otp",
    "microdose_kb.apps.PhonesConfig",
    "django_otp.plugins.otp_static",
    "axes",
    "sources.apps.SourcesConfig",
    "claims.apps.ClaimsConfig",
]

MIDDLEWARE = [
    # Outside of all that may fail or answer by itself, so that every answer carries the headers.
    "microdose_kb.headers.OnRefusalsToo",
    # Before what concerns pages only: a dozen small files with a page's headers would weigh twice as much.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "microdose_kb.headers.permissions_policy",
    # A claim's page is five times smaller on the way; static files come compressed from WhiteNoise.
    "microdose_kb.compression.Compression",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Around all that refuses, so that a program on any site can read why; within what adds headers.
    "microdose_kb.programs.for_programs",
    "django.middleware.security.SecurityMiddleware",
    "microdose_kb.errors.refuse_nul_bytes",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    # Last, as its makers ask: it replaces the answer of a locked sign-in.
    "axes.middleware.AxesMiddleware",
]

if TESTING:
    # A page that queries once a row fails its test.
    INSTALLED_APPS += ["zeal"]
    MIDDLEWARE.insert(0, "zeal.middleware.zeal_middleware")
    # Who is signed in and whom the admin edits: two questions that look like one repeated.
    ZEAL_ALLOWLIST = [{"model": "auth.User", "field": "get()"}]

ROOT_URLCONF = "microdose_kb.urls"
WSGI_APPLICATION = "microdose_kb.wsgi.application"
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "claims.context.navigation",
            ],
        },
    },
]

DATABASES = {
    "default": environment.database(
        "DATABASE_URL", "sqlite:///" + quote(str(VAR_DIR / "microdose_kb.sqlite3"))
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_IS_COLLECTED = not (DEBUG or TESTING)
# The site's files are for the site's pages, which need no permission; a header less on each of them.
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = not STATIC_IS_COLLECTED
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "microdose_kb.static_files.ModuleStaticFilesStorage"
        if STATIC_IS_COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{validator}"}
    for validator in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

AUTHENTICATION_BACKENDS = [
    # Before any password is looked at, so that a right one does not open a locked account.
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_LOCKOUT_CALLABLE = "microdose_kb.lock_out.locked_out"
# Axes would forget all failures of an address, other accounts' too; lock_out.forgive forgets less.
AXES_RESET_ON_SUCCESS = False
# So that the time that the page tells stays true.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# microdose_kb/proxy.py decides whose address it is; axes guesses nothing of its own.
AXES_CLIENT_IP_CALLABLE = "microdose_kb.lock_out.address"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code", "csrfmiddlewaretoken"]
# Who signed in when, and from where, is kept for failures only, and those for the lock's time.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False

REQUIRE_2FA = environment.flag("REQUIRE_2FA", default=False)
# Whoever has one of them changes what readers see, or who may.
TWO_FACTOR_PERMISSIONS = (
    "claims.accept_evidence",
    "claims.assess_claim",
    "claims.withdraw_evidence",
    "claims.change_claim",
    "auth.change_user",
)
OTP_TOTP_ISSUER = "Microdosing Evidence"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
# A balancer asks for the health page over plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
# Binding subdomains and browsers' preload lists is for the owner of the domain to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if environment.flag("DJANGO_TRUST_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    MIDDLEWARE.insert(0, "microdose_kb.proxy.visitor_address")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "microdose_kb.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# A claim's admin page holds every field of each of its evidence items.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
# Bytes of a request with files; more is passed over before it is written anywhere.
UPLOAD_MAX_SIZE = 101_000_000
FILE_UPLOAD_HANDLERS = [
    "microdose_kb.uploads.Quota",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

TAGGIT_CASE_INSENSITIVE = True
# Addresses of tag pages are plain: “rôle” has the page role.
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True
# Going back is a new change with its own reason.
SIMPLE_HISTORY_REVERT_DISABLED = True

# Where notices and records are asked for, and whom the services may write to about it.
CROSSREF_URL = environment.web_address("CROSSREF_URL", "https://api.crossref.org")
PUBMED_URL = environment.web_address("PUBMED_URL", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils")
CONTACT_MAIL = environment.mail_address("CONTACT_MAIL", "")

# Where `build_exports` puts what /export/ offers.
EXPORT_DIR = Path(environment.text("EXPORT_DIR", str(VAR_DIR / "exports")))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": environment.log_level("DJANGO_LOG_LEVEL", "INFO")},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
