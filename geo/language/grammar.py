"""Say who did what to whom: subjects, objects and agents of the verbs of a sentence.

Patterns over noun chunks and verb groups (``geo.language.chunks``), for English: active and
passive, by-agents, "shot and killed", "gunmen who killed", "villagers killed by", "killing three".
``geo.language.arguments`` asks for them. On the treebanks' test files, ``benchmarks/arguments.py``
measures them.
"""

from __future__ import annotations

from geo.language.almanac import words
from geo.language.chunks import Chunk, Sentence, VerbGroup

__all__ = [
    "agents",
    "antecedent",
    "conjuncts",
    "has_verb_behind",
    "host",
    "is_passive",
    "objects",
    "subjects",
]

AGENT_REACH = 14
"""Words behind a passive verb among which its "by" stands."""
DEEPEST = 6
"""Verbs that a subject is looked for through: "stormed it, shot two, took ten and fled"."""

TIMES = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december today yesterday tomorrow "
    "tonight day days week weeks weekend month months year years night morning evening "
    "afternoon hour hours minute minutes time times dawn noon midnight"
)
# Nobody "is" this: what looks like the participle is the past tense.
_INTRANSITIVE = words(
    "protested marched rallied clashed demonstrated died exploded rioted gathered fought "
    "surrendered withdrew fled erupted occurred happened came went collapsed crashed fell "
    "responded resigned negotiated returned retreated escaped"
)
# "Police say the suspect, a former guard, opened fire": what stands behind it begins a clause.
_REPORTING = words(
    "say says said saying believe believes believed report reports reported confirm confirms "
    "confirmed claim claims claimed allege alleges alleged think thinks thought announced added"
)
_OF = frozenset({"of", "from", "for"})
_PARTICLES = words("down up out off over away back on in")
_SUBORDINATE = words("after before since as until because while when where if than")
_DESCRIBES = words("lies sits stands borders is are was were has")  # where or what something is
_OF_DAY = frozenset({"on", "late", "early"})
_VERBS = frozenset("VBKGU")
_STOPS = frozenset(";:?!S")


def subjects(told: Sentence, verb: VerbGroup) -> tuple[Chunk, ...]:
    """Return who does it, or whom it befalls if the verb is passive.

    A relative pronoun stands for itself, ``antecedent`` says for whom.

    Examples
    --------
    >>> from geo.language.chunks import parse
    >>> told = parse("Police in Galdor, who held two men, said gunmen had fled.")
    >>> [told.words[c.head] for verb in told.groups for c in subjects(told, verb)]
    ['who', 'Police', 'gunmen']
    """
    return _subjects(told, verb, 0)


def _subjects(told: Sentence, verb: VerbGroup, depth: int) -> tuple[Chunk, ...]:
    if depth > DEEPEST:
        return ()
    inner = told.letters.find("O", verb.first, verb.head)
    if inner >= 0 and (chunk := told.chunk_at[inner]) is not None:
        return (chunk,)  # "did they attack"
    if verb.form == "infinitive":
        return _controller(told, verb, depth)
    if verb.form == "gerund":
        return _gerund_subject(told, verb, depth)
    return _leftwards(told, verb, depth)


def _leftwards(told: Sentence, verb: VerbGroup, depth: int) -> tuple[Chunk, ...]:
    """Walk left over what stands between a verb and its subject."""
    i, parted = verb.first - 1, False
    while i >= 0:
        chunk, other = told.chunk_at[i], told.group_at[i]
        if chunk is not None:
            step = _over_chunk(told, verb, chunk, depth, parted=parted)
        elif other is not None:
            step = _over_verb(told, verb, other, depth, parted=parted)
        elif told.letters[i] == ")":
            step = max(told.letters.rfind("(", 0, i), 0) - 1
        elif told.letters[i] in _STOPS:
            return ()
        else:
            parted = parted or told.letters[i] in ",C"
            step = i - 1
        if isinstance(step, tuple):
            return step
        i = step
    return ()


