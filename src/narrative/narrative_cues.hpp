#pragma once

#include "src/narrative/word_key.hpp"

namespace scrub837 {

// Words of narratives by which a payer sees what was done, and how much of it (WPS, Noridian,
// CGS ask for what, how many times, where). Words are upper case (see NormalizedText).

/// Whether a word says what was done: TEACHING, DRSG, ASSESSMENT, TERAPIA.
[[nodiscard]] bool is_activity(KeyedWord const& word);

/// Whether a word behind a number makes it a time, a measure or a count: MIN, HRS, CM, VISITS, X.
[[nodiscard]] bool is_unit(KeyedWord const& word);

/// Whether a word says by itself how often or how much: DAILY, BID, TWICE.
[[nodiscard]] bool is_extent(KeyedWord const& word);

}  // namespace scrub837
