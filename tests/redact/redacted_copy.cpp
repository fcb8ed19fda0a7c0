#include "tests/redact/redacted_copy.hpp"

#include <fmt/format.h>

#include <regex>
#include <set>

#include "src/redact/redactor.hpp"
#include "src/redact/survey.hpp"
#include "src/redact/tokens.hpp"
#include "tests/support/memory_run.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test {
namespace {

// All that a finding says, without values.
std::multiset<std::string> findings_in(std::string const& bytes) {
  std::multiset<std::string> found;
  for (auto const& one : scrub_text(bytes, with_advice()).findings) {
    found.insert(fmt::format("{} {} {} {} {} {}", one.rule, one.severity, one.interchange_index,
                             one.claim_index, one.segment_number, one.element));
  }
  return found;
}

std::set<std::string> words_of(std::string const& text) {
  std::set<std::string> words;
  redact::for_each_run(text, [&](std::size_t begin, std::size_t end) {
    if (end - begin > 3) words.insert(redact::upper_case(std::string_view(text).substr(begin, end - begin)));
  });
  return words;
}

// Codes of the guide and of its outside lists, as they are in the samples.
bool is_code(std::string const& word) {
  static std::regex const codes(
      R"([A-Z]\d[0-9A-Z]{2,6}|\d{5}|\d{4}[A-Z]|\d{3}[A-Z0-9]{5,6}X|00501|0019|0050\d\dX?\d{0,3}[A-Z0-9]*|\d{11})");
  return std::regex_match(word, codes);
}

// How many segments a set has (SE01) stays as it is.
bool is_count(std::string const& original, std::string const& word) {
  return std::regex_search(original, std::regex("SE[^A-Za-z0-9]" + word + "[^A-Za-z0-9]"));
}

}  // namespace

std::string redacted(std::string const& bytes, unsigned round) {
  auto input = Input::from_bytes(bytes);
  Sink out([] { return open_private_temporary(); });
  auto const result = redact::redact(input, out, round);
  return result.readable ? content_of(out) : std::string{};
}

std::string alike(std::string const& bytes) {
  auto const original = findings_in(bytes);
  for (unsigned round = 0; round < 8; ++round) {
    auto const copy = redacted(bytes, round);
    if (findings_in(copy) == original) return copy;
  }
  return {};
}

std::string left_in(std::string const& copy, std::string const& original) {
  auto const before = words_of(original);
  std::string left;
  for (auto const& word : words_of(copy)) {
    if (before.contains(word) && !redact::in_vocabulary(word) && !is_code(word) && !is_count(original, word))
      left += word + " ";
  }
  return left;
}

std::string structure_of(std::string const& bytes) {
  std::string structure;
  for (char const byte : bytes) {
    bool const value =
        (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    if (!value && byte != '.' && static_cast<unsigned char>(byte) < 0x80) structure.push_back(byte);
  }
  return structure;
}

}  // namespace scrub837::test
