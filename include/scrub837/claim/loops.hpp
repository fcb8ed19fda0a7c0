#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "scrub837/x12/segment.hpp"

namespace scrub837 {

/// The loops of the 837P. `stray` is a single segment that no loop has a place for; `header` is ST and BHT;
/// `L2000` is a hierarchical level that an 837P doesn't have (HL03 other than 20, 22, 23).
enum class LoopId : std::uint8_t {
  stray,
  header,
  L1000A,
  L1000B,
  L2000,
  L2000A,
  L2010AA,
  L2010AB,
  L2010AC,
  L2000B,
  L2010BA,
  L2010BB,
  L2000C,
  L2010CA,
  L2300,
  L2310A,
  L2310B,
  L2310C,
  L2310D,
  L2310E,
  L2310F,
  L2320,
  L2330A,
  L2330B,
  L2330C,
  L2330D,
  L2330E,
  L2330F,
  L2330G,
  L2400,
  L2410,
  L2420A,
  L2420B,
  L2420C,
  L2420D,
  L2420E,
  L2420F,
  L2420G,
  L2420H,
  L2430,
  L2440,
  count_
};

/// The name as the guide writes it: `2010AA`. Empty for a stray.
[[nodiscard]] std::string_view name_of(LoopId id);

/// One entry of the tape: a loop and its segments, child loops included. Entries are in the order in
/// which loops begin, so a loop's children follow it.
struct Loop {
  LoopId id = LoopId::stray;
  std::uint32_t first = 0;  ///< index of its trigger
  std::uint32_t last = 0;   ///< one past its last segment

  friend bool operator==(Loop const&, Loop const&) = default;
};

using LoopSpans = std::vector<Loop>;

/// Sorts segments of a transaction set into loops. Total: every segment of any sequence is taken once.
/// HL loops are flat, by HL03, so a set may be given in pieces cut before any ST, HL or CLM.
/// \param tape is replaced. Source: loop table of 005010X222A1.
void parse_loops(std::span<Segment const> segments, LoopSpans& loop_spans);

}  // namespace scrub837
