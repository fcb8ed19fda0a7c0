#include <algorithm>
#include <utility>

#include "src/scrub/row_key.hpp"
#include "src/text/utf8.hpp"
#include "src/worklist/result_words.hpp"
#include "src/worklist/typed_edits.hpp"
#include "src/worklist/typed_value.hpp"
#include "src/worklist/worklist_supplies.hpp"

// What the rows of a claim put into it.

namespace scrub837 {
namespace {

// Whether an earlier row of the claim writes another text where this one writes: one of them would be lost.
bool overwrites(std::vector<Edit> const& edits, std::vector<Edit> const& earlier) {
  return std::ranges::any_of(edits, [&](Edit const& edit) {
    return edit.what == Edit::What::set && std::ranges::any_of(earlier, [&](Edit const& other) {
             return other.what == Edit::What::set && other.place == edit.place && other.value != edit.value;
           });
  });
}

// The error that a value is, or leaves: what asks for the element, or a part of it, is still there.
Finding const* still_wrong(Findings const& found, Place const& typed) {
  auto const wrong = std::ranges::find_if(found, [&](Finding const& finding) {
    auto const& place = finding.place;
    return finding.severity == Severity::error && finding.fix.value && place.segment == typed.segment &&
           place.element == typed.element && (place == typed || typed.component == 0);
  });
  return wrong == found.end() ? nullptr : &*wrong;
}

}  // namespace

// Values that are no better than what was there are taken out again, so that the claim is asked what it was
// asked before. \return whether there were any
bool WorklistSupplies::refuse_wrong_values(std::vector<Taken>& taken, FoundWith const& found_with) {
  auto const has_value = [](Taken const& one) { return one.value.element != 0; };
  bool refused = false;
  // A wrong value can hide another one.
  constexpr int most_rounds = 4;
  for (int round = 0; round < most_rounds && std::ranges::any_of(taken, has_value); ++round) {
    auto const found = found_with(edits_of_all(taken));
    auto const before = taken.size();
    std::erase_if(taken, [&](Taken const& one) {
      auto const* const wrong = has_value(one) ? still_wrong(found, one.value) : nullptr;
      if (wrong != nullptr) refuse(change(one.index), "The value is not right either. " + wrong->message);
      return wrong != nullptr;
    });
    if (taken.size() == before) break;
    refused = true;
  }
  return refused;
}

std::vector<Edit> WorklistSupplies::edits_of_all(std::vector<Taken> const& taken) {
  std::vector<Edit> all;
  for (auto const& one : taken) all.insert(all.end(), one.edits.begin(), one.edits.end());
  return all;
}

Supply WorklistSupplies::for_claim(ClaimView const& claim, std::string_view digest, Findings const& found,
                                   FoundWith const& found_with) {
  Supply supply;
  if (are_spent(rows_of(digest))) return supply;
  bool some_refused = false;
  std::vector<Taken> taken;
  auto const is_asked = [&](std::uint32_t index, Findings const& among) {
    auto const place = place_of(index).value;
    return place.element == 0 || file_.rows[index].value.empty() ||
           std::ranges::any_of(
               among, [&](Finding const& finding) { return finding.fix.value && finding.place == place; });
  };
  auto const take = [&](std::uint32_t index) {
    auto const& filled = file_.rows[index];
    auto const place = place_of(index);
    auto typed = edits_of(filled, claim, place, has_row(digest, {place.line, {}}));
    if (typed.refused.empty() && overwrites(typed.edits, supply.edits)) {
      typed.refused = "Another row of this claim has a different text for the same place; leave one of them.";
    }
    auto& row = change(index);
    if (!typed.refused.empty()) {
      refuse(row, std::move(typed.refused));
      some_refused = true;
      return;
    }
    if (auto const consent = consent_of(filled); consent != Consent::none) {
      supply.consent = std::max(supply.consent, consent);
      supply.consented.append(filled.others["rule"]).append(" ");
      supply.released_by = filled.released_by;
      row.claim = escaped_utf8(claim.clm()[1]);
    }
    row.state = State::applied;
    row.words = typed.done.empty() && filled.release_reason.empty() ? "the claim already has what was typed"
                                                                    : typed.done;
    if (auto const sent = words_of_sent_numbers(filled, claim); !sent.empty()) add_words(row.words, sent);
    supply.edits.insert(supply.edits.end(), typed.edits.begin(), typed.edits.end());
    taken.push_back({index, filled.value.empty() ? Place{} : place.value, std::move(typed.edits)});
  };
  std::vector<std::uint32_t> later;  // what is asked for once the others are right
  for (auto const index : rows_of(digest)) {
    auto const& filled = file_.rows[index];
    auto const place = place_of(index);
    WorklistRow known;
    auto why = fault_with(filled, claim, place, known);
    if (why.empty()) note_changed(index, known, claim, place);
    change(index).read = true;
    if (!anything_typed(filled)) continue;
    change(index).met = true;
    if (!why.empty()) {
      auto& row = change(index);
      row.strange = true;
      if (row.state != State::refused) refuse(row, std::move(why));
      continue;
    }
    some_refused = some_refused || rows_[index].state == State::refused;
    if (!rows_[index].usable) continue;
    if (is_asked(index, found)) {
      take(index);
    } else {
      later.push_back(index);
    }
  }
  for (bool more = !later.empty(); more;) {
    auto const then = supply.edits.empty() ? Findings{} : found_with(supply.edits);
    auto const asked =
        std::ranges::find_if(later, [&](std::uint32_t index) { return is_asked(index, then); });
    more = asked != later.end();
    if (!more) break;
    auto const index = *asked;
    later.erase(asked);
    take(index);
  }
  for (auto const index : later) {
    refuse(change(index), std::string(not_asked));
    some_refused = true;
  }
  if (refuse_wrong_values(taken, found_with)) {
    some_refused = true;
    supply.edits = edits_of_all(taken);
  }
  auto last_value = none;
  for (auto const& one : taken) {
    if (one.value.element == 0) continue;
    supply.values.push_back(one.value);
    last_value = one.index;
  }
  if (last_value != none) {
    if (auto const done = balance_total(supply.edits, claim); !done.empty())
      change(last_value).words += "; " + done;
  }
  // Who typed it wants that in the claim before it goes out.
  if (some_refused) supply.consent = Consent::none;
  supply.refused = some_refused;
  return supply;
}

}  // namespace scrub837
