#include "src/report/attachment_records.hpp"

namespace scrub837 {
namespace {

// LX01 of the line that a segment is in; empty if the line begins with its SV1.
std::string_view line_number(ClaimUnit const& unit, std::uint32_t segment) {
  int services = 0;
  for (auto i = segment; i-- > 0;) {
    auto const kind = unit.segments()[i].kind;
    if (kind == Kind::LX) return unit.segment(i)[1];
    if (kind == Kind::SV1 && ++services > 1) break;
  }
  return {};
}

}  // namespace

void AttachmentRecords::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  if (verdict.disposition == Disposition::held || unit.where().as_received) return;
  bool const changed = verdict.fix_result.claim.has_value();
  if (!changed && verdict.indicators.empty()) return;
  AttachmentRecord record;
  record.interchange = unit.where().interchange;
  record.group = unit.where().group;
  record.transaction = unit.where().set;
  std::string interchange;
  std::string group;
  if (numbers_) {
    record.interchange = interchange = numbers_->interchange(unit.where().interchange_ordinal);
    record.group = group = numbers_->group(unit.where().group_ordinal);
  }
  record.claim_index = unit.where().claim;
  record.payer_id = unit.inherited().payer_id;
  auto const list = [&](SegmentView const& pwk, std::int32_t line, std::string_view number) {
    record.line = number;
    record.line_index = static_cast<std::uint64_t>(line) + 1;
    record.report_type = pwk[1];
    record.transmission = pwk[2];
    record.control_number = pwk[6];
    SupplySource::Document document;
    if (supplies_ != nullptr && supplies_->knows(unit.segment(0)[1]))
      document = supplies_->document(unit.digest(), record.control_number);
    record.document_name = document.name;
    record.sha256 = document.sha256;
    attachment(record);
  };
  if (!changed) {
    record.claim = unit.segment(0)[1];
    std::int32_t line = -1;
    std::string_view number;
    for (auto const& [key, mark] : verdict.indicators) {
      // They are line by line: one search a line.
      if (mark.line != line) number = line_number(unit, mark.segment);
      line = mark.line;
      list(unit.segment(mark.segment), line, number);
    }
    return;
  }
  auto const claim = verdict.fix_result.claim->view(unit.inherited(), unit.settings());
  record.claim = claim.clm()[1];
  for (auto const mark : claim.indicators()) {
    auto const pwk = claim.segment(mark.segment);
    std::string_view number;
    if (mark.line >= 0) {
      auto const first = claim.line(static_cast<std::size_t>(mark.line)).first();
      if (kind_of(first.id()) == Kind::LX) number = first[1];
    }
    list(pwk, mark.line, number);
  }
}

}  // namespace scrub837
