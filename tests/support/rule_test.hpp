#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/settings.hpp"
#include "scrub837/x12/delimiters.hpp"
#include "tests/support/scrub_text.hpp"

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

/// A snippet that breaks the rule.
struct InvalidCase {
  std::string segments = {};
  std::string at = {};        ///< `SV101-7`; the segment's id if all of it is meant; empty if it is missing
  std::string severity = {};  ///< empty: the rule's own
  std::size_t times = 1;      ///< how often the rule is reported
  std::string fixed = {};     ///< the snippet after the rule's fix; empty: there is none
  bool unsafe = false;        ///< the fix needs --unsafe-fixes
};

struct RuleCases {
  std::vector<std::string> valid;
  std::vector<InvalidCase> invalid;
  /// Settings of the payer profile that the cases are run under; empty: those of the rule's documentation.
  std::string profile = {};
};

/// What is wrong with the cases or the rule, each in a sentence; empty if all is well.
[[nodiscard]] std::vector<std::string> problems_of(std::string_view rule, RuleCases const& cases);

/// Runs a rule over its cases, in every style: a valid snippet is not reported; an invalid one is, as often,
/// where and as severely as it says. A fix makes the clean file that of the fixed snippet, byte for byte,
/// which scrubbed again is left as it is, without the rule and without any error. Without a fix nothing is
/// applied, and an error holds the claim as received.
void rule_test(std::string_view rule, RuleCases const& cases);

/// Where two files first differ and what stands there; empty if they don't.
[[nodiscard]] std::string difference(std::string_view got, std::string_view wanted);

/// How often a rule is reported.
[[nodiscard]] std::size_t count_of(Scrubbed const& scrubbed, std::string_view rule);
/// The first finding of a rule; complains if there is none.
[[nodiscard]] Found found_of(Scrubbed const& scrubbed, std::string_view rule);
/// The bytes of claim `index` (from 1), CLM to its last segment, in a file with these delimiters.
[[nodiscard]] std::string claim_bytes(std::string_view file, std::size_t index,
                                      Delimiters const& delimiters = {});

}  // namespace scrub837::test
