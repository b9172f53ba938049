"""The tagger of parts of speech, and the treebanks that it learns from."""

import json
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import ModelError
from geo.language import modelcards, pos
from geo.language.pos import default_pos

ROOT = Path(__file__).parents[2]
# A page of our own to learn from.
PAGE = """\
1	They	they	PRON	PRP	_	2	nsubj	_	_
2	can	can	AUX	MD	_	4	aux	_	_
3	not	not	PART	RB	_	4	advmod	_	_
4	leave	leave	VERB	VB	_	0	root	_	_
5	Galdor	Galdor	PROPN	NNP	_	4	obj	_	SpaceAfter=No
6	.	.	PUNCT	.	_	4	punct	_	_

"""


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("Gunmen killed two officers .", "NOUN VERB:VBD NUM NOUN PUNCT"),
        ("Two officers were killed by gunmen .", "NUM NOUN AUX:VBD VERB:VBN ADP NOUN PUNCT"),
        ("GUNMEN KILLED TWO OFFICERS .", "NOUN VERB:VBD NUM NOUN PUNCT"),
        ("police may attack the village", "NOUN AUX:MD VERB:VB DET NOUN"),
    ],
)
def test_verbs_are_told_by_their_form(words: str, tags: str) -> None:
    """Past tense and participle differ by what stands around them, in headlines too."""
    assert default_pos().tags(words.split()) == tags.split()


@settings(deadline=None)  # the first example may load tables
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Z"]), min_size=1), max_size=30))
def test_every_token_gets_a_tag(words: list[str]) -> None:
    """Whatever the words are, there are as many tags."""
    assert len(default_pos().tags(words)) == len(words)


def test_weights_of_another_version_are_refused() -> None:
    """The card's format must be the one that this version reads."""
    with pytest.raises(ModelError, match="format 0"):
        modelcards.check(pos.CARD, {"format": 0}, (), pos.FORMAT)


def test_weights_that_the_card_does_not_name_are_refused() -> None:
    """A truncated or foreign file has another hash."""
    with pytest.raises(ModelError, match=pos.WEIGHTS):
        modelcards.check(
            pos.CARD, {"format": pos.FORMAT, "files": {}}, [(pos.WEIGHTS, b"rubbish")], pos.FORMAT
        )


def test_the_clues_are_those_that_the_weights_were_trained_with() -> None:
    """A change of tokens or clues needs new weights: ``tools.train_pos`` makes them."""
    from tools.train_pos import probed

    folder = resources.files("geo").joinpath("models")
    card = json.loads(folder.joinpath(pos.CARD).read_text("utf-8"))
    known = frozenset(folder.joinpath(pos.FREQUENT).read_text("utf-8").split())
    assert probed(known) == card["probe"]


def test_our_tokens_take_the_tags_of_the_words_that_they_begin_in(tmp_path: Path) -> None:
    """A treebank parts "cannot" in two, we do not; its text is written as people write it."""
    from tools.treebank import read

    (tmp_path / "a.conllu").write_text(PAGE, "utf-8")
    (tree,) = read(tmp_path / "a.conllu")
    assert tree.text == "They cannot leave Galdor."
    tags = ["PRON", "AUX:MD", "VERB:VB", "PROPN", "PUNCT"]
    assert tree.tagged() == (["They", "cannot", "leave", "Galdor", "."], tags)


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    """The same treebanks give the same weights and the same card, in another process too."""
    from tools.train_pos import MEASURED_ON, TRAINED_ON

    for name in (*TRAINED_ON, *MEASURED_ON):
        (tmp_path / f"{name}.conllu").write_text(PAGE * 20, "utf-8")
    for run in ("one", "two"):
        (tmp_path / run).mkdir()
        subprocess.run(
            [sys.executable, "-m", "tools.train_pos", str(tmp_path), "--output",
             str(tmp_path / run)],
            check=True, cwd=ROOT,
        )  # fmt: skip
    for name in (pos.WEIGHTS, pos.FREQUENT, pos.CARD):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
