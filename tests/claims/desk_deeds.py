"""What the desk has made public of a claim, and a change to do at it."""

from claims import desk


def findings(claim):
    document = claim.editions.current().get().document
    return [item["finding"] for item in document["evidence"]]


def revise(evidence, by, finding="Mood rose a little."):
    evidence.finding = finding
    return desk.change(evidence=evidence, by=by, reason="Table 2 read again.")
