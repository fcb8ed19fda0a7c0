#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "src/redact/survey.hpp"

namespace scrub837::redact {

/// Bytes that nobody can foretell who does not have the original: SHA-256 of its digest and what is asked.
class Secret {
 public:
  /// \param digest of the original; \param round another one gives other bytes
  Secret(std::string digest, unsigned round) : digest_(std::move(digest)), round_(round) {}
  [[nodiscard]] std::string bytes(std::string_view purpose, std::string_view value,
                                  std::uint64_t attempt) const;
  [[nodiscard]] std::uint64_t number(std::string_view purpose, std::string_view value = {},
                                     std::uint64_t attempt = 0) const;

 private:
  std::string digest_;
  unsigned round_;
};

/// Stands for each run of letters and digits by another one of the same shape, the same for the same run in
/// either case. Runs that differ get tokens that differ. What is right or wrong of it stays so: an NPI's
/// check digit, the form of a Medicare number, a date, a placeholder of one digit.
class Tokens {
 public:
  Tokens(Secret const& secret, Survey const& survey) : secret_(&secret), survey_(&survey) {}

  [[nodiscard]] std::string of(std::string_view run);
  /// A control number: equal numbers of a level stay equal however many zeros are in front.
  [[nodiscard]] std::string of_control(std::string_view level, std::string_view value);

 private:
  [[nodiscard]] std::string draw(std::string_view run, std::string_view purpose, std::uint64_t attempt) const;
  [[nodiscard]] bool take(std::string_view original, std::string const& token);

  static constexpr std::size_t most = std::size_t{1} << 21U;
  Secret const* secret_;
  Survey const* survey_;
  std::unordered_map<std::string, std::string> known_;  ///< original, in upper case, and its token
  std::unordered_map<std::string, std::string> owner_;  ///< token and its original
};

/// `token` in the case of `original`: capitals stay capitals.
[[nodiscard]] std::string in_case_of(std::string_view original, std::string token);

/// Whether a word of upper-case letters is in the narrative vocabulary.
[[nodiscard]] bool in_vocabulary(std::string_view word);

}  // namespace scrub837::redact
