"""The tagger of names."""

import json
import subprocess
import sys
import zlib
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import ModelError
from geo.language import modelcards, tagger
from geo.language.tagger import default_tagger

ROOT = Path(__file__).parents[2]
LABELS = ("O", "B-LOC", "I-LOC", "B-PER", "I-PER")
# Texts of our own: what a recogniser can learn from a page.
SENTENCES = (
    "In/O Galdor/LOC farmers/O met/O Ana/PER Kos/PER ./O",
    "Police/O in/O Tolmen/LOC arrested/O Petar/PER Holm/PER ./O",
    "Ana/PER Holm/PER left/O Old/LOC Ulver/LOC for/O Galdor/LOC ./O",
    "The/O mayor/O of/O Tolmen/LOC ,/O Ana/PER Varn/PER ,/O spoke/O ./O",
) * 6


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Two men were shot in Maseru on Friday.", "LOC", "Maseru"),
        ("President Ellen Moyo arrived.", "PER", "Ellen Moyo"),
        ("The World Health Organization met.", "ORG", "World Health Organization"),
        ("Norwegian troops left.", "NORP", "Norwegian"),
        ("FLOODS HIT NAIROBI AND MOMBASA", "LOC", "NAIROBI"),
        ("A soldier was killed in the southern province of Kandahar.", "LOC", "Kandahar"),
    ],
)
def test_names_are_told_apart(text: str, label: str, name: str) -> None:
    """Places, people, bodies and peoples each have their label, in headlines too."""
    found = {tag.span.of(text): tag.label for tag in default_tagger().tag(text)}
    assert found.get(name) == label


@settings(deadline=None)  # the first example may load tables
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_tags_are_sorted_and_apart_in_any_text(text: str) -> None:
    """Whatever the text is, tags stand on its characters, in order, not overlapping."""
    tags = default_tagger().tag(text)
    ends = [0, *(tag.span.end for tag in tags)]
    assert all(end <= tag.span.start < tag.span.end for end, tag in zip(ends, tags, strict=False))
    assert all(tag.span.of(text).strip() for tag in tags)


@given(st.lists(st.sampled_from(LABELS)))
def test_spans_cover_every_labelled_token_once(labels: list[str]) -> None:
    """A stretch begins at B, or at an I that continues nothing; O is in none."""
    covered = [at for first, last, _ in tagger.spans(labels) for at in range(first, last)]
    assert covered == [at for at, label in enumerate(labels) if label != "O"]


def test_the_first_of_two_surnames_is_one() -> None:
    """What stands between a first name and the last word is a surname, if it is no first name."""
    tagger = default_tagger()
    assert set(tagger.surnames("luis tordes galvora", {"luis"})) == {"tordes", "galvora"}
    assert set(tagger.surnames("luis pablo galvora", {"luis", "pablo"})) == {"galvora"}


def test_a_model_of_another_version_is_refused() -> None:
    """The card's format must be the one that this version reads."""
    with pytest.raises(ModelError, match="format 0"):
        modelcards.check(tagger.CARD, {"format": 0, "files": {}}, (), tagger.FORMAT)


def test_files_that_the_card_does_not_name_are_refused() -> None:
    """A truncated or foreign file has another hash."""
    with pytest.raises(ModelError, match=tagger.WEIGHTS):
        modelcards.check(
            tagger.CARD,
            {"format": tagger.FORMAT, "files": {}},
            [(tagger.WEIGHTS, b"rubbish")],
            tagger.FORMAT,
        )


def test_the_card_names_every_file_of_the_model() -> None:
    """Each file is named by a card; those of the tagger are those that were trained together."""
    folder = resources.files("geo").joinpath("models")
    card = json.loads(folder.joinpath(tagger.CARD).read_text("utf-8"))
    paths = list(Path(str(folder)).iterdir())
    told = {
        path.name: json.loads(path.read_text("utf-8")) for path in paths if path.suffix == ".json"
    }
    named = {name for one in told.values() for name in one.get("files", ())}
    assert {path.name for path in paths} == {*named, *told, "README.md"}
    files = ((name, folder.joinpath(name).read_bytes()) for name in card["files"])
    modelcards.check(tagger.CARD, card, files, tagger.FORMAT)


def test_the_clues_are_those_that_the_weights_were_trained_with() -> None:
    """A change of tokens, folding or clues needs new weights: ``CONTRIBUTING.md`` says how."""
    from tools.train_recogniser import probed

    card = json.loads(resources.files("geo").joinpath("models", tagger.CARD).read_text("utf-8"))
    known = default_tagger()
    assert probed(known.names, known.first_names) == card["probe"]


