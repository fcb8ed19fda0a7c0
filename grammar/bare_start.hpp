#pragma once

#include <string_view>

#include "grammar/isa.hpp"

namespace scrub837::grammar {

/// Reads the beginning of a transaction set or functional group that is in a file without its ISA
/// (`ST*837*…` or `GS*HC*…`), and takes the delimiters from it.
[[nodiscard]] HeaderMatch parse_bare_start(std::string_view bytes, bool at_end, Delimiters& delimiters);

/// The same of a trailer (`GE*1*1~`), which belongs to what was before it.
[[nodiscard]] HeaderMatch parse_bare_trailer(std::string_view bytes, bool at_end, Delimiters& delimiters);

/// The same of a claim (CLM with four separators at least), by the segment that follows it. A level says
/// nothing: other transactions have them, too. \param at_end no more bytes follow
[[nodiscard]] HeaderMatch parse_bare_claim(std::string_view bytes, bool at_end, Delimiters& delimiters);

/// Whether text that no rule reads has what could be a CLM in it: the id, a separator, and CLM01.
[[nodiscard]] bool could_hold_claims(std::string_view text);

}  // namespace scrub837::grammar
