#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837 {

/// A document that an EHR or document system lists for a claim.
struct ListedDocument {
  std::size_t number = 0;                          ///< line of the document list, from 1
  std::string claim;                               ///< CLM01
  std::string line;                                ///< LX01; empty: the claim as a whole
  std::string type, transmission, control_number;  ///< PWK01, PWK02, PWK06
  std::string document_name;
  std::string sha256;   ///< 64 lower-case hexadecimal digits, or empty
  std::string refused;  ///< why it can't be used, in words that say no value; empty if it can
  std::string remark;   ///< what is odd and does no harm
};

struct DocumentList {
  std::vector<ListedDocument> documents;
  /// Why nothing could be read; empty if something was.
  std::string problem;
};

/// Reads a document list: CSV with a line of column names, or one JSON object a line. The names are `claim
/// line type transmission control_number document_name sha256`, or as the worklist has them
/// (`attachment_type` …), in any case and order; others are left alone. A document that can't be read is
/// refused by itself.
[[nodiscard]] DocumentList read_document_list(std::string_view bytes);

}  // namespace scrub837
