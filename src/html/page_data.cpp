#include "src/html/page_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "src/html/page_json.hpp"
#include "src/report/finding_formats.hpp"

namespace scrub837 {
namespace {

// Texts that many things share: each is written once, and named by its number.
class Texts {
 public:
  std::size_t number_of(std::string_view text) {
    if (auto const known = numbers_.find(text); known != numbers_.end()) return known->second;
    auto const added = numbers_.emplace(text, texts_.size()).first;
    texts_.push_back(&added->first);
    return added->second;
  }
  [[nodiscard]] std::vector<std::string const*> const& all() const { return texts_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> numbers_;
  std::vector<std::string const*> texts_;
};

// Where the cell ends that begins at `first`. In quotes, a quote is doubled.
std::size_t end_of_cell(std::string_view line, std::size_t first) {
  if (first == line.size() || line[first] != '"') return std::min(line.find(',', first), line.size());
  for (auto at = line.find('"', first + 1); at != std::string_view::npos; at = line.find('"', at + 2)) {
    if (at + 1 == line.size() || line[at + 1] != '"') return at + 1;
  }
  return line.size();
}

// The cells of a line of CSV as they are, quotes included.
std::vector<std::string_view> cells_of(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  cells.reserve(worklist_columns.size());
  for (std::size_t first = 0; first <= line.size();) {
    auto const end = end_of_cell(line, first);
    cells.push_back(line.substr(first, end - first));
    first = end + 1;
  }
  return cells;
}

class PageData {
 public:
  PageData(std::string& page, ReportModel const& model) : model_(&model), json_(page) {
    cells_.number_of("");  // a cell that is empty is left out at the end of a row
  }

  void add() {
    json_.open('{');
    json_.open("columns", '[');
    for (auto const column : worklist_columns) json_.text(column);
    json_.close(']');
    json_.open("files", '[');
    for (auto const& file : model_->files) json_.text(file.name);
    json_.close(']');
    json_.number_if("left_out", model_->claims_left_out);
    add_causes();
    json_.open("above", '[');
    // Notes are in the page already. They come last: what a claim names has its place here, too.
    for (auto const& above : model_->above) {
      if (!is_note(above)) add(above);
    }
    json_.close(']');
    json_.open("claims", '[');
    for (auto const& claim : model_->claims) add(claim);
    json_.close(']');
    add_shared();
    json_.close('}');
  }

 private:
  void add_causes() {
    json_.open("causes", '[');
    for (auto const& cause : model_->causes) {
      rules_.insert(cause.rule);
      json_.open('{');
      json_.text("rule", cause.rule->id);
      json_.text("subject", cause.subject);
      json_.close('}');
    }
    json_.close(']');
  }

  // The fields of a finding, in an object that is open.
  void add_fields(ReportFinding const& finding) {
    rules_.insert(finding.rule);
    json_.text("rule", finding.rule->id);
    json_.text("severity", name_of(finding.severity));
    json_.open("at", '[');
    json_.number(finding.place.segment);
    json_.number(unsigned{finding.place.element});
    json_.number(unsigned{finding.place.component});
    json_.number(unsigned{finding.place.repetition});
    json_.close(']');
    json_.text("element", finding.element);
    json_.text("loop", finding.loop);
    if (finding.missing != Kind::unknown) json_.text("missing", name_of(finding.missing));
    json_.text("line", finding.line);
    json_.number("message", messages_.number_of(finding.message));
    if (!finding.what_to_do.empty()) json_.number("do", messages_.number_of(finding.what_to_do));
    json_.flag("applied", finding.applied);
    json_.flag("mended", !finding.left);
    json_.text("before", finding.before);
    json_.text("after", finding.after);
  }

  void add_rows(std::vector<std::string> const& rows) {
    if (rows.empty()) return;
    json_.open("rows", '[');
    for (auto const& row : rows) {
      auto cells = cells_of(row);
      while (!cells.empty() && cells.back().empty()) cells.pop_back();
      json_.open('[');
      for (auto const cell : cells) json_.number(cells_.number_of(cell));
      json_.close(']');
    }
    json_.close(']');
  }

