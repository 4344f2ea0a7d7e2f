"""The operations of the API, as the tests of this folder walk them."""

PATHS = {
    "statement": "/api/statement",
    "mechanisms": "/api/mechanisms",
    "claims": "/api/claims",
    "claim": "/api/claims/{slug}",
    "editions": "/api/claims/{slug}/editions",
    "edition": "/api/claims/{slug}/editions/{number}",
    "evidence": "/api/evidence",
    "sources": "/api/sources",
    "source": "/api/sources/{key}",
    "changes": "/api/changes",
    "search": "/api/search",
    "vocabulary": "/api/vocabulary",
}
OPERATIONS = list(PATHS)
REAL = {"slug": "microdose-mood", "number": 1, "key": "szigeti2021selfblinding"}
ADDRESSES = [path.format(**REAL) for path in PATHS.values()]
