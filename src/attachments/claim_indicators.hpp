#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/finding.hpp"
#include "src/attachments/read_document_list.hpp"

namespace scrub837 {

/// The attachment indicators that a claim has or gets, found once for all of its documents. Lives no longer
/// than the claim and the edits.
class ClaimIndicators {
 public:
  /// \param others edits that go in as well: what they announce already is not announced again
  ClaimIndicators(ClaimView const& claim, std::vector<Edit> const& others);

  /// The index of the line with this LX01.
  [[nodiscard]] std::optional<std::int32_t> line(std::string_view number) const;
  /// Adds the edits by which a document is announced. \param line index, or -1: the claim as a whole
  /// \return what was done, in words
  std::string_view announce(ListedDocument const& listed, std::int32_t line, std::vector<Edit>& edits);

 private:
  using At = std::pair<std::int32_t, std::string_view>;  // a line and a number or type
  ClaimView const* claim_;
  std::map<std::string_view, std::int32_t> lines_;  ///< by LX01
  std::set<std::string_view> brought_;              ///< numbers that come with other edits
  std::map<At, std::vector<std::uint32_t>> stand_;
  std::map<At, std::deque<std::uint32_t>> waiting_;  ///< for their number
};

}  // namespace scrub837
