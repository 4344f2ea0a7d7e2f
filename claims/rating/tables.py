"""The tables and constants of METHOD 1.2-1.5, each once and laid out as METHOD prints them.

Numbers without a reference in METHOD are our choices; a change here is a new rule version.
"""

from fractions import Fraction

KINDS = ("effect", "mechanism", "association", "occurrence")

# METHOD 1.3: 4 strong, 3 moderate, 2 weak, 1 very weak, 0 excluded.
STRENGTH_WORDS = {4: "strong", 3: "moderate", 2: "weak", 1: "very-weak", 0: "excluded"}
STRENGTH_LEVELS = {word: level for level, word in STRENGTH_WORDS.items()}
STRONG, MODERATE, WEAK, VERY_WEAK, EXCLUDED = STRENGTH_WORDS

# METHOD 1.3, "Start rung", in the order of KINDS.
START = {
    design: dict(zip(KINDS, rungs, strict=True))
    for design, rungs in {
        #                       effect, mechanism, association, occurrence
        "rct-parallel": (4, 4, 4, 4),
        "rct-crossover": (4, 4, 4, 4),
        "self-blinded-rct": (4, 4, 4, 4),
        "nonrandomised-trial": (2, 3, 3, 3),
        "open-label": (2, 3, 2, 3),
        "prospective-cohort": (2, 2, 4, 3),
        "cross-sectional": (1, 1, 3, 3),
        "case-report": (1, 1, 1, 2),
        "animal-experiment": (4, 4, 2, 2),
        "in-vitro": (2, 4, 1, 1),
    }.items()
}
REVIEW_DESIGNS = ("systematic-review", "meta-analysis")
CONTEXT_DESIGNS = ("narrative-review",)
# A review starts where the studies it reviews start.
REVIEWED_DESIGN = {
    "rct": "rct-parallel",
    "cohort": "prospective-cohort",
    "cross-sectional": "cross-sectional",
    "mixed": "nonrandomised-trial",
    "animal": "animal-experiment",
    "in-vitro": "in-vitro",
}
DESIGNS = (*START, *REVIEW_DESIGNS, *CONTEXT_DESIGNS)

# METHOD 1.3, "Steps down".
BIAS_ORDER = ("low", "some-concerns", "high", "critical")
BIAS_STEP = {"low": 0, "some-concerns": 1, "high": 2, "critical": 2}
BIAS_STEP_LOW_START = {"low": 0, "some-concerns": 0, "high": 1, "critical": 1}
LOW_START = 2
DIRECTNESS_STEP = {"direct": 0, "partial": 1, "indirect": 2}
SEVERAL_NOT_DIRECT = 2
# Smallest effective n for each number of steps; unknown n is UNKNOWN_SIZE_STEP.
SIZE_STEP_PEOPLE = {100: 0, 30: 1, 0: 2}
SIZE_STEP_PEOPLE_MECHANISM = {30: 0, 16: 1, 0: 2}
SIZE_STEP_ANIMALS = {20: 0, 0: 1}
UNKNOWN_SIZE_STEP = 1
PAIRED_FACTOR = 2
PAIRED_DESIGNS = ("rct-crossover",)

# METHOD 1.3, "Ceilings and exclusions".
RETRACTED = ("retracted", "withdrawn")
CONCERN = "expression-of-concern"
CONCERN_CEILING = WEAK
REVIEW_OF_RETRACTED_CEILING = WEAK
RATED_BY_PEOPLE = ("self-report", "clinician-rated")
SEEN_THROUGH = ("broken", "none")

# METHOD 1.4: a review stands for its studies when fewer than this share are counted here.
REVIEW_OVERLAP_LIMIT = Fraction(1, 2)

# METHOD 1.5, "Weights" and "Lean".
WEIGHT = {STRONG: 4, MODERATE: 2, WEAK: 1, VERY_WEAK: 1}
LEAN_FOR = Fraction(2, 3)
LEAN_AGAINST = Fraction(1, 3)

# METHOD 1.5, the domains.
CERTAINTY_WORDS = {4: "high", 3: "moderate", 2: "low", 1: "very-low"}
CERTAINTY_LEVELS = {word: level for level, word in CERTAINTY_WORDS.items()}
MINORITY_NEGLIGIBLE = Fraction(15, 100)
INCONSISTENCY_MOST = 2
# Smallest number for each number of steps: people, or independent studies for a mechanism.
IMPRECISION_PEOPLE = {400: 0, 100: 1, 0: 2}
IMPRECISION_STUDIES = {3: 0, 2: 1, 0: 2}
SMALL_STUDY = 100
SMALL_STUDIES_SUSPECT = 3
RAISE_START = 2
RAISE_MOST = 2
LARGE_EFFECT_STUDIES = 2
CONVERGENCE_STUDIES = 3
CONVERGENCE_MATERIALS = 2
