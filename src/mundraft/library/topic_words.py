"""Which topics of the library a paper's own topic is about, by the words that they share."""

from __future__ import annotations

from collections.abc import Iterable

from mundraft.library.topics import TOPICS
from mundraft.text.folding import fold

#: Words that stand in the names of many topics, or of none in particular.
_SAY_LITTLE = frozenset(
    (
        "against", "and", "country", "for", "from", "global", "human", "humans", "inside", "international", "issue",
        "one", "people", "peoples", "person", "persons", "region", "rights", "small", "states", "system", "the",
        "their", "through", "treaties", "united", "nations", "victims", "with", "world", "working",
    )
)  # fmt: skip
#: Two words are alike where this many first letters agree ("traffick-ing", "traffick-ed"), or all of a short one.
_STEM = 5
#: What delegates call the matter of a topic, where its own name says it otherwise.
_ALSO_CALLED = {
    "armed-conflict": "war civilians child soldiers",
    "arms": "weapons guns firearms ammunition small arms landmines",
    "atrocity-prevention": "ethnic cleansing crimes humanity massacre",
    "biodiversity": "species extinction deforestation forest poaching animals",
    "business": "companies corporations supply chains",
    "child-rights": "children juvenile adoption",
    "cities": "urban slums homeless",
    "climate": "sea level rise warming emissions carbon greenhouse adaptation",
    "corruption": "bribery embezzlement",
    "culture": "looted museums languages monuments",
    "cyber": "internet online surveillance privacy hacking digital",
    "decolonization": "colonies occupation independence",
    "development": "poverty inequality",
    "disability": "disabled blind deaf accessibility",
    "disarmament": "weapons treaty ban",
    "disaster": "earthquake flood drought hurricane cyclone tsunami",
    "displacement": "displaced sea level rise evicted",
    "drugs": "cocaine opium opioids cannabis heroin",
    "education": "school literacy girls",
    "environment": "plastic nature",
    "finance": "debt loans tax aid",
    "food": "famine agriculture malnutrition",
    "health": "disease pandemic vaccines aids epidemic mental",
    "human-rights": "torture freedom expression religion detention death penalty",
    "humanitarian": "relief famine emergency",
    "ihl": "war crimes prisoners civilians Geneva",
    "indigenous": "tribes native",
    "justice": "prison trial tribunal impunity war crimes",
    "labour": "labor employment unions wages jobs child labour",
    "migration": "migrants smuggling asylum border",
    "middle-east": "Palestine Israel Gaza Syria",
    "nuclear": "atomic bomb radiation",
    "oceans": "sea level rise marine fishing fisheries piracy ships",
    "organized-crime": "mafia gangs smuggling laundering cartels",
    "peace": "peacekeeping conflict war mediation",
    "pollution": "plastic toxic mercury pesticides hazardous",
    "racism": "apartheid xenophobia minorities",
    "refugees": "statelessness asylum nationality citizenship",
    "sids": "sea level rise atoll",
    "slavery": "slaves servitude exploitation",
    "space": "satellites moon debris",
    "terrorism": "extremism bombings hostages hijacking",
    "trafficking": "smuggling exploitation",
    "water": "drought rivers dams drinking",
    "wmd": "chemical biological gas",
    "women": "girls female genital domestic violence",
    "youth": "teenagers",
}


def topics_like(text: str, topics: Iterable[str]) -> tuple[str, ...]:
    """The topics that a text may mean, the nearest first, by what delegates call their matter too: "statelessness" is
    near refugees. For suggesting alone; `topics_meant` is what ranks."""
    typed = _telling(text)
    shared = {
        topic: len(typed & _telling(f"{topic} {TOPICS.get(topic, '')} {_ALSO_CALLED.get(topic, '')}"))
        for topic in topics
    }
    return tuple(sorted((topic for topic, count in shared.items() if count), key=lambda topic: (-shared[topic], topic)))


def topics_meant(text: str, topics: Iterable[str]) -> frozenset[str]:
    """Those of the topics whose id or name shares a telling word with a text: "child trafficking" is about two."""
    typed = _telling(text)
    return frozenset(topic for topic in topics if typed & _telling(f"{topic} {TOPICS.get(topic, '')}"))


def _telling(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in fold(text).split() if len(word) > 2 and word not in _SAY_LITTLE)


def _stem(word: str) -> str:
    return word.removesuffix("s")[:_STEM] if len(word) > _STEM else word.removesuffix("s")
