#include "src/worklist/typed_edits.hpp"

#include <algorithm>

#include "src/claim/attachment.hpp"
#include "src/claim/guide_order.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837 {
namespace {

bool announces(FilledRow const& row) {
  return !row.attachment_type.empty() || !row.attachment_transmission.empty() ||
         !row.attachment_control_number.empty();
}

// 1.2E+15 is what a spreadsheet makes of a long number.
bool looks_mangled(std::string_view number) {
  auto const exponent = number.find_first_of("eE");
  if (exponent == std::string_view::npos || exponent == 0 || exponent + 1 >= number.size()) return false;
  auto const digits = [](std::string_view text, std::string_view others) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
      return (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
    });
  };
  auto const mantissa = number.substr(0, exponent);
  auto const power = number.substr(exponent + 1);
  return digits(mantissa, ".,") && (power[0] == '+' || power[0] == '-') && digits(power.substr(1), {});
}

// The X12 character sets are printable ASCII for our purposes: what a word processor made is made plain first.
bool printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool holds_delimiter(std::string_view text, Delimiters const& delimiters) {
  return std::any_of(text.begin(), text.end(), [&](char c) { return delimiters.contains(c); });
}

std::string join_words(std::string text, std::string_view more) {
  if (!text.empty()) text += "; ";
  return text += more;
}

void add_narrative(TypedEdits& result, FilledRow const& row, ClaimView const& claim, std::int32_t line) {
  if (line < 0) {
    result.refused = "A narrative belongs to a service line; this row is about the claim as a whole.";
    return;
  }
  auto const service = claim.line(static_cast<std::size_t>(line));
  if (!service.has_service()) {
    result.refused = "The line has no SV1 that could take a narrative.";
    return;
  }
  auto const& delimiters = claim.delimiters();
  if (delimiters.component == '\0') {
    result.refused = "The file names no component separator (ISA16), so SV101-7 cannot be written.";
    return;
  }
  auto text = tidied(row.narrative, delimiters);
  if (holds_delimiter(text, delimiters)) {
    result.refused = "The narrative holds a character that parts elements in this file; write it without.";
    return;
  }
  // Visit times are another program's; they stay.
  bool const times = service.narrative().found == NarrativeState::Found::clock_times;
  auto const kept = trimmed(service.description());
  if (times && text.find(kept) == std::string::npos) text += " " + std::string(kept);
  if (text_length(text) > longest_narrative) {
    result.refused = times ? "With the visit times that stand in SV101-7 and must stay, the narrative has " +
                                 std::to_string(text_length(text)) + " characters; 80 fit."
                           : "The narrative has " + std::to_string(text_length(text)) +
                                 " characters; 80 fit into SV101-7.";
    return;
  }
  if (text == service.description()) return;
  result.edits.push_back({Edit::What::set, {service.sv1_index(), 1, 7}, std::move(text)});
  result.done = join_words(std::move(result.done), times ? "narrative into SV101-7, before the visit times"
                                                         : "narrative into SV101-7");
}

void add_attachment(TypedEdits& result, FilledRow const& row, ClaimView const& claim, std::int32_t line) {
  auto const& delimiters = claim.delimiters();
  if (holds_delimiter(row.attachment_control_number, delimiters)) {
    result.refused = "The control number holds a character that parts elements in this file.";
    return;
  }
  // An indicator that waits for its number is completed; the same one again says nothing new.
  for (auto const mark : claim.indicators()) {
    if (mark.line != line) continue;
    auto const pwk = claim.segment(mark.segment);
    auto const fits = [&](std::string_view typed, std::string_view stands) {
      return typed.empty() || typed == stands;
    };
    bool const alike =
        fits(row.attachment_type, pwk[1]) && fits(row.attachment_transmission, pwk[2]);
    if (alike && trimmed(pwk[6]) == row.attachment_control_number && !row.attachment_control_number.empty()) {
      return;
    }
    if (!alike || !trimmed(pwk[6]).empty() || row.attachment_control_number.empty() || pwk[2] == "AA") continue;
    result.edits.push_back({Edit::What::set, {mark.segment, 5, 0}, "AC"});
    result.edits.push_back({Edit::What::set, {mark.segment, 6, 0}, row.attachment_control_number});
    result.done = join_words(std::move(result.done), "control number into PWK06");
    return;
  }
  if (row.attachment_type.empty() || row.attachment_transmission.empty()) {
    result.refused = "A new indicator needs both attachment_type (PWK01) and attachment_transmission (PWK02).";
    return;
  }
  auto const& loop = line < 0 ? claim.loops()[0] : claim.line(static_cast<std::size_t>(line)).loop();
  auto const separator = std::string(1, delimiters.element);
  auto segment = "PWK" + separator + row.attachment_type + separator + row.attachment_transmission;
  if (!row.attachment_control_number.empty()) {
    segment += separator + separator + separator + "AC" + separator + row.attachment_control_number;
  }
  result.edits.push_back(
      {Edit::What::insert_after, {first_behind(claim, loop, Kind::PWK) - 1, 0, 0}, std::move(segment)});
  result.done = join_words(std::move(result.done), line < 0 ? "indicator into 2300 PWK" : "indicator into 2400 PWK");
}

}  // namespace

bool something_typed(FilledRow const& row) {
  return !row.narrative.empty() || announces(row) || !row.release_reason.empty();
}

std::string fault_of(FilledRow const& row) {
  auto const& number = row.attachment_control_number;
  auto const& way = row.attachment_transmission;
  if (!row.narrative.empty()) {
    auto const plain = tidied(row.narrative, {});
    if (plain.empty()) return "The narrative is blank.";
    if (!printable(plain)) {
      return "The narrative holds a character outside of the X12 character set; use plain letters.";
    }
    if (text_length(plain) > longest_narrative) {
      return "The narrative has " + std::to_string(text_length(plain)) + " characters; 80 fit into SV101-7.";
    }
  }
  if (!row.attachment_type.empty() && !is_report_type(row.attachment_type)) {
    return "attachment_type is none of the guide's codes (PWK01), such as NN, OD, M1 or OZ.";
  }
  if (!way.empty() && way != "AA" && !is_sent(way)) {
    return "attachment_transmission is none of AA, BM, EL, EM, FT, FX (PWK02).";
  }
  if (looks_mangled(number)) {
    return "The control number was turned into an exponent by the spreadsheet; format the column as text and "
           "type it again.";
  }
  if (!number.empty() && (number.size() < 2 || number.size() > 50 || !printable(number))) {
    return "The control number must have 2 to 50 plain characters (PWK06).";
  }
  if (way == "AA" && !number.empty()) {
    return "Nothing is sent with AA, so no control number can stand beside it.";
  }
  if (is_sent(way) && number.empty()) {
    return "A document that is sent needs its control number (PWK06).";
  }
  return {};
}

TypedEdits edits_of(FilledRow const& row, ClaimView const& claim, std::int32_t line) {
  TypedEdits result;
  if (line >= 0 && static_cast<std::size_t>(line) >= claim.line_count()) {
    result.refused = "The claim has no such line.";
    return result;
  }
  if (!row.narrative.empty()) add_narrative(result, row, claim, line);
  if (result.refused.empty() && announces(row)) add_attachment(result, row, claim, line);
  if (!result.refused.empty()) result.edits.clear();
  return result;
}

}  // namespace scrub837
