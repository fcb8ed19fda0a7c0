#pragma once

#include <array>
#include <string_view>

namespace scrub837::ledger::embedded {

/// The steps of the ledger's schema, schema_1.sql and on, in their order.
extern std::array<std::string_view, 3> const schema_steps;

}  // namespace scrub837::ledger::embedded
