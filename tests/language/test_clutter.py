"""Page furniture is marked, prose is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.language import clutter
from geo.model import Span
from tests.stopwatch import cpu_seconds


def marked(text: str) -> list[tuple[str, str]]:
    """Show what was found as pairs of kind and words."""
    return [(part.kind, part.span.of(text)) for part in clutter.find(text)]


def test_a_list_of_films_is_furniture() -> None:
    """Two lines that begin with a length are a list; one with an hour is prose."""
    films = "0:48 Zoo bear shot with a dart\n1:12 Mayor resigns\n\nTwo men were shot."
    assert {words for _, words in marked(films)} == {
        "0:48 Zoo bear shot with a dart",
        "1:12 Mayor resigns",
    }
    assert not marked("9:15 p.m. update: A woman was shot.\n\n9:40 p.m. Two men were shot.")
    assert not marked("9:40 Two men shot\n\n10:15 Tolmen: calm returns\n\n9:15 Good morning")
    assert not marked("9:40 Two men were shot.\n\n9:15 The road to Tolmen is shut.")


PROSE = "Farmers blocked the road to Tolmen on Monday."


@pytest.mark.parametrize(
    "links",
    [
        "Related News\n• Bomb kills nine in Kabul\n• Police arrest nine in Lokoja",
        "YOU MAY ALSO LIKE:\n\nBomb kills nine in Kabul\n\nHow we escaped the war",
        "More from this section\nMuseum wins grant\nTeen stabbed at bus stop",
        "TOP STORIES\n1. Man shot dead in Leeds\n2. Bomb scare closes Tolmen station",
        "list of 2 items\nlist 1 of 2\nStrike kills 12 in Rafah.\nlist 2 of 2\nWar\nend of list",
    ],
)
def test_a_list_of_links_is_furniture_as_long_as_no_line_is_a_sentence(links: str) -> None:
    """The prose before and behind is not."""
    text = f"{PROSE}\n\n{links}\n\nThe blockade ended at noon."
    assert [words for kind, words in marked(text) if kind == "read more"] == [links]


@pytest.mark.parametrize(
    "link", ["[Read more: Gunmen attack church in Owo]", "(READ ALSO: It fell)"]
)
def test_a_link_in_brackets_is_furniture_inside_a_paragraph(link: str) -> None:
    """What stands around it is prose."""
    assert ("read more", link) in marked(f"{PROSE} {link} The blockade ended at noon.")


@pytest.mark.parametrize(
    "text",
    [
        "Top stories\nMan shot dead in Leeds\nBomb scare closes Tolmen station",
        f"{PROSE}\n\nLatest news\n\nTwo more men were shot in Tolmen, police said.",
        f"{PROSE}\n\nRelated to this, two men were shot",
    ],
)
def test_the_items_of_a_digest_are_no_links(text: str) -> None:
    """A digest opens with its head, and its items are sentences."""
    assert not [words for _, words in marked(text) if "shot" in words]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share", "share bar"),
        ("Comment on this story Comment 3 Gift Article Share", "share bar"),
        ("date 2021-04-05 Comment on this story Gift Article Share", "share bar"),
        ("Facebook Twitter WhatsApp Email", "share bar"),
        ("ADVERTISEMENT", "advert"),
        ("— Story continues below advertisement —", "advert"),
        ("We use cookies to give you the best experience on our website.", "advert"),
        ("Sign up for our weekly newsletter on the war in Sudan.", "newsletter"),
        ("Follow us on Telegram and Facebook", "newsletter"),
        ("Download the Valley News app for alerts from Lyon.", "newsletter"),
        ("Read more: Ten killed as bridge falls in Genoa", "read more"),
        ("ALSO READ Peace talks open in Geneva", "read more"),
        ("* See also: What we know about the Tirana protest", "read more"),
        ("Click here to read the original in French.", "read more"),
        ("By Jane Doe and Ion Popescu in Bucharest", "byline"),
        ("By Reuters Staff", "byline"),
        ("Reporting by Jane Doe; Editing by John Roe", "byline"),
        ("Jane Doe in Cairo and Ion Popescu contributed to this report.", "byline"),
        ("(Reporting by Jane Doe in Paris; Writing by J. Roe)", "byline"),
        ("© 2020 The Daily Planet", "copyright"),
        ("Copyright 2020 The Daily Planet. All rights reserved.", "copyright"),
        ("This material may not be published, broadcast or rewritten.", "copyright"),
        ("Photo: Jane Doe/AFP", "photo credit"),
        ("AP Photo/Jane Doe, File", "photo credit"),
        ("Note: An earlier version of this story said that two were killed.", "correction"),
        ("AFP", "agency"),
        ("Source: Tanjug", "agency"),
    ],
)
def test_a_line_of_furniture_is_marked_whole(line: str, kind: str) -> None:
    """A line that only the page says is furniture, from its first word to its last."""
    text = f"Police shut the road.\n\n{line}\n\nNobody was hurt in the village."
    found = marked(text)
    assert [one for one, _ in found] == [kind]
    assert found[0][1].strip("—* ") == line.strip("—* ")


@pytest.mark.parametrize(
    "prose",
    [
        "Protesters read more than 100 names of the missing.",
        "He was asked to share the blame.",
        "Share prices fell in Athens after the attack.",
        "Comment on this story was forbidden, the editor said.",
        "Sign up for the army, the mayor told young men in Split.",
        "Follow us, the soldiers shouted to the villagers.",
        "Advertisement revenue fell when the road was blocked.",
        "By Tuesday evening the barricades in Rudare had gone.",
        "By Jane Doe's account, soldiers fired first.",
        "Reporting by foreign media has been restricted.",
        "All rights reserved for the minority must be kept, he said.",
        "She holds the copyright to the film.",
        "Reuters reported that a bomb went off in Kabul.",
        "The email was sent to the app's makers, according to AP.",
        "The storm contributed to this winter's power cuts.",
        "Photo shops in the old town were looted.",
        "Police/army patrols and AND/OR rules, RFE/RL confirmed.",
        "The west bank of the Ibar was closed; see also the map on page two.",
        "Subscribe to his view of the war or not, it drew crowds in Nis.",
        "Related disputes closed two more crossings.",
        "Get the wounded out through Merdare, the order said.",
    ],
)
def test_prose_is_left_alone(prose: str) -> None:
    """Words that pages use are prose when they stand in a sentence about something."""
    assert marked(f"{prose} Two people were hurt.\n\nThe mayor left.\n{prose}") == []


def test_an_advert_inside_a_paragraph_is_marked_alone() -> None:
    """Between two sentences of an article, the advert is furniture and they are not."""
    advert = "Are you on Viber? Join our channel for news from Gaza."
    text = f"LIMA, Peru — Police fired tear gas. {advert} ArrowRight The crowd left Cusco."
    assert marked(text) == [("newsletter", advert), ("advert", "ArrowRight")]


def test_a_share_bar_glued_to_the_text_ends_where_the_text_begins() -> None:
    """Where a line break was lost, the dateline behind the buttons stays unmarked."""
    text = "Comment on this story Comment Gift Article Share LIMA, Peru — Miners blocked a road."
    assert marked(text) == [("share bar", "Comment on this story Comment Gift Article Share")]


@pytest.mark.parametrize(
    ("credit", "marks"),
    [
        ("REUTERS/Jane Doe", "REUTERS/Jane Doe"),
        ("(AP Photo/Jane Doe)", "(AP Photo/Jane Doe)"),
        ("Jane van der Doe/AFP via Getty Images", "Jane van der Doe/AFP via Getty Images"),
        ("EPA-EFE/JANE DOE", "EPA-EFE/JANE DOE"),
        ("REUTERS/Jane Doe/File Photo", "REUTERS/Jane Doe/File Photo"),
        ("(Photo: City Police Department)", "(Photo: City Police Department)"),
        ("Photo by Jane Doe", "Photo by Jane Doe"),
    ],
)
def test_of_a_caption_only_the_credit_is_marked(credit: str, marks: str) -> None:
    """The caption says what happened and where; the credit says only who took it."""
    text = (
        f"Soldiers guard a bridge in Mostar, May 3, 2015. {credit}\n\nMOSTAR, Bosnia - They left."
    )
    assert marked(text) == [("photo credit", marks)]


def test_a_credit_does_not_swallow_the_words_behind_it() -> None:
    """Prose that goes on after the photographer's name is prose."""
    text = "Soldiers guard a bridge. REUTERS/Jane Doe Serbs in the north blocked roads."
    assert marked(text) == [("photo credit", "REUTERS/Jane Doe")]