def _over_chunk(
    told: Sentence, verb: VerbGroup, chunk: Chunk, depth: int, *, parted: bool
) -> tuple[Chunk, ...] | int:
    """Return the subject, or where to look on to the left of a chunk that is none."""
    before = chunk.first - 1
    letter = told.letters[before] if before >= 0 else ""
    if chunk.letter == "W":
        return (chunk,) if not parted else antecedent(told, chunk) or before
    if letter in {"I", "T"}:
        preposition = told.words[before].lower()
        bare = verb.form == "participle" and preposition == "of" and chunk.letter != "P"
        bare = bare and told.words[verb.head].lower() not in _INTRANSITIVE
        # "after police shot"; "the bodies of two men killed by"
        if chunk.last == verb.first and (bare or preposition in _SUBORDINATE):
            return (chunk,)
        return before - 1
    if _is_time(told, chunk) and (before < 0 or letter in ",VNP") and chunk.first > 0:
        return before
    if letter == "," and parted and _is_aside(told, verb, chunk):
        return before - 1
    other = told.group_at[before] if before >= 0 else None
    if other is None:
        return _coordinated_left(told, chunk)
    if other.form != "finite":
        return other.first - 1
    relative = _relative(told, other)
    if relative is not None:
        same = parted and told.letters[verb.first - 1] == "C"
        return (relative,) if same else antecedent(told, relative)
    aside = told.letters[verb.first - 1] == ","
    reported = aside and told.words[other.head].lower() in _REPORTING
    return _subjects(told, other, depth + 1) if parted and not reported else (chunk,)


def _over_verb(
    told: Sentence, verb: VerbGroup, other: VerbGroup, depth: int, *, parted: bool
) -> tuple[Chunk, ...] | int:
    """Return the subject that a verb shares with the one to its left, or where to look on."""
    aside = _before_word(told, other)
    if aside is not None:
        return aside
    if other.form != "finite":
        if parted and verb.form != "finite":
            return _subjects(told, other, depth + 1)
        return other.first - 1
    relative = _relative(told, other)
    if relative is not None and not (parted and told.letters[verb.first - 1] == "C"):
        return antecedent(told, relative)
    return _subjects(told, other, depth + 1) if parted else ()


def _before_word(told: Sentence, other: VerbGroup) -> int | None:
    """Return what stands before whose word it is: "soldiers, police said, opened fire"."""
    speaker = told.chunk_at[other.first - 1] if other.first else None
    if speaker is None or speaker.first < 2 or told.words[other.head].lower() not in _REPORTING:
        return None
    i = other.last
    while told.letters[i : i + 1] in {"I", "H"}:
        i += 1  # "police said on Monday"
    inside = told.letters[speaker.first - 1] == told.letters[i : i + 1] == ","
    return speaker.first - 2 if inside else None


def _is_aside(told: Sentence, verb: VerbGroup, chunk: Chunk) -> bool:
    """Tell whether a chunk behind a comma is an apposition: "Ana Kos, a teacher, was"."""
    closing = verb.first - 1
    while closing >= chunk.last and (
        told.letters[closing] in "RH" or told.words[closing].lower() in _OF_DAY
    ):
        closing -= 1  # "…, late on Monday"
    left = told.chunk_at[chunk.first - 2] if chunk.first > 1 else None
    if left is None or told.letters[closing] != ",":
        return False
    if chunk.letter == "M" or left.first == 0:
        return True
    fronted = told.letters[left.first - 1] in "IT" and (
        left.first == 1 or told.letters[left.first - 2] in ",C"
    )
    return not fronted and not _is_time(told, left)


def _controller(told: Sentence, verb: VerbGroup, depth: int) -> tuple[Chunk, ...]:
    """Return who is to do it: "ordered police to fire", "they came to kill"."""
    i = verb.first - 1
    chunk = told.chunk_at[i] if i >= 0 else None
    if chunk is not None and chunk.first and told.group_at[chunk.first - 1] is not None:
        return (chunk,)
    other = _before(told, verb)
    return _subjects(told, other, depth + 1) if other is not None else ()


def _gerund_subject(told: Sentence, verb: VerbGroup, depth: int) -> tuple[Chunk, ...]:
    """Return who does it: "men carrying guns", "exploded, killing three"."""
    i = verb.first - 1
    while i > 0 and told.letters[i] == "R" and told.chunk_at[i] is None:
        i -= 1
    if i >= 0 and told.chunk_at[i] is not None:
        return host(told, i)
    other = _before(told, verb)
    if other is None:
        return ()
    accused = i >= 0 and told.words[i].lower() in _OF and not is_passive(told, other)
    if accused and (found := objects(told, other)):
        return found  # "accused rebels of killing"
    if told.letters[i] == "," and is_passive(told, other) and (found := agents(told, other)):
        return found  # "was hit by a rocket, killing two"
    return _subjects(told, other, depth + 1)


def _before(told: Sentence, verb: VerbGroup) -> VerbGroup | None:
    """Return the verb to the left, of those that are no aside."""
    before = (g for g in reversed(told.groups) if g.last <= verb.first)
    closed = told.letters[verb.first - 1 : verb.first] == ","
    return next((g for g in before if not _is_put_in(told, g, closed=closed)), None)


