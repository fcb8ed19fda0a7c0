#include "src/report/described_row.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "src/report/claim_parties.hpp"
#include "src/report/shown_value.hpp"
#include "src/text/ascii.hpp"

namespace scrub837 {
namespace {

// What is listed of notes, attachments and diagnoses; a damaged claim may have thousands.
constexpr std::size_t longest_list = 2000;

void add_to(std::string& list, std::string_view between, std::string_view item) {
  if (list.size() > longest_list) return;
  if (!list.empty()) list += between;
  list += item;
}

void list_notes(std::string& list, ClaimView const& claim, std::int32_t line, std::string_view lead) {
  for (auto const mark : claim.notes_of(line)) {
    auto const note = claim.segment(mark.segment);
    add_to(list, "; ", fmt::format("{}{}: {}", lead, note[1], shown_value(note[2])));
  }
}

// PWK01, PWK02 and PWK06.
void list_indicators(std::string& list, ClaimView const& claim, std::int32_t line, std::string_view lead) {
  for (auto const mark : claim.indicators_of(line)) {
    auto const pwk = claim.segment(mark.segment);
    auto const number = shown_value(pwk[6]);
    add_to(list, "; ",
           fmt::format("{}{} {}{}{}", lead, shown_value(pwk[1]), shown_value(pwk[2]),
                       number.empty() ? "" : " ", number));
  }
}

// Codes of HI segments, in order: HI01-2, HI02-2 and so on.
std::vector<std::string_view> diagnosis_codes(ClaimView const& claim) {
  constexpr std::size_t most = 12;
  std::vector<std::string_view> codes;
  for (auto const index : claim.direct(0, Kind::HI)) {
    auto const hi = claim.segment(index);
    for (std::size_t element = 1; element <= most; ++element) {
      auto const qualifier = hi.component(element, 1);
      if (qualifier == "ABK" || qualifier == "ABF" || qualifier == "BK" || qualifier == "BF")
        codes.push_back(shown_value(hi.component(element, 2)));
    }
  }
  return codes;
}

void list_diagnoses(std::string& list, ClaimView const& claim, std::int32_t line) {
  auto const codes = diagnosis_codes(claim);
  if (line >= 0) {
    auto const service = claim.line(static_cast<std::size_t>(line));
    for (std::size_t i = 1; service.has_service() && i <= 4; ++i) {
      auto const pointer = service.sv1().component(7, i);
      if (pointer.size() > 2 || pointer.empty() || !std::all_of(pointer.begin(), pointer.end(), is_digit))
        continue;
      auto const number = std::stoul(std::string(pointer));
      if (number >= 1 && number <= codes.size()) add_to(list, " ", codes[number - 1]);
    }
  }
  if (!list.empty()) return;
  for (auto const code : codes) add_to(list, " ", code);
}

}  // namespace

void describe_level(WorklistRow& row, LevelContents const& levels, Delimiters delimiters) {
  auto parties = parties_in(levels, delimiters);
  row.patient = std::move(parties.patient);
  row.birth_date = parties.birth_date;
  row.member_id = parties.member_id;
  row.provider = std::move(parties.billing_provider.name);
  row.provider_npi = parties.billing_provider.npi();
}

void describe_content(WorklistRow& row, ClaimView const& claim, std::int32_t line,
                      LevelContents const& levels) {
  describe_level(row, levels, claim.delimiters());
  if (auto rendering = rendering_provider(claim, line); !rendering.name.empty()) {
    row.provider = std::move(rendering.name);
    row.provider_npi = rendering.npi();
  }
  list_diagnoses(row.diagnoses, claim, line);
  if (line >= 0) {
    auto const service = claim.line(static_cast<std::size_t>(line));
    if (service.has_service()) row.units = shown_value(service.sv1()[4]);
    row.current_description = shown_value(service.description());
    list_notes(row.current_notes, claim, line, "");
    list_indicators(row.current_attachments, claim, line, "");
  }
  list_notes(row.current_notes, claim, -1, line < 0 ? "" : "claim ");
  list_indicators(row.current_attachments, claim, -1, line < 0 ? "" : "claim ");
}

}  // namespace scrub837
