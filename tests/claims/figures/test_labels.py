import pytest

from claims.figures.labels import shortened


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("Allen et al. 2024", "Allen et al. 2024"),
        ("Polito & Liknaitzky 2024", "Polito & Liknait… 2024"),
        ("A committee on very rare things n.d.", "A committee on v… n.d."),
    ],
)
def test_label_keeps_its_year(label, short):
    assert shortened(label, 22) == short
