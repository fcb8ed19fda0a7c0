#pragma once

#include <string_view>

namespace scrub837 {

/// Whether a text says that a document is attached to the claim or goes to the payer: SEE ATTACHED, RECORDS
/// TO FOLLOW. Not what is attached to a patient, denied, or sent to somebody else; in doubt no. Allocates
/// nothing; a text without such a word costs one look at each of its words.
/// \param text SV101-7 or NTE02 as received, in either case; its first 64 words decide
[[nodiscard]] bool cites_attachment(std::string_view text);

}  // namespace scrub837
