"""Read treebanks in CoNLL-U, and lay our own tokens over them."""

# ruff: noqa: INP001 - a script, no package
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geo.language.text import bounds

__all__ = ["Node", "Tree", "read"]

_VERBAL = frozenset({"VERB", "AUX"})
_FORMS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_NAMES = frozenset({"NNP", "NNPS"})
_OTHERWISE = {"JJ": "ADJ", "NN": "NOUN", "NNS": "NOUN", "IN": "ADP"}
"""What the few verbs are whose Penn tag is no verb's ("United" in a name is dealt with before)."""
_CLITICS = frozenset(
    {"n't", "n’t", "'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m"}
)
_SPLIT = {("can", "not"), ("gon", "na"), ("wan", "na"), ("got", "ta")}


@dataclass(frozen=True, slots=True)
class Node:
    """A word of a treebank: ``head`` counts words from 0, -1 is the root."""

    word: str
    lemma: str
    tag: str
    head: int
    relation: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence, its text written as people write it, and its words."""

    text: str
    nodes: tuple[Node, ...]

    def ours(self) -> list[tuple[int, int]]:
        """Return where the tokens of ``geo.language.text`` begin and end."""
        return bounds(self.text, 0, len(self.text))

    def tagged(self) -> tuple[list[str], list[str]]:
        """Return our tokens and, for each, the tag of the word that it begins in."""
        words, tags, at = [], [], 0
        for start, end in self.ours():
            while self.nodes[at].end <= start:
                at += 1
            word = self.text[start:end]
            words.append(word)
            whole = self.nodes[at].end - self.nodes[at].start == end - start
            mark = not whole and not any(letter.isalnum() for letter in word)
            tags.append("PUNCT" if mark else self.nodes[at].tag)
        return words, tags


def read(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a file."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdecimal()]
        rows = [row for row in rows if row[0].isdecimal()]
        if rows:
            yield _tree(rows)


def _tree(rows: list[list[str]]) -> Tree:
    text, nodes, before, spaced = "", [], "", False
    for row in rows:
        word = row[1].replace(" ", "\u00a0")
        glued = word.lower() in _CLITICS or (before.lower(), word.lower()) in _SPLIT
        text += " " if spaced and not glued else ""
        end = len(text) + len(word)
        nodes.append(Node(word, row[2], _tag(*row[3:5]), int(row[6]) - 1, row[7], len(text), end))
        text += word
        before, spaced = word, "SpaceAfter=No" not in row[9]
    return Tree(text, tuple(nodes))


def _tag(universal: str, penn: str) -> str:
    """Return the tag that ``geo.language.pos`` gives: names whole, verbs with their form."""
    if penn in _NAMES:
        return "PROPN"
    if universal not in _VERBAL:
        return universal
    return f"{universal}:{penn}" if penn in _FORMS else _OTHERWISE.get(penn, "X")
