#include "src/attachments/listed_documents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "scrub837/rule.hpp"
#include "src/attachments/claim_indicators.hpp"
#include "src/claim/attachment.hpp"
#include "src/worklist/typed_attachment.hpp"
#include "src/worklist/typed_edits.hpp"

namespace scrub837 {
namespace {

using State = DocumentResult::State;

// What a person would have typed into the worklist for it.
FilledRow as_typed(ListedDocument const& document) {
  FilledRow row;
  row.attachment_type = document.type;
  row.attachment_transmission = document.transmission;
  row.attachment_control_number = document.control_number;
  return row;
}

bool same(ListedDocument const& a, ListedDocument const& b) {
  return a.claim == b.claim && a.line == b.line && a.type == b.type && a.transmission == b.transmission &&
         a.control_number == b.control_number;
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

ListedDocuments::ListedDocuments(DocumentList const& file) {
  listed_.reserve(file.documents.size());  // views point into it
  for (auto const& document : file.documents) {
    auto const index = listed_.size();
    results_.push_back({document.number, State::not_found, "No claim in the input files has this number."});
    listed_.push_back({document, true, false, -1});
    check(index);
    by_claim_[document.claim].documents.push_back(index);
  }
}

// What is odd about a document, behind what became of it.
void ListedDocuments::say(std::size_t index) {
  auto const& remark = listed_[index].document.remark;
  auto& words = results_[index].words;
  if (!remark.empty() && words.find(remark) == std::string::npos) words += " But " + remark + ".";
}

void ListedDocuments::refuse(std::size_t index, std::string why) {
  listed_[index].usable = false;
  results_[index].state = State::refused;
  results_[index].words = std::move(why);
}

void ListedDocuments::check(std::size_t index) {
  auto const& document = listed_[index].document;
  if (!document.refused.empty()) return refuse(index, document.refused);
  if (document.type.empty() || document.transmission.empty()) {
    return refuse(index, "The type (PWK01) or the transmission (PWK02) is missing.");
  }
  if (auto why = fault_of(as_typed(document)); !why.empty()) return refuse(index, std::move(why));
  if (is_certificate_way(document.transmission)) return refuse(index, std::string(wrong_way));
  if (document.control_number.empty() && is_sent(document.transmission))
    return refuse(index, "A document that is sent needs its control number (PWK06).");
  if (document.control_number.empty()) return;
  auto const [entry, fresh] = by_number_.try_emplace(document.control_number, index);
  if (fresh) return;
  auto const& first = listed_[entry->second].document;
  if (same(first, document)) {
    listed_[index].usable = false;
    results_[index].state = State::applied;
    results_[index].words = fmt::format("Same as row {}.", first.number);
  } else {
    refuse(index,
           fmt::format("The control number is also in row {}; each document needs its own.", first.number));
  }
}

bool ListedDocuments::knows(std::string_view claim) const { return by_claim_.contains(std::string(claim)); }

void ListedDocuments::log(Place& place, bool documents) {
  Undo undo{&place, place.digest, place.told, {}};
  if (documents) {
    for (auto const index : place.documents) undo.documents.emplace_back(listed_[index], results_[index]);
  }
  log_.add(std::move(undo));
}

void ListedDocuments::restore(Savepoint const& point) {
  current_ = nullptr;
  log_.back_to(point[0], [&](Undo undo) {
    auto& place = *undo.place;
    if (undo.digest.empty() && !place.digest.empty()) {
      by_digest_.erase(place.digest);
      place.first.clear();
      place.by_number.clear();
    }
    place.digest = std::move(undo.digest);
    place.told = undo.told;
    for (std::size_t i = 0; i < undo.documents.size(); ++i) {
      // Only what changes: the numbers of the documents are looked up by views of them.
      auto& [listed, result] = undo.documents[i];
      auto& known = listed_[place.documents[i]];
      known.usable = listed.usable;
      known.placed = listed.placed;
      known.line = listed.line;
      known.document.remark = std::move(listed.document.remark);
      results_[place.documents[i]] = std::move(result);
    }
  });
}

void ListedDocuments::place_all(Place& place, ClaimView const& claim, Supply& supply,
                                std::vector<Edit> const& others) {
  ClaimIndicators indicators(claim, others);
  for (auto const index : place.documents) {
    auto& listed = listed_[index];
    if (!listed.usable) continue;
    auto const& document = listed.document;
    auto const line = document.line.empty() ? std::optional(-1) : indicators.line(document.line);
    listed.placed = line.has_value();
    listed.line = line.value_or(-1);
    if (!listed.placed) {
      results_[index].words = "The claim has no such line.";
      continue;
    }
    if (auto const sign = delimiter_in(document.control_number, claim.delimiters()); !sign.empty()) {
      refuse(index,
             fmt::format("The control number contains {}, a delimiter in this file; remove it.", sign));
      continue;
    }
    results_[index].state = State::applied;
    results_[index].words = indicators.announce(document, listed.line, supply.edits);
    place.first.try_emplace(listed.line, index);
    place.by_number.try_emplace(document.control_number, index);
  }
}

// Of several claims with one number the first gets the documents.
Supply ListedDocuments::for_claim_beside(ClaimView const& claim, std::string_view digest,
                                         std::vector<Edit> const& others) {
  Supply supply;
  current_ = nullptr;
  auto const found = by_claim_.find(std::string(claim.clm()[1]));
  if (found == by_claim_.end()) return supply;
  auto& place = found->second;
  if (place.digest.empty()) {
    log(place, true);
    place.digest = digest;
    by_digest_.emplace(place.digest, &place);
    current_ = &place;
    place_all(place, claim, supply, others);
    return supply;
  }
  if (place.told) return supply;
  log(place, true);
  place.told = true;
  for (auto const index : place.documents) {
    if (!listed_[index].usable) continue;
    auto& remark = listed_[index].document.remark;
    if (remark.empty()) remark = "another claim has the same number; the first one got the document";
    say(index);
  }
  return supply;
}

void ListedDocuments::done(std::string_view /*digest*/, Disposition disposition, bool blocked,
                           Findings const& left) {
  if (current_ == nullptr) return;
  auto const error = std::find_if(left.begin(), left.end(),
                                  [](Finding const& finding) { return finding.severity == Severity::error; });
  for (auto const index : current_->documents) {
    auto const& listed = listed_[index];
    auto& result = results_[index];
    if (!listed.usable || !listed.placed) continue;
    if (disposition == Disposition::held) {
      result.state = State::waiting;
      bool const carried = current_->first.at(listed.line) == index;
      result.words = fmt::format(
          "The claim is held ({}); {}.",
          blocked || error == left.end() ? std::string_view("for an error above it") : error->rule->id,
          blocked   ? "list the document again"
          : carried ? "its worklist row already has the document"
                    : "its worklist row has room for only one document: list this one again");
    }
    say(index);
  }
}

ListedDocuments::Place const* ListedDocuments::of(std::string_view digest) const {
  auto const found = by_digest_.find(std::string(digest));
  return found == by_digest_.end() ? nullptr : found->second;
}

void ListedDocuments::fill(WorklistRow& row, std::string_view digest, RowPlace const& where) {
  auto const* const place = of(digest);
  if (place == nullptr || where.value.element != 0) return;
  auto const found = place->first.find(where.line);
  if (found == place->first.end()) return;
  auto const& document = listed_[found->second].document;
  auto const cell = [&](Typed column) -> std::string& { return row.typed[static_cast<std::size_t>(column)]; };
  bool const typed = !cell(Typed::attachment_type).empty() || !cell(Typed::attachment_transmission).empty() ||
                     !cell(Typed::attachment_control_number).empty();
  if (typed) return;
  cell(Typed::attachment_type) = document.type;
  cell(Typed::attachment_transmission) = document.transmission;
  cell(Typed::attachment_control_number) = document.control_number;
  if (cell(Typed::document_name).empty()) cell(Typed::document_name) = document.document_name;
}

SupplySource::Document ListedDocuments::document(std::string_view digest,
                                                 std::string_view control_number) const {
  auto const* const place = of(digest);
  if (place == nullptr || control_number.empty()) return {};
  auto const found = place->by_number.find(control_number);
  if (found == place->by_number.end()) return {};
  auto const& document = listed_[found->second].document;
  return {document.document_name, document.sha256};
}

std::vector<RowPlace> ListedDocuments::places_of(std::string_view digest) const {
  std::vector<RowPlace> places;
  auto const* const place = of(digest);
  if (place == nullptr) return places;
  for (auto const& [line, index] : place->first) places.push_back({line, {}});
  return places;
}

}  // namespace scrub837
