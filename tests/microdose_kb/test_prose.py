"""The Markdown that editors may write, and its words alone."""

import pytest
from django.utils.safestring import SafeString

from microdose_kb import prose

REL = 'rel="nofollow noopener"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("*a* and **b**", "<p><em>a</em> and <strong>b</strong></p>"),
        ("5-HT~2A~ snake_case_name", "<p>5-HT~2A~ snake_case_name</p>"),
        ("`p < 0.05`", "<p><code>p &lt; 0.05</code></p>"),
        ("p < 0.05 & n > 3", "<p>p &lt; 0.05 &amp; n &gt; 3</p>"),
        ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("# Title", "<p><strong>Title</strong></p>"),
        ("###### A *b*", "<p><strong>A <em>b</em></strong></p>"),
        ("Title\n=====", "<p>Title\n=====</p>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<p>---</p>\n<p>b</p>"),
        ("    indented", "<p>indented</p>"),
        ("![alt](https://a.example/x.png)", "<p>![alt](https://a.example/x.png)</p>"),
        ("[a][b]\n\n[b]: https://a.example", "<p>[a][b]</p>\n<p>[b]: https://a.example</p>"),
        ("a|b\n-|-\nc|d", "<p>a|b\n-|-\nc|d</p>"),
        ("[a](b.html) [a](//b.example)", "<p>[a](b.html) [a](//b.example)</p>"),
        ("µg, α, 日本", "<p>µg, α, 日本</p>"),
        ("", ""),
    ],
)
def test_render_knows_this_much_markdown(text, expected):
    assert prose.render(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](https://b.example/?c=d&e)", f'<a href="https://b.example/?c=d&amp;e" {REL}>a</a>'),
        ("[a](http://b.example)", f'<a href="http://b.example" {REL}>a</a>'),
        ("[a](mailto:b@c.example)", f'<a href="mailto:b@c.example" {REL}>a</a>'),
        ("[a](HTTPS://b.example)", f'<a href="HTTPS://b.example" {REL}>a</a>'),
        ("[a](/)", f'<a href="/" {REL}>a</a>'),
        ("[a](/claims/sleep/)", f'<a href="/claims/sleep/" {REL}>a</a>'),
        ("[*a*](http://b.example)", f'<a href="http://b.example" {REL}><em>a</em></a>'),
        ("[`a`](http://b.example)", f'<a href="http://b.example" {REL}><code>a</code></a>'),
        ("[a](http://b.example/_c_)", f'<a href="http://b.example/_c_" {REL}>a</a>'),
        (
            "[a](https://doi.org/10.1016/s2215-0366(20)30138-3)",
            f'<a href="https://doi.org/10.1016/s2215-0366(20)30138-3" {REL}>a</a>',
        ),
        ("<https://b.example>", f'<a href="https://b.example" {REL}>https://b.example</a>'),
    ],
)
def test_render_makes_links(text, expected):
    assert prose.render(text) == f"<p>{expected}</p>"


def test_render_is_marked_safe():
    assert isinstance(prose.render("a"), SafeString)


def test_render_remembers_nothing_between_texts():
    prose.render("[a]: http://b.example\n\n`c`")
    assert prose.render("[a]") == "<p>[a]</p>"


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("# A\n\n*b* [c](http://d.example)", 80, "A b c"),
        ("- a\n- b", 80, "a b"),
        ("p < 0.05 & more", 80, "p < 0.05 & more"),
        ("<b>raw</b>", 80, "<b>raw</b>"),
        ("one two three four", 10, "one two…"),
        ("", 80, ""),
    ],
)
def test_plain_keeps_the_words(text, limit, expected):
    assert prose.plain(text, limit) == expected
