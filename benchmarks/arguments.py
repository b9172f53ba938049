"""Measure who did what to whom on treebanks: ``python -m benchmarks.arguments FILE.conllu ...``.

A verb's subject, passive subject, object and "by" agent count if the head of the noun chunk is the
word that the treebank names; of a name of several words, any of them. Only the verbs of incidents,
or all verbs, are scored; where a treebank has no label for agents, they are left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from geo.language import grammar
from geo.language.almanac import words
from geo.language.chunks import Chunk, parse
from tools.treebank import Node, Tree, read

INCIDENTS = words(
    "kill wound injure arrest attack explode seize shoot detain bomb kidnap abduct murder "
    "assassinate ambush raid storm shell fire detonate burn torch destroy loot rob rape beat "
    "stab clash protest march block blockade occupy capture besiege hijack execute massacre "
    "behead torture evacuate disperse deploy surrender threaten"
)
"""45 verbs, chosen before anything was measured."""
RELATIONS = ("nsubj", "nsubj:pass", "obj", "obl:agent")

Fact = tuple[int, str, int]


def told_by_tree(tree: Tree) -> Iterator[Fact]:
    """Yield verb, relation and head of what the treebank says, as offsets."""
    for node in tree.nodes:
        verb = tree.nodes[node.head] if node.head >= 0 else None
        if verb is not None and node.relation in RELATIONS and verb.tag.startswith("VERB"):
            yield verb.start, node.relation, node.start


def inferred(tree: Tree, told: set[Fact]) -> Iterator[Fact]:
    """Yield what follows from it: subjects of coordinated verbs, nouns of reduced relatives."""
    for node in tree.nodes:
        head = tree.nodes[node.head] if node.head >= 0 else None
        if head is None or not node.tag.startswith("VERB"):
            continue
        own = {relation for verb, relation, _ in told if verb == node.start}
        if node.relation == "acl" and node.tag == "VERB:VBN" and not head.tag.startswith("VERB"):
            yield node.start, "nsubj:pass", head.start
        elif node.relation == "conj" and not own & {"nsubj", "nsubj:pass"}:
            shared = "nsubj:pass" if node.tag == "VERB:VBN" else "nsubj"
            for verb, relation, noun in told:
                if verb == head.start and relation in {"nsubj", "nsubj:pass"}:
                    yield node.start, relation if node.tag == head.tag else shared, noun


def found_by_patterns(tree: Tree) -> Iterator[Fact]:
    """Yield verb, relation and head of what the patterns find, as offsets."""
    told = parse(tree.text)
    for verb in told.groups:
        if not told.tags[verb.head].startswith("VERB"):
            continue
        at = told.at[verb.head][0]
        passive = grammar.is_passive(told, verb)
        rows: list[tuple[str, tuple[Chunk, ...]]] = []
        if verb.form in {"finite", "participle"}:
            rows.append(("nsubj:pass" if passive else "nsubj", grammar.subjects(told, verb)))
        if passive:
            rows.append(("obl:agent", grammar.agents(told, verb)))
        else:
            rows.append(("obj", grammar.objects(told, verb)))
        for relation, chunks in rows:
            for chunk in chunks[:1]:
                yield at, relation, told.at[chunk.head][0]


def heads(tree: Tree) -> dict[int, int]:
    """Map the words of a name and its flat parts onto the first of them."""
    found = {node.start: node.start for node in tree.nodes}
    for node in tree.nodes:
        if node.relation.startswith("flat") and node.head >= 0:
            found[node.start] = _top(tree, node)
    return found


def _top(tree: Tree, node: Node) -> int:
    while node.relation.startswith("flat") and node.head >= 0:
        node = tree.nodes[node.head]
    return node.start


def _said(tree: Tree, how: str, facts: set[Fact]) -> Iterator[str]:
    words = {node.start: node.word for node in tree.nodes}
    for verb, relation, noun in sorted(facts):
        yield f"    {how}: {relation} of {words.get(verb)} = {words.get(noun)}"


def main() -> None:
    """Print precision, recall and F1."""
    parser = argparse.ArgumentParser(description="Measure who did what to whom.")
    parser.add_argument("files", type=Path, nargs="+", help="treebanks in CoNLL-U")
    parser.add_argument("--all", action="store_true", help="all verbs, not those of incidents")
    parser.add_argument("--inferred", action="store_true", help="want what follows, too")
    parser.add_argument("--errors", type=int, default=0, help="show so many of what went wrong")
    told = parser.parse_args()
    right, wanted, given = Counter[str](), Counter[str](), Counter[str]()
    shown = 0
    for path in told.files:
        labelled = "obl:agent" in path.read_text("utf-8")
        for tree in read(path):
            name = heads(tree)
            basic = set(told_by_tree(tree))
            at = {n.start for n in tree.nodes if n.tag.startswith("VERB")}
            at &= {n.start for n in tree.nodes if told.all or n.lemma.lower() in INCIDENTS}
            given_by = {(v, r, name.get(h, h)) for v, r, h in found_by_patterns(tree) if v in at}
            gold = {(v, r, name[h]) for v, r, h in basic if v in at}
            more = {(v, r, name[h]) for v, r, h in inferred(tree, basic) if v in at}
            # What is inferred is no error to find; with --inferred it is one to miss.
            found = given_by if told.inferred else given_by - (more - gold)
            gold |= more if told.inferred else set()
            found = {fact for fact in found if labelled or fact[1] != "obl:agent"}
            wanted.update(r for _, r, _ in gold)
            given.update(r for _, r, _ in found)
            right.update(r for _, r, _ in gold & found)
            if gold != found and shown < told.errors:
                shown += 1
                print(tree.text, *_said(tree, "missed", gold - found), sep="\n    ")
                print(*_said(tree, "wrong", found - gold), sep="\n")
    for kind in (*RELATIONS, "all"):
        r, w, g = (c.total() if kind == "all" else c[kind] for c in (right, wanted, given))
        p, q = r / max(g, 1), r / max(w, 1)
        print(f"{kind:12} P {p:.3f} R {q:.3f} F {2 * p * q / max(p + q, 1e-9):.3f} n {w}")


if __name__ == "__main__":
    main()
