#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "src/manifest/read_manifest.hpp"
#include "src/pipeline/supplies.hpp"

namespace scrub837 {

/// What became of a listed document.
struct DocumentResult {
  enum class State : std::uint8_t {
    not_found,  ///< no claim of the inputs has this number, or the claim not this line
    refused,
    waiting,  ///< its claim is held
    applied,  ///< the claim goes out with its indicator
  };
  std::size_t number = 0;  ///< line of the manifest
  State state = State::not_found;
  std::string words;  ///< what was done, or why not; no value from the claim or the manifest
};
[[nodiscard]] std::string_view name_of(DocumentResult::State state);

/// A manifest as the source of attachment indicators: a claim gets one for each document that is listed for
/// it, and none that is not. A document that can't be used is refused and blocks no other.
class ManifestSupplies final : public SupplySource {
 public:
  explicit ManifestSupplies(ManifestFile const& file);

  [[nodiscard]] bool knows(std::string_view claim) const override;
  [[nodiscard]] Supply for_claim(ClaimView const& claim, std::string_view digest) override {
    return for_claim(claim, digest, {});
  }
  /// \param others edits that go in as well: what they announce already is not announced again
  [[nodiscard]] Supply for_claim(ClaimView const& claim, std::string_view digest,
                                 std::vector<Edit> const& others);
  void done(std::string_view digest, Disposition disposition, bool blocked, Findings const& left) override;
  void fill(WorklistRow& row, std::string_view digest, std::int32_t line) const override;
  [[nodiscard]] Document document(std::string_view digest, std::string_view control_number) const override;
  [[nodiscard]] std::vector<std::int32_t> lines_of(std::string_view digest) const override;

  /// One a document, in the order of the manifest.
  [[nodiscard]] std::vector<DocumentResult> const& results() const { return results_; }

 private:
  struct Listed {
    ListedDocument document;
    std::size_t result = 0;  ///< index into results_
    bool usable = true;
    bool placed = false;     ///< its claim has the line
    std::int32_t line = -1;  ///< where it was placed
    std::string digest;      ///< of the claim that got it
  };
  using Place = std::vector<Listed*>;

  void refuse(Listed& listed, std::string why);
  void say(Listed const& listed);
  void check(Listed& listed);
  void place(Listed& listed, ClaimView const& claim, std::string_view digest);
  void announce(Supply& supply, Listed& listed, ClaimView const& claim, std::vector<Edit> const& others,
                std::vector<std::uint32_t>& taken);
  [[nodiscard]] Place const* of(std::string_view digest) const;
  [[nodiscard]] static Listed const* first_at(Place const& place, std::int32_t line);

  std::vector<Listed> listed_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_claim_;
  std::unordered_map<std::string, Place> by_digest_;
  std::vector<DocumentResult> results_;
  std::map<std::string, std::size_t> by_number_;  ///< control numbers, to the document that has each first
};

}  // namespace scrub837
