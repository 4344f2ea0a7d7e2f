"""Editors' Markdown to HTML that is safe to show: the only importer of markdown and bleach, the only mark_safe.

Two things are kept from readers: script, and the wait. Markdown takes quadratic time over some texts, so that
what `check` refuses is never parsed. Neither library's objects are thread-safe: each call makes its own.
"""

import html
import re
import textwrap
from xml.etree.ElementTree import Element

import bleach
import markdown
from django.core.exceptions import ValidationError
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

MAX_LENGTH = 10_000

TAGS = frozenset(["a", "blockquote", "br", "code", "em", "li", "ol", "p", "strong", "ul"])
ATTRIBUTES = {"a": ["href", "rel"]}
PROTOCOLS = frozenset(["http", "https", "mailto"])

# Python-Markdown's own names of the syntax that editors do not get; it stays in the text as they typed it.
_WITHOUT = {
    "preprocessors": ["html_block"],
    "blockprocessors": ["code", "hr", "reference", "setextheader"],
    "inlinePatterns": [
        "html",
        "automail",
        "reference",
        "short_reference",
        "image_link",
        "image_reference",
        "short_image_ref",
    ],
}

# Measured on 10,000 characters: within these the worst takes some 60 ms; far beyond, seconds or the stack.
_LIMITS = [
    ("[", 200, "square brackets"),
    ("*_`", 400, "asterisks, underscores and backticks"),
    ("<&", 300, "angle brackets and ampersands"),
    ("\n", 300, "lines"),
]
_MAX_NESTING = 6
# A level is four spaces, a tab or a sign; the group is atomic, so that the search stays linear.
_TOO_DEEP = re.compile(
    r"^(?> {0,3}(?:\t|>|[-+*](?=[ \t])|[0-9]{1,9}\.(?=[ \t]))| {4})"
    rf"{{{_MAX_NESTING + 1}}}",
    re.MULTILINE,
)
# Control characters, the overrides that show text in another order, and what cannot be encoded.
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class ProseTooComplex(ValueError):
    """The text is not rendered as Markdown; the message says what to change."""


def check(text: str) -> None:
    """Raise ProseTooComplex, with the remedy, for text that would be slow or unsafe to render."""
    if len(text) > MAX_LENGTH:
        raise ProseTooComplex(
            f"The text has {len(text):,} characters; shorten it to {MAX_LENGTH:,} at most."
        )
    if found := _UNSHOWABLE.search(text):
        raise ProseTooComplex(
            f"The text holds an invisible control character (U+{ord(found[0]):04X}) "
            f"at position {found.start() + 1}; delete it, or paste the text without formatting."
        )
    text = re.sub("\r\n?", "\n", text)
    for characters, most, name in _LIMITS:
        if sum(map(text.count, characters)) > most:
            raise ProseTooComplex(f"The text has too many {name}; use {most} at most.")
    if _TOO_DEEP.search(text):
        raise ProseTooComplex(
            f"Lists and quotations are nested too deeply; use {_MAX_NESTING} levels at most, "
            "and take away spaces that begin a line."
        )


def validate_prose(value: str) -> None:
    """Raise ValidationError, with the remedy, for text that `check` refuses: a validator for model fields."""
    try:
        check(value)
    except ProseTooComplex as error:
        raise ValidationError(str(error), code="prose_too_complex") from error


def render(text: str) -> SafeString:
    """Return the Markdown as safe HTML; text that `check` refuses comes back escaped, as it was typed."""
    try:
        check(text)
    except ProseTooComplex:
        return format_html("<p>{}</p>", _UNSHOWABLE.sub("", text))
    clean = bleach.clean(
        _parser().convert(text), tags=TAGS, attributes=ATTRIBUTES, protocols=PROTOCOLS
    )
    return mark_safe(clean)  # noqa: S308 - bleach has just made it so.


def plain(text: str, limit: int) -> str:
    """Return the words without their Markdown, on one line of at most `limit` characters, unescaped."""
    return textwrap.shorten(html.unescape(strip_tags(render(text))), limit, placeholder="…")


class _Link(InlineProcessor):
    """[words](address) to the web, to mail or to a page of ours; anything else stays as it was typed.

    The library's own pattern loops over the rest of the text at every bracket.
    """

    PATTERN = (
        r"(?<!!)\[([^\[\]]{1,300})\]"
        r"\(((?i:https?://|mailto:|/(?!/))[^\s()<>]{0,500}(?:\([^\s()<>]{0,100}\)[^\s()<>]{0,200}){0,3})\)"
    )

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:
        link = Element("a", href=self.unescape(m[2]))
        link.text = m[1]
        return link, m.start(), m.end()


class _Restyle(Treeprocessor):
    """Headings become bold paragraphs, for the page owns the outline; links vouch for nothing."""

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            if element.tag == "a":
                element.set("rel", "nofollow noopener")
            elif re.fullmatch("h[1-6]", element.tag):
                self._embolden(element)

    def _embolden(self, heading: Element) -> None:
        strong = Element("strong")
        strong.text, heading.text, heading.tag = heading.text, None, "p"
        strong.extend(heading)
        heading[:] = [strong]


def _parser() -> markdown.Markdown:
    parser = markdown.Markdown(output_format="html")
    for place, names in _WITHOUT.items():
        registry = (
            parser.parser.blockprocessors if place == "blockprocessors" else getattr(parser, place)
        )
        for name in names:
            registry.deregister(name)
    parser.inlinePatterns.register(_Link(_Link.PATTERN, parser), "link", 160)
    parser.treeprocessors.register(_Restyle(parser), "restyle", 15)  # After links are parsed.
    return parser
