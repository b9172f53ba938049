"""The deeds that courts deal with."""

from __future__ import annotations

import pytest

from tests.events.test_habits import is_news


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jury finds Kos guilty in murder of nun", "murder"),
        ("A jury convicted Kos on Monday of killing two nuns.", "killing"),
        ("Former guard acquitted in shooting death of driver", "shooting death"),
        ("A nun testified on Monday that Kos stabbed the abbot.", "stabbed"),
        ("Kos shot two nuns, a prosecutor told jurors on Monday.", "shot two"),
        ("A video of the killing of a nun was shown at the trial.", "killing"),
        (
            "Prosecutors played the tape at the trial of two brothers accused of killing a nun.",
            "killing",
        ),
        ("The tribunal indicted three men over the bombing that killed a duke.", "killed"),
        ("The lawsuit says officers shot a baker.", "officers shot"),
        ("The defendants tortured a nun.", "tortured"),
        ("A court-martial acquitted the guard in the killing of two bakers.", "killing"),
    ],
)
def test_what_a_court_deals_with_is_old(text: str, words: str) -> None:
    """A verdict, a testimony, a trial or a suit tells of a deed long known."""
    assert not is_news(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kos was charged with murder on Monday after police found two nuns stabbed.", "stabbed"),
        ("Kos was arrested over the shooting of a nun.", "shooting of"),
        ("Riots broke out after a jury acquitted four guards.", "Riots"),
        ("Gunmen shot dead a judge outside the court.", "Gunmen shot"),
        ("A convicted thief stabbed a guard and fled.", "stabbed"),
        ("A judge sentenced a rebel, sparking clashes in which two bakers were killed.", "clashes"),
        ("Three months after the verdict gunmen killed the widow.", "gunmen killed"),
    ],
)
def test_what_follows_an_arrest_or_a_ruling_is_news(text: str, words: str) -> None:
    """A charge or an arrest follows a deed of the news; a ruling may lead to the next one."""
    assert is_news(text, words)
