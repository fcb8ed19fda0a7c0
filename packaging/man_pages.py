#!/usr/bin/env python3
"""Writes the man pages and the bash completion from what the program says of its own options.

man_pages.py BINARY FOLDER VERSION
"""

import gzip
import re
import subprocess
import sys
from pathlib import Path

# Values that help tells in words; those in the form of text|jsonl|csv are read from there.
FIXED = {"--hold": "error warning never", "--group": "rule payer provider claim none",
         "--log-level": "error warning info debug"}


def said(binary, *words):
    return subprocess.run([binary, *words], capture_output=True, text=True, check=True).stdout


def commands_of(binary):
    found = []
    for line in said(binary, "--help").splitlines():
        match = re.match(r"  scrub837 ([a-z]+) +(.+)", line)
        if match and not match[2].startswith(("scrub837", "inbox/")):
            found.append((match[1], match[2]))
    return found


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in text.splitlines())


def options_of(text):
    """Pairs of an option with its argument, and what it does."""
    options = []
    for line in text.splitlines():
        match = re.match(r"  (-.+?)(?:  +(.*))?$", line)
        if match:
            option = re.sub(r"^(-.) \[ (--[a-z-]+) \]", r"\1, \2", match[1])
            options.append([option, match[2] or ""])
        elif options and line.startswith("      ") and line.strip():
            options[-1][1] += " " + line.strip()
    return options


def page(name, summary, synopsis, body, version):
    title = name.upper().replace("-", "\\-")
    return (f'.TH {title} 1 "" "scrub837 {version}" "scrub837"\n.SH NAME\n{escaped(name)} \\- {escaped(summary)}\n'
            f".SH SYNOPSIS\n.B {escaped(synopsis)}\n{body}")


EXIT = """.SH EXIT STATUS
.TP
.B 0
every claim goes out
.TP
.B 1
a claim is held
.TP
.B 2
wrong usage or configuration; nothing was done
.TP
.B 3
an input is not valid X12, a file was put in quarantine, or nothing came by the expected hour
.TP
.B 4
system error: permission, disk full, a run that is stuck; correct it and run again
"""


def help_of(binary, command):
    """All options of a command: --help-all where there are many."""
    done = subprocess.run([binary, command, "--help-all"], capture_output=True, text=True, check=False)
    if done.returncode == 0 and "Example:" in done.stdout:
        return done.stdout
    return said(binary, command, "--help")


def command_page(binary, command, summary, version):
    text = help_of(binary, command)
    usage = text.splitlines()[0]
    synopsis = re.split(r"   +", usage)[0]
    example = text.split("Example:\n")[-1].strip()
    said_first = re.split(r"\n  -|\nExample:|\nOptions", text)[0]
    more = [line.strip() for line in said_first.splitlines()[1:] if line.strip()]
    body = f".SH DESCRIPTION\n{escaped(' '.join(more))}\n" if more else ""
    options = options_of(text.split("Example:")[0])
    if options:
        body += ".SH OPTIONS\n"
        for option, what in options:
            body += f".TP\n.B {escaped(option)}\n{escaped(what)}\n"
    body += f".SH EXAMPLE\n.nf\n{escaped(example)}\n.fi\n" + EXIT + ".SH SEE ALSO\n.BR scrub837 (1)\n"
    return page(f"scrub837-{command}", summary, synopsis, body, version)


def main_page(commands, version):
    body = ".SH DESCRIPTION\nChecks 837P claims (005010X222A1), fixes what is safe to fix, and splits them into claims that go "
    body += "out and claims that are held for a person.\n.SH COMMANDS\n"
    for command, summary in commands:
        body += f".TP\n.B {command}\n{escaped(summary)}; see\n.BR scrub837\\-{command} (1)\n"
    return page("scrub837", "scrub 837P claims", "scrub837 COMMAND", body + EXIT, version)


def completion(binary, commands):
    lines = ["# bash completion of scrub837; made from its options", "_scrub837() {",
             "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}",
             "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
             f"    COMPREPLY=($(compgen -W \"{' '.join(name for name, _ in commands)} --help --version\" -- \"$word\"))",
             "    return", "  fi", "  case $before in"]
    for option, words in FIXED.items():
        lines.append(f"    {option}) COMPREPLY=($(compgen -W \"{words}\" -- \"$word\")); return ;;")
    lines += ["  esac", "  case ${COMP_WORDS[1]}$before in"]
    for command, _ in commands:
        values = dict(re.findall(r"(--[a-z-]+) ([a-z]+(?:\|[a-z]+)+)", help_of(binary, command)))
        for option, words in values.items():
            listed = words.replace("|", " ")
            lines.append(f"    {command}{option}) COMPREPLY=($(compgen -W \"{listed}\" -- \"$word\")); return ;;")
    lines += ["  esac", "  if [[ $word == -* ]]; then", "    case ${COMP_WORDS[1]} in"]
    for command, _ in commands:
        names = sorted({name for option, _ in options_of(help_of(binary, command)) for name in re.findall(r"--[a-z-]+", option)})
        lines.append(f"      {command}) COMPREPLY=($(compgen -W \"{' '.join([*names, '--help'])}\" -- \"$word\")) ;;")
    lines += ["    esac", "  fi", "}", "complete -o default -F _scrub837 scrub837"]
    return "\n".join(lines) + "\n"


def main():
    binary, folder, version = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    folder.mkdir(parents=True, exist_ok=True)
    commands = commands_of(binary)
    pages = {"scrub837.1": main_page(commands, version)}
    for command, summary in commands:
        pages[f"scrub837-{command}.1"] = command_page(binary, command, summary, version)
    for name, text in pages.items():
        with open(folder / f"{name}.gz", "wb") as file, gzip.GzipFile("", "wb", 9, file, 0) as packed:
            packed.write(text.encode())
    (folder / "scrub837.bash").write_text(completion(binary, commands))


if __name__ == "__main__":
    main()
