#!/usr/bin/env python3
"""Compares what scrub and rerun made of the sample night with what they were given.

Prints the figures as a table, and each thing that is not as it should be.
Exit code 0: all is as it should be; 1: something isn't. Called by scripts/sample-night.
"""

import argparse
import csv
import json
import pathlib
import re
import sys
from decimal import Decimal

DISPOSITIONS = ("clean", "fixed", "held", "released")
# What scrub837 makes of a word processor's characters.
PLAIN = str.maketrans({"–": "-", "’": "'"})

problems = []


def expect(holds, words):
    if not holds:
        problems.append(words)


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def summary_of(path):
    return json.loads(path.read_text(encoding="utf-8"))


def claims_of(path):
    """The claim numbers (CLM01) of a file; none if the file isn't there."""
    return re.findall(r"~\s*CLM\*([^*~]*)", path.read_text(encoding="utf-8")) if path.exists() else []


def counts(summary, what):
    return {name: Decimal(str(summary[f"{what}_{name}"])) for name in ("in", *DISPOSITIONS)}


def check_sums(night, rerun):
    for what in ("claims", "charges"):
        first, second = counts(night, what), counts(rerun, what)
        for step, sums in (("scrub", first), ("rerun", second)):
            expect(sums["in"] == sum(sums[name] for name in DISPOSITIONS), f"{step}: {what} don't add up")
        expect(first["held"] == second["in"], f"not all {what} that were held came into the rerun")
        expect(second["held"] == 0, f"{what} are still held after the rerun")
        out = sum(sums[name] for sums in (first, second) for name in ("clean", "fixed", "released"))
        expect(out == first["in"], f"{what} in: {first['in']}, out: {out}")


def check_typed(answers, sent):
    """What was typed for the claim stands in it, the release reasons and the letters' texts aside."""
    claims = dict(re.findall(r"~\s*CLM\*([^*~]*)\*(.*?)(?=~\s*(?:CLM|HL|SE)\*)", sent, re.DOTALL))
    texts = 0
    for answer in answers:
        for column in ("narrative", "attachment_control_number"):
            # The apostrophe tells the spreadsheet that a text follows.
            text = answer[column].translate(PLAIN).removeprefix("'")
            if not text:
                continue
            texts += 1
            expect(text in claims.get(answer["claim"], ""),
                   f"claim {answer['claim']} line {answer['line']}: {column} didn't get there: {text}")
    return texts


def check_half(folder, worklist, name):
    """With every second claim filled in, the others are held, and nothing else."""
    claims = list(dict.fromkeys(row["claim"] for row in worklist))
    filled = set(claims[::2])
    held = claims_of(folder / f"{name}.rerun.held.837")
    expect(held == claims[1::2], f"half filled: held are {held}, not {claims[1::2]}")
    sent = claims_of(folder / f"{name}.rerun.clean.837")
    expect(sent == claims[::2], f"half filled: sent are {sent}, not {claims[::2]}")
    by_key = {row["key"]: row["claim"] for row in worklist}
    for row in rows_of(folder / f"{name}.worklist.results.csv"):
        wanted = ("applied", "released") if by_key[row["key"]] in filled else ("nothing typed",)
        expect(row["result"] in wanted, f"half filled: row {row['row']} is {row['result']}")
    return len(filled), len(held)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("night", type=pathlib.Path, help="the 837P file that was scrubbed")
    parser.add_argument("answers", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path, help="what scrub wrote")
    parser.add_argument("sent", type=pathlib.Path, help="what rerun wrote")
    parser.add_argument("half", type=pathlib.Path, help="what rerun wrote with half of the claims filled in")
    parser.add_argument("errors", type=pathlib.Path,
                        help="findings of check in the rerun's clean file (JSON lines)")
    options = parser.parse_args()

    name = options.night.stem
    night = summary_of(options.out / f"{name}.summary.json")
    rerun = summary_of(options.sent / f"{name}.rerun.summary.json")
    worklist = rows_of(options.out / f"{name}.worklist.csv")
    answers = rows_of(options.answers)

    expect(night["claims_in"] == 200, f"{night['claims_in']} claims in the night, not 200")
    expect(night["unlisted_lines"] == 30, f"{night['unlisted_lines']} unlisted lines, not 30")
    check_sums(night, rerun)
    expect(not (options.sent / f"{name}.rerun.held.837").exists(), "the rerun left a held file")

    received = claims_of(options.night)
    out = claims_of(options.out / f"{name}.clean.837") + claims_of(options.sent / f"{name}.rerun.clean.837")
    expect(sorted(out) == sorted(received), "the clean files don't hold every claim exactly once")

    results = rows_of(options.sent / f"{name}.worklist.results.csv")
    expect([row["key"] for row in results] == [row["key"] for row in worklist],
           "the results don't have the rows of the worklist")
    for row in results:
        expect(row["result"] in ("applied", "released"),
               f"row {row['row']} is {row['result']}: {row['words']}")
    states = [row["result"] for row in results]

    claim_by_key = {row["key"]: row["claim"] for row in worklist}
    releases = rows_of(options.sent / f"{name}.worklist.releases.csv")
    released = {claim_by_key[row["key"]] for row in releases}
    wanted = {answer["claim"] for answer in answers if answer["release_reason"]}
    expect(released == wanted, f"released are {sorted(released)}, not {sorted(wanted)}")
    findings = map(json.loads, options.errors.read_text(encoding="utf-8").splitlines())
    faulty = {finding["claim"] for finding in findings if finding["severity"] == "error"}
    expect(faulty == released,
           f"errors are left in {sorted(map(str, faulty))}, released are {sorted(released)}")

    texts = check_typed(answers, (options.sent / f"{name}.rerun.clean.837").read_text(encoding="utf-8"))
    half_filled, half_held = check_half(options.half, worklist, name)

    print(f"{'':14}{'in':>10}{'clean':>10}{'fixed':>10}{'held':>10}{'released':>10}")
    for step, summary in (("scrub", night), ("rerun", rerun)):
        for what in ("claims", "charges"):
            cells = "".join(f"{summary[f'{what}_{column}']:>10}" for column in ("in", *DISPOSITIONS))
            print(f"{step} {what:8}{cells}")
    print(f"service lines:  {night['lines']}, {night['unlisted_lines']} of them unlisted")
    print(f"worklist rows:  {len(worklist)} for {len(set(claim_by_key.values()))} claims; "
          f"{states.count('applied')} applied, {states.count('released')} released; "
          f"{texts} texts and numbers found in their claims")
    print(f"claims out:     {len(out)} of {len(received)}, each once; "
          f"errors left only in the {len(released)} released: "
          + ", ".join(f"{claim_by_key[row['key']]} ({row['rules']})" for row in releases))
    print(f"half filled in: {half_filled} claims sent, {half_held} held")
    for words in problems:
        print(f"check-night: {words}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
