"""The shapes of scripts/hostile-shapes: inputs in which one thing stands far too often, or is far too long."""

from dataclasses import dataclass
from typing import Callable

ISA = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260914*1200*^*00501*{:09}*0*P*:~"
GS = "GS*HC*SENDER*RECEIVER*20260914*1200*{}*X*005010X222A1~"
HEAD = "BHT*0019*00*1*20260914*1200*CH~NM1*41*2*SENDER*****46*S1~PER*IC*DESK*TE*5555550142~NM1*40*2*RECEIVER*****46*R1~"
PROVIDER = ("HL*1**20*1~NM1*85*2*AGENCY*****XX*2000000002~N3*1 MOCKUP RD~N4*SAMPLEVILLE*OH*439900001~"
            "REF*EI*000112233~")
SUBSCRIBER = ("HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DEMO*ANN****MI*M1~N3*1 MOCKUP RD~N4*SAMPLEVILLE*OH*43990~"
              "DMG*D8*19480317*F~NM1*PR*2*PAYER*****PI*P1~")
TEXT = "COMPLEX WOUND CARE LEFT HEEL 45 MIN"
DATE = "DTP*472*D8*20260914~"

# Asks for something of every kind that a profile can ask for.
DEMANDING_PROFILE = """[[profile]]
name = "demanding"
source = "made up for this test"
match = { any = true }
[profile.codes.unlisted]
narrative_in = ["SV101-7", "2400 NTE", "2300 NTE"]
narrative_min_letters = 20
comparable_code = "required"
attachment = "required"
report_types = ["NN"]
transmissions = ["FX"]
control_number_pattern = "'ACN'9{4,12}"
places = ["12"]
max_units = 1
authorization = "required"
[profile.codes.99213]
attachment = "forbidden"
"""


@dataclass
class Shape:
    """A named input. `parts` yields its text or bytes; `options` go to the program (PROFILE: a profile file)."""
    name: str
    parts: Callable
    options: tuple = ()

    def write(self, out):
        for part in self.parts():
            out.write(part if isinstance(part, bytes) else part.encode("utf-8"))


def segment_count(parts):
    return sum((part if isinstance(part, bytes) else part.encode()).count(b"~") for part in parts)


def set_of(parts, number=1):
    """A transaction set around these parts, its counts right."""
    count = segment_count(parts) + 2
    return [f"ST*837*{number:04}*005010X222A1~", *parts, f"SE*{count}*{number:04}~"]


def file_of(*sets):
    return [ISA.format(1), GS.format(1), *(part for one in sets for part in one), f"GE*{len(sets)}*1~IEA*1*000000001~"]


def clm(charge="125", number="DEMO-1"):
    return f"CLM*{number}*{charge}***12:B:1*Y*A*Y*Y~"


def claim_file(*parts, head=None):
    """One claim in a file of its own: what follows CLM, which `head` may replace."""
    return file_of(set_of([HEAD, PROVIDER, SUBSCRIBER, head or clm(), *parts]))


def line(number, text="", code="99600", extra="", charge="125", day="20260914"):
    described = f"HC:{code}:::::{text}" if text else f"HC:{code}"
    return f"LX*{number}~SV1*{described}*{charge}*UN*1***1~{extra}DTP*472*D8*{day}~"


def lines(count, make):
    """`count` lines, joined by thousands so that a file isn't made of single strings."""
    return ["".join(make(i) for i in range(first, min(first + 1000, count))) for first in range(0, count, 1000)]


def small_file():
    return "".join(claim_file("HI*ABK:Z9181~", line(1, TEXT))).encode()


