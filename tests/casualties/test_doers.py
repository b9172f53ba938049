"""Who did a harm: those who keep the law, or somebody else."""

from __future__ import annotations

import pytest

from geo.casualties.doers import FORCES, SOMEBODY, done_by
from geo.casualties.harms import read
from geo.casualties.ledger import Ledger
from geo.casualties.tokens import cut


@pytest.mark.parametrize(
    ("sentence", "verb", "doer"),
    [
        ("A weaver was killed by a deputy.", "killed", FORCES),
        ("A weaver was killed by a neighbour.", "killed", SOMEBODY),
        ("A weaver was killed.", "killed", ""),
        ("Wirth was killed in a shootout with troopers.", "killed", FORCES),
        ("He fled before a police marksman shot him.", "shot", FORCES),
        ("Soldiers fired on a crowd, killing three.", "killing", FORCES),
        ("Wirth shot three deputies.", "shot", SOMEBODY),
    ],
)
def test_the_doer_stands_before_the_verb_or_behind_by(sentence: str, verb: str, doer: str) -> None:
    """Who is its object did nothing."""
    words = cut(sentence)
    at = words.low.index(verb)
    assert done_by(words, at, active="was" not in words.low[:at]) == doer


@pytest.mark.parametrize(
    ("sentence", "verb", "doer"),
    [
        ("A poacher fired on forest officers, killing three.", "killing", SOMEBODY),
        ("A smuggler who ran from deputies killed two clerks.", "killed", SOMEBODY),
        ("Raiders attacked troops and killed four herders.", "killed", SOMEBODY),
        ("A thief sought by marshals killed a baker.", "killed", SOMEBODY),
        ("Lind fought soldiers and killed three.", "killed", SOMEBODY),
        ("In a struggle with officers he shot two nurses.", "shot", SOMEBODY),
        ("A gunman opened fire as troopers came, killing two.", "killing", SOMEBODY),
        ("Two clerks were killed by a thief who fled from deputies.", "killed", SOMEBODY),
        ("Two clerks were killed by a policeman's son.", "killed", SOMEBODY),
        ("A thief was killed in a gunfight with rivals as deputies watched.", "killed", ""),
        ("A nun was killed in a battle with cancer while officers prayed.", "killed", ""),
        ("He fired at a deputy, who shot him.", "shot", FORCES),
        ("On Friday police shot a thief.", "shot", FORCES),
        ("Heavily armed police stormed the mill and shot two men.", "shot", FORCES),
        ("Five died when soldiers fired on a crowd, killing three.", "killing", FORCES),
        ("A woman police officer shot the thief.", "shot", FORCES),
        ("He was killed by a bullet fired by a trooper.", "killed", FORCES),
        ("A thief was killed in a standoff in Kos with a SWAT team.", "killed", FORCES),
    ],
)
def test_the_doer_is_the_first_of_whom_the_clause_speaks(
    sentence: str, verb: str, doer: str
) -> None:
    """Lawmen who are shot at, fled from or look on do nothing."""
    words = cut(sentence)
    at = words.low.index(verb)
    assert done_by(words, at, active="was" not in words.low and "were" not in words.low) == doer


@pytest.mark.parametrize(
    ("sentences", "dead"),
    [
        (("Wirth killed three weavers before a trooper killed Wirth.",), 4),
        (("Three weavers were killed by a man before he was shot dead by police.",), 4),
        (("Two victims were shot dead.", "Wirth was killed in a gunfight with deputies."), 3),
        (("Police killed three smugglers.", "Bo Lind was shot dead by an officer."), 3),
        (("Three people, including the gunman, are dead.", "Wirth was killed by police."), 3),
        (("A gunman was shot dead after going on a rampage that left two others dead.",), 3),
    ],
)
def test_whom_police_shot_is_none_of_those_he_killed(sentences: tuple[str, ...], dead: int) -> None:
    """He adds to a number of victims, not to one that may hold him."""
    ledger = Ledger()
    for sentence in sentences:
        ledger.add(read(sentence), 0)
    toll = ledger.toll()
    assert toll.killed is not None
    assert toll.killed.minimum == dead
