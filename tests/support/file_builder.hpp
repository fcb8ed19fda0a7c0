#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/x12/delimiters.hpp"

namespace scrub837::test {

/// How a file is written: its delimiters, and what stands behind each terminator.
struct FileStyle {
  std::string name = "* : ^ ~ and LF";
  Delimiters delimiters = {};
  std::string tail = "\n";
  std::size_t block_size = std::size_t{1} << 20U;
};

/// The styles in which every case is run; the first is that in which cases are written.
[[nodiscard]] std::vector<FileStyle> const& styles();

/// Whether a snippet can be written in a style: no character of its texts is a delimiter there.
[[nodiscard]] bool expressible(std::string_view snippet, FileStyle const& style);

/// A whole valid 837P file around a snippet. Snippets are written with `*`, `:`, `^` and `~`, without line
/// ends between the segments.
/// - With ISA and GS it is a whole file (or several, with whatever stands around them).
/// - ISA, GS, ST, BHT, HL (by HL03), SBR, NM1 of 1000A to 2010BB, SE, GE and IEA replace the template's.
///   Of SE, GE and IEA one that is left out between two given ones is missing.
/// - From CLM on it replaces the claim; with two HL and a CLM, all that stands below the header.
/// - Anything else is the line's: LX, its SV1 or a described 99600, the rest in its order, DTP*472 where the
///   guide has it, and CLM02 the sum of the SV102. Each SV1 (or LX) begins a line.
/// SE01 is right unless SE is given. The payer is CI, the place of service 12.
[[nodiscard]] std::string file_with(std::string_view snippet, FileStyle const& style = {});

/// The parts of a whole file, as snippets: a set with these claims (or the template's), its control number.
[[nodiscard]] std::string set_with(std::string_view control, std::string_view claims = {});
/// A group around sets. \param count GE01
[[nodiscard]] std::string group_with(std::string_view sets, std::string_view control = "1",
                                     std::string_view count = "1");
/// An interchange around groups. \param count IEA01
[[nodiscard]] std::string interchange_with(std::string_view groups, std::string_view control = "000000001",
                                           std::string_view count = "1");
/// A claim with one described 99600 line, for set_with().
[[nodiscard]] std::string claim_with(std::string_view id, std::string_view line = {});
/// `text` with its only `from` replaced; complains if there is none, or more than one.
[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);

/// The bytes of claim `index` (from 1), CLM to its last segment, in a file with these delimiters.
[[nodiscard]] std::string claim_bytes(std::string_view file, std::size_t index,
                                      Delimiters const& delimiters = {});

}  // namespace scrub837::test
