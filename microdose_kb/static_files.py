"""Static files as they are served: named after their content, stylesheets without what only people read."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Comments, the spaces that set a line in, and line ends where a sign parts the words anyway.
FOR_PEOPLE = re.compile(rb"/\*.*?\*/|^[ \t]+|(?<=[{};,])\n+", re.DOTALL | re.MULTILINE)


class ModuleStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Gives imports of script modules hashed names too, and makes stylesheets small."""

    support_js_module_import_aggregation = True

    def _save(self, name, content):
        if name.endswith(".css"):
            content.seek(0)
            content = ContentFile(FOR_PEOPLE.sub(b"", content.read()))
        return super()._save(name, content)
