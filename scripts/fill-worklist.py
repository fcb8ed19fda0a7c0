#!/usr/bin/python3
"""Fills in a worklist as a person does: in LibreOffice Calc, cell by cell, saved as CSV.

The worklist is opened with Calc's own defaults (numbers become numbers, leading
zeros go), each answer is typed into the cell of its column, and the sheet is
saved in the dialects that people really produce, each under the worklist's own
name in a folder of its own:
  comma         commas, UTF-8
  semicolon     semicolons, UTF-8 with byte-order mark (Excel in much of Europe)
  tab           tabs, UTF-8
  unicode       tabs, UTF-16 (Excel's "Unicode Text")
  windows-1252  semicolons, Windows-1252 (an older Excel)
and half: as comma, with the answers for every second claim alone.

Debian's own Python is needed (/usr/bin/python3), since python3-uno is built for it.
Exit code 0: done; 1: a row without an answer, or an answer without its row; 2: wrong usage,
or no LibreOffice.

Example: scripts/fill-worklist.py out/night.worklist.csv samples/night/answers.csv filled/
"""

import argparse
import csv
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
    from com.sun.star.lang import DisposedException
except ImportError:
    sys.exit("fill-worklist: python3-uno is missing; scripts/install-deps spreadsheet installs it")

CSV_FILTER = "Text - txt - csv (StarCalc)"
UTF8, UTF16, WINDOWS_1252 = 76, 65535, 1
# Name, separator, character set, and what stands before the first byte: Calc 7.4 writes no mark of its own.
DIALECTS = [
    ("comma", ",", UTF8, b""),
    ("semicolon", ";", UTF8, b"\xef\xbb\xbf"),
    ("tab", "\t", UTF8, b""),
    ("unicode", "\t", UTF16, b""),
    ("windows-1252", ";", WINDOWS_1252, b""),
]


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


class Office:
    """A LibreOffice of our own: its profile is a temporary folder, and it ends with the block."""

    def __enter__(self):
        soffice = shutil.which("soffice")
        if soffice is None:
            sys.exit("fill-worklist: soffice is missing; scripts/install-deps spreadsheet installs it")
        self.folder = tempfile.mkdtemp(prefix="fill-worklist-")
        pipe = f"fill-worklist-{os.getpid()}"
        # A session of its own, so that its helpers can be ended with it.
        self.process = subprocess.Popen(
            [soffice, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
             f"-env:UserInstallation={pathlib.Path(self.folder).as_uri()}",
             f"--accept=pipe,name={pipe};urp;"],
            start_new_session=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            self.desktop = self.connect(pipe)
        except BaseException:
            self.__exit__()
            raise
        return self

    def connect(self, pipe):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local)
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                return context.ServiceManager.createInstanceWithContext(
                    "com.sun.star.frame.Desktop", context)
            except NoConnectException:
                if self.process.poll() is not None:
                    sys.exit(f"fill-worklist: soffice ended with {self.process.returncode}")
                time.sleep(0.2)
        sys.exit("fill-worklist: soffice doesn't answer")

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        except (AttributeError, DisposedException):
            pass  # it never came up, or is gone
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            pass
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass  # as it should be: nothing is left
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self, path):
        # What Calc's import dialog proposes: commas, UTF-8, every column "Standard".
        document = self.desktop.loadComponentFromURL(
            path.resolve().as_uri(), "_blank", 0,
            properties(Hidden=True, FilterName=CSV_FILTER, FilterOptions="44,34,76,1"))
        if document is None:
            sys.exit(f"fill-worklist: Calc doesn't open {path}; is it open elsewhere (.~lock…#)?")
        return document


def save(document, path, separator, charset, mark):
    path.parent.mkdir(parents=True, exist_ok=True)
    # As in the dialog: quotes where they are needed, cells as they are shown.
    options = f"{ord(separator)},34,{charset},1,,0,false,true"
    document.storeToURL(path.resolve().as_uri(),
                        properties(FilterName=CSV_FILTER, FilterOptions=options))
    if mark:
        path.write_bytes(mark + path.read_bytes())


def read_answers(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {row_name(row.pop("claim"), row.pop("line")): row for row in csv.DictReader(file)}


def row_name(claim, line):
    """A person knows the claim though the sheet shows 418813 for 00418813."""
    return claim.lstrip("0"), line


class Sheet:
    def __init__(self, document):
        self.sheet = document.Sheets.getByIndex(0)
        cursor = self.sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        address = cursor.RangeAddress
        self.columns = {self.text(0, i): i for i in range(address.EndColumn + 1)}
        self.rows = {row_name(self.text(i, self.columns["claim"]), self.text(i, self.columns["line"])): i
                     for i in range(1, address.EndRow + 1)}

    def text(self, row, column):
        return self.sheet.getCellByPosition(column, row).String

    def type_in(self, answers, claims):
        for name, row in self.rows.items():
            if name[0] not in claims:
                continue
            for column, text in answers[name].items():
                if text:
                    # FormulaLocal takes a text as the keyboard does: 97597 is a number, '0031642 a text.
                    self.sheet.getCellByPosition(self.columns[column], row).FormulaLocal = text


def fill(document, answers, options):
    sheet = Sheet(document)
    different = sorted(sheet.rows.keys() ^ answers.keys())
    for claim, line in different:
        what = "no answer" if (claim, line) in sheet.rows else "no row in the worklist"
        print(f"claim {claim} line {line}: {what}", file=sys.stderr)
    if different:
        return 1
    claims = list(dict.fromkeys(claim for claim, _ in sheet.rows))
    # The second half is typed into the same sheet, as on the next morning.
    sheet.type_in(answers, claims[::2])
    save(document, options.out / "half" / options.worklist.name, *DIALECTS[0][1:])
    sheet.type_in(answers, claims[1::2])
    for name, *dialect in DIALECTS:
        save(document, options.out / name / options.worklist.name, *dialect)
    return 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("worklist", type=pathlib.Path)
    parser.add_argument("answers", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path,
                        help="folder for the filled copies; made if it is missing")
    options = parser.parse_args()
    for path in (options.worklist, options.answers):
        if not path.is_file():
            parser.error(f"there is no file {path}")
    answers = read_answers(options.answers)
    # Ended by a signal, LibreOffice ends with us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    with Office() as office:
        document = office.open(options.worklist)
        try:
            return fill(document, answers, options)
        finally:
            document.close(True)  # takes its lock file away


if __name__ == "__main__":
    sys.exit(main())
