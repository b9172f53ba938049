"""Text in capitals is read like any other, and shown as it was written."""

import json
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.io.index import open_gazetteer
from geo.io.readings import record
from geo.language import casing
from geo.model import Article, Span
from geo.pipeline import Reader
from tools import train_casing

PROSE = (
    "Three policemen were killed on 3 May when gunmen attacked a post in Arequipa, Peru. "
    "Mayor Ana Torres said that the army had sent two battalions to the city of Juliaca. "
    "The rebels of the ELN may have fled to La Paz, the police said."
)
SHOUTED = PROSE.upper()


def shadowed(text: str) -> str:
    """Return a text as it is read."""
    return casing.shadow(Article("a", text)).text


def test_shouted_prose_gets_its_letters_back() -> None:
    """Names, initials, months and small words are written as in ordinary news."""
    assert shadowed(SHOUTED) == PROSE


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "POLICE CLASH WITH MINERS\n\n" + PROSE,
        "BELGRADE (AP) — " + PROSE,
        "",
        "1234567890 " * 40,
    ],
)
def test_ordinary_text_is_read_as_it_stands(text: str) -> None:
    """Headlines and datelines in capitals are no prose that shouts: the very same article."""
    article = Article("a", text)
    assert casing.shadow(article) is article


@settings(deadline=None)  # the first example loads the weights
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_the_shadow_differs_in_nothing_but_case(noise: str) -> None:
    """Every character stays at its offset, whatever stands between the shouted words."""
    text = f"{SHOUTED} {noise.upper()} ß ŉ İ {SHOUTED}"
    told = shadowed(text)
    assert len(told) == len(text)
    assert all(a == b or a.lower() == b.lower() for a, b in zip(told, text, strict=True))


def test_only_the_lines_that_shout_are_recased() -> None:
    """Prose beside a shouted passage keeps every letter."""
    text = f"The MoD wrote:\n\n{SHOUTED}\n\nThe iPhone of SgT. Kos was found."
    lines = shadowed(text).split("\n\n")
    assert lines == ["The MoD wrote:", PROSE, "The iPhone of SgT. Kos was found."]


def test_a_shadow_is_not_recased_again() -> None:
    """What was read once is the same when it is read twice."""
    read = casing.shadow(Article("a", SHOUTED))
    assert casing.shadow(read) is read


def test_what_is_found_is_that_of_ordinary_text_and_shown_as_written() -> None:
    """Kinds, places, days and counts agree; quotes, names and reasons keep their capitals."""
    reader = Reader(open_gazetteer())
    kinds = reader.lexicon.kinds
    plain, loud = (record(reader.read(Article("a", t)), kinds) for t in (PROSE, SHOUTED))
    for one in (plain, loud):  # ids, which order them, hang on the text
        one["incidents"].sort(key=lambda incident: incident["trigger"]["start"])
    for field in ("type", "place", "killed", "trigger"):
        assert [i[field] for i in loud["incidents"]] == [i[field] for i in plain["incidents"]]
    assert len([i for i in loud["incidents"] if i["status"] == "occurred"]) == 2
    assert [p["name"] for p in loud["places"]] == [p["name"].upper() for p in plain["places"]]
    assert [d["value"] for d in loud["dates"]] == [d["value"] for d in plain["dates"]]
    for report in reader.read(Article("a", SHOUTED)).reports:
        assert report.quote in SHOUTED
        assert report.because[0] == f"'{report.trigger.of(SHOUTED)}'"


def test_ids_hang_on_what_was_written() -> None:
    """The hash of an article is that of its own text, however it is read."""
    article = Article("a", SHOUTED, title="MINERS KILLED")
    assert casing.shadow(article).content_hash == article.content_hash


def test_a_name_that_nobody_knows_is_one_everywhere() -> None:
    """A word is raised where it could be small if it stands elsewhere as a name."""
    text = "SENATOR PEDRO ZUNQUIRA WAS SHOT IN LIMA. POLICE SAID ZUNQUIRA DIED. " * 3
    assert "zunquira" not in shadowed(text)


def test_the_card_states_what_was_measured() -> None:
    """On corpora held out, upper-cased: nineteen of twenty words are written right."""
    text = resources.files("geo").joinpath("models", casing.CARD).read_text("utf-8")
    held = json.loads(text)["held out"]
    assert {"ewt_test", "gum_open_test", "pud_test"} <= set(held)
    assert all(one["accuracy"] >= 0.94 and one["capitals F1"] >= 0.72 for one in held.values())


def test_the_clues_are_those_that_the_weights_were_trained_with() -> None:
    """A change of the code that moves them needs new weights (``python -m tools.train_casing``)."""
    text = resources.files("geo").joinpath("models", casing.CARD).read_text("utf-8")
    assert json.loads(text)["probe"] == train_casing.probe(casing.default_recaser().known)


def test_loud_stretches_are_whole_lines() -> None:
    """A stretch begins with its first line and ends with its last, blank lines between them."""
    text = f"Quiet.\n{SHOUTED}\n\n{SHOUTED}\nQuiet again."
    [span] = casing.loud(text)
    assert span.of(text) == f"{SHOUTED}\n\n{SHOUTED}"
    assert casing.loud(text[: span.start]) == ()
    assert isinstance(span, Span)
