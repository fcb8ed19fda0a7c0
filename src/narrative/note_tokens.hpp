#pragma once

#include <boost/container/small_vector.hpp>
#include <string_view>

#include "src/narrative/phrases.hpp"

namespace scrub837 {

using NoteTokens = boost::container::small_vector<NoteToken, 32>;

/// The words and numbers of a text, numbered by the part of the text they are in. \return whether it is a
/// remark by its numbers alone: an authorization, a price, a drug code, an id
bool cut_note(std::string_view text, NoteTokens& tokens);

}  // namespace scrub837
