"""What the rule and its presentation rest on: what we take from each source, and where it is published.

An address is given only where it is the publisher's, the archive's or the owner's own; what was found
only as a copy, a summary or a mirror stands without one.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reference:
    """A source by its code: what we take from it and its own addresses, none if only a copy was found."""

    code: str
    about: str
    addresses: tuple[str, ...] = ()


def _articles(text):
    return tuple(f"https://pmc.ncbi.nlm.nih.gov/articles/{part}" for part in text.split())


def _cochrane(path):
    return f"https://training.cochrane.org/{path}"


GROUPS = (
    (
        "GRADE",
        (
            Reference("G1", "Cochrane Handbook, chapter 14: levels, reasons and tables", (_cochrane("handbook/current/chapter-14"),)),
            Reference("G2", "Where bodies of evidence start, and the reasons up and down", _articles("PMC6692166/table/T1")),
            Reference("G3", "What the four levels mean", ("https://www.biomedcentral.com/1741-7015/10/33/table/T1",)),
            Reference("G4", "Not to be used mechanically", ("https://processbook.kce.be/511-four-levels-evidence",)),
            Reference("G5", "GRADE without pooling", _articles("PMC5502230/table/EBMED2017110668TB1")),
            Reference("G6", "Words for each level", ("https://pubmed.ncbi.nlm.nih.gov/31711912/",)),
            Reference("G6b", "Words for very low certainty, as used in a review"),
            Reference("G7", "Certainty that the truth lies on one side of a threshold", _articles("PMC6542664")),
            Reference("G8", "Indirectness: animals lose two levels for questions about people"),
            Reference("G9", "Prognostic factors start high"),
            Reference("G10", "Randomised and non-randomised studies together", ("https://archive.lstmed.ac.uk/id/eprint/19490",)),
            Reference("G11", "GRADE for animal studies", ("https://abstracts.cochrane.org/node/5612", "https://doi.org/10.1371/journal.pone.0187271")),
            Reference("G12", "Cochrane's standards: all five considerations, every rating justified", ("https://community.cochrane.org/mecir-manual/standards-conduct-new-cochrane-intervention-reviews-c1-c75/performing-review-c24-c75/assessing-quality-evidence-and-summarizing-findings-c74-c75",)),
        ),
    ),
    (
        "Designs, bias and directness",
        (
            Reference("O1", "OCEBM 2011: which design is best depends on the question", ("https://www.cebm.ox.ac.uk/resources/levels-of-evidence/explanation-of-the-2011-ocebm-levels-of-evidence",)),
            Reference("R1", "RoB 2: an algorithm proposes, people decide", ("https://methods.cochrane.org/bias/resources/rob-2-revised-cochrane-risk-bias-tool-randomized-trials",)),
            Reference("R3", "ROBINS-I: levels, among them critical", _articles("PMC10421623/table/T3")),
            Reference("R4", "SYRCLE's tool for animal studies", _articles("PMC4230647")),
            Reference("R4b", "SYRCLE used without a summed score", _articles("PMC6471887/table/nutrients-11-00633-t0A1")),
            Reference("R5", "Scales of quality are advised against", ("https://link.springer.com/doi/10.1186/1471-2288-8-22",)),
            Reference("R6", "A scale can miss biased trials", _articles("PMC4467625")),
            Reference("R7", "How far raters agree with RoB 2", ("https://pubmed.ncbi.nlm.nih.gov/32562833/",)),
            Reference("R8", "How far raters agree with ROBINS-I", ("https://moh-it.pure.elsevier.com/en/publications/risk-of-bias-in-nonrandomized-studies-of-interventions-showed-low",)),
            Reference("R9", "AMSTAR 2: its critical items", _articles("PMC10632824/table/T4")),
            Reference("T1", "OHAT: streams of evidence rated apart, then integrated"),
            Reference("M1", "Strength of evidence of a mechanism"),
            Reference("M2", "Evidence of mechanisms needs its own appraisal", ("https://link.springer.com/chapter/10.1007/978-3-319-94610-8_6",)),
        ),
    ),
    (
        "Items, review and retraction",
        (
            Reference("C2", "CIViC: the rating is of the statement, not of the paper", ("https://civic.readthedocs.io/en/latest/model/evidence/evidence_rating.html",)),
            Reference("C4", "CIViC: curators and their own submissions", ("https://civic.readthedocs.io/en/latest/curating/evidence.html",)),
            Reference("C5", "CIViC: overlap between studies is noted", ("https://civic.readthedocs.io/en/latest/model/evidence/source.html",)),
            Reference("CG1", "ClinGen: more than one study, and no convincing contradiction", _articles("PMC10939875/table/T1")),
            Reference("CG2", "ClinGen: points are confirmed or adjusted by experts"),
            Reference("CV1", "ClinVar: the level of review, apart from the conclusion", ("https://www.ncbi.nlm.nih.gov/clinvar/docs/review_status",)),
            Reference("CV2", "ClinVar: flagged records stay and no longer contribute", ("https://www.ncbi.nlm.nih.gov/clinvar/docs/curation/",)),
            Reference("S1", "scite: citation statements and their classes", ("https://help.scite.ai/en-us/article/how-are-citations-classified-1a9j78t/",)),
            Reference("S2", "scite: statements, not papers", ("https://help.scite.ai/en-us/article/do-you-classify-citation-statements-or-papers-1vpdtgd/",)),
            Reference("U1", "Studies, not reports, are the unit", (_cochrane("handbook/current/chapter-05"),)),
            Reference("U2", "Studies counted twice across reviews", ("https://doi.org/10.1186/s12874-021-01269-y",)),
            Reference("U3", "Crossover trials need fewer people", ("http://handbook-5-1.cochrane.org/chapter_16/16_4_1_introduction.htm",)),
            Reference("X1", "Cochrane on problematic and retracted studies", ("https://documentation.cochrane.org/pages/viewpage.action?pageId=169771061",)),
            Reference("X2", "Crossref carries the Retraction Watch data", ("https://crossref.gitlab.io/tutorials/get-rw-metadata/",)),
            Reference("X3", "COPE: retraction corrects the literature", ("https://researchintegrityjournal.biomedcentral.com/articles/10.1186/s41073-022-00125-x/tables/1",)),
            Reference("X4", "What retracted studies changed in reviews", ("https://cress-umr1153.fr/en/retracted_studies_impact",)),
            Reference("L1", "Living reviews watch continually"),
            Reference("L2", "When reviews are assessed for updating", (_cochrane("handbook/current/chapter-iv"),)),
            Reference("L3", "Updates by need", ("https://gut.cochrane.org/updating-reviews",)),
            Reference("K1", "Kappa's paradox, and AC1", ("https://opennursingjournal.com/VOLUME/11/PAGE/211/",)),
            Reference("K2", "How far trained raters agree with GRADE", ("https://mayoclinic.elsevierpure.com/en/publications/the-grade-approach-is-reproducible-in-assessing-the-quality-of-ev",)),
            Reference("K3", "Extraction by one person and by two", _articles("PMC5704562")),
            Reference("K4", "Words for values of kappa: a convention", ("https://bmcmedinformdecismak.biomedcentral.com/articles/10.1186/s12911-017-0568-4/tables/4",)),
            Reference("K5", "Weighted kappas are not compared with unweighted"),
            Reference("I1", "Cochrane's policy on conflicts of interest", (_cochrane("online-learning/editorial-policies/coi-policy/coi-policy-cochrane-library"),)),
            Reference("I2", "A declaration of interest in practice", ("https://wounds.cochrane.org/resources/declaration-interest",)),
        ),
    ),
    (
        "Synthesis and presentation",
        (
            Reference("W1", "SWiM: nine items for synthesis without meta-analysis", _articles("PMC7190266/table/tbl1")),
            Reference("V1", "Cochrane Handbook, chapter 12: other methods of synthesis", ("http://training.cochrane.org/ru/handbook/archive/v6.3/chapter-12",)),
            Reference("V2", "The sign test on directions is contested", ("https://researchinformation.umcutrecht.nl/en/publications/misuse-of-the-sign-test-in-narrative-synthesis-of-evidence",)),
            Reference("V3", "Why counting small trials misleads", ("https://bookdown.rsc.rstudioservices.com/danielnettle2/data_analysis/vote-counting.html",)),
            Reference("V4", "Vote counting as a last resort", ("https://handbook-5-1.cochrane.org/v5.0.0/chapter_9/9_4_11_use_of_vote_counting_for_meta_analysis.htm",)),
            Reference("P1", "The harvest plot", _articles("PMC2270283")),
            Reference("P2", "Harvest plots evaluated", ("https://research.monash.edu/en/publications/an-evaluation-of-harvest-plots-to-display-results-of-meta-analyse",)),
            Reference("P3", "The effect-direction plot", ("https://eprints.gla.ac.uk/223430/",)),
            Reference("P4", "Evidence and gap maps", _articles("PMC8356338")),
            Reference("P5", "The albatross plot", ("https://pubmed.ncbi.nlm.nih.gov/28453179/",)),
            Reference("P6", "Plots of the risk of bias", ("https://bookdown.org/MathiasHarrer/Doing_Meta_Analysis_in_R/risk-of-bias-plots.html",)),
            Reference("P7", "What a summary of findings holds", ("http://handbook-5-1.cochrane.org/chapter_4/4_6_6_summary_of_findings.htm",)),
            Reference("P8", "Common errors in summaries of findings"),
            Reference("A1", "Absence of evidence is not evidence of absence", ("https://pubmed.ncbi.nlm.nih.gov/7647644/",)),
            Reference("Z1", "Contrast of parts of graphics", ("https://w3c.github.io/wcag21/understanding/non-text-contrast",)),
            Reference("Z7", "Cochrane Handbook, chapter 15: conclusions in words", (_cochrane("node/1700"),)),
            Reference("Z8", "No evidence, and evidence of no effect", ("http://www.cochrane-net.org/openlearning/HTML/mod18-3.htm",)),
            Reference("Z9", "How hard summaries are to read", ("https://bmcmedresmethodol.biomedcentral.com/articles/10.1186/s12874-022-01721-7",)),
        ),
    ),
    (
        "Blinding and dose in this field",
        (
            Reference("B1", "The largest self-blinded microdose trial: both arms improved alike", ("https://elifesciences.org/articles/62878",)),
            Reference("B2", "Weak blinding with high hopes can make an effect", ("https://www.nature.com/articles/s41598-023-34938-7",)),
            Reference("B3", "Psychedelic trials rarely report blinding or expectancy"),
            Reference("B4", "Felt effects were stronger among those who guessed right"),
            Reference("B5", "Across medicine, lack of blinding showed no average exaggeration", _articles("PMC7190062")),
            Reference("B6", "Unblinded raters of subjective scales exaggerated", ("https://www.cmaj.ca/content/185/4/E201.full.txt",)),
            Reference("D1", "Receptor occupancy and felt intensity rise with the dose", _articles("PMC6785028")),
            Reference("D4", "There is no agreed definition of a microdose"),
            Reference("D5", "Doses of LSD in microdose studies"),
        ),
    ),
)  # fmt: skip
READING = (
    "Of most of these only abstracts, tables or excerpts were read, and none was read in full."
    " Where no address stands, only a copy, a summary or a mirror was found; the original has still"
    " to be looked up."
)


def codes():
    return {one.code for _, group in GROUPS for one in group}
