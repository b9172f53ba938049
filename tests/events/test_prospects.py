"""What governs a deed that nobody has done."""

from __future__ import annotations

import pytest

from geo.events.factuality import status
from geo.events.prospects import prospect, without_dots
from geo.model import Status
from tests.events.test_factuality import at, whole


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The duke refused to free the nuns.", "free", Status.DENIED),
        ("It will go on until the duke is killed.", "killed", Status.PLANNED),
        ("The duke was beaten before his arrest.", "arrest", Status.OCCURRED),
        ("Last month's shooting of a guard may go to court.", "shooting", Status.OCCURRED),
        ("The guards have failed to disarm the clan.", "disarm", Status.DENIED),
        ("Elders persuaded the clan to lay down its arms.", "lay down", Status.PLANNED),
        ("The duke was willing to withdraw his guards.", "withdraw", Status.PLANNED),
        ("The council voted to reopen the bridge.", "reopen", Status.PLANNED),
        ("Their efforts to free the nuns go on.", "free", Status.PLANNED),
        ("Lawmakers approved the withdrawal of 90 guards.", "withdrawal", Status.PLANNED),
        ("They set a timetable for the withdrawal of all guards.", "withdrawal", Status.PLANNED),
        ("Envoys hope to secure the release of two nuns.", "release", Status.PLANNED),
        ("The withdrawal plan angered the clan.", "withdrawal", Status.PLANNED),
        ("There is a reward for the capture of the thief.", "capture", Status.PLANNED),
        ("A fence should deter the miners from storming the mill.", "storming", Status.DENIED),
        ("Parliament discussed sending guards to the valley.", "sending", Status.PLANNED),
        ("Disarming the clan will take years.", "Disarming", Status.PLANNED),
        ("No aid will come until the rebels leave the port.", "leave", Status.PLANNED),
        ("The miners voted to authorize a strike.", "strike", Status.PLANNED),
        ("They failed to protect the monks or disarm the clan.", "disarm", Status.DENIED),
        ("The law would be changed if U.S. guards shot a nun.", "guards shot", Status.PLANNED),
        ("The attack on a mill in Orvel on Monday was foiled.", "attack on", Status.ATTEMPTED),
        ("A rally in the old town has been cancelled.", "rally", Status.PLANNED),
        ("The march in Orvel was banned by the duke.", "march", Status.PLANNED),
    ],
)
def test_what_is_only_wanted_refused_or_a_condition(
    text: str, words: str, expected: Status
) -> None:
    """The verb or the noun that governs a deed says that it is not done."""
    assert status(text, whole(text), at(text, words)) is expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The duke managed to free the nuns.", "free"),
        ("The guards failed to stop the clan from burning the mill.", "burning"),
        ("The army completed the withdrawal of 90 guards.", "withdrawal"),
        ("Envoys secured the release of two nuns.", "release"),
        ("A tip led to the capture of the thief.", "capture"),
        ("He was accused of storming the mill and burned it.", "burned"),
        ("They stayed until the guards left the port.", "left"),
        ("They went before the attack on the port.", "attack"),
        ("Guards used batons to disperse the crowd.", "disperse"),
        ("The duke refused to come and shot a nun.", "shot"),
        ("The attack on a mill in Orvel was condemned.", "attack on"),
        ("The march in Orvel was banned but went ahead.", "march"),
        ("The attack came after a fair was cancelled.", "attack"),
        ("After months of talks the release of two nuns cheered them.", "release"),
    ],
)
def test_what_is_done_stays_done(text: str, words: str) -> None:
    """What was managed, secured or completed is a fact, and so is what others failed to stop."""
    assert status(text, whole(text), at(text, words)) is Status.OCCURRED


def test_a_governor_among_the_words_of_the_deed_is_part_of_it() -> None:
    """Who "was refused permission to visit" was kept out; who was pressed to visit was not."""
    before = "a monk was refused permission to "
    assert prospect(before, "visit", "", len("refused permission to ")) is None
    assert prospect("they pressed for permission to ", "visit", "") is Status.PLANNED


def test_dots_within_words_go() -> None:
    """The end of a sentence keeps its dot."""
    assert without_dots("the u.n. and mr. kos left.") == "the un and mr kos left."
