"""The entry point for gunicorn or another WSGI server."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from microdose_kb.environment import refuse_memory

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "microdose_kb.settings")

refuse_memory(settings.DATABASES["default"])
application = get_wsgi_application()
