"""How much a visitor may send in one file."""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile


def is_too_large(request):
    """Whether the visitor sent more than a file may hold; no byte of it was kept."""
    return _length(request.META.get("CONTENT_LENGTH")) > settings.UPLOAD_MAX_SIZE


def _length(text):
    return int(text) if text and text.isdecimal() else 0


class Quota(FileUploadHandler):
    """Passes over the files of a request that is too large, before they are written anywhere."""

    def new_file(self, *args, **kwargs):
        if is_too_large(self.request):
            raise SkipFile

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
