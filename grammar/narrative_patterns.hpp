#pragma once

#include <string_view>

namespace scrub837::grammar {

/// A character that stands for a letter outside A to Z. The text of a narrative is upper case, so a small
/// letter is free for it.
constexpr char foreign_letter = 'z';

/// What a stretch of a narrative is.
enum class PieceKind {
  end,                ///< nothing is left
  word,               ///< a run of letters
  number,             ///< digits, or a token made mostly of digits
  procedure_code,     ///< a five-character CPT or HCPCS code, with its label if it has one
  clock_times,        ///< 0900-1130, 9:00AM-11:30AM, TIME IN 0900
  date,               ///< 20260115, 1/15/26, DOS 01-15-2026
  authorization,      ///< AUTH 12345, PRIOR AUTHORIZATION NUMBER: A-123
  claim_number,       ///< ICN 2023001234567, CLAIM # 12-345
  other_reference,    ///< MRN 4711, NPI 1234567893, 163W00000X, FAX 555-123-4567
  price,              ///< $45.00, INVOICE 123.45, ACQ COST 12
  ndc,                ///< N412345678901, NDC 12345-6789-01
  correction,         ///< CORRECTED CLAIM, REPLACEMENT OF PRIOR CLAIM
  document,           ///< NURSING NOTES, OPERATIVE REPORT, FOR REVIEW
  request,            ///< PLEASE REVIEW, PENDING REVIEW, MANUAL PRICING
  restatement,        ///< UNLISTED EVALUATION AND MANAGEMENT
  says_not_available  ///< N/A, N.O.S., N.O.C.
};

struct Piece {
  PieceKind kind;
  std::string_view text;  ///< part of the text given; empty at the end
};

/// Reads the first piece of a narrative, skipping blanks and punctuation before it.
/// \param text  upper-case ASCII with single blanks (and `foreign_letter`), starting where a piece may start.
/// \return the piece; what follows it is left to the next call. A piece is never empty before the end, and
///         looking ahead is bounded, so reading a whole text piece by piece is linear.
[[nodiscard]] Piece next_piece(std::string_view text);

}  // namespace scrub837::grammar
