#include "src/pipeline/file_scrubber.hpp"

namespace scrub837 {
namespace {

// LX01 of the line that a segment stands in; empty if the line begins with its SV1.
std::string_view line_number(std::span<Segment const> unit, std::uint32_t segment, Block const& block,
                             Delimiters delimiters) {
  int services = 0;
  for (auto i = segment; i-- > 0;) {
    if (unit[i].kind == Kind::LX) return block.view(unit[i], delimiters)[1];
    if (unit[i].kind == Kind::SV1 && ++services > 1) break;
  }
  return {};
}

}  // namespace

// An attachment sender matches its documents by these: one record an indicator that goes out.
void FileScrubber::list_attachments(std::span<Segment const> unit, ClaimVerdict const& verdict,
                                    Inherited const& inherited, std::string_view digest) {
  bool const changed = verdict.fix_result.claim.has_value();
  if (!changed && verdict.indicators.empty()) return;
  AttachmentRecord record;
  auto const control = [](EnvelopeState const& scope) {
    return scope.open && !scope.implicit ? std::string_view(scope.control) : std::string_view{};
  };
  record.interchange = control(now_.interchange);
  record.group = control(now_.group);
  record.transaction = control(now_.set);
  std::string interchange;
  std::string group;
  if (job_.numbers) {
    record.interchange = interchange = job_.numbers->interchange(now_.interchange_index);
    record.group = group = job_.numbers->group(now_.group_ordinal);
  }
  record.claim_index = now_.claim_index;
  record.payer_id = inherited.payer_id;
  auto const list = [&](SegmentView const& pwk, std::int32_t line, std::string_view number) {
    record.line = number;
    record.line_index = static_cast<std::uint64_t>(line) + 1;
    record.report_type = pwk[1];
    record.transmission = pwk[2];
    record.control_number = pwk[6];
    SupplySource::Document document;
    if (job_.supplies != nullptr) document = job_.supplies->document(digest, record.control_number);
    record.document_name = document.name;
    record.sha256 = document.sha256;
    job_.report->attachment(record);
  };
  if (!changed) {
    record.claim = view(unit[0])[1];
    std::int32_t line = -1;
    std::string_view number;
    for (auto const& [key, mark] : verdict.indicators) {
      // They stand line by line: one search a line.
      if (mark.line != line) number = line_number(unit, mark.segment, block(), now_.delimiters);
      line = mark.line;
      list(view(unit[mark.segment]), line, number);
    }
    return;
  }
  auto const claim = verdict.fix_result.claim->view(inherited, settings());
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
