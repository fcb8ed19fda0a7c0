#pragma once

#include "scrub837/rule.hpp"
#include "src/fix/judge.hpp"
#include "src/pipeline/piece.hpp"

namespace scrub837 {

/// A text that must not be used twice, as a number to compare. \param scope texts are apart that have not the
/// same scope (ISA13: the sender)
[[nodiscard]] std::uint64_t repeat_key(RepeatKey kind, std::string_view scope, std::string_view text);

/// Judges the claims of a piece, each by itself. Pieces may be judged at the same time.
void judge_piece(Piece& piece, Judge const& judge);

}  // namespace scrub837
