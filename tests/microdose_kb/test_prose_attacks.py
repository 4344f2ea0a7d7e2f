"""Prose that would run something: it gives none but the known elements, attributes and links."""

import re

import pytest

from microdose_kb import prose
from tests.microdose_kb.parsed import elements

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
