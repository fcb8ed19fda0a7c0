#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scrub837 {

/// Runs of letters and runs of digits of a text, in capitals.
[[nodiscard]] std::vector<std::string> runs_of(std::string_view text);

/// Whether one of the runs says what was or is to be done, where to look, or that it is a number of something
/// else: ASK JANE, FAXED 1/5, PAGE 3, MRN 4471.
[[nodiscard]] bool has_errand(std::vector<std::string> const& runs);

/// Whether what was typed for an id (a member id, a payer id, a reference number) is a remark about it: ask
/// Sue, see card, pending 3/4. TEST0001 is an id.
[[nodiscard]] bool is_remark_for_id(std::string_view text);

/// The same for a name or an address: see chart, same as above. See can be a name, and CALL BOX 12 an
/// address.
[[nodiscard]] bool is_remark_for_text(std::string_view text);

}  // namespace scrub837
