#include "src/scrub/described_row.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "src/claim/diagnoses.hpp"
#include "src/claim/service_line.hpp"
#include "src/text/shown_value.hpp"

namespace scrub837 {
namespace {

// CLM01, or its beginning if that is long: it is asked for in every row.
std::string_view short_claim_number(ClaimView const& claim) {
  constexpr std::size_t enough = 2 * longest_value_shown;
  auto const clm = claim.clm();
  return nth_part(clm.text().substr(0, enough), clm.delimiters().element, 1);
}

void read_dates(WorklistRow& row, LineView const& line) {
  auto const dates = service_dates(line);
  row.date_from = shown_value(dates.from);
  row.date_to = shown_value(dates.to);
}

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

// Where a pointer is asked for, one has to see which number each diagnosis has.
bool asks_for_pointer(ClaimView const& claim, Place const& value) {
  return value.element == 7 && value.segment < claim.segments().size() &&
         kind_of(claim.segment(value.segment).id()) == Kind::SV1;
}

void list_diagnoses(std::string& list, ClaimView const& claim, std::int32_t line, bool numbered) {
  if (!numbered) {
    for (auto const code : diagnoses_of(claim, line)) add_to(list, " ", shown_value(code));
    return;
  }
  std::size_t number = 0;
  for (auto const code : diagnosis_codes(claim))
    add_to(list, ", ", fmt::format("{} {}", ++number, shown_value(code)));
}

}  // namespace

void describe_row(WorklistRow& row, ClaimView const& claim, std::int32_t line) {
  row.claim = shown_value(short_claim_number(claim));
  row.payer_id = shown_value(claim.inherited().payer_id);
  row.payer = shown_value(claim.inherited().payer_name);
  row.place = shown_value(claim.place_of_service());
  row.charge = shown_value(claim.total_text());
  if (line < 0) {
    if (claim.line_count() > 0) read_dates(row, claim.line(0));
    return;
  }
  auto const service = claim.line(static_cast<std::size_t>(line));
  row.line_index = static_cast<std::uint64_t>(line) + 1;
  if (kind_of(service.first().id()) == Kind::LX) row.line = service.first()[1];
  read_dates(row, service);
  if (!service.has_service()) return;
  auto const sv1 = service.sv1();
  row.procedure = sv1.component(1, 2);
  for (std::size_t part = 3; part <= 6; ++part) {
    auto const modifier = sv1.component(1, part);
    if (modifier.empty()) continue;
    if (!row.modifiers.empty()) row.modifiers.push_back(' ');
    row.modifiers.append(modifier);
  }
  row.charge = sv1[2];
  if (!sv1[5].empty()) row.place = sv1[5];
}

void describe_content(WorklistRow& row, ClaimView const& claim, std::int32_t line, Place const& value) {
  list_diagnoses(row.diagnoses, claim, line, asks_for_pointer(claim, value));
  if (line >= 0) {
    auto const service = claim.line(static_cast<std::size_t>(line));
    if (service.has_service()) row.units = shown_value(service.units());
    row.current_description = shown_value(service.description());
    list_notes(row.current_notes, claim, line, "");
    list_indicators(row.current_attachments, claim, line, "");
  }
  list_notes(row.current_notes, claim, -1, line < 0 ? "" : "claim ");
  list_indicators(row.current_attachments, claim, -1, line < 0 ? "" : "claim ");
}

}  // namespace scrub837
