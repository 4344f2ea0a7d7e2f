from claims.methods import sources

# METHOD 5: copies, summaries and mirrors, to be replaced by originals before they are printed.
WEAK = ("G6b", "G8", "K5", "P8", "CG2", "G9", "T1", "B3", "B4", "D4", "L1")
MIRRORS = ("scribd", "docslib", "studylib", "bohrium", "metajournal", "medluna", "brum.beds", "5dok", "essaydocs", "authorea", "ai-bt", "moreblossom", "highwire")  # fmt: skip


def every():
    return [one for _, group in sources.GROUPS for one in group]


def test_codes_are_used_once():
    assert len(every()) == len(sources.codes())


def test_weak_sources_have_no_address():
    assert [one.code for one in every() if one.code in WEAK and one.addresses] == []


def test_no_address_is_a_mirror():
    addresses = " ".join(address for one in every() for address in one.addresses)
    assert [name for name in MIRRORS if name in addresses] == []


def test_addresses_are_whole():
    addresses = [address for one in every() for address in one.addresses]
    assert all(address.startswith(("https://", "http://")) for address in addresses)
    assert not any(" " in address for address in addresses)
