"""The library's rows: sources and their notices; files that came in; look-alikes told apart."""

from sources.models.notice import Notice
from sources.models.source import Source
from sources.models.taken_in import Finding, Import, ImportedRecord, State
from sources.models.told_apart import ToldApart

__all__ = ["Finding", "Import", "ImportedRecord", "Notice", "Source", "State", "ToldApart"]
