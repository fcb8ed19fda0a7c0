#pragma once

namespace scrub837 {

/// The files in which libxlsxwriter keeps the parts of a workbook until it packs them. It makes them with
/// lxw_tmpfile(), a public function of its own, and says nothing of a disk that is full; ours is used in its
/// place: memory at first, then a file without a name in the folder of the outputs, through file_system().
/// An object is for one workbook, and for the thread that writes it.
class WaitingRows {
 public:
  WaitingRows();
  ~WaitingRows();
  WaitingRows(WaitingRows const&) = delete;
  WaitingRows& operator=(WaitingRows const&) = delete;
  /// Throws what went wrong first with one of the files.
  static void check();
};

}  // namespace scrub837
