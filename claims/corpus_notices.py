"""Editorial notices in the corpus files: what is wrong with them, and which the library lacks."""

import datetime

from claims.corpus_values import model_problems, shown
from sources import records
from sources.models import Notice
from sources.vocabulary import NoticeKind, Status, status_after

KEYS = ("kind", "issued_on", "url", "reason")
# The one notice, without details, that a bare status in the files stands for.
STANDS_FOR = {
    Status.CORRECTED: NoticeKind.CORRECTION,
    Status.EXPRESSION_OF_CONCERN: NoticeKind.EXPRESSION_OF_CONCERN,
    Status.RETRACTED: NoticeKind.RETRACTION,
}


def problems_of(row):
    """Yield what is wrong with the status and the notices of a source record."""
    listed = row.get("notices", [])
    if row["status"] not in Status.values:
        yield f"status: {shown(row['status'])} is not one of {', '.join(Status.values)}"
    elif not isinstance(listed, list):
        yield "notices: must be a list; without notices leave the key out"
    else:
        wrong = [what for notice in listed for what in _problems_of_one(notice)]
        yield from wrong or _contradiction(row)


def _problems_of_one(notice):
    if not isinstance(notice, dict) or set(notice) != set(KEYS):
        return [f"notices: each has the keys {', '.join(KEYS)}; write null if one is not known"]
    wrong = [
        f"notices: {key}: {shown(value)} is not a text or null"
        for key, value in notice.items()
        if not isinstance(value, str | None)
    ]
    return wrong or [f"notices: {what}" for what in _wrong_values(notice)]


def _wrong_values(notice):
    try:
        issued_on = _day(notice["issued_on"])
    except ValueError:
        yield f"issued_on: {shown(notice['issued_on'])} is not a date such as 2024-05-31, nor null"
        return
    texts = {key: notice[key] or "" for key in ("url", "reason")}
    yield from model_problems(Notice, {"kind": notice["kind"], "issued_on": issued_on} | texts)


def _day(text):
    if text is None:
        return None
    day = datetime.date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(text)
    return day


def _contradiction(row):
    if "notices" in row:
        kinds = [notice["kind"] for notice in records.in_order(row["notices"])]
        if status_after(kinds) != row["status"]:
            yield (
                f"status: {row['status']}, but after its notices it is {status_after(kinds)};"
                " correct the one or the other"
            )


def go_without_saying(notices, status):
    """Say whether the status alone tells these notices."""
    kinds = [STANDS_FOR[status]] if status in STANDS_FOR else []
    return notices == [dict.fromkeys(KEYS) | {"kind": kind} for kind in kinds]


def notices_of(row):
    """Return the notices of a source record in their order; none if its status tells them."""
    notices = [{key: notice[key] or None for key in KEYS} for notice in row.get("notices", [])]
    return [] if go_without_saying(notices, row["status"]) else records.in_order(notices)


def stored_notices(source):
    """Return the notices of a source in the order in which the library counts them."""
    return records.in_order([records.notice_record(notice) for notice in source.notices.all()])


def missing(row, source):
    """Return the notices of a record that the library does not have yet."""
    waiting, lacking = stored_notices(source), []
    for notice in notices_of(row):
        if notice in waiting:
            waiting.remove(notice)
        else:
            lacking.append(notice)
    return lacking
