"""Topics: what a text is about, told from unmistakable words."""

import re

# A mention is enough where readers may be at risk; another topic must stand in the title or in a heading.
_MENTIONED = {
    "ptsd": r"ptsd|post[-\s‐‑–]?traumatic\s+stress",
    "anxiety": r"anxiety|anxious|anxieties",
    "depression": r"(?<!respiratory )(?<!cns )(?<!system )depression|depressive|depressed",
    "suicide": r"suicid(?:e|es|al|ality)|self[-\s]harm",
}
_HEADED = {
    "interactions": r"(?:drugs?|medicines?|medications?|herbs?|alcohol)[-\s]interactions?"
    r"|interactions? (?:with|between) (?:other |prescription )?(?:drugs|medicines|medications|alcohol|antidepressants)",
    "dependence": r"dependen(?:ce|cy)|addict(?:ion|ive|ed)|(?:kratom|opioid) withdrawal|withdrawal symptoms",
    "pregnancy": r"pregnan(?:cy|cies|t)|breast-?feeding|lactation|neonatal",
    "liver": r"liver|hepat(?:ic|itis|otoxic|otoxicity)",
    "safety": r"safety|safe practices|side effects?|adverse (?:effects|events|reactions)|toxicity|overdoses?",
    "7-oh": r"7[-\s‐‑–]oh|7[-\s‐‑–]hydroxymitragynine",
    "pharmacology": r"pharmaco(?:logy|logical|kinetics?|dynamics?)|mechanisms? of action",
    "law": r"legal|legality|laws?|legislation|regulatory status",
    "history": r"(?<!medical )(?<!family )(?<!patient )history|traditional uses?",
}


def topics_of(headings, everything):
    """The slugs of the topics that `everything` mentions, then of those that stand in `headings`."""
    return [*_found(_MENTIONED, everything), *_found(_HEADED, headings)]


def _found(topics, text):
    return [slug for slug, words in topics.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)]
