#include "src/worklist/typed_attachment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "src/claim/attachment.hpp"
#include "src/claim/attachment_edits.hpp"
#include "src/guide/report_types.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837 {
namespace {

// A code that the guide doesn't have was typed anew (ATT007, ATT008).
bool corrects_code(SegmentView const& pwk, std::int32_t line, Announcement const& document) {
  if (is_certificate(pwk, line)) return false;
  bool const type = !document.type.empty() && !is_report_type(pwk[1]);
  bool const way = !document.transmission.empty() && pwk[2] != "AA" && !is_sent(pwk[2]);
  return type || way;
}

// One number for each indicator of the loop that waits for its own.
void complete_all(TypedEdits& result, FilledRow const& row, std::vector<std::string_view> const& numbers,
                  ClaimView const& claim, std::int32_t line) {
  if (!row.attachment_type.empty() || !row.attachment_transmission.empty()) {
    result.refused =
        "Several control numbers complete the PWK segments that are already there; leave attachment_type and "
        "attachment_transmission blank.";
    return;
  }
  std::vector<std::uint32_t> waiting;
  bool all_stand = true;  // what a rerun put there already
  for (auto const mark : claim.indicators()) {
    if (mark.line == line && is_incomplete(claim.segment(mark.segment))) waiting.push_back(mark.segment);
  }
  for (auto const number : numbers) {
    all_stand =
        all_stand && std::any_of(claim.indicators().begin(), claim.indicators().end(), [&](SegmentRef mark) {
          return mark.line == line && claim.segment(mark.segment)[6] == number;
        });
  }
  if (waiting.empty() && all_stand) return;
  if (waiting.size() != numbers.size()) {
    result.refused = fmt::format(
        "{} control numbers were typed, but the number of PWK segments that need one is {}; type one for "
        "each, "
        "separated by semicolons.",
        numbers.size(), waiting.size());
    return;
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    auto edits = completing(claim.segment(waiting[i]), waiting[i], {{}, {}, numbers[i]});
    std::move(edits.begin(), edits.end(), std::back_inserter(result.edits));
  }
  result.say(fmt::format("control numbers into {} PWK segments (PWK06)", numbers.size()));
}

}  // namespace

std::vector<std::string_view> typed_numbers(FilledRow const& row) {
  std::vector<std::string_view> numbers;
  std::string_view rest = row.attachment_control_number;
  while (!rest.empty()) {
    auto const stop = std::min(rest.find(';'), rest.size());
    auto const number = trimmed_cell(rest.substr(0, stop));
    if (!number.empty()) numbers.push_back(number);
    rest.remove_prefix(std::min(stop + 1, rest.size()));
  }
  return numbers;
}

void announce_typed(TypedEdits& result, FilledRow const& row, ClaimView const& claim, std::int32_t line) {
  auto const numbers = typed_numbers(row);
  for (auto const number : numbers) {
    if (auto const found = delimiter_in(number, claim.delimiters()); !found.empty()) {
      result.refused =
          fmt::format("The control number contains {}, a delimiter in this file; remove it.", found);
      return;
    }
  }
  if (numbers.size() > 1) return complete_all(result, row, numbers, claim, line);

  Announcement const document{row.attachment_type, row.attachment_transmission,
                              numbers.empty() ? std::string_view{} : numbers[0]};
  bool const says_how = !document.number.empty() || document.transmission == "AA";
  for (auto const mark : claim.indicators()) {
    if (mark.line != line) continue;
    auto const pwk = claim.segment(mark.segment);
    if (says(pwk, document)) return;  // what a rerun put there already
    if (is_certificate_way(document.transmission)) {
      if (line < 0 || (document.type.empty() ? pwk[1] : document.type) != "CT") continue;
      auto edits = completing(pwk, mark.segment, document);
      std::move(edits.begin(), edits.end(), std::back_inserter(result.edits));
      return result.say("the codes of the PWK that is there are corrected");
    }
    bool const answers_wrong_code = corrects_code(pwk, line, document);
    if (!answers_wrong_code && (!says_how || !is_incomplete(pwk))) continue;
    auto edits = completing(pwk, mark.segment, document);
    std::move(edits.begin(), edits.end(), std::back_inserter(result.edits));
    if (answers_wrong_code) {
      result.say("the codes of the PWK that is there are corrected");
      if (!document.number.empty() && !pwk[6].empty() && pwk[6] != document.number)
        result.say("control number into PWK06, replacing what was there");
      return;
    }
    return result.say(document.transmission == "AA" ? "PWK set to on request" : "control number into PWK06");
  }
  if (is_certificate_way(document.transmission)) {
    result.refused = wrong_way;
    return;
  }
  if (is_sent(document.transmission) && document.number.empty()) {
    result.refused = "A document that is sent needs its control number (PWK06).";
    return;
  }
  if (document.type.empty() || document.transmission.empty()) {
    result.refused =
        "A new PWK segment needs both attachment_type (PWK01) and attachment_transmission (PWK02).";
    return;
  }
  result.edits.push_back(announcing(claim, line, document));
  result.say(line < 0 ? "new PWK in 2300" : "new PWK in 2400");
}

}  // namespace scrub837