def filled(unit, size):
    """About `size` bytes of `unit` repeated."""
    raw = unit if isinstance(unit, bytes) else unit.encode()
    return raw * max(1, size // len(raw))


NARRATIVES = {
    "blanks": " ",
    "blanks in words": "WOUND" + " " * 50,
    "punctuation": ".,;-/()",
    "words": "WOUND CARE LEFT HEEL ",
    "words that say nothing": "SEE ATTACHED NOTES ",
    "digits": "0123456789",
    "numbers": "12 345 6 ",
    "clock times": "0900-1130 ",
    "one character": "X",
    "one word": "WOUNDCARELEFTHEEL",
    "mojibake": b"\xc3\x83\xc2\xa9",
    "no UTF-8": b"\xe9 CAF\xe9 ",
    "colons": "A:",
    "UTF-8 quotes": "“CARE” ",
    "codes": "99507 0999T ",
    "amounts": "$1.00 ",
    "dates": "09/14/2026 ",
    "labels": "AUTH# 12 ICN ",
    "W/O": "W/O ",
    "negations": "NO NOT WITHOUT ",
    "carets": "A^",
}


def narrative_shapes(size):
    for kind, unit in NARRATIVES.items():
        body = filled(unit, size)
        yield Shape(f"narrative of {kind}, SV101-7", lambda body=body: claim_file(
            "HI*ABK:Z9181~LX*1~SV1*HC:99600:::::A", body, "Z*125*UN*1***1~", DATE))
        yield Shape(f"narrative of {kind}, NTE02", lambda body=body: claim_file(
            "HI*ABK:Z9181~LX*1~SV1*HC:99600*125*UN*1***1~", DATE, "NTE*ADD*A", body, "Z~"))
    yield Shape("narrative of words, NTE02 of the claim", lambda: claim_file(
        "NTE*ADD*", filled("WOUND CARE ", size), "~HI*ABK:Z9181~", line(1)))
    yield Shape("narrative of words, SV101-7, unsafe fixes", lambda: claim_file(
        "HI*ABK:Z9181~LX*1~SV1*HC:99600:::::", filled("WOUND CARE ", size), "*125*UN*1***1~", DATE),
        ("--unsafe-fixes",))


def day(i):
    return f"2026{i // 28 % 12 + 1:02}{i % 28 + 1:02}"


def line_shapes(many, more):
    kinds = {
        "with one text": lambda i: line(i + 1, TEXT),
        "without text": lambda i: line(i + 1),
        "each with another text": lambda i: line(i + 1, f"{TEXT} {i}"),
        "one text, other days": lambda i: line(i + 1, TEXT, day=day(i)),
        "one text, other charges": lambda i: line(i + 1, TEXT, charge=str(i)),
        "each with a line note": lambda i: line(i + 1, extra="", code="99600") + f"NTE*ADD*{TEXT} {i}~",
        "each with a repeated note": lambda i: line(i + 1) + "NTE*ADD*WOUND CARE~NTE*ADD*LEFT HEEL 45 MIN~",
        "of drugs": lambda i: line(i + 1, "DRUG", code="J3490") + "LIN**N4*01234567891~",
        "each with a provider": lambda i: line(i + 1, TEXT) + "NM1*82*1*DEMO*ANN****XX*2000000002~PRV*PE*PXC*207Q00000X~",
        "99600 and 99507 in turn": lambda i: line(i + 1, TEXT, code=("99600", "99507")[i % 2], day=day(i)),
        "99600 and 0999T, days apart": lambda i: line(i + 1, TEXT, code=("99600", "0999T")[i % 2],
                                                     day=str(10000000 + i)),
        "99600 and 99507, ranges": lambda i: line(i + 1, TEXT, code=("99600", "99507")[i % 2],
                                                  day=f"{10000000 + i}-{10000000 + i + i % 7}"),
        "without LX": lambda i: line(i + 1, TEXT).split("~", 1)[1],
        "untidy": lambda i: line(i + 1, "COMPLEX  WOUND  CARE LEFT HEEL"),
    }
    for kind, make in kinds.items():
        for count in (many, more):
            yield Shape(f"{count:,} lines of 99600 {kind}",
                        lambda make=make, count=count: claim_file("HI*ABK:Z9181~", *lines(count, make)))
    yield Shape(f"{more:,} lines of other codes and one 99600", lambda: claim_file(
        "HI*ABK:Z9181~", *lines(more, lambda i: line(i + 1, code="99213")), line(more + 1, TEXT)))
    yield Shape(f"{many:,} lines of 99600 at a claim note", lambda: claim_file(
        f"NTE*ADD*{TEXT}~HI*ABK:Z9181~", *lines(many, lambda i: line(i + 1))))
    yield Shape(f"{many:,} lines of 99600 at {many:,} claim notes", lambda: claim_file(
        *lines(many, lambda i: f"NTE*CER*NOTE {i}~"), "HI*ABK:Z9181~", *lines(many, lambda i: line(i + 1))))
    yield Shape(f"{many:,} lines of 99600 at {many:,} claim PWK", lambda: claim_file(
        *lines(many, lambda i: f"PWK*NN*FX***AC*A{i:06}~"), "HI*ABK:Z9181~", *lines(many, lambda i: line(i + 1, TEXT))))
    yield Shape(f"{many:,} lines of 99600 at a CLM of 1 MB", lambda: claim_file(
        "HI*ABK:Z9181~", *lines(many, lambda i: line(i + 1, TEXT)),
        head=f"CLM*{'A' * 50 * many}*125***11:B:1*Y*A*Y*Y~"))


def demanding_shapes(many):
    kinds = {
        "described": (lambda i: line(i + 1, TEXT), ""),
        "with a claim note": (lambda i: line(i + 1), f"NTE*ADD*{TEXT}~"),
        "with many claim notes": (lambda i: line(i + 1), "".join(f"NTE*ADD*NOTE {i}~" for i in range(many))),
        "with many claim REF": (lambda i: line(i + 1, TEXT), "".join(f"REF*EA*{i}~" for i in range(many))),
        "with many claim PWK": (lambda i: line(i + 1, TEXT, code=("99600", "99213")[i % 2]),
                                "".join(f"PWK*OB*EL***AC*{i:06}~" for i in range(many))),
        "behind lines without demands": (lambda i: line(i + 1, TEXT, code=("99600", "99499")[i < many // 2]),
                                         "PWK*OB*EL***AC*000001~"),
    }
    for kind, (make, before) in kinds.items():
        yield Shape(f"{many:,} lines of a demanding payer, {kind}", lambda make=make, before=before: claim_file(
            before, "HI*ABK:Z9181~", *lines(many, make)), ("--profiles", "PROFILE"))


def claim_shapes(tiny, few, many, most):
    for kind, unit in {"K3~": "K3~", "REF~": "REF~", "unknown ids": "ZZ~", "PAT~ (strays)": "PAT~", "NTE~": "NTE~",
                       "PWK~": "PWK~", "HI~": "HI~", "LX~": "LX~", "SV1~": "SV1~", "SBR~": "SBR~", "NM1*82~": "NM1*82~",
                       "empty": "~"}.items():
        yield Shape(f"claim of {tiny:,} segments {kind}",
                    lambda unit=unit: claim_file("HI*ABK:Z9181~", unit * tiny, line(1, TEXT)))
        yield Shape(f"line of {tiny:,} segments {kind}",
                    lambda unit=unit: claim_file("HI*ABK:Z9181~", line(1, TEXT), unit * tiny))
    for count in (few, many):
        for place in ("claim", "line"):
            def around(parts, place=place):
                if place == "claim":
                    return claim_file(*parts, "HI*ABK:Z9181~", line(1, TEXT))
                return claim_file("HI*ABK:Z9181~LX*1~SV1*HC:99600:::::", TEXT, "*125*UN*1***1~", *parts, DATE)
            kinds = {
                "PWK, equal": lambda i: "PWK*NN*EL***AC*ACN0001~",
                "PWK, all different": lambda i: f"PWK*NN*EL***AC*A{i:06}~",
                "PWK, without number": lambda i: "PWK*NN*EL~",
                "PWK, without AC": lambda i: f"PWK*NN*EL****A{i:06}~",
                "NTE, joinable": lambda i: "NTE*ADD*CARE~",
                "NTE, not joinable": lambda i: f"NTE*ADD*{TEXT} {i}~",
                "NTE, of two types": lambda i: f"NTE*{('ADD', 'DCP')[i % 2]}*CARE {i}~",
            }
            for kind, make in kinds.items():
                extra = ("--unsafe-fixes",) if "equal" in kind else ()
                yield Shape(f"{count:,} {kind}, at the {place}{', unsafe fixes' if extra else ''}",
                            lambda make=make, count=count, around=around: around(lines(count, make)), extra)
    yield Shape(f"{many:,} PWK late in the line, unsafe fixes", lambda: claim_file(
        "HI*ABK:Z9181~", line(1, TEXT), *lines(many, lambda i: f"PWK*NN*EL***AC*A{i:06}~")), ("--unsafe-fixes",))
    yield Shape(f"{most:,} other payers", lambda: claim_file(
        "HI*ABK:Z9181~", *lines(most, lambda i: "SBR*S*18*******CI~OI***Y***Y~NM1*IL*1*DEMO*ANN****MI*M2~"
                                f"NM1*PR*2*OTHER*****PI*{i}~"), line(1, TEXT)))
    yield Shape(f"{most:,} other payers behind the line", lambda: claim_file(
        "HI*ABK:Z9181~", line(1, TEXT), *lines(most, lambda i: f"SBR*S*18*******CI~NM1*PR*2*OTHER*****PI*{i}~")))
    yield Shape(f"{most:,} DTP in a line", lambda: claim_file(
        "HI*ABK:Z9181~LX*1~SV1*HC:99600*125*UN*1***1~", "DTP*607*D8*20260914~" * most, DATE))
    yield Shape(f"{most:,} SVD in a line", lambda: claim_file(
        "HI*ABK:Z9181~", line(1, TEXT), *lines(most, lambda i: f"SVD*P{i}*1*HC:99600**1~DTP*573*D8*20260914~")))
    yield Shape(f"{most:,} LIN in a line", lambda: claim_file(
        "HI*ABK:Z9181~", line(1, TEXT, code="J3490"), "LIN**N4*01234567891~" * most))


def long_shapes(size):
    for kind, body in {"elements": b"*A", "components": b":A", "repetitions": b"^A", "empty elements": b"*",
                       "empty components": b":"}.items():
        for name, head in {"REF": "REF*G1", "SV1": "LX*1~SV1*HC:99600:::::CARE", "HI": "HI*ABK:Z9181",
                           "NTE": "NTE*ADD*CARE", "PWK": "PWK*NN*EL***AC*A1", "CLM": "", "ZZ": "ZZ*1"}.items():
            def parts(body=body, head=head):
                repeated = filled(body, size)
                if not head:
                    return file_of(set_of([HEAD, PROVIDER, SUBSCRIBER, "CLM*DEMO-1*125***12:B:1", repeated, "~",
                                           line(1)]))
                return claim_file(head, repeated, "~", line(2, TEXT))
            yield Shape(f"a {name} of 1 MB of {kind}", parts)


def fix_shapes(many):
    kinds = {
        "an untidy text": lambda i: line(i + 1, "COMPLEX  WOUND  CARE LEFT HEEL 45 MIN"),
        "a note to copy": lambda i: line(i + 1) + f"NTE*ADD*{TEXT} {i}~",
        "PWK06 without AC": lambda i: line(i + 1, TEXT, extra=f"PWK*NN*EL****A{i:06}~"),
        "two notes to join": lambda i: line(i + 1, TEXT) + "NTE*ADD*WOUND CARE~NTE*ADD*LEFT HEEL~",
        "all of these": lambda i: line(i + 1, extra=f"PWK*NN*EL****A{i:06}~")
        + "NTE*ADD* WOUND  CARE~NTE*ADD*LEFT HEEL~",
        "a text to split": lambda i: line(i + 1, f"{TEXT} {TEXT} {TEXT}"),
        "a note in the way": lambda i: line(i + 1, TEXT, extra="PS1*1*1~NTE*ADD*CARE~PWK*NN*EL***AC*1~"),
    }
    for kind, make in kinds.items():
        total = many * 125
        for extra in ((), ("--unsafe-fixes",)):
            yield Shape(f"{many:,} lines with {kind}{', unsafe fixes' if extra else ''}",
                        lambda make=make: claim_file("HI*ABK:Z9181~", *lines(many, make), head=clm(total)), extra)
    yield Shape(f"{many:,} lines with the fixes that a payer asks for", lambda: claim_file(
        "HI*ABK:Z9181~", *lines(many, lambda i: line(i + 1, TEXT)), head=clm(many * 125)),
        ("--unsafe-fixes", "--profiles", "PROFILE"))


def envelope_shapes(size, sets, most):
    header = ("REF*EI*000112233~NM1*41*2*SENDER*****46*S1~PER*IC*DESK*TE*5555550142~", "REF*EI*1~",
              "NM1*41*2*SENDER*****46*S1~", "ZZ*1~")
    for unit in header:
        for end in ("without a claim", "before a claim"):
            def parts(unit=unit, end=end):
                body = [HEAD, filled(unit, size)]
                if end == "before a claim":
                    body += [PROVIDER, SUBSCRIBER, clm(), line(1, TEXT)]
                return file_of(set_of(body))
            yield Shape(f"header of 10 MB of {unit[:3].rstrip('*')} {end}", parts)
    for name, above in (("2000A", PROVIDER), ("2000B", PROVIDER + SUBSCRIBER)):
        yield Shape(f"level {name} of {most:,} strays", lambda above=above: file_of(set_of(
            [HEAD, above, "K3*A~" * most, PROVIDER, SUBSCRIBER, clm(), line(1, TEXT)])))
    yield Shape(f"{2 * sets:,} ISA alone", lambda: lines(2 * sets, lambda i: ISA.format(i)))
    yield Shape(f"{2 * sets:,} empty interchanges", lambda: lines(
        2 * sets, lambda i: ISA.format(i) + f"IEA*0*{i:09}~"))
    yield Shape(f"{2 * sets:,} empty groups", lambda: [
        ISA.format(1), *lines(2 * sets, lambda i: GS.format(i) + f"GE*0*{i}~"), f"IEA*{2 * sets}*000000001~"])

    def claim_set(i, trailer):
        return (f"ST*837*{i:06}*005010X222A1~" + HEAD + PROVIDER + SUBSCRIBER + clm(number=f"D{i}") + "HI*ABK:Z9181~"
                + line(1, TEXT) + trailer)
    trailers = {"wrong SE02": lambda i: "SE*26*999999~", "no SE": lambda i: "", "right": lambda i: f"SE*26*{i:06}~"}
    for kind, trailer in trailers.items():
        yield Shape(f"{sets:,} sets, {kind}", lambda trailer=trailer: [
            ISA.format(1), GS.format(1), *lines(sets, lambda i: claim_set(i, trailer(i))), f"GE*{sets}*1~IEA*1*000000001~"])
    yield Shape(f"{sets:,} sets in groups with wrong GE02", lambda: [
        ISA.format(1), *lines(sets, lambda i: GS.format(i) + claim_set(i, f"SE*26*{i:06}~") + "GE*1*99999999~"),
        f"IEA*{sets}*000000001~"])
    yield Shape(f"{sets:,} interchanges with wrong IEA02", lambda: lines(sets, lambda i: ISA.format(i) + GS.format(i)
                + claim_set(i, f"SE*26*{i:06}~") + f"GE*1*{i}~IEA*1*999999999~"))
    yield Shape(f"{sets:,} sets of another kind without version", lambda: [
        ISA.format(1), GS.format(1).replace("005010X222A1", "005010"),
        *lines(sets, lambda i: claim_set(i, f"SE*26*{i:06}~").replace("*005010X222A1", "").replace("SV1*", "SV2*")),
        f"GE*{sets}*1~IEA*1*000000001~"])

    hierarchies = {
        "nested 20, 22, 23": lambda i: f"HL*{i + 1}*{(i // 3 * 3 + i % 3) or ''}*{(20, 22, 23)[i % 3]}*{int(i % 3 < 2)}~",
        "flat 22": lambda i: f"HL*{i + 2}*1*22*0~SBR*P*18*******CI~",
        "broken HL01": lambda i: f"HL*{(i * 7919) % most}*1*22*0~SBR*P*18*******CI~",
        "broken HL02": lambda i: f"HL*{i + 2}*{(i * 7919) % most}*22*0~SBR*P*18*******CI~",
        "HL03 unknown": lambda i: f"HL*{i + 2}*1*99*0~",
        "all 20": lambda i: f"HL*{i + 1}**20*1~",
    }
    for kind, make in hierarchies.items():
        yield Shape(f"{most:,} HL, {kind}", lambda make=make: file_of(set_of(
            [HEAD, "HL*1**20*1~", *lines(most, make), SUBSCRIBER, clm(), line(1, TEXT)])))


def shapes(scale=1):
    """Every shape. \\param scale 1 for the sizes that the names of the shapes say"""
    def sized(count):
        return max(1, int(count * scale))
    yield from narrative_shapes(sized(1_000_000))
    yield from line_shapes(sized(20_000), sized(50_000))
    yield from demanding_shapes(sized(20_000))
    yield from claim_shapes(sized(40_000), sized(5_000), sized(50_000), sized(100_000))
    yield from long_shapes(sized(1_000_000))
    yield from fix_shapes(sized(20_000))
    yield from envelope_shapes(sized(10_000_000), sized(10_000), sized(100_000))
