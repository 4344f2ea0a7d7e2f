"""The twenty objections of a methodologist and our answers: what the site does, and where it falls short."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Criticism:
    """One objection; `references` are codes of `sources`, `links` (words, name of a page, fragment)."""

    number: int
    name: str
    attack: str
    answer: str
    references: tuple[str, ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()


def _rule(words, fragment):
    return words, "methods", fragment


def _example(number):
    return f"Example {number}", "methods_examples", number


CRITICISMS = (
    Criticism(
        1,
        "not-a-systematic-review",
        "This is not a systematic review: no protocol, no search, no screening.",
        "Agreed, and the first paragraph of the methods page says so. A search can be recorded for each claim with its databases, query, date and counts. Without one the claim's page says that none is recorded, and for publication bias the page says that it cannot be judged.",
        links=(_rule("The first paragraph", ""), ("Which claims have no search", "overdue", "")),
    ),
    Criticism(
        2,
        "vote-counting",
        "You count votes.",
        "We do not count papers by their P values. The direction of estimates, weighted by appraised strength, is the least that can be said without pooling. Every claim's page also prints what one study, one vote would say, every estimate that was entered, and whether leaving out any one study changes the side. We never test the tally.",
        ("V1", "V2"),
        (_rule("How a result votes", "votes"),),
    ),
    Criticism(
        3,
        "nulls",
        "Finding nothing is not evidence that there is nothing.",
        "“No clear effect” is a direction of its own, apart from “contradicts”. Small studies that found nothing end in “We do not know”. A result without a clear effect whose estimate lies the claim's way is not a full vote against it.",
        ("A1",),
        (_example("E05"), _example("E15")),
    ),
    Criticism(
        4,
        "mechanised-grade",
        "GRADE must not be mechanised.",
        "What the rule gives is a suggestion, like the judgement that the algorithm of RoB 2 proposes. Two people decide; departures are expected, explained in public and counted on the reviewers' page. Until two people have judged a claim, its page says so.",
        ("R1", "G4"),
        (("Departures from the rule", "reviewers", ""),),
    ),
    Criticism(
        5,
        "weights-are-scores",
        "Weights are quality scores by another name.",
        "Strength is a ladder with named steps, never a sum of points across qualities. Weights only set which way the evidence leans, and a flag says where they matter, because one vote for each study would lean differently.",
        ("R5", "R6"),
        (_rule("Steps down", "steps"), _rule("Flags", "flags")),
    ),
    Criticism(
        6,
        "downgraded-twice",
        "You take off twice for one thing: size counts in strength and again in imprecision.",
        "Strength chooses and weighs the studies that decide. The certainty is then worked out afresh from the fields of those studies; a study's weight says only how far it counts there. So size can bear on both, but it is never taken off the same scale twice.",
        links=(_rule("Certainty of a claim", "certainty"),),
    ),
    Criticism(
        7,
        "arbitrary-numbers",
        "400, two thirds, 15 %, 100: arbitrary.",
        "400 is from GRADE's guidance for work without pooling. The rest are ours. They stand in one table, belong to the rule's version, and beside each is what halving and doubling it does to every current verdict.",
        ("G5",),
        (("What hangs on each number", "methods_constants", ""),),
    ),
    Criticism(
        8,
        "one-sided-blinding",
        "The floor under broken blinding is one-sided.",
        "Yes, on purpose, and evidence on it goes both ways: weak blinding with high hopes can make an effect in microdose trials, and unblinded raters have exaggerated; across medicine, lack of blinding exaggerated nothing on average. The high floor holds only for felt or rated benefits and never weakens a result that found nothing. Every claim's page has a switch that shows the answer without it.",
        ("B2", "B5", "B6"),
        (_rule("The floors", "floors"), _example("E03"), _example("E04")),
    ),
    Criticism(
        9,
        "unappraised",
        "“Some concerns” by default is no appraisal.",
        "Right. Each such result says that nobody has assessed it, certainty is at most Moderate while most of the leading weight is unappraised, and the methods page counts how many there are.",
        links=(_rule("How many there are", "known"), _rule("Limits", "most")),
    ),
    Criticism(
        10,
        "animals-beside-trials",
        "Animal and cell work stands in the same table as trials.",
        "Each stream has its own column in the map and its own pattern in the plots. A claim about people with no study in people on its leading side is at most Very low. Claims about a mechanism are labelled as such and say nothing about benefit.",
        links=(_example("E06"), _example("E19")),
    ),
    Criticism(
        11,
        "compound-claims",
        "Compound claims get one verdict.",
        "A claim that bundles outcomes has a row for each group of outcomes, rated by the same rule on its own results, and the page names the weakest of them.",
        links=(("The claims", "claim_list", ""),),
    ),
    Criticism(
        12,
        "chosen-claims",
        "The claims come from a popular article: that is selection.",
        "Stated. We rate what the article says in our own words, harms and absences included, and add no convenient claims. Another article would give others.",
        links=(("The article's argument", "article", ""),),
    ),
    Criticism(
        13,
        "reviews-counted-twice",
        "Reviews are counted twice, or ignored.",
        "A study counts by itself or inside a review, never both, and the page says which and why. A review whose list nobody has compared with ours is not counted where a study of ours could be inside it.",
        ("U1", "U2"),
        (_rule("Reviews", "review-rules"), _example("E11a"), _example("E11b"), _example("E11c")),
    ),
    Criticism(
        14,
        "outcome-picking",
        "Outcomes were picked.",
        "One study has one vote, and its main outcome comes first if it is marked. Whatever an editor enters a second person must accept; results that came with the first load of data have not been through two people, and say so. We keep no list of the outcomes that were left out of the base, so picking them can only be caught against the paper itself.",
        ("K3",),
        (_rule("From results to studies", "studies"),),
    ),
    Criticism(
        15,
        "no-effect-sizes",
        "There are no sizes of effects.",
        "We rate whether there is an effect, not how large it is. Estimates and intervals are shown where they were entered, and plotted where they share a measure. No smallest effect that matters is assumed.",
        ("G7",),
        (_rule("What the rule does not do", "limits"),),
    ),
    Criticism(
        16,
        "anchoring",
        "Reviewers know the authors' names and the rule's suggestion: they are anchored.",
        "True. Reviewers are independent of each other, not of the data: until they submit, they see no other assessment. How often they depart from the suggestion is published. A way to hide the suggestion until they have submitted does not exist yet.",
        links=(("Departures from the rule", "reviewers", ""),),
    ),
    Criticism(
        17,
        "kappa-on-few",
        "Kappa on a few claims means nothing.",
        "The number of claims and the raw agreement come first; coefficients only from ten claims up, and AC1 beside kappa. The usual adjectives are named as a convention, not as a grade. Tools for the risk of bias agree poorly themselves, so we publish the numbers rather than hide them.",
        ("K1", "R7", "R8"),
        (("Agreement of reviewers", "reviewers", ""),),
    ),
    Criticism(
        18,
        "undisclosed-interests",
        "Interests are not disclosed: the industry, the advocates.",
        "Every assessment needs a declaration. Reviewers can recuse themselves, and authors of a deciding study must; their assessment is shown and does not count. A study's funding and its authors' interests stand on its page where they are recorded; where they are not, the page says that.",
        ("I1", "I2"),
        (("Who the reviewers are", "reviewers", ""),),
    ),
    Criticism(
        19,
        "retraction-lag",
        "Retractions arrive late.",
        "The library can be compared with Crossref and the Retraction Watch data by one command. It runs when somebody runs it: nothing here does it on a schedule, and source pages do not show the day of the last check. Once a notice is entered, the review is out of date in that moment, the study is out of the rating, and it stays on the page with its notice.",
        ("X1", "X2", "X4"),
        (_rule("Limits that no count shows", "other-limits"), _example("E02")),
    ),
    Criticism(
        20,
        "abstracts-only",
        "Results were taken from abstracts.",
        "What was read is recorded for every result and stands in the export. A result read only as an abstract counts as having some concerns at least, and certainty is at most Moderate where every leading study was read so.",
        links=(_rule("How many there are", "known"), _rule("The floors", "floors")),
    ),
)  # fmt: skip
