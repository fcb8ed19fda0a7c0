#pragma once

#include <memory>

#include "scrub837/code_lists.hpp"
#include "src/guide/bound_guide.hpp"

namespace scrub837::guide {

/// The guide with the claim filing indicators that the configuration adds ([extra_codes]): they are right
/// wherever the guide's own list is asked. The same guide if there are none.
[[nodiscard]] std::shared_ptr<BoundGuide const> with_extra_codes(std::shared_ptr<BoundGuide const> guide,
                                                                 CodeLists const& lists);

}  // namespace scrub837::guide
