"""Definitions in the line: once on a page, escaped, and sparing."""

import html5lib
import pytest
from django.template import Context, Template

from claims import glossary
from claims.rating.vocabulary import Domain


def rendered(source, **values):
    context = Context({"terms_met": set()} | values)
    return Template("{% load glossary %}" + source).render(context)


def test_term_is_explained_the_first_time_only():
    page = rendered('{% defined "placebo" %} and {% defined "placebo" %}')
    assert page.count("popovertarget") == 1
    assert page.endswith("and placebo")


def test_term_is_explained_in_the_words_of_the_glossary():
    page = rendered('{% defined "placebo" "sugar pills" %}')
    assert ">sugar pills</button>" in page
    assert glossary.BY_SLUG["placebo"].definition in page
    assert 'href="/glossary/#placebo"' in page


def test_first_time_holds_from_text_to_text():
    met = set()
    for text in ("a placebo", "another placebo"):
        page = rendered("{% with_definitions text %}", text=text, terms_met=met)
    assert page == "another placebo"


def test_included_template_shares_what_is_explained():
    part = Template('{% load glossary %}{% defined "placebo" %}')
    page = rendered('{% include part %}|{% include part %}|{% defined "placebo" %}', part=part)
    assert page.count("popovertarget") == 1


def test_page_that_keeps_no_count_shows_plain_words():
    template = Template('{% load glossary %}{% defined "placebo" %} {% with_definitions "BDNF" %}')
    assert template.render(Context()) == "placebo BDNF"


def test_text_is_escaped_around_a_term():
    page = rendered("{% with_definitions text %}", text="<script>a placebo</script> & co")
    assert "<script>" not in page
    assert page.startswith("&lt;script&gt;a <button")
    assert page.endswith("&lt;/script&gt; &amp; co")


def test_words_of_a_template_are_escaped():
    page = rendered('{% defined "placebo" words %}', words="<i>pill</i>")
    assert "&lt;i&gt;pill&lt;/i&gt;</button>" in page


def test_text_explains_three_terms_at_most():
    text = "BDNF, EEG, fMRI, serotonin and a placebo"
    assert rendered("{% with_definitions text %}", text=text).count("popovertarget") == 3


@pytest.mark.parametrize("domain", list(Domain))
def test_every_domain_is_explained_by_its_code(domain):
    page = rendered("{% defined_domain code words %}", code=domain.value, words=domain.label)
    assert f">{domain.label}</button>" in page
    assert domain.definition in page


def test_unknown_term_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        rendered('{% defined "telepathy" %}')


@pytest.mark.parametrize("slug", list(glossary.BY_SLUG))
def test_every_definition_is_valid_in_a_paragraph(slug):
    page = rendered("{% defined slug %}", slug=slug)
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(f"<!doctype html><title>t</title><p>{page}</p>")
