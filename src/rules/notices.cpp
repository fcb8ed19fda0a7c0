#include "src/rules/notices.hpp"

namespace scrub837::notice {
namespace {

constexpr Rule notice(std::string_view id, std::string_view name, Severity severity, ErrorKind kind,
                      Doc const& doc, Release release = Release::ordinary) {
  return {.id = id,
          .name = name,
          .severity = severity,
          .snip = 1,
          .kind = kind,
          .fix = Applicability::none,
          .phase = Phase::complete,
          .doc = doc,
          .check = std::monostate{},
          .release = release};
}

constexpr std::string_view source = "scrub837; docs/contract.md";

}  // namespace

extern constexpr Rule not_scrubbed =
    notice("SCR001", "transaction-not-scrubbed", Severity::warning, ErrorKind::not_judged,
           {"A transaction set that is not an 837P (005010X222), or whose service lines are not SV1.",
            "scrub837 checks professional claims only.",
            "Nothing: the transaction set is in the clean file, byte for byte as received.", "", "", source});

extern constexpr Rule not_x12 =
    notice("SCR002", "not-x12", Severity::error, ErrorKind::unreadable,
           {"The file has no readable ISA.", "Without the ISA, the delimiters are not known.",
            "Check that this is the right file, and that it is not cut off or compressed.", "", "", source});

extern constexpr Rule wide_characters =
    notice("SCR003", "utf-16", Severity::error, ErrorKind::unreadable,
           {"The file is in UTF-16, with two bytes per character.", "X12 has one byte per character.",
            "Save it again as plain text (ASCII, or UTF-8 without a byte-order mark).", "", "", source});

extern constexpr Rule header_missing = notice(
    "SCR004", "header-missing", Severity::error, ErrorKind::required_missing,
    {"The file has claims without a GS or ST above them, or below an ST of another transaction.",
     "No receiver accepts a transaction set without its envelope.",
     "Ask for the whole file. The claims are checked, and all of them are held as received.", "", "", source},
    Release::impossible);

extern constexpr Rule no_claim =
    notice("SCR005", "transaction-without-claim", Severity::warning, ErrorKind::required_missing,
           {"An 837P transaction set has no claim (CLM).", "A receiver rejects an empty transaction set.",
            "Find out where the claims are. The transaction set is kept as received.", "", "", source});

extern constexpr Rule did_not_converge =
    notice("SCR006", "claim-unsettled", Severity::error, ErrorKind::not_mended,
           {"The fixes of this claim undo each other, so none was applied.",
            "This is a defect in the rules of scrub837, not in the claim.",
            "Correct the claim in the billing system, and report the defect.", "", "", source});

extern constexpr Rule too_large =
    notice("SCR007", "unit-too-large", Severity::error, ErrorKind::too_long,
           {"A claim or segment is larger than 64 MiB.", "A segment terminator was probably lost.",
            "Ask for the file again. It was not scrubbed.", "", "", source});

extern constexpr Rule damaged_gzip =
    notice("SCR008", "gzip-damaged", Severity::error, ErrorKind::unreadable,
           {"The file is compressed (.gz) and cut off or damaged.",
            "Claims may be missing from what can still be unpacked, and nobody could tell which.",
            "Copy the file again, or ask for it again. Nothing in it was scrubbed.", "", "", source});

extern constexpr Rule envelope_did_not_converge =
    notice("SCR009", "set-unsettled", Severity::error, ErrorKind::not_mended,
           {"scrub837 could not decide how to write this transaction set, group or interchange.",
            "This is a defect in scrub837, not in the claims.",
            "All its claims are held as received. Report the defect.", "", "", source},
           Release::impossible);

extern constexpr Rule not_mended =
    notice("SCR010", "claim-not-mended", Severity::warning, ErrorKind::not_mended,
           {"A claim of more than 5,000 segments has errors that could be fixed.",
            "The guide allows 50 lines per claim, about a thousand segments: no receiver accepts this claim, "
            "fixed or not.",
            "Split the claim in the billing system. Its errors are listed, and no fix was applied.", "", "",
            source});

extern constexpr Rule cut_off = notice(
    "SCR011", "claim-cut-off", Severity::error, ErrorKind::not_mended,
    {"The file ends inside this claim.", "What is missing cannot be known.",
     "Ask for the file again. --unsafe-fixes added the trailers, so that the claims before this one could "
     "go out; this one is held as received.",
     "", "", source},
    Release::impossible);

}  // namespace scrub837::notice

namespace scrub837 {

std::span<Rule const* const> notices() {
  static constexpr Rule const* all[] = {
      &notice::not_scrubbed,   &notice::not_x12,      &notice::wide_characters,
      &notice::header_missing, &notice::no_claim,     &notice::did_not_converge,
      &notice::too_large,      &notice::damaged_gzip, &notice::envelope_did_not_converge,
      &notice::not_mended,     &notice::cut_off};
  return all;
}

}  // namespace scrub837
