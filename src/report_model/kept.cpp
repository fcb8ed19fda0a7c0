#include "src/report_model/kept.hpp"

#include <array>

#include "src/text/eight_bytes.hpp"

namespace scrub837 {
namespace {

// Names of fields, quotes and commas.
constexpr std::size_t around_finding = 120;
constexpr std::size_t around_segment = 14;
constexpr std::size_t around_claim = 260;
constexpr std::size_t around_row = 60;
constexpr std::size_t around_number = 8;

// How many bytes each byte has in a page.
constexpr std::array<std::uint8_t, 256> sizes_in_page = [] {
  constexpr std::uint8_t escaped = 6;  // \u003C
  std::array<std::uint8_t, 256> sizes{};
  for (std::size_t byte = 0; byte < sizes.size(); ++byte)
    sizes[byte] = byte < 0x20 ? escaped : byte < 0x80 ? 1 : 5;  // at most 5, where it is not UTF-8
  for (char const byte : {'<', '>', '&'}) sizes[static_cast<unsigned char>(byte)] = escaped;
  for (char const byte : {'"', '\\'}) sizes[static_cast<unsigned char>(byte)] = 2;
  return sizes;
}();

std::size_t finding_size(ReportFinding const& finding) {
  return around_finding + size_in_page(finding.message) + size_in_page(finding.element) +
         size_in_page(finding.before) + size_in_page(finding.after);
}

std::size_t rows_in_page(std::vector<std::string> const& rows) {
  std::size_t size = 0;
  for (auto const& row : rows) size += around_row + size_in_page(row);
  return size;
}

}  // namespace

std::size_t size_in_page(std::string_view text) {
  // This look may say yes wrongly, and never no.
  bool const odd = any_eight(text, [](EightBytes bytes) {
    return bytes.unprintable() | bytes.hold('<') | bytes.hold('>') | bytes.hold('&') | bytes.hold('"') |
           bytes.hold('\\');
  });
  if (!odd) return text.size();
  std::size_t size = 0;
  for (char const byte : text) size += sizes_in_page[static_cast<unsigned char>(byte)];
  return size;
}

std::size_t size_in_page(ReportClaim const& claim) {
  auto size = around_claim + rows_in_page(claim.rows);
  for (auto const* const text : {&claim.claim, &claim.patient, &claim.payer, &claim.payer_id, &claim.provider,
                                 &claim.provider_npi, &claim.held_for})
    size += size_in_page(*text);
  size += claim.above.size() * around_number;
  size += claim.segments.size() * around_segment + size_in_page(claim.text);
  for (auto const& finding : claim.findings) size += finding_size(finding);
  return size;
}

std::size_t size_in_page(ReportAbove const& above) {
  return around_claim + size_in_page(above.segment) + finding_size(above.finding) + rows_in_page(above.rows);
}

ShownRank rank_of(ReportClaim const& claim) {
  auto const group = claim.disposition == Disposition::held       ? 0U
                     : claim.disposition == Disposition::released ? 1U
                     : claim.disposition == Disposition::fixed    ? 2U
                                                                  : 3U;
  return {group, -claim.cents, claim.file, claim.claim_index};
}

ShownRank rank_of(ReportAbove const& above) {
  return {above.cause == 0 ? 1U : 0U, 0, above.file, above.offset};
}

}  // namespace scrub837
