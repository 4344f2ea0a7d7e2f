"""The form of every enumeration: a code with its label, definition and symbol."""

import enum


class Term(enum.StrEnum):
    """A code that carries the words and the sign shown to readers."""

    def __new__(cls, value, label, definition="", symbol=""):
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.definition = definition
        member.symbol = symbol
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return (code, label) pairs in reading order, as a form or a model field wants them."""
        return [(member.value, member.label) for member in cls]

    @classmethod
    def values(cls) -> list[str]:
        """Return the codes in reading order."""
        return [member.value for member in cls]