def _is_put_in(told: Sentence, verb: VerbGroup, *, closed: bool) -> bool:
    """Tell whether a verb is that of an aside: "police said", "Orva, which lies in Galdor,"."""
    describes = closed and told.words[verb.head].lower() in _DESCRIBES
    return _before_word(told, verb) is not None or (describes and bool(_relative(told, verb)))


def _relative(told: Sentence, verb: VerbGroup) -> Chunk | None:
    """Return the relative pronoun that is the subject of a verb, "whose name" too."""
    i = verb.first - 1
    while i >= 0 and told.letters[i] in 'RY"':
        i -= 1
    chunk = told.chunk_at[i] if i >= 0 else None
    if chunk is None:
        return None
    owner = told.words[chunk.first].lower() == "whose"
    return chunk if owner or chunk.letter == "W" else None


def antecedent(told: Sentence, pronoun: Chunk) -> tuple[Chunk, ...]:
    """Return whom "who" or "that" stands for; nobody if nothing stands before it.

    Examples
    --------
    >>> from geo.language.chunks import parse
    >>> told = parse("A blast in Galdor that killed two shook the town.")
    >>> [told.words[c.head] for c in antecedent(told, told.chunks[2])]
    ['blast']
    """
    i = pronoun.first - 1
    while i >= 0 and told.letters[i] in ',"I':
        i -= 1
    return host(told, i, named=False) if i >= 0 and told.chunk_at[i] is not None else ()


def host(told: Sentence, i: int, *, named: bool = True) -> tuple[Chunk, ...]:
    """Return the chunk that what follows ``i`` belongs to: not the town it lies in.

    With ``named`` every phrase with a preposition is skipped, else those with a name or a time.
    """
    while i >= 0:
        chunk = told.chunk_at[i]
        if chunk is None:
            return ()
        before = chunk.first - 1
        placed = before > 0 and told.letters[before] == "I"
        skipped = named or chunk.letter == "P" or _is_time(told, chunk)
        if not (placed and skipped) or told.chunk_at[before - 1] is None:
            return _coordinated_left(told, chunk)
        i = before - 1
    return ()


def _is_time(told: Sentence, chunk: Chunk) -> bool:
    return told.words[chunk.head].lower() in TIMES


def _coordinated_left(told: Sentence, chunk: Chunk) -> tuple[Chunk, ...]:
    """Return a chunk with those it is joined to on its left: "soldiers, police and rebels"."""
    found, first = [chunk], chunk
    while first.first > 1 and told.letters[first.first - 1] in "C,":
        joint = first.first - 1
        if told.letters[joint] == "," and len(found) < 2:
            break
        if told.letters[joint] == "C" and told.letters[joint - 1] == ",":
            joint -= 1
        left = told.chunk_at[joint - 1]
        if left is None or left.letter == "W":
            break
        before = told.letters[left.first - 1] if left.first else ""
        if before in _VERBS or before == "I":  # the object of another verb, or in a town
            break
        found.append(left)
        first = left
    return tuple(reversed(found))


def conjuncts(told: Sentence, chunk: Chunk, *, pair: bool = False) -> tuple[Chunk, ...]:
    """Return a chunk with those it is joined to on its right: "two soldiers and a policeman".

    Of a ``pair`` ("between police and students clashes broke out") both belong to it, otherwise
    what a verb follows begins a clause of its own.
    """
    found, waiting = [chunk], []
    i = chunk.last
    while i < len(told.words):
        letter = told.letters[i]
        if letter == "I" and i + 1 < len(told.words) and told.chunk_at[i + 1] is not None:
            following = told.chunk_at[i + 1]
            i = following.last if following is not None else i + 1
            continue
        if letter not in ",C":
            break
        joined = letter == "C" or told.letters[i + 1 : i + 2] == "C"
        i += 2 if told.letters[i : i + 2] == ",C" else 1
        while i < len(told.words) and told.letters[i] == "R" and told.chunk_at[i] is None:
            i += 1
        other = told.chunk_at[i] if i < len(told.words) else None
        if other is None or other.letter == "W":
            break
        if not pair and has_verb_behind(told, other):
            break
        waiting.append(other)
        if joined:
            found += waiting
            waiting = []
            break
        i = other.last
    return tuple(found)


