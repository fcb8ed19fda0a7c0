#pragma once

#include "src/attachments/listed_documents.hpp"

namespace scrub837 {

/// A filled-in worklist and a document list together: what a person typed goes first, and a document that
/// both name is announced once.
class JointSupplies final : public SupplySource {
 public:
  JointSupplies(SupplySource& worklist, ListedDocuments& documents)
      : worklist_(&worklist), documents_(&documents) {}

  [[nodiscard]] bool knows(std::string_view claim) const override {
    return worklist_->knows(claim) || documents_->knows(claim);
  }
  [[nodiscard]] Supply for_claim(ClaimView const& claim, std::string_view digest, Findings const& found,
                                 FoundWith const& found_with) override;
  void done(std::string_view digest, Disposition disposition, bool blocked, Findings const& left) override {
    worklist_->done(digest, disposition, blocked, left);
    documents_->done(digest, disposition, blocked, left);
  }
  void fill(WorklistRow& row, std::string_view digest, RowPlace const& place) override {
    worklist_->fill(row, digest, place);
    documents_->fill(row, digest, place);
  }
  [[nodiscard]] SupplyAbove for_unit_above(SegmentRun const& unit, std::string_view key,
                                           AskedWith const& asked) override {
    return worklist_->for_unit_above(unit, key, asked);
  }
  [[nodiscard]] std::vector<std::string> rows_with_reason(std::string_view key) const override {
    return worklist_->rows_with_reason(key);
  }
  void done_above(std::string_view key, ErrorsAbove const& errors, bool released) override {
    worklist_->done_above(key, errors, released);
  }
  void still_asked(std::string_view key, std::string_view message) override {
    worklist_->still_asked(key, message);
  }
  void went_out_below(std::string_view key, Disposition disposition) override {
    worklist_->went_out_below(key, disposition);
  }
  void fill_above(WorklistRow& row, std::string_view key) override { worklist_->fill_above(row, key); }
  [[nodiscard]] Savepoint savepoint() override {
    return {worklist_->savepoint()[0], documents_->savepoint()[0]};
  }
  void restore(Savepoint const& point) override {
    worklist_->restore({point[0], 0});
    documents_->restore({point[1], 0});
  }
  void commit() override {
    worklist_->commit();
    documents_->commit();
  }
  [[nodiscard]] Document document(std::string_view digest, std::string_view control_number) const override;
  [[nodiscard]] std::vector<RowPlace> places_of(std::string_view digest) const override;

 private:
  SupplySource* worklist_;
  ListedDocuments* documents_;
};

}  // namespace scrub837
