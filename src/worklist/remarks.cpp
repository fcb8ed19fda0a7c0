#include "src/worklist/remarks.hpp"

#include <algorithm>
#include <array>

#include "src/text/ascii.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837 {

std::vector<std::string> runs_of(std::string_view text) {
  std::vector<std::string> runs;
  bool open = false;
  for (char const byte : in_capitals(text)) {
    bool const letter = is_letter(byte);
    if (!letter && !is_digit(byte)) {
      open = false;
      continue;
    }
    if (!open || letter != is_letter(runs.back().back())) runs.emplace_back();
    runs.back().push_back(byte);
    open = true;
  }
  return runs;
}

bool has_errand(std::vector<std::string> const& runs) {
  constexpr auto errands = std::to_array<std::string_view>(
      {"ABOVE",   "ASDF",     "ASK",      "AUTH",      "BELOW",   "BLANK",  "BOX",      "CALL", "CALLED",
       "CHECK",   "COPY",     "DITO",     "DITTO",     "DOB",     "DOCS",   "DUNNO",    "EIN",  "EMAIL",
       "EMAILED", "EXT",      "FALSE",    "FAXED",     "FAXING",  "GET",    "HOLD",     "ICN",  "IDEM",
       "LATER",   "LOST",     "MAIL",     "MAILED",    "MISSING", "MRN",    "NOT",      "NPI",  "PAGE",
       "PAGES",   "PENDING",  "PG",       "PGS",       "PHONE",   "PORTAL", "QWERTY",   "SAME", "SEE",
       "SENDING", "SENT",     "SSN",      "SUBMITTED", "TBD",     "TCN",    "TEL",      "TEST", "TIN",
       "TODAY",   "TODO",     "TOMORROW", "TRUE",      "UNKNOWN", "UNTIL",  "UPLOADED", "VIA",  "WAITING",
       "WILL",    "YESTERDAY"});
  return std::ranges::any_of(
      runs, [&](std::string const& run) { return std::ranges::find(errands, run) != errands.end(); });
}

bool is_remark_for_id(std::string_view text) {
  bool const plain = text.find(' ') == text.npos && std::ranges::any_of(text, is_digit);
  return !plain && has_errand(runs_of(text));
}

bool is_remark_for_text(std::string_view text) {
  constexpr auto errands =
      std::to_array<std::string_view>({"ASK", "CALL", "CHECK", "DITTO", "GET", "MISSING", "NEED", "NEEDS",
                                       "NOT", "PENDING", "SAME", "SEE", "UNKNOWN", "WAITING", "WILL"});
  constexpr auto nothing_else = std::to_array<std::string_view>({"DITTO", "MISSING", "PENDING", "UNKNOWN"});
  auto const runs = runs_of(text);
  if (runs.empty()) return false;
  if (runs.size() == 1) return std::ranges::find(nothing_else, runs[0]) != nothing_else.end();
  bool const call_box = runs[0] == "CALL" && runs[1] == "BOX";
  return !call_box && std::ranges::find(errands, runs[0]) != errands.end();
}

}  // namespace scrub837
