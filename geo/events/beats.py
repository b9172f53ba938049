"""Tell what an article as a whole is about: a match, a market, a film, a flood.

A sentence that says "they were ambushed in the first half" shows its topic; "the raid left four of
them on the ground" does so only in a report of that match. What the article is about is read from
all of its words once, and holds in each of its sentences: there a deed has to show that it is one,
by a weapon, a victim or the day on which it was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.events import quiet
from geo.events.figures import HARMFUL
from geo.events.quiet import Quiet
from geo.events.topics import Topics, default_topics
from geo.language.almanac import MONTHS, alternatives, words
from geo.language.clauses import is_told
from geo.language.late import late
from geo.language.text import small_words

if TYPE_CHECKING:
    from geo.lexicon import Trigger

__all__ = ["Beat", "Telling", "of"]

LEAST, A_SENTENCE, MOST = 1.5, 0.35, 12.0
"""Weight of the different words that show what an article is about, and what each sentence adds to
it: a long one has room for asides. Of 2,193 articles on incidents 6 are about something else by
that, with those 11 on accidents that they hold."""
SPREAD = 0.35
"""Share of its sentences in which they stand: a raid in a report on prices is told in one."""
OPENING = 2
"""Sentences, the title among them, of which one has such a word."""
UNOPENED = 2
"""How much more must show it where neither has one: the report of a match opens with a joke."""
SENTENCES_OF_PLOT = 12
"""Sentences of which one has a word of films in a tale: for one "drama" in a long report, suspects
who "have been detained" were nobody in 3 of 60 real articles."""
TITLED = 0.6
"""How much of both is enough for a drill that the title names: its report tells what was played."""
BEFORE = 24
"""Characters before a trigger in which its auxiliary stands, or who does it."""
_DEEDS = {"violence", "property"}
"""Families of what floods and fires do as well."""
_NOW = re.compile(r"\b(?:is|are|be|(?<!had )been|being|has|have|gets?|will)\s+(?:\w+\s+)?$")
"""Before a participle: the tense in which plots are told."""
_BEING = words("is are has have been being")
_PERFECT = frozenset({"has", "have"})
_HAS = re.compile(r"\b(?:has|have)\s+(?:\w+\s+){0,2}$")
_CAME_TO = words("killing wounding injuring leaving")
_EITHER = words("hit set put cut shut hurt beat")
"""Verbs whose past looks like their present."""
_CROWD = re.compile(
    r"\b(?:protest(?:s|ers?|ors?|ed)?|demonstrat(?:ed|ors?)|activists?|march(?:ers|ed)|thousands)\b|"
    r"\b(?:gathered|assembled|rallied|converged|congregated)\s+(?:in\s+front\b|outside\b|before\s+the\b)"
)
"""Who marches whatever the article is about: prices, a law, a stadium."""
_WITHOUT_CROWDS = frozenset({"sport", "exercise"})
"""Topics in which thousands march for something else."""
_IN_EARNEST = frozenset({"strike", "protest", "roadblock", "resignation"})
"""Kinds that a debate on taxes is about as they are."""
_CAME_OF_IT = re.compile(
    r"\b(?:kill(?:ed|ing)|died|dead|wound(?:ed|ing)|injur(?:ed|ing)|arrested|real|mistake|"
    r"live\s+(?!fire\b)\w+)\b"
)
"""What says of a drill that it was more than that."""
_PLAYED = late(
    r"\b(?:the|this)\s+(?:exercise|drill|simulation|rehearsal)\b[^.]{0,60}\b(?:dubbed|tests?|tested|required|involved|"
    r"simulat\w+|scenario|designed|meant)\b|\bscene\s+was\s+part\s+of\s+(?:an?\s+)?(?:exercise|drill)\b|"
    r"\b(?:gunmen|attackers|hijackers|hostages|casualties|victims|wounded)\s+were\s+(?:[\w-]+\s+)?"
    r"(?:actors|cadets|students|volunteers|officers\s+playing|role[\s-]players)\b",
    re.IGNORECASE,
)
"""What says outright that it was played."""
_SCORE = re.compile(
    r"(?<![\d/.-])\d{1,2}[-–]\d{1,2}(?![\d/.-]|\s*(?:years?|year-old|days?|weeks?|months?|hours?|km|miles|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
"""A score: "surrendered 5-0"."""
_OFF_THE_PITCH = late(
    r"\b(?:police|kill(?:ed|ing)|died|dead|deaths?|wounded|injured|hospital|stabbed|shot\s+(?:dead|and)|arrest(?:ed|s)|"
    r"detained|gunm[ae]n|armed|kidnapp\w*|abduct\w*|hostages?|militants?|insurgents?|soldiers|troops|stoned|threw|hurled|"
    r"smashed|torched|looted|assailants|masked|hooded|unknown|rebels|mob|robbers|"
    r"stewards?|car\s+park|outside\s+the|fans|supporters|spectators|crowds?|riot(?:ed|ing|s)?|tear\s?gas|hooligans|ultras|bus|buses|street|"
    r"explosives?|drones?|shelling|airport|embassy|warplanes?|burn(?:ed|t)\s+(?:down|in|by|on)|on\s+fire|ablaze|wounds?)\b"
)
"""What a deed has that is none of a match, however the match is told."""
_RIOTED = re.compile(
    r"\b(?:riots?|rioting|violence)\s+(?:erupt|broke|break|flare)\w*|\brioted\b|\brioters\b|"
    r"\b(?:fans|supporters|hooligans|ultras|spectators)\s+riot\b"
)
"""How a riot is told that is one, whoever has played: no champion "ran riot" so."""
_OF_A_MATCH = late(
    r"\b(?:goals?|goalkeeper|keeper|midfield\w*|striker|defenders?|penalty|league|relegation|first\s+half|second\s+half|half-time|"
    r"(?:first|final)\s+whistle|stadium|coach|kick-?off|offside|header|crossbar|equali[sz]er|scoreline|fixture|points?|"
    r"(?:\w+)(?:th|st|nd|rd)\s+minute|minutes?|wicket|innings|try|fly-half|set|match|game|team|squad|captain|cup|defeat|draw|victory|win)\b"
)
_BEFELL = late(
    r"\b(?:was|were|been)\s+(?:[a-z]+ly\s+)?(?:shot|stabbed|abducted|kidnapped|hijacked|gunned\s+down|hacked\s+to)"
    r"(?!\s+(?:down|wide|from\s+(?:\d|close|distance|range|outside|long)|by\s+a\s+photo\w*|in\s+the\s+(?:back|foot|heart)\s+by))\b|"
    r"\bwas\s+(?:[a-z]+ly\s+)?(?:murdered|assassinated|lynched|beheaded)\b|"
    r"\bafter\s+being\s+(?:shot|stabbed|abducted|kidnapped|beaten)\b(?!\s+down)|"
    r"\bgunned\s+down\s+(?:on|in|at|near|outside|by)\b|\b(?:stab|gunshot|bullet)\s+wounds?\b|"
    r"\b(?:shot|stabbed|hacked)\s+(?:him|her|them|(?:his|her|its|their|the|an?)\s+(?:owner|driver|wife|husband|"
    r"son|daughter|brother|sister|mother|father|guard|watchman|clerk|cashier|officer|passenger))\b"
    r"(?!\s+(?:down|into|in\s+front|ahead|to\s+(?:the\s+)?(?:top|victory|number|fame)))|"
    r"\b(?:bombs?|mines?|grenades?)\s+(?:went\s+off|exploded|blew\s+up)\b|"
    r"\b(?:shells?|drones?|bombs?|missiles?|explosion|blast)\s+(?:had\s+)?(?:hit|landed|struck|destroyed|killed|wounded|damaged|fell|tore|shook)\b|"
    r"\b(?:drone|missile|rocket|mortar|grenade|bomb|arson|gun)\s+attacks?\b|\brockets?\s+(?:was|were)\s+fired\b|"
    r"\b(?:blew|blown)\s+up\s+(?:the|an?|two|three|its|his)\s+(?:[\w-]+\s+){0,2}?(?:pipeline|bridge|pylon|mast|line|train|house|"
    r"church|mosque|school|shop|station|office|post|tower|railway|car|bus|truck|lorry)s?\b|"
    r"\b(?:lorry|lorries|trucks?|bus|buses|cars?|houses?|homes?|shops?|huts|fields|church|mosque|schools?)\s+"
    r"(?:was|were)\s+(?:burned|burnt|torched|stoned|looted|set\s+on\s+fire)\b"
)
_BLOCKERS = re.compile(
    r"\b(?:drivers|truckers|lorries|trucks|farmers|villagers|residents|protesters|strikers|workers|miners|tractors|"
    r"ty?res|logs|boulders|rocks|barricades?)\b"
)
"""Who blocks roads, and with what; a tariff blocks the way to a deal."""
_MONTH = alternatives(MONTHS)
_DAY = late(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last\s+(?:night|week)|overnight)\b|"
    rf"\b{_MONTH}\s+[0-9]{{1,2}}\b|\b[0-9]{{1,2}}\s+{_MONTH}\b"
)
"""What befalls no player, share or bill, beside its day."""
OF_A_MATCH = 8
"""Words of a match beside a score, for an article to be its report."""
_PLAYED_WORDS = words(
    "exercise drill simulation rehearsal actors cadets students volunteers officers role"
)
"""Without one of these it need not be tried, and all sentences are asked."""
_TITLED = {
    "sport": re.compile(
        r"^\W*(?:sports?(?:\s+(?:digest|round-?up|briefs?|news|desk))?|football|soccer|cricket|rugby|boxing|tennis|"
        r"hockey|kabaddi|basketball|baseball|golf|chess|cycling|athletics|formula\s+(?:one|1)|gaa|hurling)\s*[:|–—-]\s|"
        r"\b(?:second|first)-half\b|\bhalf-time\b|\bextra[\s-]time\b|\bhat-trick\b|\b(?:semi|quarter)-?final\b|\bplay-?offs?\b|"
        r"\b(?:champions|premier|europa)\s+league\b",
        re.IGNORECASE,
    ),
    "debate": re.compile(
        r"\b(?:by-election|leadership\s+(?:race|contest|battle)|(?:tv|televised)\s+debate|"
        r"primary\s+race|prime\s+minister[’']s\s+questions|opinion\s+polls?)\b",
        re.IGNORECASE,
    ),
    "research": re.compile(
        r"\b(?:hack(?:ers?|ing)|hacked\s+(?!to\b|dead\b|down\b|by\s+m)|cyber[\s-]?\w*|ransomware|malware|data\s+breach|phishing)\b",
        re.IGNORECASE,
    ),
    "fiction": re.compile(
        r"\breview(?:ed)?\s*[:|–—]\s*[‘'“\"]|\b(?:film|movie|book|theatre|theater|album|tv|game|gig|concert|exhibition|opera|"
        r"dance|stage)\s+review\b|^\W*review\s*[:|–—]",
        re.IGNORECASE,
    ),
}
"""Titles that name the page of a paper on which an article stands."""
_ACCIDENT = late(
    r"\bgas\s+(?:blast|explosion|cylinders?\s+(?:explod|blew|burst)\w*)\b|"
    r"\b(?:(?:gas|cylinder|lpg|boiler)\s+(?:leak|leakage)|short[\s-]circuit|electrical\s+fault|overheating|negligence)\b"
    r"[^.;]{0,60}\b(?:blamed?|caus(?:e|ed|ing)|trigger(?:ed)?|led\s+to|responsible|suspected)\b|"
    r"\b(?:blamed|caused|triggered|sparked)\s+(?:by|on)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}"
    r"(?:gas|cylinder|short[\s-]circuit|electrical|leak|boiler|accident|fault)\b|"
    r"\b(?:originat\w+|resulted|arose|stem\w+|started|broke\s+out)\s+(?:from|in|with|due\s+to|because\s+of)\s+(?:an?\s+|the\s+)?"
    r"(?:[\w-]+\s+){0,3}(?:short[\s-]circuit|gas\s+leak|cylinder|boiler|stove|candle|cooker|heater|welding|lightning)\b|"
    r"\btanker\b[^.;]{0,60}\b(?:overturn|crash|collid)\w*|"
    r"\bfireworks?\s+(?:barge|display|factory|plant|warehouse|depot|workshop|market|store|show)s?\b[^.;]{0,80}\b"
    r"(?:explo\w+|blasts?|caught\s+fire|caused|went\s+up)\b|"
    r"\b(?:barge|boat|truck|van|warehouse|factory)\s+(?:carrying|full\s+of|loaded\s+with|of)\s+fireworks\b|"
    r"\brul(?:ed|es|ing)\s+out\s+(?:foul\s+play|sabotage|terror\w*|an?\s+attack|arson)\b",
    re.IGNORECASE,
)
"""What says that a blast or a fire was an accident."""
_RULED_OUT = re.compile(
    r"\brul(?:ed|es|ing)\s+out\s+(?:foul\s+play|sabotage|terror|an?\s+attack|arson)"
)
"""What says so with a "not" or a "no" beside it."""
_ACCIDENTS = frozenset({"explosion", "attack", "arson", "property_damage"})
"""Kinds that gas and faulty wires do as well."""
_HARMLESS = _ACCIDENTS | {"shelling"}
"""The same and what fireworks do: "a rocket exploded among the crowd"."""
_PLANTED = re.compile(
    r"\b(?:bomb(?:s|ers?|ings?|ed)?|grenades?|dynamite|tnt|explosives?|ieds?|landmines?|rockets?|missiles?|shells?|jets|drones?|"
    r"air\s?strikes?|gunm[ae]n|militants?|insurgents?|rebels|jihadists?|attackers|assailants|arsonists?|shot|stabbed)\b"
)
"""What gas and faulty wires have not: another deed of the article. Asked of one sentence: elsewhere
it may say that there was no bomb, and that somebody thought of a missile."""
_BLAST = re.compile(r"\b(?:blasts?|explo\w+|fires?|blaze|inferno|burn\w*|flames|cylinders?)\b")
_RIGGED = re.compile(r"\b(?:bombers?|attackers|assailants|arsonists?|gunm[ae]n|militants|rigged)\b")
"""Who does it with gas: "a cylinder that the bomber had rigged"."""
_FELL = re.compile(
    r"^(?!.*\b(?:as\s+if|thought|feared|believed|like|no)\b).*\b(?:missiles?|rockets?|shells?|drones?|bombs)\s+"
    r"(?:hit|struck|slammed|fell|landed)\b|"
    r"\b(?:m[ae]n|youths|attackers|arsonists|gunmen|settlers|soldiers|troops|rebels|militia(?:men)?|protesters|"
    r"rioters|villagers|mob|crowd)\s+(?:had\s+)?(?:set\b[^.;]{0,40}\b(?:fire|ablaze|alight)|torched|poured)\b"
)
_FELL_WORDS = words("hit struck slammed fell landed set torched poured")
"""What makes no accident of it whatever another sentence says: "a missile struck the depot"."""
_DOUBTED = re.compile(
    r"\b(?:den(?:y|ied|ies)|not|no|never|initially|at\s+first|first\s+(?:suspected|blamed|thought)|ruled\s+out\s+(?:a|the)\s+gas)\b"
)
"""What keeps a sentence from saying that gas was the cause."""
ACCIDENT_WITHIN = 10
"""Sentences, the title among them, that say what it was."""
_BESIDE_IT = late(
    r"\b(?:before|after|ahead\s+of|amid|in\s+response\s+to|(?:in\s+)?protest\s+(?:at|against|over)|"
    r"over|following|despite|against|while|where|as(?!\s+part))\s+(?:[\w’'.-]+\s+){0,8}?"
    r"(?:exercises?|drills?|war\s+games|manoeuvres|maneuvers)\b|"
    # What protesters play.
    r"\bmock\s+(?:funerals?|trials?|coffins?|gallows|weddings?|graves?)\b"
)
"""What was done when a drill was to come, or went on elsewhere: missiles fired before one."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a sentence says of a trigger: its words, and whether it names a day of the news.

    ``known`` tells whether the article has told of something that did happen before, ``at`` which
    sentence of it this is.
    """

    said: str
    start: int
    dated: bool
    known: bool = False
    at: int = 0

    def before(self, trigger: Trigger) -> str:
        """Return the words before a trigger, in small letters."""
        at = trigger.span.start - self.start
        return self.said[max(at - BEFORE, 0) : at].lower()

    def words(self, trigger: Trigger) -> str:
        """Return the words of a trigger, in small letters."""
        return self.said[trigger.span.start - self.start : trigger.span.end - self.start].lower()

    def is_past(self, trigger: Trigger) -> bool:
        """Tell whether it is told as what was done: "shot", not "shoots" nor "is shot"."""
        told = self.words(trigger).split()
        if self.before(trigger).endswith("after being "):
            return True
        if _NOW.search(self.before(trigger)) or ("had" not in told and not _BEING.isdisjoint(told)):
            return False
        # "A bomb went off, killing two": what comes of a deed is told by a participle.
        return any(is_told(word) or word in _CAME_TO for word in told)

    def is_plot(self, trigger: Trigger) -> bool:
        """Tell whether it is told as in a synopsis: in the present, on no day."""
        if self.dated or trigger.noun or self.is_past(trigger):
            return False
        told = self.words(trigger).split()
        first = told[0]
        if not _BEING.isdisjoint(told) or _NOW.search(self.before(trigger)):
            return True
        return first.endswith("s") and not first.endswith("ss")

    def is_perfect(self, trigger: Trigger) -> bool:
        """Tell whether it is told as what has been done, which plots seldom are.

        Of people who "have been killed" speeches tell as well.
        """
        if trigger.kind.family in _DEEDS:
            return False
        told = self.words(trigger).split()
        return not _PERFECT.isdisjoint(told) or _HAS.search(self.before(trigger)) is not None

    def has_crowd(self, trigger: Trigger) -> bool:
        """Tell whether people march in it, whatever the article is about."""
        return trigger.kind.family == "protest" and bool(_CROWD.search(self.said.lower()))


@dataclass(frozen=True, slots=True)
class Beat:
    """What an article is about: the names of topics, of which most articles have none.

    ``plot`` says that it has a word of films and books, ``tale`` that it has many, ``here`` the
    topic of one sentence, ``accident`` that a blast or a fire was one, ``quiet``
    that hardly a sentence is of people who do harm or come to it.
    """

    topics: frozenset[str] = frozenset()
    plot: bool = False
    tale: bool = False
    here: str | None = None
    accident: bool = False
    quiet: Quiet | None = None

    def also(self, topic: str | None) -> Beat:
        """Return the beat of a sentence that is about a topic of its own."""
        return self if topic is None else replace(self, here=topic)

    def bars(self, trigger: Trigger, telling: Telling) -> bool:
        """Tell whether a trigger is none of the news, for what its article is about."""
        if self._is_quiet(trigger, telling):
            return True
        if self.accident and trigger.kind.name in _ACCIDENTS:
            return _PLANTED.search(telling.said.lower()) is None
        crowd = telling.has_crowd(trigger)
        topics = self.topics & _WITHOUT_CROWDS if crowd else self.topics
        if self.here is not None:
            if self.here == "debate" and trigger.kind.name in _IN_EARNEST:
                return False
            if default_topics().bars(self.here) != "all":
                rioted = trigger.kind.name == "riot" and _RIOTED.search(telling.said.lower())
                return not (rioted if self.here == "sport" else crowd)
            if self.here != "exercise" or not _BESIDE_IT.search(telling.said.lower()):
                topics |= {self.here}
        if self.plot and telling.is_plot(trigger):
            return self.tale or not telling.is_perfect(trigger)
        return any(not _is_real(name, trigger, telling) for name in topics)

    def _is_quiet(self, trigger: Trigger, telling: Telling) -> bool:
        """Tell whether a harmful deed of a quiet page has neither its day nor anybody beside it."""
        if self.quiet is None or telling.dated or trigger.kind.family not in HARMFUL:
            return False
        # Who does it may be among the words that tell of it: "militiamen took the town".
        at = None if trigger.verb is None else trigger.verb - telling.start
        verb = telling.words(trigger) if at is None else telling.said[at:].split(maxsplit=1)[0]
        return self.quiet.bars(telling.at, telling.said, verb)


def _is_real(name: str, trigger: Trigger, telling: Telling) -> bool:
    """Tell whether a trigger is meant as it is in an article about something else."""
    topics, said = default_topics(), telling.said
    harm = trigger.kind.family in _DEEDS
    match topics.bars(name):
        case "harm":
            if trigger.kind.name == "roadblock":
                return topics.is_done(said, "things")
            if not harm or trigger.kind.name not in _HARMLESS:
                return True  # no disaster is an air strike, however many cars it hit
            arson = trigger.kind.name == "arson" and _FELL.search(said.lower()) is not None
            return arson or topics.is_done(said, "people")
        case "soft":
            if telling.dated and _is_of_blood(trigger, said.lower()):
                return True
            real = name != "sport" or _OFF_THE_PITCH.search(said.lower()) is not None
            return real and topics.is_hard(said, name, harm=harm)
        case _:
            if name == "exercise" and _CAME_OF_IT.search(said.lower()) is None:
                return False
            if telling.is_past(trigger):
                sure = name == "fiction" and _EITHER.isdisjoint(telling.words(trigger).split())
                return telling.dated or telling.known or (sure and topics.is_done(said, "people"))
            return trigger.noun and telling.dated and topics.is_hard(said, name)


def _is_of_blood(trigger: Trigger, said: str) -> bool:
    """Tell whether a sentence tells what befalls no player and no share, and names its day."""
    if _DAY.search(said) is None:
        return False
    if trigger.kind.name == "roadblock":
        return _BLOCKERS.search(said) is not None
    return _BEFELL.search(said) is not None


def of(title: str | None, sentences: Sequence[str], topics: Topics | None = None) -> Beat:
    """Return what an article is about as a whole.

    Examples
    --------
    >>> told = ["The thriller opens on Friday.", "A detective is shot in the first scene."]
    >>> sorted(of("A film to forget", told).topics)
    ['fiction']
    """
    said = [title, *sentences] if title else list(sentences)
    shown = (topics or default_topics()).shown(said)
    outright = set(_outright(title, said))
    return Beat(
        frozenset(
            name
            for name, rows in shown.items()
            if name in outright or _is_about(name, rows, title=bool(title))
        ),
        accident="accident" in outright,
        quiet=quiet.of(sentences),
        plot=_words_of_plot(shown["fiction"]) > 0,
        tale=_words_of_plot(shown["fiction"]) * SENTENCES_OF_PLOT >= len(said),
    )


def _words_of_plot(rows: Sequence[Mapping[str, int]]) -> int:
    """Count the sentences with a word of films and books."""
    return sum(any(weight > 1 for weight in row.values()) for row in rows)


def _outright(title: str | None, said: Sequence[str]) -> Iterator[str]:
    """Yield the topics that a title or a sentence names outright."""
    yield from (name for name, pattern in _TITLED.items() if pattern.search(title or ""))
    if (
        any(_SCORE.search(one) for one in said if "-" in one or "–" in one)
        and sum(len(_OF_A_MATCH.findall(one.lower())) for one in said) >= OF_A_MATCH
    ):
        yield "sport"
    if any(
        _PLAYED.search(sentence)
        for sentence in said
        if not _PLAYED_WORDS.isdisjoint(small_words(sentence))
    ):
        yield "exercise"
    opening = said[:ACCIDENT_WITHIN]
    done = any(
        _FELL.search(one.lower()) for one in opening if not _FELL_WORDS.isdisjoint(small_words(one))
    )
    if not done and (any(map(_is_accident, opening)) or _is_blaze(opening)):
        yield from ("accident", "disaster")


def _is_blaze(said: Sequence[str]) -> bool:
    """Tell whether an article opens with a fire or a blast of which another sentence is sure."""
    low = [sentence.lower() for sentence in said]
    burns = any(map(_BLAST.search, low[:OPENING]))
    return burns and any(
        _RULED_OUT.search(one) and not _DOUBTED.search(one.replace("ruled out", "")) for one in low
    )


def _is_accident(sentence: str) -> bool:
    """Tell whether a sentence says that a blast or a fire was an accident."""
    low = sentence.lower()
    if not (_BLAST.search(low) and _ACCIDENT.search(low)) or _RIGGED.search(low):
        return False
    return _DOUBTED.search(low) is None or _RULED_OUT.search(low) is not None


def _is_about(name: str, rows: Sequence[dict[str, int]], *, title: bool) -> bool:
    """Tell whether an article is about a topic: how many words of it, in how many sentences."""
    share = TITLED if name == "exercise" and title and rows[0] else 1
    enough = min(LEAST + A_SENTENCE * len(rows), MOST) * share
    if sum(map(bool, rows)) < max(SPREAD * len(rows) * share, OPENING):
        return False
    return sum(_heaviest(rows).values()) >= enough * (1 if any(rows[:OPENING]) else UNOPENED)


def _heaviest(rows: Sequence[dict[str, int]]) -> dict[str, int]:
    return {word: weight for row in rows for word, weight in row.items()}
