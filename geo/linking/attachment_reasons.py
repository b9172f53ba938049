"""Why a sentence puts a trigger on a place, and why not on another one, in words."""

from __future__ import annotations

from geo.linking.contenders import Contender, lists
from geo.linking.pairings import Pairing

__all__ = ["against", "why"]

_SAID = (
    ("house", "a hospital, a prison or a court there"),
    ("aside", "in a clause about somebody"),
    ("clause", "in another clause"),
    ("nclause", "in another clause"),
    ("h=", "'{head}' stands before it"),
    ("lh=", "'{head}' stands before it"),
    ("p", "'{governor}' before it puts it elsewhere"),
    ("gap", "farther from the words that tell of it"),
    ("d=", "farther from the words that tell of it"),
    ("kd=", "farther from the words that tell of it"),
    ("rank", "another is nearer"),
    ("onrival", "another deed is done there"),
    ("rnear", "another deed is nearer to it"),
    ("rivals", "another deed stands between"),
    ("report", "where somebody speaks"),
    ("hasfiner", "a finer place is named"),
    ("fin", "too coarse"),
    ("link", "it only says where another place is"),
    ("w", "the words beside it put it elsewhere"),
)
"""What a clue says that speaks against a place, by how it begins; the first row that fits."""


def why(pairing: Pairing, contender: Contender) -> str:
    """Say what binds the chosen place: its preposition, its verb, its nearness."""
    if pairing.hangs_on_trigger(contender):
        return f"'{pairing.field.word(pairing.first)}' is done to it"
    known = lists()
    if contender.governor in known.locative:
        return f"'{contender.governor}' stands before it"
    if contender.in_space:
        return "it says where by itself"
    if any(told == "in>" for told, _ in contender.links):
        return "the finest of the places named inside one another"
    return "the likeliest of those named" if len(pairing.field.contenders) > 1 else "named"


def against(contender: Contender, worst: str) -> str:
    """Say what spoke most against a contender, ``worst`` being the clue with the least weight."""
    said = next((said for group, said in _SAID if worst.startswith(group)), "less likely")
    if "{governor}" in said and not contender.governor.isalpha():
        return "no word puts it in space"
    return said.replace("{governor}", contender.governor).replace("{head}", contender.head)
