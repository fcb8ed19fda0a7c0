#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "src/attachments/read_document_list.hpp"
#include "src/scrub/supplies.hpp"
#include "src/scrub/undo_log.hpp"

namespace scrub837 {

/// What became of a listed document.
struct DocumentResult {
  enum class State : std::uint8_t {
    not_found,  ///< no claim of the inputs has this number, or the claim not this line
    refused,
    waiting,  ///< its claim is held
    applied,  ///< the claim goes out with its indicator
  };
  std::size_t number = 0;  ///< line of the document list
  State state = State::not_found;
  std::string words;  ///< what was done, or why not; no value from the claim or the document list
};
[[nodiscard]] std::string_view name_of(DocumentResult::State state);

/// A document list as the source of attachment indicators: a claim gets one for each document that is listed
/// for it, and none that is not. A document that can't be used is refused and blocks no other.
class ListedDocuments final : public SupplySource {
 public:
  explicit ListedDocuments(DocumentList const& file);

  [[nodiscard]] bool knows(std::string_view claim) const override;
  [[nodiscard]] Supply for_claim(ClaimView const& claim, std::string_view digest, Findings const& /*found*/,
                                 FoundWith const& /*found_with*/) override {
    return for_claim_beside(claim, digest, {});
  }
  /// \param others edits that go in as well: what they announce already is not announced again
  [[nodiscard]] Supply for_claim_beside(ClaimView const& claim, std::string_view digest,
                                        std::vector<Edit> const& others);
  void done(std::string_view digest, Disposition disposition, bool blocked, Findings const& left) override;
  void fill(WorklistRow& row, std::string_view digest, RowPlace const& where) override;
  [[nodiscard]] Document document(std::string_view digest, std::string_view control_number) const override;
  [[nodiscard]] std::vector<RowPlace> places_of(std::string_view digest) const override;
  [[nodiscard]] Savepoint savepoint() override { return {log_.mark(), 0}; }
  void restore(Savepoint const& point) override;
  void commit() override { log_.clear(); }

  /// One a document, in the order of the document list.
  [[nodiscard]] std::vector<DocumentResult> const& results() const { return results_; }

 private:
  // A document; its index is that of its result.
  struct Listed {
    ListedDocument document;
    bool usable = true;
    bool placed = false;     ///< its claim has the line
    std::int32_t line = -1;  ///< where it was placed
  };
  // The documents of one claim number, and what the claim that got them knows of them.
  struct Place {
    std::vector<std::size_t> documents;
    std::string digest;                         ///< of the claim that got them; empty: none so far
    bool told = false;                          ///< that another claim has the same number
    std::map<std::int32_t, std::size_t> first;  ///< document that a worklist row has room for, by line
    std::unordered_map<std::string_view, std::size_t> by_number;
  };
  // A claim number's documents before a claim came.
  struct Undo {
    Place* place;
    std::string digest;
    bool told;
    std::vector<std::pair<Listed, DocumentResult>> documents;
  };

  void log(Place& place, bool documents);
  void refuse(std::size_t index, std::string why);
  void say(std::size_t index);
  void check(std::size_t index);
  void place_all(Place& place, ClaimView const& claim, Supply& supply, std::vector<Edit> const& others);
  [[nodiscard]] Place const* of(std::string_view digest) const;

  std::vector<Listed> listed_;
  std::vector<DocumentResult> results_;
  std::unordered_map<std::string, Place> by_claim_;
  std::unordered_map<std::string, Place*> by_digest_;
  std::unordered_map<std::string_view, std::size_t> by_number_;  ///< to the document that has each first
  Place* current_ = nullptr;  ///< of the claim that was asked for last, if it got them
  UndoLog<Undo> log_;
};

}  // namespace scrub837
