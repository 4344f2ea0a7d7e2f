"""The library's screens. Every change goes through a deed of `sources.intake`."""

from sources.admin import imports, source

__all__ = ["imports", "source"]
