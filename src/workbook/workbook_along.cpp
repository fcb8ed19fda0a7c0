#include "src/workbook/workbook_along.hpp"

#include "src/workbook/workbook.hpp"

namespace scrub837 {

WorkbookAlong::~WorkbookAlong() {
  if (!made_.valid()) return;
  pieces_.push({});
  made_.wait();
}

std::optional<std::string> WorkbookAlong::finish(RunSummary const& run) {
  if (lost_) return std::nullopt;
  add(What::worklist, {});  // begins, if nothing has come
  run_ = &run;
  pieces_.push({.what = What::finish, .bytes = {}});
  return made_.get();
}

void WorkbookAlong::add(What what, std::string_view bytes) {
  if (lost_) return;
  if (!made_.valid()) {
    pieces_.set_capacity(most_waiting);
    made_ = std::async(std::launch::async, [this] { return make(); });
  }
  pieces_.push({.what = what, .bytes = std::string(bytes)});
}

// Takes everything, whatever happens: who adds pieces must not wait in vain.
std::string WorkbookAlong::make() {
  try {
    return build();
  } catch (...) {
    for (Piece piece; !ended_;) pop(piece);
    throw;
  }
}

void WorkbookAlong::pop(Piece& piece) {
  pieces_.pop(piece);
  ended_ = piece.what == What::finish || piece.what == What::give_up;
}

std::string WorkbookAlong::build() {
  WorkbookBuilder builder(folder_);
  for (Piece piece;;) {
    pop(piece);
    switch (piece.what) {
      case What::worklist:
        builder.worklist().append(piece.bytes);
        break;
      case What::findings:
        builder.findings().append(piece.bytes);
        break;
      case What::finish:
        return builder.finish(*run_);
      case What::give_up:
        return {};
    }
  }
}

}  // namespace scrub837
