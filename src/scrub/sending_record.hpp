#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "scrub837/summary.hpp"
#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// When and how a claim went out before.
struct EarlierSending {
  std::string date;         ///< `2026-11-27`
  std::string interchange;  ///< ISA13 in which it went out
  bool same_bytes = true;   ///< else only patient, billing provider, dates, codes and charges are alike
  /// It is this very claim of the same held file: a worklist is run again.
  bool from_this_input = false;
};

/// Where a run looks up what went out in earlier runs, and what keeps a record of what one input sends. It
/// is a consumer of the events of that input.
class SendingRecord : public ScrubEvents {
 public:
  /// The last time that the claim went out; claims that replace or void another are not looked up.
  [[nodiscard]] virtual std::optional<EarlierSending> earlier(ClaimUnit const& unit,
                                                              ClaimVerdict const& verdict) = 0;
  /// The outputs are whole, and get their names next. Throws EnvironmentError; then nothing is published.
  /// \param summary path of the summary.json that is about to appear
  virtual void prepare(Summary const& summary, std::filesystem::path const& path) = 0;
  /// They did not get their names, and never will: nothing of this was sent. \return whether that is recorded
  [[nodiscard]] virtual bool withdraw() = 0;
  /// The outputs have their names. \return what could not be recorded; empty if all was
  [[nodiscard]] virtual std::string published() = 0;
};

}  // namespace scrub837
