import pytest

from claims.templatetags.tag_names import tag_name


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("5-ht2a", "5-HT2A"),
        ("bdnf", "BDNF"),
        ("default-mode-network", "default mode network"),
        ("depression-anxiety", "depression and anxiety"),
        ("open-label", "open-label"),
        ("mood", "mood"),
    ],
)
def test_slug_becomes_a_readable_name(name, read):
    assert tag_name(name) == read


@pytest.mark.parametrize("name", ["Mood changes", "IL-6", "co-use of cannabis", "Stimmung-Ü", ""])
def test_editors_own_words_stay(name):
    assert tag_name(name) == name
