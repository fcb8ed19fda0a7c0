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
           {"A transaction set that is no 837P of 005010X222, or whose service lines are not SV1.",
            "scrub837 judges professional claims only.",
            "Nothing: the set is left byte for byte as it was, in the clean file.", "", "", source});

extern constexpr Rule not_x12 =
    notice("SCR002", "not-x12", Severity::error, ErrorKind::unreadable,
           {"No ISA could be found and read.", "Without it nobody can tell what the delimiters are.",
            "Check that this is the right file, and that it was not cut or packed.", "", "", source});

extern constexpr Rule wide_characters =
    notice("SCR003", "utf-16", Severity::error, ErrorKind::unreadable,
           {"The file is written in UTF-16, two bytes a character.", "X12 takes one byte a character.",
            "Save it again as plain text (ASCII or UTF-8 without byte-order mark).", "", "", source});

extern constexpr Rule header_missing = notice(
    "SCR004", "header-missing", Severity::error, ErrorKind::required_missing,
    {"Claims are in the file without the GS or ST that belongs above them, or below an ST that names another "
     "transaction.",
     "No receiver takes a set without its envelope.",
     "Ask for the whole file. The claims are judged, and all of them are held as received.", "", "", source},
    Release::impossible);

extern constexpr Rule no_claim =
    notice("SCR005", "transaction-without-claim", Severity::warning, ErrorKind::required_missing,
           {"An 837P transaction set has no claim (CLM).", "A receiver refuses an empty set.",
            "Find out where its claims went; the set is kept as it is.", "", "", source});

extern constexpr Rule did_not_converge = notice(
    "SCR006", "claim-unsettled", Severity::error, ErrorKind::not_mended,
    {"The fixes of this claim undo each other.", "This is a fault of scrub837's rules, not of the claim.",
     "Mend the claim at the source, and report the case. No fix was applied.", "", "", source});

extern constexpr Rule too_large =
    notice("SCR007", "unit-too-large", Severity::error, ErrorKind::too_long,
           {"A claim or segment of more than 64 MiB.", "A terminator was probably lost.",
            "Ask for the file again. It was not scrubbed.", "", "", source});

extern constexpr Rule damaged_gzip =
    notice("SCR008", "gzip-damaged", Severity::error, ErrorKind::unreadable,
           {"The file is packed (.gz), and cut or damaged.",
            "What can still be unpacked may lack claims, and nobody could tell which.",
            "Copy or ask for the file again. Nothing of it was scrubbed.", "", "", source});

extern constexpr Rule envelope_did_not_converge =
    notice("SCR009", "set-unsettled", Severity::error, ErrorKind::not_mended,
           {"Reading this set, group or interchange again did not settle how to write it.",
            "This is a fault of scrub837, not of the claims.",
            "All its claims are held as received. Report the case.", "", "", source},
           Release::impossible);

extern constexpr Rule not_mended = notice(
    "SCR010", "claim-not-mended", Severity::warning, ErrorKind::not_mended,
    {"A claim of more than 5,000 segments has faults that could be mended.",
     "The guide takes fifty lines a claim, which come to about a thousand segments: no receiver takes this "
     "claim, mended or not.",
     "Split the claim at the source. Its faults are listed, and no fix was applied.", "", "", source});

}  // namespace scrub837::notice

namespace scrub837 {

std::span<Rule const* const> notices() {
  static constexpr Rule const* all[] = {
      &notice::not_scrubbed,   &notice::not_x12,      &notice::wide_characters,
      &notice::header_missing, &notice::no_claim,     &notice::did_not_converge,
      &notice::too_large,      &notice::damaged_gzip, &notice::envelope_did_not_converge,
      &notice::not_mended};
  return all;
}

}  // namespace scrub837