def has_verb_behind(told: Sentence, chunk: Chunk) -> bool:
    """Tell whether a chunk is the subject of a finite verb right behind it."""
    i = chunk.last
    while i < len(told.words) and told.letters[i] == "R":
        i += 1
    group = told.group_at[i] if i < len(told.words) else None
    return group is not None and group.form == "finite"


def objects(told: Sentence, verb: VerbGroup) -> tuple[Chunk, ...]:
    """Return whom or what an active verb acts upon.

    Examples
    --------
    >>> from geo.language.chunks import parse
    >>> told = parse("They gunned down two guards and a driver.")
    >>> [told.words[c.head] for c in objects(told, told.groups[0])]
    ['guards', 'driver']
    """
    chunk = _behind(told, verb)
    if chunk is not None:
        return conjuncts(told, chunk)
    following = told.group_at[verb.last + 1] if verb.last + 1 < len(told.words) else None
    if told.letters[verb.last : verb.last + 1] == "C" and following is not None:
        return objects(told, following)  # "shot and killed three"
    return _fronted(told, verb)


def _behind(told: Sentence, verb: VerbGroup) -> Chunk | None:
    i = verb.last
    while i < len(told.words) and told.chunk_at[i] is None:
        particle = told.letters[i] == "I" and told.words[i].lower() in _PARTICLES
        if not (told.letters[i] in 'RY"' or (particle and i == verb.last)):
            return None
        if particle and told.words[i].lower() in {"on", "in", "over"}:
            return None
        i += 1
    chunk = told.chunk_at[i] if i < len(told.words) else None
    if chunk is None or chunk.letter == "W" or _is_time(told, chunk):
        return None
    # "said gunmen had fled"; but "a blast that killed two shook the town".
    return None if _relative(told, verb) is None and has_verb_behind(told, chunk) else chunk


def _fronted(told: Sentence, verb: VerbGroup) -> tuple[Chunk, ...]:
    """Return the object before its verb: "the man whom police shot"."""
    i = verb.first - 1
    chunk = told.chunk_at[i] if i >= 0 else None
    if chunk is None or chunk.first == 0:
        return ()
    pronoun = told.chunk_at[chunk.first - 1]
    return (pronoun,) if pronoun is not None and pronoun.letter == "W" else ()


def is_passive(told: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a verb says what befell its subject, "villagers killed by rebels" too.

    The tagger takes some of these participles for past tenses, and the other way round.
    """
    if verb.passive or verb.form in {"gerund", "infinitive"}:
        return verb.passive
    word = told.words[verb.head].lower()
    past = told.tags[verb.head] in {"VERB:VBD", "VERB:VBN"}
    if verb.head > verb.first or not past or word in _INTRANSITIVE:
        return False
    following = told.words[verb.last].lower() if verb.last < len(told.words) else ""
    if following == "by":
        return bool(agents(told, verb))
    if _behind(told, verb) is not None:
        return False
    shared = _shares_passive(told, verb)
    if told.letters[verb.head] == "K" or shared:
        return True
    return told.letters[verb.last : verb.last + 1] == "I" and _has_other_verb(told, verb)


def _shares_passive(told: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a verb goes on after a passive one: "was captured and killed"."""
    other = _before(told, verb)
    if other is None or verb.first == 0 or told.letters[verb.first - 1] not in "C,":
        return False
    return other.passive


def _has_other_verb(told: Sentence, verb: VerbGroup) -> bool:
    """Tell whether the verb of the clause is still to come: "people killed in the blast were"."""
    i = verb.last
    while i < len(told.words):
        chunk, group = told.chunk_at[i], told.group_at[i]
        if group is not None:
            return group.form == "finite"
        if chunk is not None and told.letters[chunk.first - 1] == "I":
            i = chunk.last
        elif told.letters[i] in "IR":
            i += 1
        else:
            return False
    return False


def agents(told: Sentence, verb: VerbGroup) -> tuple[Chunk, ...]:
    """Return who stands behind "by" of a passive verb.

    Examples
    --------
    >>> from geo.language.chunks import parse
    >>> told = parse("He was shot on Monday by two masked men.")
    >>> [told.words[c.head] for c in agents(told, told.groups[0])]
    ['men']
    """
    for i in range(verb.last, min(verb.last + AGENT_REACH, len(told.words) - 1)):
        other = told.group_at[i]
        joined = other is not None and told.letters[other.first - 1] in "C,"
        if told.letters[i] in _STOPS or (other is not None and not joined):
            return ()
        chunk = told.chunk_at[i + 1]
        if told.words[i].lower() == "by" and chunk is not None:
            return () if _is_time(told, chunk) else conjuncts(told, chunk)
    return ()
