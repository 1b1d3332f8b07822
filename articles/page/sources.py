"""Sources: a reference as readers find it in the list, with what its design cannot show."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from django.utils.dateformat import format as format_date

# A study design as a reader would say it. "other" says nothing, so nothing is said.
DESIGNS = {
    "randomised trial": "Randomised trial: chance decided who got which treatment",
    "systematic review": "Systematic review: a planned search for all studies of one question",
    "narrative review": "Review: experts' overview of other studies",
    "guideline": "Guideline for clinicians",
    "survey": "Survey: people answered questions",
    "observational study": "Observational study: people were observed, nothing was assigned",
    "registry": "Registry: records gathered from many cases",
    "case report": "Case report: what happened to one person",
    "laboratory": "Laboratory study",
    "animal": "Animal study",
    "preprint": "Preprint",
    "web page": "Web page",
}
# Which designs a reference's disclaimer speaks of. The edition carries its text, not its rule.
BESIDE_DESIGNS = {
    "D-EVIDENCE-LAB": {"laboratory", "animal"},
    "D-EVIDENCE-CASE": {"case report"},
    "D-EVIDENCE-SURVEY": {"survey"},
    "D-EVIDENCE-PREPRINT": {"preprint"},
}


@dataclass(frozen=True)
class Source:
    """A reference as listed: `places` are the anchors of its citations, `caution` what its design cannot show."""

    number: int
    authors: str
    title: str
    journal: str
    where: str
    links: list
    accessed_on: str
    design: str
    caution: str
    places: list


def identity(reference):
    """What tells one source from another: the article and a statement may cite the same under two keys.

    Of two designs they stay two, so that the caution of neither is lost.
    """
    for name in ("doi", "pmid", "pmcid", "url"):
        if reference[name]:
            return name, reference[name].lower(), reference["design"]
    return tuple(reference[name] for name in ("authors", "title", "journal", "year", "volume", "pages", "key"))


def source(number, reference, places, cautions):
    """The Source of a reference: its number in the list, its citations and those of `cautions` that its design asks for."""
    design = reference["design"]
    caution = [text for code, text in cautions.items() if design in BESIDE_DESIGNS.get(code, ())]
    issue = ":".join(filter(None, (reference["volume"], reference["pages"])))
    return Source(
        number=number,
        authors=reference["authors"].rstrip("."),
        title=reference["title"].rstrip("."),
        journal=reference["journal"].rstrip("."),
        where=";".join(filter(None, (str(reference["year"] or ""), issue))),
        links=_links(reference),
        accessed_on=_accessed(reference["accessed_on"]),
        design=DESIGNS.get(design, ""),
        caution=" ".join(caution),
        places=places,
    )


def _links(reference):
    links = []
    if doi := reference["doi"]:
        links.append((f"doi:{doi}", f"https://doi.org/{quote(doi, safe='/')}"))
    if pmid := reference["pmid"]:
        links.append((f"PubMed {pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{quote(pmid)}/"))
    if pmcid := reference["pmcid"]:
        links.append((pmcid, f"https://pmc.ncbi.nlm.nih.gov/articles/{quote(pmcid)}/"))
    if (url := reference["url"]).startswith(("https://", "http://")):
        links.append((url, url))
    return links


def _accessed(text):
    return format_date(datetime.fromisoformat(text), "j F Y") if text else ""
