"""What the corpus and the commands may import of ours."""

from tests.imports.together import DEEDS, SHELF

# What corpus files are checked against, loaded into and written from.
STORED = ["claims.models", "claims.records", "microdose_kb.tagging", "sources"]

CORPUS = {
    "claims.records": ["claims.accepted_forms", "claims.rating.strict_json", "claims.states"],
    "claims.corpus_values": [],
    "claims.corpus_notices": ["claims.corpus_values", "sources"],
    "claims.corpus_checks": [
        "claims.corpus_notices",
        "claims.corpus_pairs",
        "claims.corpus_values",
        *STORED,
    ],
    "claims.corpus_files": [
        "claims.corpus_checks",
        "claims.corpus_pairs",
        "claims.rating.strict_json",
    ],
    "claims.corpus_dump": [
        "claims.corpus_notices",
        "claims.corpus_pairs",
        *STORED,
        "claims.rating.strict_json",
    ],
    "claims.corpus_rows": [
        *DEEDS,
        "claims.accepted_forms",
        "claims.corpus_dump",
        "claims.corpus_files",
        "claims.corpus_notices",
        *STORED,
        "claims.roles",
        "claims.states",
    ],
    "claims.corpus_pairs": ["claims.corpus_values", "sources"],
    "claims.corpus_pair_rows": [
        "claims.corpus_files",
        "claims.corpus_pairs",
        "claims.corpus_rows",
        "claims.models",
        "sources",
    ],
    "claims.corpus": [
        "claims.corpus_files",
        "claims.corpus_pair_rows",
        "claims.corpus_rows",
        "claims.editions",
        "claims.models",
        "microdose_kb.accounts",
        "sources.models",
    ],
    "claims.management": [
        *SHELF,
        "claims.corpus",
        "claims.corpus_dump",
        "claims.corpus_files",
        "claims.exports",
        "microdose_kb.environment",
    ],
    "claims.management.commands.build_exports": ["claims.whole_base"],
    "claims.management.commands.check_desk": ["claims.desk_check", "claims.models.Claim"],
    "claims.management.commands.draw_cards": ["claims.cards", "claims.rating.wording"],
    "claims.management.commands.prepare": [
        "claims.cards",
        "claims.models.Claim",
        "claims.search.index",
        "claims.whole_base",
        "microdose_kb.environment",
    ],
    "claims.management.commands.rebuild_search": [
        "claims.models.SearchDocument",
        "claims.search.index",
    ],
    "claims.management.commands.rate": ["claims.rating"],
    "claims.management.commands.republish": [
        "claims.cards",
        "claims.corpus",
        "claims.editions",
        "claims.models.Claim",
        "claims.rating.RULE",
        "claims.search.index",
    ],
}
