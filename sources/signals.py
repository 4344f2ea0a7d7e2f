"""The signals of the project: the library announces, whoever cites listens."""

from django.dispatch import Signal

# Sent with source (a Source), by (a user) and cause (a sentence), inside the deed's transaction.
source_changed = Signal()
# Sent in its place when two sources became one: with source (the one that is kept), merged (the other),
# by, reason and cause. Whoever cites the merged one cites the kept one from then on, or refuses by
# raising a LibraryError.
source_merged = Signal()
# Asked with sources (a list); whoever cites returns {pk: sources.resting.Resting} for all of them.
sources_asked = Signal()
