import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict

from claims.models import Edition
from claims.views.filters import Filter, refuse_parameters, select

FILTERS = [
    Filter("verdict", "Verdict", {"supported": "Supported", "contested": "Studies disagree"}, {"supported"}),
    Filter("year", "Year", {"2020": "2020"}, {"2020"}, stored=int),
]  # fmt: skip
SORTS = {"article": ("Article", "position"), "slug": ("Slug", "slug")}


def asked(query):
    return select(QueryDict(query), FILTERS, SORTS)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("colour=red", "There is no parameter “colour” here. Use page, sort, verdict and year."),
        ("verdict=maybe", "Use supported and contested."),
        ("verdict=supported&verdict=contested", "given more than once"),
        ("page=0", "is no page"),
        ("page=-1", "is no page"),
        ("page=99999999999999999999", "is no page"),
        ("page=٣", "is no page"),
        ("sort=random", "Use article and slug."),
        ("year=12345678901234567890", "Use 2020."),
        ("verdict=" + "x" * 10_000, "…|x{60}”"),
    ],
)
def test_nonsense_is_refused_with_what_is_allowed(query, words):
    with pytest.raises(BadRequest, match=words):
        asked(query)


def test_refusal_of_a_long_text_is_short():
    with pytest.raises(BadRequest) as refusal:
        asked("x" * 10_000 + "=1")
    assert len(str(refusal.value)) < 200


def test_pages_without_parameters_take_none(rf):
    with pytest.raises(BadRequest, match="This page takes none"):
        refuse_parameters(rf.get("/about/?x=1"))


def test_empty_value_is_no_filter():
    assert not asked("verdict=&year=").is_narrowed


def test_only_existing_options_are_offered():
    assert [option["value"] for option in asked("").fields[0]["options"]] == ["supported"]


def test_chosen_option_is_offered_even_if_nothing_has_it():
    options = asked("verdict=contested").fields[0]["options"]
    assert [one["value"] for one in options if one["is_chosen"]] == ["contested"]


def test_choice_is_told_in_words():
    assert asked("verdict=contested&year=2020").words == ["Verdict: Studies disagree", "Year: 2020"]


def test_first_order_is_the_default():
    assert asked("").sort == "article"


def test_narrowing_filters_and_orders():
    sql = str(asked("verdict=supported&sort=slug").narrow(Edition.objects.only("slug")).query)
    assert "supported" in sql
    assert sql.endswith('"slug" ASC')


def test_address_of_another_page_keeps_the_choice():
    assert asked("verdict=supported&page=3").address(2) == "?verdict=supported&page=2"


def test_first_page_has_no_number():
    assert asked("sort=slug&page=2").address(1) == "?sort=slug"
