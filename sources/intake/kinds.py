"""The type of a record as the library has it; a preprint is known by its server or its DOI. Pure."""

import re
from functools import lru_cache
from typing import Any

from sources.intake.texts import one_line
from sources.vocabulary import SourceType

# Nobody reviews these before they come out, or nobody says so.
NOT_REVIEWED = {
    SourceType.ARTICLE,
    SourceType.REPORT,
    SourceType.THESIS,
    SourceType.WEBPAGE,
}
IN_JOURNAL = (
    "Its DOI or publisher is that of a preprint, though it names “{}”: it is taken as a preprint."
)
LONGEST_SERVER = 300

_SERVERS = re.compile(
    r"(?:bio|med|psy|chem|ar|edu|soc|eco|meta|bod|engr|paleo|afri|earth|agri)[a-z]{0,2}r?xiv\b.*"
    r"|ssrn\b.*|research square\b.*|preprints(?:\.org)?|osf preprints|authorea\b.*",
    re.IGNORECASE,
)
# 10.1101 is also that of Cold Spring Harbor's journals; a date follows it in a preprint's.
_DOIS = re.compile(
    r"10\.31234/|10\.2139/ssrn|10\.21203/rs\.|10\.48550/|10\.64898/|10\.1101/20[0-9]{2}\.[01][0-9]\.[0-3][0-9]\."
)


def settle(told: str, publisher: str, fields: dict[str, Any], notes: list[str]) -> None:
    """Add the type; a preprint without a container is held by the server that is its publisher."""
    container, server = fields.get("container_title", ""), one_line(publisher[:LONGEST_SERVER])
    is_on_server = _is_server(container) or _is_server(server)
    is_by_doi = bool(_DOIS.match(fields.get("doi", "")))
    if told not in {"", SourceType.ARTICLE_JOURNAL} or not (is_on_server or is_by_doi):
        fields["type"] = _usual(told, fields)
        return
    fields["type"] = SourceType.ARTICLE.value
    if not container and _is_server(server):
        fields["container_title"] = server
    if container and not _is_server(container):
        notes.append(IN_JOURNAL.format(container[:60]))


def _usual(told, fields):
    """Return the type; an unknown one is an article if a journal is named, else a page or a report."""
    if told:
        return str(told)
    if fields.get("container_title"):
        return SourceType.ARTICLE_JOURNAL.value
    return SourceType.WEBPAGE.value if "url" in fields else SourceType.REPORT.value


@lru_cache(maxsize=1024)
def _is_server(container):
    return bool(_SERVERS.fullmatch(container))
