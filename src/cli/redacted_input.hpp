#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "scrub837/scrub.hpp"
#include "src/io/sink.hpp"
#include "src/redact/redactor.hpp"

namespace scrub837::cli {

/// What can't be looked at, told as it comes.
class RunFailures {
 public:
  void operator()(std::string const& message);
  [[nodiscard]] bool any() const { return any_; }

 private:
  bool any_ = false;
};

/// A redacted copy of an input, in a private file without a name. Tokens are drawn anew if the findings in
/// the copy are not those in the original.
class RedactedInput {
 public:
  /// Throws EnvironmentError.
  explicit RedactedInput(InputFile const& file);

  [[nodiscard]] bool readable() const { return redacted_.readable; }
  /// How many findings are in the original, and in only one of the two.
  [[nodiscard]] std::size_t findings() const { return findings_; }
  [[nodiscard]] std::size_t differences() const { return differences_; }
  /// For a person: whether the copy shows what the original does.
  [[nodiscard]] std::string in_words() const;
  void read_all(std::function<void(std::string_view)> const& take) const { copy_->read_all(take); }
  /// The copy as an input, which reports call as the original. Valid as long as this.
  [[nodiscard]] InputFile as_input() const;

 private:
  void keep_standard_input();
  InputFile file_;
  std::unique_ptr<Sink> received_, copy_;
  redact::Redacted redacted_;
  std::size_t findings_ = 0, differences_ = 0;
};

}  // namespace scrub837::cli
