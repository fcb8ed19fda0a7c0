#include "tests/support/scrub_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "src/report/attachment_records.hpp"
#include "src/report/finding_formats.hpp"
#include "src/report/worklist_rows.hpp"
#include "tests/support/memory_run.hpp"

namespace scrub837::test {
namespace {

// What was collected can be taken back like a report.
template <typename Base, typename Kept>
class Collector : public Base {
 public:
  template <typename... Arguments>
  explicit Collector(std::vector<Kept>& kept, Arguments&&... arguments)
      : Base(std::forward<Arguments>(arguments)...), kept_(&kept) {}
  void save(EnvelopeLevel level) override {
    Base::save(level);
    marks_[static_cast<std::size_t>(level)] = kept_->size();
  }
  void restore(EnvelopeLevel level) override {
    Base::restore(level);
    kept_->resize(marks_[static_cast<std::size_t>(level)]);
  }
  void discard() override { kept_->clear(); }

 protected:
  void keep(Kept kept) { kept_->push_back(std::move(kept)); }

 private:
  std::vector<Kept>* kept_;
  std::array<std::size_t, 3> marks_{};
};

class FoundCollector final : public Collector<ScrubEvents, Found> {
 public:
  using Collector::Collector;
  void finding(FindingRecord const& record) override {
    Found found;
    found.rule = record.rule->id;
    found.severity = name_of(record.severity);
    found.element = record.element;
    found.loop = record.loop;
    found.message = record.message;
    found.before = record.before;
    found.after = record.after;
    found.segment = record.segment;
    if (record.missing != Kind::unknown) found.missing = name_of(record.missing);
    found.kind = record.kind == ErrorKind::of_rule ? record.rule->kind : record.kind;
    found.claim = record.claim.value_or("");
    found.line = record.line.value_or("");
    found.group = record.group.value_or("");
    found.transaction = record.transaction.value_or("");
    if (record.disposition) found.disposition = name_of(*record.disposition);
    found.claim_index = record.claim_index;
    found.line_index = record.line_index;
    found.segment_number = record.segment_number;
    found.offset = record.offset;
    found.interchange_index = record.interchange_index;
    found.has_fix = record.has_fix;
    found.applied = record.applied;
    found.fix = record.fix;
    keep(std::move(found));
  }
};

class RowCollector final : public Collector<WorklistRows, Asked> {
 public:
  using Collector::Collector;

 private:
  void row(WorklistRow const& row) override {
    keep({.key = row.key,
          .rule = row.rule,
          .needed = row.needed,
          .claim = std::string(row.claim),
          .loop = std::string(row.loop),
          .element = row.element,
          .current_value = row.current_value,
          .diagnoses = row.diagnoses,
          .payer = std::string(row.payer),
          .payer_id = std::string(row.payer_id),
          .last_result = row.last_result,
          .claim_index = row.claim_index,
          .line_index = row.line_index,
          .required = row.required,
          .typed = row.typed});
  }
};

class AttachmentCollector final : public Collector<AttachmentRecords, std::string> {
 public:
  using Collector::Collector;

 private:
  void attachment(AttachmentRecord const& record) override {
    CsvLine buffer;
    auto const line = to_csv_line(record, buffer);
    keep(std::string(line.substr(0, line.size() - 2)));
  }
};

}  // namespace

std::string Scrubbed::rules() const {
  std::string text;
  for (auto const& found : findings) {
    if (!text.empty()) text.push_back(' ');
    text += found.rule;
  }
  return text;
}

namespace {

Scrubbed run_text(std::string const& bytes, Settings const& settings, std::size_t block_size,
                  SupplySource* supplies, std::optional<ControlNumbers> numbers,
                  SendingRecord* record = nullptr) {
  Scrubbed result;
  FoundCollector findings(result.findings);
  RowCollector rows(result.rows, "test.837", supplies, settings);
  AttachmentCollector attachments(result.attachments, supplies, numbers);
  Consumers consumers({&findings, &rows, &attachments});
  if (record != nullptr) consumers.add(*record);
  auto run =
      run_in_memory(bytes, Judge(settings), consumers,
                    {.block_size = block_size, .supplies = supplies, .numbers = numbers, .record = record});
  result.outcome = std::move(run.outcome);
  result.clean = std::move(run.clean);
  result.held = std::move(run.held);
  return result;
}

}  // namespace

Scrubbed scrub_text(std::string const& bytes, Settings const& settings, std::size_t block_size) {
  return run_text(bytes, settings, block_size, nullptr, std::nullopt);
}

Scrubbed scrub_text(std::string const& bytes, SendingRecord& record, Settings const& settings) {
  return run_text(bytes, settings, std::size_t{1} << 20U, nullptr, std::nullopt, &record);
}

Scrubbed scrub_text(std::string const& bytes, SupplySource& supplies, Settings const& settings,
                    std::size_t block_size) {
  return run_text(bytes, settings, block_size, &supplies, std::nullopt);
}

Scrubbed rerun_text(std::string const& bytes, SupplySource& supplies, std::uint64_t number,
                    Settings const& settings, std::size_t block_size) {
  return run_text(bytes, settings, block_size, &supplies, ControlNumbers{number});
}

std::vector<Found> findings_of(Scrubbed const& scrubbed, std::string_view rule) {
  std::vector<Found> result;
  std::copy_if(scrubbed.findings.begin(), scrubbed.findings.end(), std::back_inserter(result),
               [&](Found const& found) { return found.rule == rule; });
  return result;
}

std::size_t count_of(Scrubbed const& scrubbed, std::string_view rule) {
  return findings_of(scrubbed, rule).size();
}

Found found_of(Scrubbed const& scrubbed, std::string_view rule) {
  auto const all = findings_of(scrubbed, rule);
  CAPTURE(std::string(rule));
  REQUIRE(!all.empty());
  return all.front();
}

std::string profile_text(std::string_view settings) {
  constexpr std::string_view head =
      "[[profile]]\nname = 'example'\nsource = 'example'\nmatch = { any = true }\n";
  return std::string(head).append(settings);
}

std::shared_ptr<Profiles const> profile_of(std::string_view settings) {
  if (settings.empty()) return nullptr;
  return Profiles::read_text(profile_text(settings), "example");
}

Settings under(std::string_view profile, Settings settings) {
  settings.profiles = profile_of(profile);
  return settings;
}

Settings ignoring(std::vector<std::string> const& words) {
  Settings settings;
  REQUIRE(settings.ignore(words).empty());
  return settings;
}

Settings with_advice() {
  Settings settings;
  settings.info = true;
  return settings;
}

Settings with_unsafe_fixes() {
  Settings settings;
  settings.unsafe_fixes = true;
  return settings;
}

}  // namespace scrub837::test
