from dataclasses import replace

import pytest

from claims.rating import fingerprint as module
from claims.rating.fingerprint import fingerprint
from claims.rating.items import Item

CLAIM = {"slug": "microdose-mood", "kind": "effect", "target": {"dose": "a tenth"}}
ITEMS = [
    Item(id="a", source="s1", direction="supports", design="rct-parallel"),
    Item(id="b", source="s2", direction="no-effect", design="meta-analysis", includes=("x", "y")),
]


def test_fingerprint_is_sha256_in_hexadecimal():
    assert len(bytes.fromhex(fingerprint(CLAIM, ITEMS))) == 32


def test_order_of_items_does_not_matter():
    assert fingerprint(CLAIM, reversed(ITEMS)) == fingerprint(CLAIM, ITEMS)


def test_order_of_claim_fields_does_not_matter():
    assert fingerprint(dict(reversed(CLAIM.items())), ITEMS) == fingerprint(CLAIM, ITEMS)


def test_order_of_included_studies_does_not_matter():
    turned = [ITEMS[0], replace(ITEMS[1], includes=("y", "x"))]
    assert fingerprint(CLAIM, turned) == fingerprint(CLAIM, ITEMS)


@pytest.mark.parametrize("change", [{"status": "retracted"}, {"n_analysed": 4}, {"point": "away"}])
def test_a_changed_field_changes_it(change):
    assert fingerprint(CLAIM, [replace(ITEMS[0], **change)]) != fingerprint(CLAIM, ITEMS[:1])


def test_a_retracted_item_counts_too():
    retracted = replace(ITEMS[0], id="r", status="retracted")
    assert fingerprint(CLAIM, [*ITEMS, retracted]) != fingerprint(CLAIM, ITEMS)


def test_a_changed_claim_changes_it():
    assert fingerprint(CLAIM | {"kind": "mechanism"}, ITEMS) != fingerprint(CLAIM, ITEMS)


def test_a_new_rule_changes_it(monkeypatch):
    before = fingerprint(CLAIM, ITEMS)
    monkeypatch.setattr(module, "RULE", "1.1")
    assert fingerprint(CLAIM, ITEMS) != before
