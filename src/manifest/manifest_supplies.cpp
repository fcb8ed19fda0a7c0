#include "src/manifest/manifest_supplies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "scrub837/rule.hpp"
#include "src/claim/attachment_edits.hpp"
#include "src/worklist/typed_edits.hpp"

namespace scrub837 {
namespace {

using State = DocumentResult::State;

Announcement announcement(ListedDocument const& document) {
  return {document.type, document.transmission, document.control_number};
}

// What a person would have typed into the worklist for it.
FilledRow as_typed(ListedDocument const& document) {
  FilledRow row;
  row.attachment_type = document.type;
  row.attachment_transmission = document.transmission;
  row.attachment_control_number = document.control_number;
  return row;
}

std::string_view without_zeros(std::string_view number) {
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  return number;
}

// The line whose LX01 it is; -1: none.
std::int32_t line_with(ClaimView const& claim, std::string_view number) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const first = claim.line(i).first();
    if (kind_of(first.id()) == Kind::LX && without_zeros(first[1]) == without_zeros(number)) {
      return static_cast<std::int32_t>(i);
    }
  }
  return -1;
}

bool same(ListedDocument const& a, ListedDocument const& b) {
  return a.claim == b.claim && a.line == b.line && a.type == b.type && a.transmission == b.transmission &&
         a.control_number == b.control_number;
}

// Whether an edit brings a control number into the claim.
bool brings(Edit const& edit, std::string_view number, char separator) {
  if (number.empty()) return false;
  return edit.what == Edit::What::insert_after
             ? edit.value.starts_with("PWK") && nth_part(edit.value, separator, 6) == number
             : edit.what == Edit::What::set && edit.place.element == 6 && edit.value == number;
}

}  // namespace

std::string_view name_of(DocumentResult::State state) {
  switch (state) {
    case State::not_found:
      return "not found";
    case State::refused:
      return "refused";
    case State::waiting:
      return "waiting";
    case State::applied:
      return "applied";
  }
  return {};
}

ManifestSupplies::ManifestSupplies(ManifestFile const& file) {
  listed_.reserve(file.documents.size());  // places point into it
  for (auto const& document : file.documents) {
    results_.push_back({document.number, State::not_found, "No claim of the inputs has this number."});
    listed_.push_back({document, results_.size() - 1, true, false, -1, {}});
    check(listed_.back());
    by_claim_[document.claim].push_back(listed_.size() - 1);
  }
}

// What is odd about a document, behind what became of it.
void ManifestSupplies::say(Listed const& listed) {
  auto const& remark = listed.document.remark;
  auto& words = results_[listed.result].words;
  if (!remark.empty() && words.find(remark) == std::string::npos) words += " But " + remark + ".";
}

void ManifestSupplies::refuse(Listed& listed, std::string why) {
  listed.usable = false;
  results_[listed.result].state = State::refused;
  results_[listed.result].words = std::move(why);
}

void ManifestSupplies::check(Listed& listed) {
  auto const& document = listed.document;
  if (!document.refused.empty()) return refuse(listed, document.refused);
  if (document.type.empty() || document.transmission.empty()) {
    return refuse(listed, "The type (PWK01) or the transmission (PWK02) is missing.");
  }
  if (auto why = fault_of(as_typed(document)); !why.empty()) return refuse(listed, std::move(why));
  if (document.control_number.empty()) return;
  auto const [entry, fresh] = by_number_.try_emplace(document.control_number, listed.result);
  if (fresh) return;
  auto const& first = listed_[entry->second];
  if (same(first.document, document)) {
    listed.usable = false;
    results_[listed.result].state = State::applied;
    results_[listed.result].words = fmt::format("Says the same as row {}.", first.document.number);
  } else {
    refuse(listed, fmt::format("The control number stands in row {} too; each document needs its own.",
                               first.document.number));
  }
}

bool ManifestSupplies::knows(std::string_view claim) const { return by_claim_.contains(std::string(claim)); }

// Of several claims with one number the first gets the document; what is read again gets the same answer.
void ManifestSupplies::place(Listed& listed, ClaimView const& claim, std::string_view digest) {
  if (listed.digest.empty()) listed.digest = digest;
  if (listed.digest != digest) {
    auto& remark = listed.document.remark;
    if (remark.empty()) remark = "another claim has the same number; the first one got the document";
    return say(listed);
  }
  auto& here = by_digest_[listed.digest];
  if (std::find(here.begin(), here.end(), &listed) == here.end()) here.push_back(&listed);
  listed.line = listed.document.line.empty() ? -1 : line_with(claim, listed.document.line);
  listed.placed = listed.document.line.empty() || listed.line >= 0;
}

