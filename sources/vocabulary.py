"""Every enumeration of the library once: what a publication is and what was studied in it."""

from django.db.models import TextChoices


class SourceType(TextChoices):
    """CSL item types in use; a preprint is an `article`."""

    ARTICLE_JOURNAL = "article-journal", "Journal article"
    ARTICLE = "article", "Preprint"
    REPORT = "report", "Report"
    BOOK = "book", "Book"
    CHAPTER = "chapter", "Book chapter"
    THESIS = "thesis", "Thesis"
    PAPER_CONFERENCE = "paper-conference", "Conference paper"
    WEBPAGE = "webpage", "Web page"


class Design(TextChoices):
    """How a study was done; the rating rule starts from here (METHOD 1.3)."""

    RCT_PARALLEL = "rct-parallel", "Randomised trial, parallel groups"
    RCT_CROSSOVER = "rct-crossover", "Randomised crossover trial"
    SELF_BLINDED_RCT = "self-blinded-rct", "Self-blinded randomised trial"
    NONRANDOMISED_TRIAL = "nonrandomised-trial", "Trial without randomisation"
    OPEN_LABEL = "open-label", "Open-label study"
    PROSPECTIVE_COHORT = "prospective-cohort", "Prospective cohort"
    CROSS_SECTIONAL = "cross-sectional", "Cross-sectional study or survey"
    CASE_REPORT = "case-report", "Case report"
    ANIMAL_EXPERIMENT = "animal-experiment", "Animal experiment"
    IN_VITRO = "in-vitro", "Experiment in cells or receptors"
    SYSTEMATIC_REVIEW = "systematic-review", "Systematic review"
    META_ANALYSIS = "meta-analysis", "Meta-analysis"
    NARRATIVE_REVIEW = "narrative-review", "Narrative review or opinion"


# A narrative review is a review too, but has no studies of its own to count (METHOD 1.3).
REVIEW_DESIGNS = (Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS, Design.NARRATIVE_REVIEW)


class Species(TextChoices):
    HUMAN = "human", "People"
    MOUSE = "mouse", "Mice"
    RAT = "rat", "Rats"
    PIG = "pig", "Pigs"
    OTHER_MAMMAL = "other-mammal", "Other mammals"
    ZEBRAFISH = "zebrafish", "Zebrafish"
    CELL_CULTURE = "cell-culture", "Cells"
    MIXED = "mixed", "Several species"
    NOT_APPLICABLE = "not-applicable", "Not applicable"


class DoseRegime(TextChoices):
    MICRODOSE = "microdose", "Microdose"
    LOW_DOSE = "low-dose", "Low dose, above a microdose"
    CHRONIC_LOW_DOSE = "chronic-low-dose", "Low dose, repeated (animals)"
    FULL_DOSE = "full-dose", "Full dose"
    MIXED = "mixed", "Several doses"
    NOT_APPLICABLE = "not-applicable", "No dose given"


class Substance(TextChoices):
    LSD = "lsd", "LSD"
    PSILOCYBIN = "psilocybin", "Psilocybin"
    PSILOCIN = "psilocin", "Psilocin"
    DMT = "dmt", "DMT"
    MEO_DMT = "5-meo-dmt", "5-MeO-DMT"
    AYAHUASCA = "ayahuasca", "Ayahuasca"
    MESCALINE = "mescaline", "Mescaline"
    DOI = "doi-compound", "DOI (a phenethylamine)"
    MIXED = "mixed", "Several, not told apart"
    OTHER = "other", "Other"


class Status(TextChoices):
    """The editorial standing of a publication; follows from its notices."""

    PUBLISHED = "published", "Published"
    CORRECTED = "corrected", "Corrected"
    EXPRESSION_OF_CONCERN = "expression-of-concern", "Expression of concern"
    RETRACTED = "retracted", "Retracted"


class NoticeKind(TextChoices):
    RETRACTION = "retraction", "Retraction"
    EXPRESSION_OF_CONCERN = "expression-of-concern", "Expression of concern"
    CORRECTION = "correction", "Correction"
    REINSTATEMENT = "reinstatement", "Reinstatement"


class ReviewOf(TextChoices):
    """What kind of studies a review is made of (METHOD 1.3)."""

    RCT = "rct", "Randomised trials"
    COHORT = "cohort", "Cohorts"
    CROSS_SECTIONAL = "cross-sectional", "Cross-sectional studies"
    MIXED = "mixed", "Several kinds"
    ANIMAL = "animal", "Animal experiments"
    IN_VITRO = "in-vitro", "Experiments in cells"


class IncludedBias(TextChoices):
    """The risk of bias that a review reports for the studies inside it."""

    LOW = "low", "Low"
    SOME_CONCERNS = "some-concerns", "Some concerns"
    HIGH = "high", "High"
    NOT_ASSESSED = "not-assessed", "Not reported"


def status_after(kinds):
    """Return the status that follows from notice kinds in the order they were issued.

    A reinstatement lifts a retraction and a concern; a correction never counts as either.
    """
    status = Status.PUBLISHED
    for kind in kinds:
        if kind == NoticeKind.RETRACTION:
            status = Status.RETRACTED
        elif kind == NoticeKind.REINSTATEMENT:
            status = Status.PUBLISHED
        elif status != Status.RETRACTED:
            status = _milder(status, kind)
    return status


def _milder(status, kind):
    if kind == NoticeKind.EXPRESSION_OF_CONCERN:
        return Status.EXPRESSION_OF_CONCERN
    return status if status == Status.EXPRESSION_OF_CONCERN else Status.CORRECTED
