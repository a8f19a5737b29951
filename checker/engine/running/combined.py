"""Questions built on others: all of them, exactly one of them, so many values of which one is true."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from checker.engine.program.model import Literal, Program, Question
from checker.engine.running.marks import NONE, Marks, Nodes
from checker.engine.running.reach import NOWHERE, Reach

Lists = dict[int, Nodes]
"""For each question that lists any node: those of which it is true, or false where it lists those."""


def combine(program: Program, numbers: list[int], lists: Lists, reach: Mapping[int, Reach], marks: Marks) -> None:
    """Adds the lists of questions, each after those that it is built on."""
    for number in numbers:
        question = program.questions[number - 1]
        if question.kind == "and":
            found = _all(program, question, lists, marks)
        elif question.kind == "xone":
            found = _exactly_one(program, question, lists)
        else:
            found = _at_least(program, question, lists, reach.get(question.path, NOWHERE), marks)
        if len(found):
            lists[number] = found


def _all(program: Program, question: Question, lists: Lists, marks: Marks) -> Nodes:
    """Where some part lists its truth: the nodes of the shortest such list that are in all of them and in none of the
    rest. Else any node in a part."""
    there, amiss = _parts(program, question.children, lists)
    if not there:
        return marks.either(amiss)
    there.sort(key=len)
    found = there[0]
    for wanted, others in ((True, there[1:]), (False, amiss)):
        for part in others:
            if not len(found):
                return found
            if len(part) or wanted:
                found = found[marks.within(found, part, wanted)]
    return found


def _exactly_one(program: Program, question: Question, lists: Lists) -> Nodes:
    """A node in no list has as many true parts as there are parts that list where they are false."""
    there, amiss = _parts(program, question.children, lists)
    nodes, places = np.unique(np.concatenate((*there, *amiss)), return_inverse=True)
    signs = np.repeat((1.0, -1.0), (sum(map(len, there)), sum(map(len, amiss))))
    true = np.bincount(places, signs, minlength=len(nodes)).astype(np.int64) + len(amiss)
    found: Nodes = nodes[(true == 1) == (len(amiss) != 1)]
    return found


def _at_least(program: Program, question: Question, lists: Lists, reach: Reach, marks: Marks) -> Nodes:
    """Counts values in the list of the inner question; where it lists the contrary, all values less those."""
    (inner,) = question.children
    matched = reach.back(lists.get(abs(inner), NONE), marks)
    if not program.lists_truth(inner):
        nodes, counts = reach.totals
        if len(matched):
            counts = counts - np.bincount(np.searchsorted(nodes, matched), minlength=len(nodes))
        return nodes[counts >= question.count]
    if question.count == 1:
        return marks.distinct(matched)
    nodes, counts = np.unique(matched, return_counts=True)
    return nodes[counts >= question.count]


def _parts(program: Program, children: tuple[Literal, ...], lists: Lists) -> tuple[list[Nodes], list[Nodes]]:
    """The lists of those parts that list where they are true, and of the others."""
    there: list[Nodes] = []
    amiss: list[Nodes] = []
    for child in children:
        (there if program.lists_truth(child) else amiss).append(lists.get(abs(child), NONE))
    return there, amiss
