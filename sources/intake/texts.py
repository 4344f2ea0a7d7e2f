"""Texts as citations hold them, to plain text on one line. Pure."""

import html
import re
import unicodedata

# Marks of form that publishers leave in titles; any other "<" is a sign of the text.
_MARKUP = re.compile(
    r"</?(?:jats:|mml:)?(?:i|b|u|em|strong|bold|italic|sub|sup|inf|sc|scp|span|br|p|div|a|img|svg"
    r"|script|style|iframe|object|math|mi|mn|mo|mrow|msub|msup|mtext|title|tt|small|font)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Control characters, halves of character pairs, and invisible ones that can turn or split words.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def one_line(text: str) -> str:
    """Return the text on one line, without markup, control characters and doubled spaces."""
    text = text.strip()
    if text.isascii() and text.isprintable() and not ("<" in text or "&" in text or "  " in text):
        return text
    return _tidied(text)


def _tidied(text):
    if "&" in text:
        text = html.unescape(text)
    text = _INVISIBLE.sub("", _UNSEEN.sub(" ", _MARKUP.sub("", text)))
    return unicodedata.normalize("NFC", " ".join(text.split()))
