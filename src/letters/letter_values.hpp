#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "src/letters/claim_facts.hpp"
#include "src/letters/letter_template.hpp"
#include "src/worklist/filled_row.hpp"

namespace scrub837 {

/// Names of all placeholders that a template may use.
[[nodiscard]] std::span<std::string_view const> letter_names();

/// What a letter says: what the person typed, beside what the claim says. Where the person typed no
/// narrative, or not all about the attachment, what stands in the claim holds; everything else stays empty.
[[nodiscard]] LetterValues letter_values(FilledRow const& row, ClaimFacts const& facts);

/// How many characters of free text the person typed; a line that was ended counts as a whole one.
[[nodiscard]] std::size_t typed_size(FilledRow const& row);

/// More free text than this may not fit on one page.
constexpr std::size_t one_page = 3000;

}  // namespace scrub837
