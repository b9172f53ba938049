from __future__ import annotations

import pytest

from geo.model import Span
from geo.temporal import tense


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("They will meet on [Monday].", "future"),
        ("They met on [Monday], he said.", "past"),
        ("They were held on [Monday].", "past"),
        ("The closing, which is expected in [December], is near.", "future"),
        ("The group could leave as soon as [Monday].", "future"),
        ("A slated visit in [May] was called off.", "future"),
        ("The vote was planned for early [May].", "future"),
        ("Unions called for a strike on [Monday].", "future"),
        ("The drivers have called a strike for [Monday].", "future"),
        ("All five victims of a [Monday] shooting are expected to live.", "past"),
        ("A calm [Monday] in the valley.", ""),
        ("Farmers blocked the bridge until [Monday].", "past"),
        ("Farmers will have blocked the bridge until [Monday].", "future"),
        ("The bridge is closed until [Monday].", "future"),
        ("Holding them up on [Monday] until further notice.", ""),
        ("The strike would begin on [Monday].", "future"),
        ("The group might meet on [Monday].", "future"),
        ("Lorries could not cross on [Monday].", ""),
        ("Farmers could hear shots on [Monday].", ""),
        ("Smoke could be seen on [Monday].", ""),
        ("The men might have fled on [Monday].", "past"),
        ("Farmers used about 40 carts to block a road on [Monday].", "past"),
        ("Farmers are about to block a road on [Monday].", "future"),
        ("In what might be a record, [Monday] brought rain.", ""),
    ],
)
def test_the_nearest_cue_says_what_lies_ahead(told: str, wanted: str) -> None:
    """What is awaited or called for comes; what is told is past; else nothing is said."""
    start, end = told.index("["), told.index("]") - 1
    text = told.replace("[", "").replace("]", "")
    assert tense.of(text, Span(0, len(text)), Span(start, end)) == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("The rally will be held on [Monday].", "future"),
        ("The march is to be held in Tolmen on [Saturday].", "future"),
        ("Two marches, to be led by a priest on [Saturday], were banned.", "future"),
        ("He ordered that the man be held until [Friday].", "future"),
        ("The envoy would still be received at the fort on [4 April].", "future"),
        ("They vowed to march on [Monday].", "future"),
        ("They failed to march on [Monday].", "past"),
        ("They urged people to stay at home on [Friday].", "open"),
        ("Officers were called to break up a brawl on [Sunday].", "past"),
        ("The driver was ordered to stop on [Sunday] and was shot.", "past"),
        ("The council voted to close the road on [Sunday].", "past"),
        ("Rebels take the fort on [Sunday].", ""),
        ("A bomb goes off in a market on [Sunday].", ""),
        ("Gunmen hold up a bank on [Monday].", ""),
        ("Protesters take to the streets on [Sunday].", ""),
        ("The vote takes place on [Sunday].", "open"),
        ("They go on trial on [Monday].", "open"),
        ("He is meeting the envoy on [Monday].", "open"),
        ("The man was to be deported on [Friday].", "open"),
        ("They were planning to block the bridge on [Monday].", "future"),
        ("The council has decided to admit them in [May].", "open"),
        ("Police have scheduled a news conference [Thursday].", "future"),
        ("He is due back in court [Friday].", "future"),
        ("The funeral is on [Saturday].", "future"),
        ("The strike begins on [Saturday].", "open"),
        ("Farmers torch tyres in Tolmen on [Saturday].", ""),
        ("He is being held on a charge of fraud on [Thursday].", ""),
        ("The mayor said that on [Monday] the court will rule.", "future"),
        ("As of [Tuesday], he was awaiting his trial.", "past"),
        ("Until [Thursday], they had not named the man.", "past"),
        ("He is accused of robbing a shop on [Saturday].", "past"),
        ("They will rest after meeting the envoy on [Monday].", "past"),
        ("He faces charges in a stabbing on [Friday].", "past"),
        ("Inmates set fire to a hall on [Friday].", "past"),
        ("A man will stand trial charged with killing two on [Friday].", "past"),
        ("On [Friday], men who will be tried in May killed six people.", "past"),
        ("He is to be charged in the stabbing of two men in Holm on [Friday].", "past"),
        ("Roads were shut ahead of a march on [Saturday].", "open"),
        ("The men could not be reached on [Saturday].", ""),
        ("The road must be cleared by [30 June].", "future"),
        ("He is to visit Holm, where guards beat a man on [Friday].", "past"),
        ("He has promised to come; guards beat a man on [Friday].", "past"),
    ],
)
def test_the_verb_of_a_date_says_where_it_lies(told: str, wanted: str) -> None:
    """Auxiliaries and governors count, not the nearest participle: "will be held" is to come."""
    start, end = told.index("["), told.index("]") - 1
    text = told.replace("[", "").replace("]", "")
    assert tense.of(text, Span(0, len(text)), Span(start, end)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("They may soon leave.", True), ("They will leave soon.", True), ("It soon fell.", False)],
)
def test_soon_looks_ahead_only_in_a_plan(text: str, wanted: bool) -> None:  # noqa: FBT001
    """In a tale "soon" is a matter of time passed."""
    at = text.index("soon")
    assert tense.is_awaited_soon(text, Span(0, len(text)), Span(at, at + 4)) is wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("Police will investigate the killing of two nuns on [Monday].", "past"),
        ("They want to clarify [Monday]'s murder of two nuns.", "past"),
        ("Police will investigate the price of maize on [Monday].", "future"),
        ("They will discuss a strike on [Monday].", "future"),
    ],
)
def test_what_somebody_reacts_to_is_done(told: str, wanted: str) -> None:
    """A deed that will be investigated lies behind; no deed, or one only talked of, does not."""
    start, end = told.index("["), told.index("]") - 1
    text = told.replace("[", "").replace("]", "")
    assert tense.of(text, Span(0, len(text)), Span(start, end)) == wanted
