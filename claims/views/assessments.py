"""The assessments of a claim as its page shows them: those that stand first, earlier ones below. Pure."""

from claims.rating.wording import counted


def standing(document):
    """Return the assessments that count, and those of the present evidence that nobody replaced."""
    return [one for one in document["assessments"] if not _is_earlier(one, document)]


def earlier(document):
    """Return the assessments that were replaced or made for other evidence, the newest first."""
    return [one for one in reversed(document["assessments"]) if _is_earlier(one, document)]


def _is_earlier(assessment, document):
    if assessment["counts"]:
        return False
    return not assessment["is_current"] or any(
        _replaces(other, assessment) for other in document["assessments"]
    )


def _replaces(later, earlier):
    who = later["reviewer"]["id"], later["kind"]["code"]
    is_same = who == (earlier["reviewer"]["id"], earlier["kind"]["code"])
    return is_same and later["number"] > earlier["number"]


def news(old, new):
    """Return what reviewers and searchers added between two documents, each as a sentence."""
    known = {(one["number"], *one["signed_by"]) for one in old["assessments"]}
    fresh = [one for one in new["assessments"] if (one["number"], *one["signed_by"]) not in known]
    told = [_told(one) for one in fresh]
    if old["review"]["code"] != new["review"]["code"]:
        was, now = (document["review"]["label"] for document in (old, new))
        told.append(f"State of review: was “{was}”, is now “{now}”.")
    if old["search"] != new["search"]:
        told.append(f"Search: {new['search']['words']}")
    return told


def _told(assessment):
    name, kind = assessment["reviewer"]["name"], assessment["kind"]["label"].lower()
    if assessment["recused"]:
        return f"{name} recused themselves."
    signed = assessment["signed_by"]
    by = f", signed by {counted(len(signed), 'person', 'people')}" if signed else ""
    label = assessment["verdict"]["label"]
    return f"Assessment {assessment['number']} ({kind}{by}), by {name}: “{label}”."