void ManifestSupplies::announce(Supply& supply, Listed& listed, ClaimView const& claim,
                                std::vector<Edit> const& others, std::vector<std::uint32_t>& taken) {
  auto const document = announcement(listed.document);
  auto& result = results_[listed.result];
  auto const separator = claim.delimiters().element;
  result.state = State::applied;
  if (std::any_of(others.begin(), others.end(),
                  [&](Edit const& edit) { return brings(edit, document.number, separator); })) {
    result.words = "Its worklist row says the same.";
    return;
  }
  for (auto const mark : claim.indicators()) {
    if (mark.line != listed.line || !says(claim.segment(mark.segment), document)) continue;
    result.words = "Its indicator stands there already.";
    return;
  }
  // An indicator of this type that waits for its number gets it.
  for (auto const mark : claim.indicators()) {
    auto const pwk = claim.segment(mark.segment);
    if (mark.line != listed.line || pwk[1] != document.type || !is_incomplete(pwk) ||
        std::find(taken.begin(), taken.end(), mark.segment) != taken.end()) {
      continue;
    }
    taken.push_back(mark.segment);
    auto edits = completing(pwk, mark.segment, document);
    std::move(edits.begin(), edits.end(), std::back_inserter(supply.edits));
    result.words = "The indicator that waited for it is complete.";
    return;
  }
  supply.edits.push_back(announcing(claim, listed.line, document));
  result.words = listed.line < 0 ? "Indicator into 2300 PWK." : "Indicator into 2400 PWK.";
}

Supply ManifestSupplies::for_claim(ClaimView const& claim, std::string_view digest,
                                   std::vector<Edit> const& others) {
  Supply supply;
  auto const found = by_claim_.find(std::string(claim.clm()[1]));
  if (found == by_claim_.end()) return supply;
  // Segments that something is done to already.
  std::vector<std::uint32_t> taken;
  for (auto const& edit : others) {
    if (edit.what != Edit::What::insert_after) taken.push_back(edit.place.segment);
  }
  for (auto const index : found->second) {
    auto& listed = listed_[index];
    if (!listed.usable) continue;
    place(listed, claim, digest);
    if (listed.digest != digest) continue;
    if (!listed.placed) {
      results_[listed.result].words = "The claim has no such line.";
    } else if (auto const sign = delimiter_in(listed.document.control_number, claim.delimiters());
               !sign.empty()) {
      refuse(listed,
             fmt::format("The control number holds the character {} which parts data in this file.", sign));
    } else {
      announce(supply, listed, claim, others, taken);
    }
  }
  return supply;
}

void ManifestSupplies::done(std::string_view digest, Disposition disposition, bool blocked,
                            Findings const& left) {
  auto const* const place = of(digest);
  if (place == nullptr) return;
  for (auto* const listed : *place) {
    auto& result = results_[listed->result];
    if (!listed->usable || !listed->placed) continue;
    if (disposition == Disposition::held) {
      result.state = State::waiting;
      bool const carried = first_at(*place, listed->line) == listed;
      auto const error = std::find_if(left.begin(), left.end(), [](Finding const& finding) {
        return finding.severity == Severity::error;
      });
      result.words = fmt::format(
          "The claim is held ({}); {}.",
          blocked || error == left.end() ? std::string_view("for a fault above it") : error->rule->id,
          blocked   ? "list the document again"
          : carried ? "its worklist row carries the document"
                    : "its worklist row has room for one document: list this one again");
    }
    say(*listed);
  }
}

ManifestSupplies::Place const* ManifestSupplies::of(std::string_view digest) const {
  auto const found = by_digest_.find(std::string(digest));
  return found == by_digest_.end() ? nullptr : &found->second;
}

ManifestSupplies::Listed const* ManifestSupplies::first_at(Place const& place, std::int32_t line) {
  auto const found = std::find_if(place.begin(), place.end(), [&](Listed const* listed) {
    return listed->usable && listed->placed && listed->line == line;
  });
  return found == place.end() ? nullptr : *found;
}

void ManifestSupplies::fill(WorklistRow& row, std::string_view digest, std::int32_t line) const {
  auto const* const place = of(digest);
  auto const* const listed = place == nullptr ? nullptr : first_at(*place, line);
  if (listed == nullptr) return;
  auto const cell = [&](Typed column) -> std::string& { return row.typed[static_cast<std::size_t>(column)]; };
  bool const typed = !cell(Typed::attachment_type).empty() || !cell(Typed::attachment_transmission).empty() ||
                     !cell(Typed::attachment_control_number).empty();
  if (typed) return;
  cell(Typed::attachment_type) = listed->document.type;
  cell(Typed::attachment_transmission) = listed->document.transmission;
  cell(Typed::attachment_control_number) = listed->document.control_number;
  if (cell(Typed::document_name).empty()) cell(Typed::document_name) = listed->document.document_name;
}

SupplySource::Document ManifestSupplies::document(std::string_view digest,
                                                  std::string_view control_number) const {
  auto const* const place = of(digest);
  if (place == nullptr || control_number.empty()) return {};
  for (auto const* const listed : *place) {
    if (listed->usable && listed->document.control_number == control_number) {
      return {listed->document.document_name, listed->document.sha256};
    }
  }
  return {};
}

std::vector<std::int32_t> ManifestSupplies::lines_of(std::string_view digest) const {
  std::vector<std::int32_t> lines;
  auto const* const place = of(digest);
  if (place == nullptr) return lines;
  for (auto const* const listed : *place) {
    if (listed->usable && listed->placed &&
        std::find(lines.begin(), lines.end(), listed->line) == lines.end()) {
      lines.push_back(listed->line);
    }
  }
  return lines;
}

}  // namespace scrub837
