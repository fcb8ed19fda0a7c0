#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837::test {

/// A segment of a file with all its bytes, or text that stands between interchanges.
struct DocumentPart {
  std::string lead;  ///< blanks and line ends before it
  std::string body;  ///< without terminator; of text: all of it
  std::string tail;  ///< its terminator and the line ends that follow
  std::string id;    ///< empty: text
  char element = '*', component = ':', repetition = '^', terminator = '~';
  bool plain_header = true;  ///< of an ISA: nothing about it makes its delimiters doubtful

  [[nodiscard]] std::string bytes() const { return lead + body + tail; }
  [[nodiscard]] std::vector<std::string> elements() const;
  void set_elements(std::vector<std::string> const& elements);
};

/// Parts first to last - 1 of a file.
struct PartSpan {
  std::size_t first = 0, last = 0;
  [[nodiscard]] std::size_t size() const { return last - first; }
};

/// What the parts of a file can be taken together to.
enum class Unit { segment, line, claim, level, set, group, interchange };

/// A file cut into its segments so that it can be changed as what it is. Nothing is lost: bytes() of an
/// unchanged document is the file. It shares no code with scrub837.
class Document {
 public:
  explicit Document(std::string_view bytes);

  [[nodiscard]] std::string bytes() const;
  [[nodiscard]] std::vector<PartSpan> units(Unit unit) const;
  /// Indexes of the parts with one of these ids, separated by blanks.
  [[nodiscard]] std::vector<std::size_t> find(std::string_view ids) const;

  std::vector<DocumentPart> parts;

 private:
  std::size_t take_interchange(std::string_view bytes, std::size_t at);
};

/// Cuts a text at every separator; never empty.
[[nodiscard]] std::vector<std::string> split_text(std::string_view text, char separator);
[[nodiscard]] std::string join_text(std::vector<std::string> const& parts, char separator);

}  // namespace scrub837::test
