#include "src/letters/letter_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scrub837/claim/money.hpp"

namespace scrub837 {
namespace {

// Beyond `crowded_from` the default letter takes a smaller type.
constexpr std::size_t characters_a_line = 100;
constexpr std::size_t crowded_from = 700;

constexpr std::array<std::string_view, 27> names = {"claim",
                                                    "line",
                                                    "procedure",
                                                    "modifiers",
                                                    "date_from",
                                                    "date_to",
                                                    "charge",
                                                    "place",
                                                    "payer",
                                                    "payer_id",
                                                    "provider",
                                                    "provider_npi",
                                                    "patient",
                                                    "member_id",
                                                    "narrative",
                                                    "comparable_code",
                                                    "charge_reason",
                                                    "visit_nature",
                                                    "intervention",
                                                    "patient_response",
                                                    "attachment_type",
                                                    "attachment_transmission",
                                                    "attachment_control_number",
                                                    "sent_by",
                                                    "documents",
                                                    "several_days",
                                                    "crowded"};

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 20260914 as 09/14/2026; anything else as it is.
std::string shown_date(std::string const& date) {
  if (date.size() != 8 || !is_digits(date)) return date;
  return fmt::format("{}/{}/{}", date.substr(4, 2), date.substr(6, 2), date.substr(0, 4));
}

std::string shown_charge(std::string const& charge) {
  auto const amount = parse_money(charge);
  return amount ? fmt::format("${}", format_cents(to_cents(*amount))) : charge;
}

std::string upper(std::string text) {
  for (auto& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string sent_by(std::string const& transmission) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> words = {{
      {"AA", "available on request"},
      {"BM", "by mail"},
      {"EL", "electronically"},
      {"EM", "by email"},
      {"FT", "by file transfer"},
      {"FX", "by fax"},
  }};
  for (auto const& [code, meaning] : words) {
    if (code == transmission) return std::string(meaning);
  }
  return transmission;
}

// One document a line; in the worklist they are in one cell, parted by semicolons or lines.
std::string document_lines(std::string_view cell) {
  std::string lines;
  while (!cell.empty()) {
    auto const end = std::min(cell.find_first_of(";\n"), cell.size());
    auto name = cell.substr(0, end);
    cell.remove_prefix(std::min(end + 1, cell.size()));
    while (!name.empty() && (name.front() == ' ' || name.front() == '\r')) name.remove_prefix(1);
    while (!name.empty() && (name.back() == ' ' || name.back() == '\r')) name.remove_suffix(1);
    if (name.empty()) continue;
    if (!lines.empty()) lines.push_back('\n');
    lines += name;
  }
  return lines;
}

}  // namespace

std::span<std::string_view const> letter_names() { return names; }

std::size_t typed_size(FilledRow const& row) {
  std::size_t size = 0;
  for (auto const* const text : {&row.narrative, &row.charge_reason, &row.comparable_code, &row.visit_nature,
                                 &row.intervention, &row.patient_response, &row.document_name}) {
    size += text->size() +
            characters_a_line * static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n'));
  }
  return size + characters_a_line * static_cast<std::size_t>(
                                        std::count(row.document_name.begin(), row.document_name.end(), ';'));
}

LetterValues letter_values(FilledRow const& row, ClaimFacts const& facts) {
  auto const either = [](std::string const& typed, std::string const& in_claim) -> std::string {
    return typed.empty() ? in_claim : typed;
  };
  std::string const transmission = either(upper(row.attachment_transmission), facts.attachment_transmission);
  bool const several_days = !facts.date_to.empty() && facts.date_to != facts.date_from;
  return {
      {"claim", facts.claim},
      {"line", facts.line.empty() ? std::to_string(row.line_index) : facts.line},
      {"procedure", facts.procedure},
      {"modifiers", facts.modifiers},
      {"date_from", shown_date(facts.date_from)},
      {"date_to", shown_date(facts.date_to)},
      {"several_days", several_days ? "yes" : ""},
      {"charge", shown_charge(facts.charge)},
      {"place", facts.place},
      {"payer", facts.payer},
      {"payer_id", facts.payer_id},
      {"provider", facts.provider},
      {"provider_npi", facts.provider_npi},
      {"patient", facts.patient},
      {"member_id", facts.member_id},
      {"narrative", either(row.narrative, facts.narrative)},
      {"comparable_code", row.comparable_code},
      {"charge_reason", row.charge_reason},
      {"visit_nature", row.visit_nature},
      {"intervention", row.intervention},
      {"patient_response", row.patient_response},
      {"attachment_type", either(upper(row.attachment_type), facts.attachment_type)},
      {"attachment_transmission", transmission},
      {"sent_by", sent_by(transmission)},
      {"attachment_control_number", either(row.attachment_control_number, facts.attachment_control_number)},
      {"documents", document_lines(row.document_name)},
      {"crowded", typed_size(row) > crowded_from ? "yes" : ""},
  };
}

}  // namespace scrub837
