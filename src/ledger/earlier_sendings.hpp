#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "src/ledger/ledger.hpp"
#include "src/scrub/sending_record.hpp"

namespace scrub837::ledger {

/// Looks up claims that went out.
class EarlierSendings {
 public:
  /// Whose claims are looked up.
  struct Input {
    std::string sha256;
    bool held_file =
        false;  ///< else what went out from the same input is no repeat: its outputs are replaced
    int days = 365;
    std::int64_t before = 0;  ///< what went out since this file of the ledger is no earlier one; 0: all is
  };
  EarlierSendings(Ledger& ledger, Input const& input);
  ~EarlierSendings();
  EarlierSendings(EarlierSendings const&) = delete;
  EarlierSendings& operator=(EarlierSendings const&) = delete;

  /// The last time that a claim went out. \param claim its number in the input
  [[nodiscard]] std::optional<EarlierSending> find(std::int64_t content, std::int64_t services,
                                                   std::uint64_t claim);

  /// The same of claims that replace another: only when the same held file sent it.
  [[nodiscard]] std::optional<EarlierSending> find_of_this_input(std::int64_t content, std::uint64_t claim);

 private:
  struct Query;
  std::optional<EarlierSending> of_this_input(std::int64_t content, std::uint64_t claim);

  Ledger* ledger_;
  bool held_file_;
  std::unique_ptr<Query> from_this_input_, as_received_, as_sent_, alike_;
};

}  // namespace scrub837::ledger