def test_a_headline_behind_read_more_ends_with_its_line() -> None:
    """The label takes the link along and stops before the article goes on."""
    text = "Police came.\nREAD MORE: Riot in Oslo\nThey shut the bridge in Bergen."
    assert marked(text) == [("read more", "READ MORE: Riot in Oslo")]


def test_an_agency_signs_alone() -> None:
    """An agency's name is furniture as a line of its own and in a dateline, not in a sentence."""
    text = "CAIRO (AP) — Crowds met. The Reuters office was shut.\nReuters"
    assert marked(text) == [("agency", "(AP)"), ("agency", "Reuters")]


def test_a_text_in_capitals_has_no_bylines() -> None:
    """Where everything is in capitals, capitals tell no names."""
    assert marked("THE BRIDGE WAS SHUT\nBY ARMY HELICOPTERS IN THE NORTH.\nNOBODY DIED.") == []


PIECES = st.sampled_from(
    [
        *("Share", "Read more: ", "\n", "REUTERS/", "Jane Doe", "(Reporting by ", ")", " ", ". "),
        *("Gift Article", "Photo: ", "AP", "2023", "All rights reserved", "By ", "•", "\u2028"),
        *("\r\n", "Follow us on Telegram", "©", "\x1c"),
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join)))
def test_spans_are_sorted_apart_and_inside_the_text(text: str) -> None:
    """Whatever the text, every mark lies in it, holds something, and overlaps no other."""
    found = [part.span for part in clutter.find(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "piece", ["Share\n", "(Reporting by ", "© ", "REUTERS/", " ", "A-", "READ MORE: ", "A. "]
)
def test_the_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    """Eight times the text takes far less than the sixty-four times of a quadratic search."""
    short, long = (piece * (size // len(piece)) for size in (20_000, 160_000))
    clutter.find(short)
    taken = cpu_seconds(lambda: clutter.find(short))
    assert cpu_seconds(lambda: clutter.find(long)) < 30 * taken + 0.05


def test_a_label_of_the_desk_makes_no_furniture_of_its_sentence() -> None:
    """Monitors put "[Text]" before what others said; a credit behind it spoils nothing either."""
    text = "[Text] Rebels shelled Tolmen. REUTERS/Jane Doe"
    parts = clutter.find(text)
    assert not clutter.is_in(parts, Span(0, text.index(" REUTERS")))
    assert clutter.is_in(parts, Span(1, 5))
    assert not clutter.is_in(parts, Span(0, len(text)))
    assert clutter.is_in(parts, Span(text.index("REUTERS"), len(text)))
