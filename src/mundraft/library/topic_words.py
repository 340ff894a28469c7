"""Which topics of the library a paper's own topic is about, by the words that they share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mundraft.library.topics import TOPICS
from mundraft.library.word_roots import roots

#: Words that stand in the names of many topics, or of none in particular; of those that end so, every form.
_SAY_LITTLE = roots(
    "a about access achieving addressing against age all among an and approach are as at between by causes challenges "
    "combating consequences control countries country creating current date developing different effective effects "
    "eliminating elimination encouraging ending enhancing ensuring era establishing everyone fight fighting for "
    "fostering from future general global growing hold holding how human humans impact implementing improving in "
    "increasing inside international is issue issues its led making managing measures mitigating modern nations new "
    "north of off on one or people peoples persons person preventing problem promoting protecting protection question "
    "reaching reducing reduction region regional regulating regulation responding rights rise rising role safeguarding "
    "situation small solving states status stopping strengthening support supporting sustainable system tackling that "
    "the their through to today towards treaties uneven united use using victims ways with within without working world"
)
#: Words that say where something happens or who does it, and seldom what it is: they count for less beside others.
_OF_THE_SETTING = roots(
    "communities community economy factories industry market production rural sector villages workplace"
)
#: What such a word counts for beside one that tells more.
_BESIDE_OTHERS = 0.2
#: What delegates call the matter of a topic, where its own name says it otherwise.
_ALSO_CALLED = {
    "armed-conflict": "war civilians child soldiers",
    "arms": "weapons guns firearms ammunition small arms landmines",
    "atrocity-prevention": "ethnic cleansing crimes humanity massacre",
    "biodiversity": "species extinction deforestation forest poaching animals ecosystems coral reefs",
    "business": "companies corporations supply chains",
    "child-rights": "children juvenile adoption",
    "cities": "urban slums homeless",
    "climate": "sea level warming emissions carbon greenhouse adaptation",
    "corruption": "bribery embezzlement",
    "culture": "looted museums languages monuments",
    "cyber": "internet online surveillance privacy hacking digital",
    "decolonization": "colonies occupation independence",
    "development": "poverty inequality",
    "disability": "disabled blind deaf accessibility",
    "disarmament": "weapons treaty ban autonomous",
    "disaster": "earthquake flood drought hurricane cyclone tsunami",
    "displacement": "displaced sea level evicted",
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
    "oceans": "sea level marine fishing fisheries overfishing whaling piracy ships coral reefs seabed plastic",
    "organized-crime": "mafia gangs smuggling laundering cartels",
    "peace": "peacekeeping conflict war mediation",
    "pollution": "plastic toxic mercury pesticides hazardous",
    "racism": "apartheid xenophobia minorities",
    "refugees": "statelessness asylum nationality citizenship",
    "sids": "sea level atoll",
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
    near refugees. For suggesting alone."""
    typed = telling_roots(text)
    shared = {topic: len(typed & (words_of_topic(topic) | words_said_of_topic(topic))) for topic in topics}
    return tuple(sorted((topic for topic, count in shared.items() if count), key=lambda topic: (-shared[topic], topic)))


def telling_roots(text: str) -> frozenset[str]:
    """The roots of the words that say what a text is about: of "protecting coral reefs" coral and reef."""
    return roots(text) - _SAY_LITTLE


def weight_of_root(root: str, among: frozenset[str]) -> float:
    """What a root counts for among all that tell what a text is about, from 0 to 1: of "child labour in industry" the
    industry less than the rest, of "heavy industry" as much as any."""
    return _BESIDE_OTHERS if root in _OF_THE_SETTING and not among <= _OF_THE_SETTING else 1.0


@lru_cache(1)
def words_of_topics() -> frozenset[str]:
    """The telling words of the names of all topics."""
    return frozenset().union(*map(words_of_topic, TOPICS))


@lru_cache(256)
def words_of_topic(topic: str) -> frozenset[str]:
    """The telling words of a topic's id and of its name."""
    return telling_roots(f"{topic} {TOPICS.get(topic, '')}")


@lru_cache(256)
def words_said_of_topic(topic: str) -> frozenset[str]:
    """What delegates call the matter of a topic otherwise."""
    return telling_roots(_ALSO_CALLED.get(topic, ""))
