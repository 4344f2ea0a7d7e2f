"""What is recorded about one evidence item (METHOD 1.2)."""

from .term import Term


class Direction(Term):
    SUPPORTS = (
        "supports",
        "Supports",
        "The estimate lies the claim's way, and its interval (or the planned test) excludes no effect.",
        "▲",
    )
    NO_EFFECT = (
        "no-effect",
        "No clear effect",
        "They looked; the interval includes no effect.",
        "○",
    )
    MIXED = (
        "mixed",
        "Mixed",
        "Results of one study within the claim's outcome point both ways.",
        "◆",
    )
    CONTRADICTS = (
        "contradicts",
        "Contradicts",
        "The estimate lies the other way, and its interval (or the planned test) excludes no effect.",
        "▼",
    )


class Point(Term):
    TOWARD = "toward", "Toward the claim", "The point estimate lies the claim's way.", "→"
    AWAY = "away", "Away from the claim", "The point estimate lies the other way.", "←"
    NO_DIFFERENCE = "no-difference", "No difference", "The point estimate lies at no effect.", "="
    NOT_REPORTED = "not-reported", "Not reported", "Where the estimate lies is not known.", "·"


class OutcomeKind(Term):
    SELF_REPORT = "self-report", "Self-report", "People's own rating; the default, the strictest."
    CLINICIAN_RATED = "clinician-rated", "Clinician-rated", "Rated by a clinician."
    PERCEIVED_EFFECT = (
        "perceived-effect",
        "Perceived effect",
        "How strongly the drug was felt, or whether people could tell it from placebo.",
    )
    PERFORMANCE_TASK = "performance-task", "Performance task", "A scored test."
    BIOMARKER = "biomarker", "Biomarker", "A measure in blood or another sample."
    IMAGING = "imaging", "Imaging", "MRI, EEG or PET."
    MOLECULAR = "molecular", "Molecular", "Receptors, genes, proteins or cells."
    BEHAVIOUR = "behaviour", "Animal behaviour", "What animals did."
    EVENT = "event", "Event", "An adverse or other event."


class OutcomeRole(Term):
    PRIMARY = "primary", "Primary", "The outcome the study was planned around."
    SECONDARY = "secondary", "Secondary", "Planned, but not the main outcome."
    EXPLORATORY = "exploratory", "Exploratory", "Looked at without a firm plan."
    POST_HOC = "post-hoc", "Post hoc", "Chosen after the data were seen."
    UNCLEAR = "unclear", "Unclear", "Not known from what was read."


class Blinding(Term):
    INTACT = "intact", "Intact", "Tested: guesses were no better than chance."
    UNTESTED = "untested", "Untested", "Called blinded; not tested, or not reported."
    BROKEN = "broken", "Broken", "Tested or stated: people could tell."
    NONE = "none", "Open", "Everyone knew what they took."
    NOT_APPLICABLE = "not-applicable", "Not applicable", "Knowing cannot influence the outcome."


class RiskOfBias(Term):
    LOW = "low", "Low", "No important concern.", "+"
    SOME_CONCERNS = "some-concerns", "Some concerns", "A weakness that could matter.", "~"
    HIGH = "high", "High", "A weakness likely to matter.", "−"
    CRITICAL = "critical", "Critical", "Too problematic to count.", "!"
    NOT_ASSESSED = "not-assessed", "Not assessed", "Nobody has judged it yet.", "?"


class RobTool(Term):
    ROB_2 = "rob-2", "RoB 2", "Randomised trials."
    ROB_2_CROSSOVER = "rob-2-crossover", "RoB 2 crossover", "Randomised crossover trials."
    ROBINS_I = "robins-i", "ROBINS-I", "Studies of interventions without randomisation."
    SYRCLE = "syrcle", "SYRCLE", "Animal experiments."
    OHAT = "ohat", "OHAT", "Human, animal and mechanistic studies."
    AMSTAR_2 = "amstar-2", "AMSTAR 2", "Systematic reviews."
    OTHER = "other", "Other", "Another named tool; say which in the note."


class Comparator(Term):
    PLACEBO = "placebo", "Placebo", "An inactive look-alike."
    ACTIVE_PLACEBO = "active-placebo", "Active placebo", "A look-alike that can be felt."
    VEHICLE = "vehicle", "Vehicle", "The carrier without the drug."
    DOSE_COMPARISON = "dose-comparison", "Another dose", "A different dose of the same drug."
    NO_TREATMENT = "no-treatment", "No treatment", "People or animals left untreated."
    NON_USERS = "non-users", "Non-users", "People who do not take it."
    BASELINE = "baseline", "Baseline", "The same people or animals before."
    NONE = "none", "None", "No comparison."


class Basis(Term):
    FULL_TEXT = "full-text", "Full text", "The whole paper was read."
    ABSTRACT = "abstract", "Abstract", "Only the abstract was read."


class ReviewOf(Term):
    RCT = "rct", "Randomised trials", "The review covers randomised trials."
    COHORT = "cohort", "Cohorts", "The review covers studies that followed people over time."
    CROSS_SECTIONAL = "cross-sectional", "Surveys", "The review covers surveys at one time."
    MIXED = "mixed", "Mixed designs", "The review covers several designs."
    ANIMAL = "animal", "Animal experiments", "The review covers animal experiments."
    IN_VITRO = "in-vitro", "Cell studies", "The review covers work in cells or tissue."
