"""A small shelf to search, made by the product's own deeds."""

from claims.search import search
from tests.people import make_accepted, make_claim, make_source

MOOD, GROWTH = "microdose-mood", "neuron-growth"
MOOD_CLAIM, GROWTH_CLAIM = f"claim {MOOD}", f"claim {GROWTH}"
TRIAL, REVIEW, RATS = "source muller2021trial", "source smith2024review", "source jones2019rats"
MOODS, BLOOD = "result muller2021trial in mood", "result muller2021trial in growth"
ANXIETY, SPINES = "result smith2024review in mood", "result jones2019rats in growth"
ANSWERS = {
    "mood": [MOOD_CLAIM, MOODS],
    "MOODS": [MOOD_CLAIM, MOODS],
    "anxiety": [ANXIETY, MOOD_CLAIM],
    "spine": [SPINES, RATS, GROWTH_CLAIM],
    "randomized trials": [TRIAL],
    "randomised trial": [TRIAL],
    "behavior": [REVIEW],
    "behaviour": [REVIEW],
    "Müller": [MOODS, BLOOD, TRIAL],
    "muller": [MOODS, BLOOD, TRIAL],
    "NAI\u0308VE": [TRIAL],
    "5-HT2A": [GROWTH_CLAIM],
    "receptor grow": [GROWTH_CLAIM],
    '"default mode"': [REVIEW],
    "“default mode network”": [REVIEW],
    '"mode default"': [],
    "default-mode": [REVIEW],
    "dendr*": [GROWTH_CLAIM, SPINES],
    "spin*": [SPINES, RATS, GROWTH_CLAIM],
    "microdos* -mood": [TRIAL],
    "trial": [TRIAL, REVIEW, RATS],
    "trial -2021": [REVIEW, RATS],
    "spine -more": [RATS, GROWTH_CLAIM],
    "does microdosing help with mood?": [MOOD_CLAIM],
    "doi:10.1000/xyz.123": [TRIAL],
    "10.1000/xyz.123": [TRIAL],
    "serotonin": [MOOD_CLAIM],
    "AND OR NOT trial": [TRIAL, REVIEW, RATS],
    "zebra": [],
    "-mood": [],
    "": [],
    "?!": [],
}


def make_shelf(*, editor, reviewer):
    """Return two claims with three results from three sources, one of them cited twice."""
    mood = make_claim(
        by=editor,
        slug=MOOD,
        order=2,
        statement="Microdosing improves mood.",
        target_outcomes="Depression and anxiety scales",
        tags=["serotonin"],
    )
    growth = make_claim(
        by=editor,
        slug=GROWTH,
        order=1,
        scope="general",
        statement="Psychedelics make neurons grow through the 5-HT2A receptor.",
        target_outcomes="Dendritic spines",
    )
    trial = make_source(
        by=editor,
        key="muller2021trial",
        title="Randomised trial of microdoses in a naïve group",
        authors=[{"family": "Müller", "given": "Ida"}],
        year=2021,
        doi="10.1000/xyz.123",
    )
    review = make_source(
        by=editor,
        key="smith2024review",
        title="Default mode network and behaviour: a review",
        design="narrative-review",
        dose_regime="mixed",
    )
    rats = make_source(
        by=editor,
        key="jones2019rats",
        title="Spine density in rats",
        authors=[{"family": "Jones", "given": "Bo"}],
        year=2019,
        design="animal-experiment",
        species="rat",
        dose_regime="full-dose",
    )
    both = {"by": editor, "accepted_by": reviewer}
    make_accepted(claim=mood, source=trial, finding="Moods did not differ between groups.", **both)
    make_accepted(claim=mood, source=review, outcome="anxiety in surveys", finding="Less anxious.",
                  direction="supports", point="toward", **both)  # fmt: skip
    make_accepted(claim=growth, source=rats, outcome="spines", finding="More spines & <b>dendrites</b>.",
                  direction="supports", point="toward", **both)  # fmt: skip
    make_accepted(claim=growth, source=trial, outcome="BDNF in blood", finding="No change.", **both)
    return mood, growth


def short(document):
    if document.kind != "evidence":
        return document.name
    return f"result {document.key} in {'mood' if document.slug == MOOD else 'growth'}"


def found(text, **filters):
    return [short(result.document) for result in search(text, filters).results]