  std::size_t delimiters_of(Delimiters const& it) {
    return delimiters_.number_of(std::string{it.element, it.component, it.repetition});
  }

  void add(ReportAbove const& above) {
    json_.open('{');
    json_.number("file", above.file);
    if (above.finding.rule != nullptr) {
      add_fields(above.finding);
      json_.text("set", above.set);
      json_.number_if("number", above.segment_number);
      json_.number("delimiters", delimiters_of(above.delimiters));
      json_.text("segment", above.segment);
    }
    add_rows(above.rows);
    json_.close('}');
  }

  void add(ReportClaim const& claim) {
    json_.open('{');
    json_.text_always("claim", claim.claim);
    json_.number("index", claim.claim_index);
    json_.number("file", claim.file);
    json_.text("patient", claim.patient);
    json_.number("payer", payers_.number_of(claim.payer + '\0' + claim.payer_id));
    json_.number("provider", providers_.number_of(claim.provider + '\0' + claim.provider_npi));
    json_.text("date", claim.date_from);
    json_.number("cents", claim.cents);
    json_.number("lines", claim.lines);
    json_.text("status", name_of(claim.disposition));
    json_.text("why", claim.held_for);
    json_.number("delimiters", delimiters_of(claim.delimiters));
    json_.open("segments", '[');
    for (auto const& segment : claim.segments) {
      json_.open('[');
      json_.number(segment.index);
      json_.text(name_of(segment.loop));
      json_.text(claim.text_of(segment));
      json_.close(']');
    }
    json_.close(']');
    json_.number_if("more", claim.segments_left_out);
    if (!claim.findings.empty()) {
      json_.open("findings", '[');
      for (auto const& finding : claim.findings) {
        json_.open('{');
        add_fields(finding);
        json_.close('}');
      }
      json_.close(']');
    }
    if (!claim.causes.empty()) {
      json_.open("causes", '[');
      for (auto const cause : claim.causes) json_.number(cause);
      json_.close(']');
    }
    if (!claim.above.empty()) {
      json_.open("above", '[');
      for (auto const above : claim.above) json_.number(above);
      json_.close(']');
    }
    json_.flag("above_left_out", claim.above_left_out > 0);
    add_rows(claim.rows);
    json_.close('}');
  }

  void add_list(std::string_view key, Texts const& texts) {
    json_.open(key, '[');
    for (auto const* const text : texts.all()) json_.text(*text);
    json_.close(']');
  }

  // A delimiter that the interchange doesn't have is an empty text.
  void add_delimiters() {
    json_.open("delimiters", '[');
    for (auto const* const all : delimiters_.all()) {
      json_.open('[');
      for (std::size_t i = 0; i < all->size(); ++i)
        json_.text((*all)[i] == '\0' ? std::string_view{} : std::string_view(*all).substr(i, 1));
      json_.close(']');
    }
    json_.close(']');
  }

  void add_parties(std::string_view key, Texts const& parties, std::string_view id) {
    json_.open(key, '[');
    for (auto const* const party : parties.all()) {
      auto const end = party->rfind('\0');
      json_.open('{');
      json_.text("name", std::string_view(*party).substr(0, end));
      json_.text(id, std::string_view(*party).substr(end + 1));
      json_.close('}');
    }
    json_.close(']');
  }

  // What was named by numbers, and the rules.
  void add_shared() {
    add_list("messages", messages_);
    add_list("cells", cells_);
    add_delimiters();
    add_parties("payers", payers_, "id");
    add_parties("providers", providers_, "npi");
    std::vector<Rule const*> rules(rules_.begin(), rules_.end());
    std::ranges::sort(rules, {}, &Rule::id);
    json_.open("rules", '{');
    for (auto const* const rule : rules) {
      json_.open(rule->id, '{');
      json_.text("name", rule->name);
      json_.text("help", what_the_rule_says(*rule));
      json_.close('}');
    }
    json_.close('}');
  }

  ReportModel const* model_;
  PageJson json_;
  Texts messages_, cells_, delimiters_, payers_, providers_;
  std::set<Rule const*> rules_;
};

}  // namespace

void add_page_data(std::string& page, ReportModel const& model) { PageData(page, model).add(); }

}  // namespace scrub837
