"""The words of the site, each once: term, definition, other names. Enumerations speak through the vocabulary. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from claims.rating import vocabulary
from claims.rating.vocabulary import Blinding, Comparator, Domain, Stream


@dataclass(frozen=True)
class Term:
    """A word with its definition.

    `values` are the codes of an enumeration, whose labels and definitions are the vocabulary's own;
    `at` is the part of the methods page that uses the word.
    """

    slug: str
    term: str
    definition: str
    aliases: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    values: tuple[vocabulary.Term, ...] = ()
    at: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.term, *self.aliases)

    @property
    def letter(self) -> str:
        return self.term[0].upper() if self.term[0].isalpha() else "0–9"

    @property
    def related(self) -> list["Term"]:
        return [BY_SLUG[slug] for slug in self.see]


@dataclass(frozen=True)
class Mention:
    """A place in a text where a term stands, in the words of the text."""

    term: Term
    words: str


# fmt: off
# The words of research, which are marked wherever our prose meets them first.
RESEARCH = (
    Term("5-ht2a", "5-HT2A", "One of the receptors on which serotonin acts. Classic psychedelics such as LSD and psilocybin bind to it.", ("5-HT2A receptor",), ("receptor", "serotonin")),
    Term("active-placebo", "active placebo", Comparator.ACTIVE_PLACEBO.definition, see=("placebo", "blinding")),
    Term("adverse-event", "adverse event", "Something unwelcome that happens to a person during a study, whether or not what they took was the cause."),
    Term("bdnf", "BDNF", "Brain-derived neurotrophic factor: a protein that helps nerve cells to survive, grow and connect. In living people it is mostly measured in blood, not in the brain.", ("brain-derived neurotrophic factor",), ("neuroplasticity", "biomarker")),
    Term("biomarker", "biomarker", "Something measured in the body, for example in blood, that stands for what cannot be seen directly."),
    Term("case-report", "case report", "A description of what happened to one patient or a few. It can raise an alarm; it cannot tell how often something happens.", ("case series",)),
    Term("cohort", "cohort study", "A study that follows a group of people over time and watches what happens to them.", ("prospective cohort",)),
    Term("confidence-interval", "confidence interval", "The range of values that fit what a study measured. A wide range says little; a range that includes “no effect” leaves no effect as a possible answer.", see=("estimate", "imprecision")),
    Term("crossover", "crossover trial", "A trial in which each person takes all the things compared, one after the other, and so is compared with themselves.", ("crossover", "cross-over trial"), ("randomised-trial",)),
    Term("dmn", "default mode network", "Brain regions that are active together when the mind is not busy with a task; often linked to thinking about oneself.", ("DMN",), ("fmri", "functional-connectivity")),
    Term("eeg", "EEG", "Electroencephalography: recording the electrical activity of the brain from the scalp.", ("electroencephalography",)),
    Term("expectancy", "expectancy", "What people believe will happen. Believing that something helps can itself change how they feel and what they report.", ("expectation effect",), ("blinding", "placebo")),
    Term("expression-of-concern", "expression of concern", "A journal's warning that something may be wrong with a paper it printed.", see=("retraction",), at="limits"),
    Term("fmri", "fMRI", "Functional magnetic resonance imaging: scans that follow the blood supply of the brain as a sign of its activity.", ("functional magnetic resonance imaging",), ("functional-connectivity",)),
    Term("full-dose", "full dose", "A dose whose effects are meant to be felt clearly.", see=("microdose",)),
    Term("functional-connectivity", "functional connectivity", "How closely the activity of two brain regions rises and falls together. It does not show that one drives the other.", ("brain connectivity",), ("fmri", "eeg")),
    Term("inflammation", "inflammation", "The body's reaction to injury or infection. In the brain it is called neuroinflammation.", ("neuroinflammation",), ("biomarker",)),
    Term("meta-analysis", "meta-analysis", "A calculation that joins the results of several studies into one estimate.", ("pooled analysis",), ("systematic-review",), at="reviews"),
    Term("microdose", "microdose", "A dose so small that it is meant not to be felt: about a tenth of a recreational dose, or less.", ("microdosing",), ("full-dose",)),
    Term("narrative-review", "narrative review", "An overview written from the authors' own choice of papers. We show it, but never count it.", see=("systematic-review",), at="reviews"),
    Term("neuroplasticity", "neuroplasticity", "The ability of nerve cells to change their connections.", ("neural plasticity",), ("bdnf",)),
    Term("open-label", "open-label study", Blinding.NONE.definition, ("open label",), ("blinding",)),
    Term("p-value", "P value", "How surprising a result would be if chance alone were at work. It says neither how large an effect is nor whether the claim is true; we do not rate by it.", see=("confidence-interval",)),
    Term("peer-review", "peer review", "Other researchers read a paper before a journal prints it.", see=("preprint",)),
    Term("placebo", "placebo", Comparator.PLACEBO.definition, see=("active-placebo", "expectancy")),
    Term("preprint", "preprint", "A paper made public before other researchers have checked it for a journal.", see=("peer-review",)),
    Term("psychedelic", "psychedelic", "A substance that at a full dose strongly changes perception, mood and thought, such as LSD or psilocybin.", see=("5-ht2a", "microdose")),
    Term("randomised-trial", "randomised trial", "A study in which chance decides who takes what, so that the groups should differ in little else.", ("randomised controlled trial", "RCT"), ("crossover", "placebo"), at="start"),
    Term("receptor", "receptor", "A part of a cell that a messenger substance fits, like a key in a lock, and so changes what the cell does.", see=("serotonin",)),
    Term("registration", "registration", "Saying in public, before a study begins, what it will measure and how.", ("pre-registration", "preregistration"), ("publication-bias",)),
    Term("retraction", "retraction", "A journal's statement that a paper should no longer be relied on. It stays on our pages, marked, and counts for nothing.", ("retracted paper",), ("expression-of-concern",), at="limits"),
    Term("self-blinded", "self-blinded trial", "A trial in which people at home hide from themselves, by a fixed procedure, whether they take the drug or a placebo.", ("self-blinded randomised trial",), ("blinding",), at="start"),
    Term("serotonin", "serotonin", "A messenger substance of nerve cells, also called 5-HT, found in the brain and elsewhere in the body.", ("5-HT",), ("5-ht2a",)),
    Term("survey", "cross-sectional survey", Stream.SURVEYS.definition, ("cross-sectional study",), at="start"),
    Term("systematic-review", "systematic review", "A search for all studies of one question by a stated plan, with a report of what they found.", see=("meta-analysis", "narrative-review"), at="reviews"),
)

# The words of this site. Most are everyday words, so that only a template says where one is explained.
OURS = (
    Term("absence", "something there or absent", "Whether a claim says that something happens or that nothing does.", values=tuple(vocabulary.Asserts)),
    Term("assessment", "assessment", "One reviewer's signed judgement of a claim, with reasons and interests.", see=("review", "interests"), values=tuple(vocabulary.AssessmentKind), at="review"),
    Term("basis", "what was read", "What somebody had in hand when they entered a result.", ("basis",), values=tuple(vocabulary.Basis)),
    Term("blinding", "blinding", "Keeping people from knowing who took what, so that hopes and fears do not bend the results.", ("blind", "masking"), ("expectancy", "open-label"), tuple(Blinding), "floors"),
    Term("certainty", "certainty", "How sure we are of the answer to a claim, judged on all its studies together.", see=("domains", "verdict", "strength"), values=tuple(vocabulary.Certainty), at="certainty"),
    Term("claim", "claim", "One sentence that studies can bear out or not. All our words about direction mean: seen from this sentence.", see=("direction", "kind"), at="verdict"),
    Term("comparator", "comparator", "What a treatment was compared with.", ("control condition",), ("placebo",), tuple(Comparator)),
    Term("concern", "concern", "How much a domain takes off the certainty of a claim.", see=("domains",), values=tuple(vocabulary.Concern), at="certainty"),
    Term("dimension", "dimensions of directness", "The four things in which a study can be close to a claim or far from it.", see=("directness",), values=tuple(vocabulary.DirectnessDimension), at="steps"),
    Term("direction", "direction", "Which way a result points, always seen from the sentence of the claim.", see=("claim", "point"), values=tuple(vocabulary.Direction), at="votes"),
    Term("directness", "directness", "How closely a study fits what a claim is about.", see=("dimension", "indirectness"), values=tuple(vocabulary.Directness), at="steps"),
    Term("domains", "domains of certainty", "What is weighed, one by one, to reach the certainty of a claim.", ("domain",), ("certainty", "concern"), tuple(Domain), "certainty"),
    Term("edition", "edition", "A complete, dated copy of a claim and its evidence. It is never changed; every change makes a new one.", see=("claim",)),
    Term("estimate", "estimate", "The value that a study gives for the size of an effect.", see=("confidence-interval", "point")),
    Term("flag", "flag", "Something to bear in mind about an answer.", ("warning",), ("certainty",), tuple(vocabulary.Flag), "flags"),
    Term("imprecision", Domain.IMPRECISION.label.lower(), Domain.IMPRECISION.definition, see=("domains", "confidence-interval"), at="certainty"),
    Term("inconsistency", Domain.INCONSISTENCY.label.lower(), Domain.INCONSISTENCY.definition, ("heterogeneity",), ("domains",), at="certainty"),
    Term("indirectness", Domain.INDIRECTNESS.label.lower(), Domain.INDIRECTNESS.definition, see=("domains", "directness"), at="certainty"),
    Term("interests", "competing interests", "What a reviewer could gain or lose by an answer.", ("conflict of interest",), ("assessment",), tuple(vocabulary.InterestKind), "review"),
    Term("kind", "kind of claim", "What sort of thing a claim says.", see=("claim", "mechanism"), values=tuple(vocabulary.ClaimKind), at="start"),
    Term("lean", "lean", "Which way the evidence points as a whole, however uncertain it is.", see=("verdict",), values=tuple(vocabulary.Lean), at="leans"),
    Term("limit", Domain.LIMIT.label.lower(), Domain.LIMIT.definition, see=("domains",), at="most"),
    Term("mechanism", "mechanism", "A way in which something is said to work in the body. The article names several.", see=("kind", "step")),
    Term("no-verdict", "no single verdict", "Why a claim has no one verdict for now.", see=("verdict", "review"), values=tuple(vocabulary.NoVerdict), at="review"),
    Term("outcome", "outcome", "What a study measured.", ("outcome kind",), values=tuple(vocabulary.OutcomeKind)),
    Term("outcome-role", "role of an outcome", "What part an outcome had in the plan of its study.", ("primary outcome",), ("outcome",), tuple(vocabulary.OutcomeRole), "floors"),
    Term("point", "side of the estimate", "On which side of “no effect” an estimate lies, however uncertain it is.", ("point estimate",), ("direction", "estimate"), tuple(vocabulary.Point), "votes"),
    Term("publication-bias", Domain.PUBLICATION_BIAS.label.lower(), Domain.PUBLICATION_BIAS.definition, see=("domains", "registration"), at="certainty"),
    Term("raised-for", "raised certainty", Domain.RAISED_FOR.definition, see=("domains",), at="raises"),
    Term("review", "state of review", "Which people have judged a claim, and whether they agree.", see=("assessment", "suggestion"), values=tuple(vocabulary.ReviewState), at="review"),
    Term("review-of", "what a review covers", "The kind of studies that a review gathers; its strength starts where theirs would.", see=("systematic-review",), values=tuple(vocabulary.ReviewOf), at="reviews"),
    Term("risk-of-bias", Domain.RISK_OF_BIAS.label.lower(), Domain.RISK_OF_BIAS.definition, ("bias",), ("blinding", "rob-tool"), tuple(vocabulary.RiskOfBias), "floors"),
    Term("rob-tool", "tool for risk of bias", "A published list of questions for judging how a study was done.", see=("risk-of-bias",), values=tuple(vocabulary.RobTool)),
    Term("sample-size", "sample size", "How many people, or animals, stand behind a result.", ("number of people",), ("imprecision",), at="steps"),
    Term("scope", "dose a claim is about", "Whether a claim is about small doses, about any dose, or about none.", ("scope",), ("microdose",), tuple(vocabulary.Scope)),
    Term("side", "side", "Where a verdict stands towards its claim.", see=("verdict",), values=tuple(vocabulary.Side), at="verdict"),
    Term("start", "start of the certainty", Domain.START.definition, see=("domains",), at="tests"),
    Term("step", "step of the argument", "The part that a claim plays in the article's reasoning.", see=("mechanism",), values=tuple(vocabulary.Step)),
    Term("stream", "stream of evidence", "A family of studies: a column of our map.", values=tuple(Stream)),
    Term("strength", "strength", "How much one result tells us about one claim. It is not a mark for the paper: the same paper can be strong for one claim and weak for another.", see=("certainty", "risk-of-bias", "directness", "sample-size"), values=tuple(vocabulary.Strength), at="strength"),
    Term("study", "study", "One investigation of one group of people, animals or cells. Several papers about the same group are one study, and count once.", at="studies"),
    Term("suggestion", "suggestion", "What our published rule works out from the evidence, before people have judged the claim.", ("automatic suggestion",), ("review", "verdict"), at="review"),
    Term("verdict", "verdict", "Our answer to a claim in a few words.", see=("certainty", "we-do-not-know", "no-verdict"), values=tuple(vocabulary.Verdict), at="verdict"),
    Term("we-do-not-know", vocabulary.Verdict.INSUFFICIENT.label.lower(), "The verdict where nothing can be said yet, always with its reason.", ("insufficient",), ("verdict",), tuple(reason for reason in vocabulary.ReasonCode if reason.sentence), "sentences"),
)
# fmt: on

TERMS = tuple(sorted((*RESEARCH, *OURS), key=lambda one: one.term.casefold()))
BY_SLUG = {one.slug: one for one in TERMS}
BY_NAME = {name.casefold(): one for one in TERMS for name in one.names}
RESEARCH_NAMES = sorted((name for one in RESEARCH for name in one.names), key=len, reverse=True)
IN_PROSE = re.compile(
    rf"(?<![\w-])({'|'.join(map(re.escape, RESEARCH_NAMES))})s?(?![\w-])", re.IGNORECASE
)


def by_letter() -> list[tuple[str, list[Term]]]:
    """Return the terms from A to Z under their letters; digits come first."""
    return [(letter, list(terms)) for letter, terms in groupby(TERMS, key=lambda one: one.letter)]


def pieces(text: str) -> Iterator[str | Mention]:
    """Yield the text in order, the words of research as mentions."""
    end = 0
    for found in IN_PROSE.finditer(text):
        yield text[end : found.start()]
        yield Mention(BY_NAME[found[1].casefold()], found[0])
        end = found.end()
    yield text[end:]


def mentioned(texts: Iterable[str]) -> set[str]:
    """Return the slugs of the words of research that stand in any of the texts."""
    found = (piece for text in texts for piece in pieces(text))
    return {piece.term.slug for piece in found if isinstance(piece, Mention)}