def test_the_models_fit_their_budget() -> None:
    """All of them together take at most 15 MB in the wheel; a third of it is left."""
    folder = Path(str(resources.files("geo").joinpath("models")))
    packed = sum(len(zlib.compress(path.read_bytes())) for path in folder.iterdir())
    assert packed < 10_000_000


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    """The same corpora and names give the same weights, in another process too."""
    corpora = tmp_path / "corpora"
    corpora.mkdir()
    _write(corpora)
    for run in ("one", "two"):
        out = tmp_path / run
        out.mkdir()
        (out / "names.z").write_bytes(
            resources.files("geo").joinpath("models/names.z").read_bytes()
        )
        subprocess.run(
            [sys.executable, "-m", "tools.train_recogniser", str(corpora), "--keep-names",
             "--output", str(out)],
            check=True, cwd=ROOT,
        )  # fmt: skip
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert tagger.WEIGHTS in names
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def _write(folder: Path) -> None:
    """Write the corpora that the script wants, each with sentences of our own."""
    from tools.train_recogniser import BY_HAND, BY_MACHINE

    rows = []
    for sentence in SENTENCES:
        before = "O"
        for pair in sentence.split():
            word, label = pair.rsplit("/", 1)
            told = label if label == "O" else ("I-" if label == before else "B-") + label
            rows.append(f"{word}\t{told}")
            before = label
        rows.append("")
    for name in (*BY_HAND, BY_MACHINE):
        (folder / f"{name}.conll").write_text("\n".join(rows) + "\n", "utf-8")


def test_a_small_article_is_read_as_a_capital_one() -> None:
    """Whether news writes "el-Fasher" or "El-Fasher" says nothing on what it is."""
    said = "Shells hit a market in {} on Monday."
    small, large = (said.format(name) for name in ("el-Fasher", "El-Fasher"))
    assert default_tagger().tag(small) == default_tagger().tag(large)


def test_co_before_a_name_is_a_county() -> None:
    """It would look like a company otherwise: "Birr, Co Offaly"."""
    text = "A convent outside Nenagh, Co Tipperary, was badly damaged in the small hours."
    assert [tag.label for tag in default_tagger().tag(text)] == ["LOC", "LOC"]


def test_a_headline_names_its_last_word_as_a_sentence_does() -> None:
    """Where no full stop is, one is thought of: the sentences learned from end with one."""
    for text in ("Rebels capture Maseru", "Rebels capture Maseru."):
        found = [(tag.label, tag.span.of(text)) for tag in default_tagger().tag(text)]
        assert found == [("LOC", "Maseru")]


def test_a_dash_that_stands_alone_parts_two_names() -> None:
    """The town of a dateline is not that which opens the sentence."""
    text = "NAIROBI - Nairobi was calm on Monday."
    assert [tag.span.of(text) for tag in default_tagger().tag(text)] == ["NAIROBI", "Nairobi"]


@pytest.mark.parametrize(
    ("said", "town"),
    [
        ("Rebels attacked a bridge in San Pedro Orvapan on Tuesday.", "San Pedro Orvapan"),
        ("Rebels attacked a bridge in Santa Maria Tolmena on Tuesday.", "Santa Maria Tolmena"),
    ],
)
def test_the_town_of_a_saint_is_whole(said: str, town: str) -> None:
    """What the tagger does not know behind a saint is no person: half a name lies elsewhere."""
    assert town in [tag.span.of(said) for tag in default_tagger().tag(said)]


def test_whoever_speaks_behind_the_town_of_a_saint_is_no_part_of_it() -> None:
    """A first name begins a person."""
    said = "In San Pedro Maria Keller said that the road was open."
    assert ("PER", "Maria Keller") in [
        (t.label, t.span.of(said)) for t in default_tagger().tag(said)
    ]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("In Petite-Rivière de l'Orva, gangs killed nine.", "Petite-Rivière de l'Orva"),
        ("In Saint-Jean d’Orva, two men died.", "Saint-Jean d’Orva"),
        ("In Villeneuve d'Ascq two men died.", "Villeneuve d'Ascq"),
    ],
)
def test_a_name_goes_on_over_an_elided_article(said: str, name: str) -> None:
    """A small letter before an apostrophe ends no name, and none ends with "de"."""
    assert default_tagger().tag(said)[0].span.of(said) == name
