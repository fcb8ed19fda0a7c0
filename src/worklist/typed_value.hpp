#pragma once

#include <span>
#include <string>
#include <string_view>

#include "scrub837/x12/segment.hpp"
#include "src/worklist/typed_edits.hpp"

namespace scrub837 {

/// How a person may type an element, and how it is written.
enum class ValueForm : std::uint8_t {
  text,
  code,        ///< in capitals
  amount,      ///< without currency sign and thousands separators
  date,        ///< CCYYMMDD
  birth_date,  ///< the same; the year is typed whole
  pointers,    ///< numbers of diagnoses, as components
  npi,         ///< ten digits
  id,          ///< as it is written, and no remark about it
  state,       ///< two letters
  sex,         ///< F, M or U
};
/// Source: data types of 005010X222A1. \param segment that the element is in
[[nodiscard]] ValueForm value_form(SegmentView segment, Place place);

/// The edits that write what a row's column `value` says into the element that the row asks for; or
/// result.refused says why it can't be. An NM109 gets its NM108: MI for a subscriber, XX for a provider.
/// \param segment as received; \param place of the element, in the unit that is edited
/// \param others elements of the unit that other rows have values for: they don't get a qualifier here
void put_value(TypedEdits& result, std::string_view value, SegmentView segment, Place place,
               std::span<Place const> others = {});

/// Where line charges were typed, the claim was in balance and its total was not typed, adds the edit that
/// makes CLM02 their sum. \return what was done; empty: nothing
[[nodiscard]] std::string balance_total(std::vector<Edit>& edits, ClaimView const& claim);

/// What is wrong with a typed value, whichever element it is for; empty if nothing is. \param column that it
/// was typed into
[[nodiscard]] std::string fault_of_value(std::string_view value, Typed column = Typed::value);

}  // namespace scrub837
