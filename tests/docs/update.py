#!/usr/bin/env python3
"""Writes into pages what their commands print now, where that differs in more than the numbers that vary.

usage: update.py PREFIX [--on cameras|no-cameras] PAGE…     PREFIX of an installed tree; read what it changed before you commit it
For what is run in the test kernel: ./dev uml -- tests/docs/machine.sh cameras build/dist tests/docs/update.py /run/v4lxx --on cameras PAGE"""
import os
import sys

import installed
import pages
import runner


def updated(block, run):
    """The text of a block as it should be."""
    if block.kind in ("run", "output"):
        step = next(run.steps(block))
        return block.text if step.is_same else step.real.rstrip() + "\n"
    shown = dict(enumerate(pages.commands(block)))
    skipped = [number for number, (command, _) in shown.items() if command.startswith(runner.NOT_RUN_HERE)]
    numbers = (number for number in shown if number not in skipped)
    for number, step in zip(numbers, run.steps(block)):
        if not step.is_same:
            shown[number] = (shown[number][0], step.real.rstrip() + "\n" if step.real.strip() else "")
    return "".join(f"$ {command}\n{output}" for command, output in shown.values())


def update(page, prefix, machine):
    run = runner.PageRun(page, prefix)
    path = os.path.join(pages.ROOT, page)
    with open(path) as file:
        text = file.read()
    changed = 0
    try:
        for block in pages.blocks(page):
            if block.machine != machine or not hasattr(run, f"steps_of_{block.kind}"):
                continue
            if block.kind in ("file", "program"):
                list(run.steps(block))
                continue
            new = updated(block, run)
            if new != block.text:
                # Blocks in lists are indented; none of those is run.
                text = text.replace(f"```{block.language}\n{block.text}```", f"```{block.language}\n{new}```", 1)
                changed += 1
    finally:
        run.close()
    with open(path, "w") as file:
        file.write(text)
    print(f"{page}: {changed} blocks changed")


def main():
    machine = installed.option_from_arguments("--on")
    for page in sys.argv[2:]:
        update(page, os.path.abspath(sys.argv[1]), machine)


if __name__ == "__main__":
    main()
