#include <fmt/format.h>

#include <algorithm>

#include "src/io/sha256.hpp"
#include "src/pipeline/file_scrubber.hpp"

// The worklist rows of errors above the claims.

namespace scrub837 {

void FileScrubber::hold_below(Rule const& rule, Severity severity, Fault const& fault,
                              SegmentLocation const& spot, bool applied, UnitAbove* unit) {
  // An error above the claims that stands holds what is below: one row says so.
  if (severity != Severity::error || applied) return;
  if (unit != nullptr && rule.release != Release::impossible) {
    auto const append = [](std::string& text, std::string_view more) {
      if (text.find(more) == std::string::npos) text.append(text.empty() ? "" : " ").append(more);
    };
    append(unit->errors.rules, rule.id);
    append(unit->needed, fmt::format("{} {}", fault.message, rule.doc.fix));
    unit->errors.release = std::max(unit->errors.release, rule.release);
  } else if (settings().hold != Hold::never || rule.release == Release::impossible) {
    row_above(rule, fault, spot);
  }
}

std::string FileScrubber::control_numbers_above() const {
  return fmt::format("{}\n{}\n{}\n", now_.interchange.control, now_.group.control, now_.set.control);
}

// The row of an error that no reason lets out. Its key is the same in the held file, whose counts differ.
void FileScrubber::row_above(Rule const& rule, Fault const& fault, SegmentLocation const& spot) {
  if (job_.supplies == nullptr && (!job_.report->takes_rows() || now_.refusal_rows >= max_reported ||
                                   (now_.set.open && now_.set_rows >= max_reported)))
    return;
  WorklistRow row;
  row.key = fmt::format("X{}", sha256(fmt::format("{}\n{}{}", rule.id, control_numbers_above(),
                                                  spot.kind == Kind::HL ? spot.text : std::string_view{})));
  row.file = job_.file;
  row.rule = rule.id;
  row.needed = fault.message + " " + std::string(rule.doc.fix);
  if (job_.supplies != nullptr) job_.supplies->fill_above(row, row.key);
  if (++now_.refusal_rows == max_reported)
    row.needed += " If more sets, groups or interchanges of this file are refused, they have no row.";
  write_row_above(row);
}

// What was typed is never left out.
void FileScrubber::write_row_above(WorklistRow& row) {
  auto const rows = now_.set.open ? ++now_.set_rows : 1;
  if (rows > max_reported && std::ranges::all_of(row.typed, &std::string::empty)) return;
  if (rows == max_reported) row.needed += " If more levels of this set wait for something, they have no row.";
  job_.report->row(row);
}

// Writes the row of the errors in a unit above the claims, unless a reason that was typed into it releases
// them; then its key is added to `released`. \return whether they hold what is below
bool FileScrubber::ask_above(std::span<Segment const> unit, UnitAbove const& above,
                             std::vector<std::string>& released) {
  if (above.errors.rules.empty()) return false;
  if (settings().hold == Hold::never) return true;
  if (job_.supplies == nullptr && (!job_.report->takes_rows() || now_.set_rows >= max_reported)) return true;
  std::string bytes;
  for (auto const& segment : unit) bytes.append(block().text(segment)).push_back('\n');
  constexpr std::size_t enough = 12;
  auto const place = sha256(control_numbers_above() + now_.contents.digest()).substr(0, enough);
  WorklistRow row;
  row.key = fmt::format("L{}.{}", sha256(bytes), place);
  if (job_.supplies != nullptr) {
    bool const out = !as_received() && lets_out(job_.supplies->consent_above(row.key), above.errors.release);
    job_.supplies->done_above(row.key, above.errors, out);
    if (out) {
      released.push_back(std::move(row.key));
      return false;
    }
    job_.supplies->fill_above(row, row.key);
  }
  row.file = job_.file;
  row.rule = above.errors.rules;
  row.needed = above.needed;
  if (above.errors.release != Release::impossible) {
    row.needed +=
        above.errors.release == Release::ordinary
            ? " If it is right as it stands, a reason in release_reason lets the claims below out."
            : " A reason of at least ten letters in release_reason lets the claims below out, though "
              "their receiver is certain to reject them.";
  }
  write_row_above(row);
  return true;
}

}  // namespace scrub837
