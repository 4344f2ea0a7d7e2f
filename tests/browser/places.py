"""Every kind of reader page, with an address on the shipped corpus and the status it answers with."""

from dataclasses import dataclass

MECHANISMS = (
    "neurotransmitter-modulation",
    "enhanced-neuroplasticity",
    "default-mode-network-modulation",
    "neuroinflammation-reduction",
    "increased-connectivity",
)


@dataclass(frozen=True)
class Place:
    kind: str
    path: str
    status: int = 200


PLACES = [
    Place("overview", "/"),
    Place("overview-filtered", "/?dose=microdose&substance=lsd"),
    Place("article", "/article/"),
    *(Place(f"mechanism-{slug}", f"/mechanisms/{slug}/") for slug in MECHANISMS),
    Place("claims", "/claims/"),
    Place("claims-filtered", "/claims/?scope=microdose&sort=certainty"),
    Place("claims-none", "/claims/?mechanism=cross-cutting&verdict=supported&kind=association"),
    Place("claim-large", "/claims/microdose-mood/"),
    Place("claim-small", "/claims/microdose-dmn/"),
    Place("claim-of-no-effect", "/claims/microdose-subperceptual/"),
    Place("claim-with-groups", "/claims/microdose-cognition/"),
    Place("claim-filtered", "/claims/microdose-cognition/?stream=animals&sort=year&open=all"),
    Place("claim-as-of", "/claims/microdose-dmn/?as_of=2200-01-01&sort=year"),
    Place("claim-what-if", "/claims/microdose-cognition/?without=unblinded,blinding-floor"),
    Place("claim-not-yet", "/claims/microdose-dmn/?as_of=2000-01-01", 404),
    Place("editions", "/claims/microdose-dmn/editions/"),
    Place("edition", "/claims/microdose-connectivity/editions/1/"),
    Place("tour", "/tour/"),
    Place("glossary", "/glossary/"),
    Place("safety", "/safety/"),
    Place("overdue", "/overdue/"),
    Place("reviewers", "/reviewers/"),
    Place("sources", "/sources/"),
    Place("sources-filtered", "/sources/?design=meta-analysis&sort=author"),
    Place("source", "/sources/szigeti2021selfblinding/"),
    Place("source-with-notice", "/sources/madsen2019psychedelic/"),
    Place("source-review", "/sources/polito2024microdosing/"),
    Place("source-without-doi", "/sources/bershad2020preliminary/"),
    Place("search", "/search/"),
    Place("search-found", "/search/?q=depression+anxiety"),
    Place("search-none", "/search/?q=serotnin"),
    Place("tag", "/tags/neuroimaging/"),
    Place("methods", "/methods/"),
    Place("methods-constants", "/methods/constants/"),
    Place("methods-examples", "/methods/examples/"),
    Place("methods-criticisms", "/methods/criticisms/"),
    Place("methods-sources", "/methods/sources/"),
    Place("compare", "/compare/"),
    Place("compare-chain", "/compare/?a=psychedelics-dmn-disruption&b=microdose-dmn"),
    Place("compare-shared", "/compare/?a=microdose-mood&b=microdose-cognition"),
    Place("tags", "/tags/"),
    Place("about", "/about/"),
    Place("take-away", "/export/"),
    Place("api", "/api/"),
    Place("missing", "/no-such-page/", 404),
    Place("senseless", "/claims/?verdict=nonsense", 400),
]
