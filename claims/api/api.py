"""The API: its resources, each in a module of its own, and what holds for all of them."""

from ninja import NinjaAPI

from claims.api import changes, claim, evidence, mechanism, search, source, statement, vocabulary
from claims.api.conditional import if_changed
from claims.api.problems import HANDLERS
from claims.api.version import ABOUT, TITLE, VERSION

RESOURCES = (statement, mechanism, claim, evidence, source, changes, search, vocabulary)

# The document and the page that shows it are ours: ninja's page needs scripts from elsewhere.
api = NinjaAPI(
    title=TITLE,
    version=VERSION,
    description=ABOUT,
    openapi_url=None,
    docs_url=None,
    urls_namespace="api",
)
api.add_decorator(if_changed, mode="view")
for handled, answer in HANDLERS.items():
    api.add_exception_handler(handled, answer)
for resource in RESOURCES:
    api.add_router("", resource.router)
