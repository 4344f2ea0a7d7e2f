"""The library's addresses, and what its form sends."""

LIST = "/admin/sources/source/"
ADD = f"{LIST}add/"
NEW = {
    "key": "",
    "type": "article-journal",
    "title": "Mood and cognition after administration of low LSD doses",
    "authors": "Hutten, Nadia R. P. W.\nMason, Natasha L.",
    "authors_complete": "on",
    "authors_in_order": "on",
    "year": "2020",
    "doi": "",
    "pmid": "33082016",
    "design": "rct-crossover",
    "species": "human",
    "sample_size": "24",
    "substances": ["lsd"],
    "dose_regime": "microdose",
    "included_rob": "not-assessed",
    "tags": "mood, acute",
    "checked": "https://pubmed.ncbi.nlm.nih.gov/33082016/",
}


def page(source):
    return f"{LIST}{source.pk}/change/"
