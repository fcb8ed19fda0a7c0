#include <fmt/format.h>

#include <algorithm>

#include "src/scrub/row_key.hpp"
#include "src/worklist/result_words.hpp"
#include "src/worklist/typed_edits.hpp"
#include "src/worklist/typed_value.hpp"
#include "src/worklist/worklist_supplies.hpp"

// Rows above the claims: values of a level's elements, and releases of its errors.

namespace scrub837 {

// The value of one row above the claims.
void WorklistSupplies::put_into_unit(std::uint32_t index, SegmentRun const& unit, bool asked,
                                     std::span<Place const> others, std::vector<Taken>& taken) {
  auto const& filled = file_.rows[index];
  auto const place = place_of(index).value;
  auto& row = change(index);
  if (place.element == 0) return refuse(row, std::string(no_value_asked));
  if (place.segment >= unit.segments.size()) return refuse(row, "The level does not have the row's element.");
  if (!asked) return refuse(row, std::string(not_asked));
  TypedEdits typed;
  put_value(typed, filled.value, unit.segment(place.segment), place, others);
  if (!typed.refused.empty()) return refuse(row, std::move(typed.refused));
  row.state = State::applied;
  row.words = fmt::format("{}; {}", typed.done.empty() ? "the level already has what was typed" : typed.done,
                          went_out(row.below));
  taken.push_back({index, place, std::move(typed.edits)});
}

// Values that are no better than what was there are taken out again, if what was there is an error: it holds
// the claims then. A reason beside them was given for what was there.
void WorklistSupplies::refuse_wrong_above(std::vector<Taken>& taken, AskedWith const& asked,
                                          SupplyAbove& supply) {
  // A wrong value can hide another one.
  constexpr int most_rounds = 4;
  for (int round = 0; round < most_rounds; ++round) {
    auto const all = edits_of_all(taken);
    auto const before = taken.size();
    std::erase_if(taken, [&](Taken const& one) {
      auto const wrong = asked(one.value, all);
      auto const before_it = asked(one.value, {});
      bool const is_error =
          wrong && wrong->severity == Severity::error && before_it && before_it->severity == Severity::error;
      if (is_error) refuse(change(one.index), "The value is not right either. " + wrong->message);
      return is_error;
    });
    if (taken.size() == before) return;
    supply.consent = Consent::none;
  }
}

SupplyAbove WorklistSupplies::for_unit_above(SegmentRun const& unit, std::string_view key,
                                             AskedWith const& asked) {
  SupplyAbove supply;
  std::vector<Place> others;
  for (auto const index : exactly(key)) {
    change(index).read = true;
    if (rows_[index].usable && !file_.rows[index].value.empty()) others.push_back(place_of(index).value);
  }
  std::vector<Taken> taken;
  auto const take = [&](std::uint32_t index, bool is_asked) {
    auto const& filled = file_.rows[index];
    if (!filled.value.empty()) put_into_unit(index, unit, is_asked, others, taken);
    if (rows_[index].usable) supply.consent = std::max(supply.consent, consent_of(filled));
  };
  std::vector<std::uint32_t> later;  // what is asked for once the others are right
  for (auto const index : exactly(key)) {
    if (!rows_[index].usable) continue;
    if (file_.rows[index].value.empty() || asked(place_of(index).value, {}).has_value()) {
      take(index, true);
    } else {
      later.push_back(index);
    }
  }
  for (auto const index : later) {
    bool const is_asked = !taken.empty() && asked(place_of(index).value, edits_of_all(taken)).has_value();
    take(index, is_asked);
  }
  refuse_wrong_above(taken, asked, supply);
  supply.edits = edits_of_all(taken);
  for (auto const& one : taken) supply.keys.push_back(file_.rows[one.index].key);
  return supply;
}

std::vector<std::string> WorklistSupplies::rows_with_reason(std::string_view key) const {
  std::vector<std::string> rows;
  for (auto const index : exactly(key)) {
    if (rows_[index].usable && !file_.rows[index].release_reason.empty())
      rows.push_back(file_.rows[index].key);
  }
  return rows;
}

void WorklistSupplies::fill_above(WorklistRow& row, std::string_view key) {
  auto const found = row_with(key);
  if (!found) return;
  if (key.starts_with('X') && rows_[*found].usable) {
    auto& known = change(*found);
    known.state = State::refused;
    known.words =
        "The receiver would reject the whole transaction set, so nothing can be typed or released here; it "
        "must be corrected in the file.";
  }
  fill_from(row, *found);
}

std::optional<std::uint32_t> WorklistSupplies::row_with(std::string_view key) const {
  auto const above = parse_key_above(key);
  if (!above) return std::nullopt;
  auto const rows = exactly(above->level);
  auto const found =
      std::ranges::find_if(rows, [&](std::uint32_t index) { return place_of(index).value == above->value; });
  return found == rows.end() ? std::nullopt : std::optional(*found);
}

void WorklistSupplies::done_above(std::string_view key, ErrorsAbove const& errors, bool released) {
  for (auto const index : exactly(key)) {
    if (!rows_[index].usable) continue;
    auto const& filled = file_.rows[index];
    auto const consent = consent_of(filled);
    auto& row = change(index);
    if (!released && !filled.value.empty()) {
      add_words(row.words, "the claims below are still held: " + errors.rules);
    } else if (!released) {
      row.state = State::refused;
      row.words = consent == Consent::none
                      ? "In a row without a claim number, only value and release_reason can be used."
                  : lets_out(consent, errors.release)
                      ? "An envelope error holds the whole transaction set; it must be corrected in the file."
                      : fmt::format("{}: {}.", errors.rules, reason_too_short);
    } else if (consent != Consent::none) {
      row.rules = errors.rules;
      row.state = State::applied;
      row.words = fmt::format("{} is released; {}", errors.rules, went_out(row.below));
      if (typed_for_claim(filled))
        add_words(row.words, "nothing else in the row is used, because the row is not about a claim");
      if (errors.release == Release::needs_reason)
        add_words(row.words, rejected("these claims: ") + errors.rules);
    }
  }
}

void WorklistSupplies::still_asked(std::string_view key, std::string_view message) {
  auto const found = row_with(key);
  if (!found || !rows_[*found].usable || file_.rows[*found].value.empty()) return;
  auto& row = change(*found);
  row.state = State::refused;
  row.words = fmt::format("The value is not right either. {}", message);
}

std::string WorklistSupplies::went_out(std::uint32_t claims) {
  return claims == 0 ? std::string("no claim below went out")
                     : fmt::format("claims below that went out: {}", claims);
}

void WorklistSupplies::count_below(std::uint32_t index, bool released) {
  auto& row = change(index);
  auto const before = went_out(row.below);
  ++row.below;
  if (released) row.state = State::released;
  if (auto const at = row.words.find(before); at != std::string::npos)
    row.words.replace(at, before.size(), went_out(row.below));
}

void WorklistSupplies::went_out_below(std::string_view key, Disposition disposition) {
  auto const above = parse_key_above(key);
  if (!above) return;
  bool const released = disposition == Disposition::released;
  if (above->value.element != 0) {
    if (auto const row = row_with(key)) count_below(*row, false);
    return;
  }
  for (auto const index : exactly(key)) {
    auto const& filled = file_.rows[index];
    if (!rows_[index].usable || filled.release_reason.empty()) continue;
    // With a value in it, the row was counted for that.
    if (filled.value.empty()) {
      count_below(index, released);
    } else if (released) {
      change(index).state = State::released;
    }
  }
}

}  // namespace scrub837
