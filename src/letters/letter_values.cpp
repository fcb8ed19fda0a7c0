#include "src/letters/letter_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scrub837/claim/money.hpp"
#include "src/letters/code_words.hpp"

namespace scrub837 {
namespace {

// Beyond `crowded_from` the default letter takes a smaller type.
constexpr std::size_t characters_a_line = 100;
constexpr std::size_t crowded_from = 700;

constexpr std::array<std::string_view, 40> names = {"claim",
                                                    "line",
                                                    "procedure",
                                                    "modifiers",
                                                    "date_from",
                                                    "date_to",
                                                    "charge",
                                                    "units",
                                                    "place",
                                                    "place_name",
                                                    "payer",
                                                    "payer_id",
                                                    "provider",
                                                    "provider_npi",
                                                    "provider_street",
                                                    "provider_city",
                                                    "provider_telephone",
                                                    "provider_tax_id",
                                                    "patient",
                                                    "birth_date",
                                                    "member_id",
                                                    "rendering_provider",
                                                    "rendering_npi",
                                                    "diagnoses",
                                                    "original_reference",
                                                    "authorization_number",
                                                    "narrative",
                                                    "comparable_code",
                                                    "charge_reason",
                                                    "visit_nature",
                                                    "intervention",
                                                    "patient_response",
                                                    "attachment_type",
                                                    "attachment_type_name",
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

// What a code means, or the code itself if it is none.
std::string in_words(std::string const& code, std::string_view (*words)(std::string_view)) {
  auto const found = words(code);
  return found.empty() ? code : std::string(found);
}

// 2 units, 45 minutes.
std::string shown_units(ClaimFacts const& facts) {
  if (facts.units.empty()) return {};
  auto const* const noun = facts.unit == "UN" ? " unit" : facts.unit == "MJ" ? " minute" : "";
  if (*noun == '\0') return facts.units + " " + facts.unit;
  return facts.units + noun + (facts.units == "1" ? "" : "s");
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
  std::string const type = either(upper(row.attachment_type), facts.attachment_type);
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
      {"place_name", in_words(facts.place, place_words)},
      {"units", shown_units(facts)},
      {"payer", facts.payer},
      {"payer_id", facts.payer_id},
      {"provider", facts.provider.name},
      {"provider_npi", facts.provider.id},
      {"provider_street", facts.provider.street},
      {"provider_city", facts.provider.city},
      {"provider_telephone", facts.provider.telephone},
      {"provider_tax_id", facts.provider.tax_id},
      {"patient", facts.patient.name},
      {"birth_date", shown_date(facts.patient.birth_date)},
      {"rendering_provider", facts.rendering},
      {"rendering_npi", facts.rendering_npi},
      {"diagnoses", facts.diagnoses},
      {"original_reference", facts.original_reference},
      {"authorization_number", facts.authorization},
      {"member_id", facts.member_id},
      {"narrative", either(row.narrative, facts.narrative)},
      {"comparable_code", row.comparable_code},
      {"charge_reason", row.charge_reason},
      {"visit_nature", row.visit_nature},
      {"intervention", row.intervention},
      {"patient_response", row.patient_response},
      {"attachment_type", type},
      {"attachment_type_name", in_words(type, report_type_words)},
      {"attachment_transmission", transmission},
      {"sent_by", in_words(transmission, transmission_words)},
      {"attachment_control_number", either(row.attachment_control_number, facts.attachment_control_number)},
      {"documents", document_lines(row.document_name)},
      {"crowded", typed_size(row) > crowded_from ? "yes" : ""},
  };
}

}  // namespace scrub837
