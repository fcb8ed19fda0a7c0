#!/usr/bin/python3
"""Fills in a worklist (.xlsx or .csv) without a spreadsheet program, or checks the workbook's help to type.

  fill WORKLIST ANSWERS OUT    types each answer into the cell of its column
  check WORKBOOK...            locks, lists, the length and frozen columns are there

A workbook is read and saved by openpyxl, with shared strings. Whole numbers are typed as numbers and dates as dates,
as a spreadsheet makes them of what is typed into a cell without a format.
Debian's own Python is needed (/usr/bin/python3), since python3-openpyxl is installed for it.
Exit code 0: done; 1: something is missing.
"""

import copy
import csv
import datetime
import pathlib
import re
import sys

try:
    import openpyxl
except ImportError:
    sys.exit("fill-workbook: python3-openpyxl is missing; scripts/install-deps workbook installs it")


def read_answers(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {(row.pop("claim"), row.pop("line")): row for row in csv.DictReader(file)}


def typed(text):
    """What the keyboard would make of it: 97597 is a number, 2026-03-12 a date, '0031642 a text."""
    if re.fullmatch(r"[1-9][0-9]{0,14}", text):
        return float(text)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return datetime.datetime.fromisoformat(text)
    return text[1:] if text.startswith("'") else text


def styled(sheet, row, column):
    """The cell; one that isn't in the file looks like its column, as in a spreadsheet."""
    cell = sheet.cell(row, column)
    if not cell.has_style:
        for dimension in sheet.column_dimensions.values():
            if dimension.min <= column <= dimension.max:
                cell._style = copy.copy(dimension._style)
    return cell


def fill_workbook(path, answers, out):
    book = openpyxl.load_workbook(path)
    sheet = book["Worklist"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    left = dict(answers)
    for row in range(2, sheet.max_row + 1):
        name = tuple(str(sheet.cell(row, columns[column]).value or "") for column in ("claim", "line"))
        for column, text in left.pop(name).items():
            if text:
                cell = styled(sheet, row, columns[column])
                if cell.protection.locked:
                    sys.exit(f"fill-workbook: row {row}: {column} is locked")
                cell.value = typed(text)
    book.save(out)
    return left


def fill_csv(path, answers, out):
    with open(path, encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    left = dict(answers)
    for row in rows:
        for column, text in left.pop((row[header.index("claim")], row[header.index("line")])).items():
            if text:
                row[header.index(column)] = text
    with open(out, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return left


def check(path):
    book = openpyxl.load_workbook(path)
    sheet = book["Worklist"]
    columns = {cell.value: cell for cell in sheet[1]}
    validations = {}
    for validation in sheet.data_validations.dataValidation:
        for name, cell in columns.items():
            if f"{cell.column_letter}2" in validation.sqref:
                validations[name] = validation
    faults = [
        not sheet.protection.sheet and "the sheet is not protected",
        not styled(sheet, 2, 1).protection.locked and "what is read is not locked",
        any(styled(sheet, row, columns[name].column).protection.locked for row in range(2, sheet.max_row + 1)
            for name in ("narrative", "value", "release_reason", "patient_response")) and "what is typed is locked",
        validations["narrative"].type != "textLength" and "the narrative has no length",
        validations["narrative"].formula1 != "80" and "the length is not 80",
        any(validations[name].type != "list" for name in ("attachment_type", "attachment_transmission"))
        and "there is no list to pick from",
        not sheet.conditional_formatting and "nothing is colored",
        book.sheetnames != ["Worklist", "Summary", "Findings", "Rules"] and "sheets are missing",
        not book["Summary"]._charts and "there is no chart",
    ]
    for fault in filter(None, faults):
        print(f"{path}: {fault}", file=sys.stderr)
    return any(faults)


def main():
    command, *paths = sys.argv[1:] or ["help"]
    if command == "check" and paths:
        sys.exit(any([check(path) for path in paths]))
    if command != "fill" or len(paths) != 3:
        sys.exit(__doc__)
    worklist, answers, out = map(pathlib.Path, paths)
    out.parent.mkdir(parents=True, exist_ok=True)
    fill = fill_workbook if worklist.suffix == ".xlsx" else fill_csv
    left = fill(worklist, read_answers(answers), out)
    for claim, line in left:
        print(f"claim {claim} line {line}: no row in the worklist", file=sys.stderr)
    sys.exit(bool(left))


if __name__ == "__main__":
    main()
