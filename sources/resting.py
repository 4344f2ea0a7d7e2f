"""What rests on sources: whoever cites them answers, so that the library need not know who does."""

from dataclasses import dataclass

from sources.models import Source
from sources.signals import sources_asked


@dataclass(frozen=True)
class Resting:
    """How many rows rest on a source, and that in words."""

    number: int = 0
    words: str = ""


def resting(sources):
    """Return {pk: Resting} for every one of the sources."""
    answers = [told for _, told in sources_asked.send(sender=Source, sources=sources)]
    return {source.pk: _together([told[source.pk] for told in answers]) for source in sources}


def _together(answers):
    words = "; ".join(answer.words for answer in answers)
    return Resting(sum(answer.number for answer in answers), words)
