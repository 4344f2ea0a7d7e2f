import io
import zipfile

from claims.exports.archive import all_files
from claims.models import Edition
from claims.whole_base.artefacts import markdown


def test_archive_holds_the_texts_of_the_addresses(shelf, client, tmp_path, settings):
    settings.ALLOWED_HOSTS = ["kb.example.org"]
    markdown.write(shelf, tmp_path / "all.zip")
    asked = {"SERVER_NAME": "kb.example.org", "SERVER_PORT": "443", "wsgi.url_scheme": "https"}
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        names = [name for name in archive.namelist() if name != "README.md"]
        assert len(names) == 19 + 5
        for name in names:
            assert archive.read(name) == client.get(f"/{name}", **asked).content


def test_archive_holds_what_the_command_writes(shelf):
    stream = io.BytesIO()
    markdown.write(shelf, stream)
    editions = Edition.objects.current().in_reading_order()
    files = all_files(editions, base_url="https://kb.example.org")
    with zipfile.ZipFile(stream) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == files
