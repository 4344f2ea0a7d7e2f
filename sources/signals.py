"""The one signal of the project: the library announces, whoever cites listens."""

from django.dispatch import Signal

# Sent with source (a Source), by (a user) and cause (a sentence), inside the deed's transaction.
source_changed = Signal()
