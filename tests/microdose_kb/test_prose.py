import re

import html5lib
import pytest
from django.core.exceptions import ValidationError
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


ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext></p><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<p style='background:url(javascript:alert(1))' id=x>y</p>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php <script>alert(1)</script> ?>",
    "<div>\n\n<script>alert(1)</script>\n\n</div>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](java&#9;script:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](\u00a0javascript:alert(1))",
    "[x](java\\script:alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](file:///etc/passwd)",
    "[x](feed:javascript:alert(1))",
    "[x](view-source:javascript:alert(1))",
    '[x](http://a.example"onmouseover="alert(1))',
    "[x](http://a.example'onmouseover='alert(1))",
    '[x](http://a.example "onmouseover=alert(1)")',
    "[x](http://a.example/`onmouseover=alert(1)`)",
    "[[x](javascript:alert(1))](http://a.example)",
    "[x [y](javascript:alert(1))](javascript:alert(2))",
    "[<javascript://%0aalert(1)>](http://a.example)",
    "[![x](javascript:alert(1))](javascript:alert(1))",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](x)',
    "<javascript:alert(1)>",
    "<javascript://%0aalert(1)>",
    "<data://text/html,<script>alert(1)</script>>",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[x]\n\n[x]: javascript:alert(1) 'onclick=alert(1)'",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "> <script>alert(1)</script>",
    "- <img src=x onerror=alert(1)>",
    "# <img src=x onerror=alert(1)>",
    "**<b onclick=alert(1)>**",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\<script>alert(1)</script>",
    "klzzwxh:0000 wzxhzdk:0 <script>",
    "{: onclick=alert(1) style=x }",
    "{% load x %}{{ settings.SECRET_KEY }}",
]


def elements(html):
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return [element for element in tree.iter() if element is not tree]


@pytest.mark.parametrize("attack", ATTACKS)
def test_render_gives_no_other_element(attack):
    assert {element.tag for element in elements(prose.render(attack))} <= prose.TAGS


@pytest.mark.parametrize("attack", ATTACKS)
def test_render_gives_no_other_attribute(attack):
    attributes = {name for element in elements(prose.render(attack)) for name in element.attrib}
    assert attributes <= {"href", "rel"}


@pytest.mark.parametrize("attack", ATTACKS)
def test_render_links_to_no_other_protocol(attack):
    addresses = [element.get("href", "") for element in elements(prose.render(attack))]
    assert not [
        address for address in addresses if re.match(r"(?!http:|https:|mailto:)[^/]", address)
    ]


def test_render_shows_raw_html_as_text():
    assert prose.render("<b>x</b>") == "<p>&lt;b&gt;x&lt;/b&gt;</p>"


def test_render_is_marked_safe():
    assert isinstance(prose.render("a"), SafeString)


def test_render_remembers_nothing_between_texts():
    prose.render("[a]: http://b.example\n\n`c`")
    assert prose.render("[a]") == "<p>[a]</p>"


def line(characters, count):
    return characters * count


ALLOWED = [
    line("a", prose.MAX_LENGTH),
    line("[", 200),
    line("*", 400),
    line("_a", 400),
    line("`", 400),
    line("<", 300),
    line("&", 300),
    line("a\n", 300),
    line("a\r\n", 300),
    line("> ", 6) + "a",
    line("- ", 6) + "a",
    line("> ", 3) + line("    ", 2) + "- a",
    "a\tb\r\nc",
    "",
]
REFUSED = [
    (line("a", prose.MAX_LENGTH + 1), "shorten it to 10,000"),
    (line("[", 201), "too many square brackets; use 200"),
    (line("![", 201), "too many square brackets"),
    (line("[](", 201), "too many square brackets"),
    (line("*", 401), "too many asterisks, underscores and backticks; use 400"),
    (line("*_`", 134), "too many asterisks"),
    (line("_a", 401), "too many asterisks"),
    (line("<", 301), "too many angle brackets and ampersands; use 300"),
    (line("<&", 151), "too many angle brackets"),
    (line("a\n", 301), "too many lines; use 300"),
    (line("a\r", 301), "too many lines"),
    ("a\r" + line("> ", 7), "nested too deeply"),
    (line("> ", 7), "nested too deeply; use 6"),
    (line(">", 7), "nested too deeply"),
    (line("- ", 7) + "a", "nested too deeply"),
    (line("1. ", 7) + "a", "nested too deeply"),
    (line("> - ", 4) + "a", "nested too deeply"),
    ("a\n\n" + line("    ", 7) + "- a", "nested too deeply"),
    (line("\t", 7) + "- a", "nested too deeply"),
    (line("> ", 4) + line("    ", 3) + "- a", "nested too deeply"),
    ("ab\x00", r"U\+0000\) at position 3"),
    ("\x02klzzwxh:0000\x03", r"U\+0002"),
    ("a\x1bb", r"U\+001B"),
    ("a\x85b", r"U\+0085"),
    ("a\u202eb", r"U\+202E"),
    ("a\ud800b", r"U\+D800"),
]


@pytest.mark.parametrize("text", ALLOWED)
def test_check_lets_sane_prose_pass(text):
    assert prose.check(text) is None


@pytest.mark.parametrize(("text", "remedy"), REFUSED)
def test_check_refuses_with_the_remedy(text, remedy):
    with pytest.raises(prose.ProseTooComplex, match=remedy):
        prose.check(text)


@pytest.mark.parametrize("text", [text for text, _ in REFUSED])
def test_render_gives_refused_text_as_one_paragraph(text):
    assert [element.tag for element in elements(prose.render(text))] == ["p"]


def test_render_escapes_refused_text():
    assert prose.render("<b>*a*</b>\x00") == "<p>&lt;b&gt;*a*&lt;/b&gt;</p>"


@pytest.mark.parametrize(
    "text",
    [
        line("*a _b ", 100) + line(" b_ a*", 100),
        line("*", 200) + "a" + line("*", 200),
        line("[*a ", 150) + line("*](http://b.example)", 150),
        "".join(f"{'    ' * depth}- {'> ' * (5 - depth)}a\n" for depth in range(5)),
    ],
)
def test_render_survives_the_deepest_nesting_allowed(text):
    assert elements(prose.render(text))


def test_validate_prose_gives_the_remedy():
    with pytest.raises(ValidationError, match="shorten it"):
        prose.validate_prose("a" * 10_001)


def test_validate_prose_lets_sane_prose_pass():
    assert prose.validate_prose("A *sane* text.") is None


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
