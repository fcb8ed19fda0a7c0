#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "scrub837/claim/loops.hpp"
#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/input.hpp"
#include "src/report/mask.hpp"
#include "src/scrub/segment_stream.hpp"
#include "src/text/utf8.hpp"
#include "src/x12/envelope_walker.hpp"

namespace scrub837::cli {
namespace {

// How deep a level hangs below its set: HL loops are flat in the grammar, and nested for the eye.
int depth_of_level(int rank) { return rank < 3 ? rank + 1 : 1; }

class TreePrinter {
 public:
  explicit TreePrinter(bool show_phi) : show_phi_(show_phi) {}

  void interchange(Piece const& piece) {
    level_ = 0;
    print(0, 0, {}, piece.bytes().substr(0, piece.header.stop), piece.delimiters);
  }

  void segments(Piece const& piece) {
    auto const tokens = piece.tokens.segments();
    parse_loops(tokens, loop_spans_);
    std::size_t next = 0;
    std::vector<Loop const*> open;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      auto const kind = tokens[i].kind;
      if (kind == Kind::ST) number_ = 0;
      bool const envelope = kind == Kind::GS || kind == Kind::GE || kind == Kind::IEA || kind == Kind::TA1;
      if (!envelope) ++number_;
      while (!open.empty() && i >= open.back()->last) open.pop_back();
      std::string_view name;
      for (; next < loop_spans_.size() && loop_spans_[next].first == i; ++next) {
        if (loop_spans_[next].id == LoopId::stray && kind != Kind::ST && kind != Kind::SE && !envelope)
          name = "?";
        if (loop_spans_[next].id == LoopId::stray) continue;
        open.push_back(&loop_spans_[next]);
        if (loop_spans_[next].id != LoopId::header) name = name_of(loop_spans_[next].id);
      }
      if (kind == Kind::ST || kind == Kind::HL || kind == Kind::SE) {
        walker_.step(piece.block, tokens.subspan(i, 1), piece.delimiters);
        if (kind == Kind::HL) level_ = depth_of_level(*walker_.innermost());
      }
      int depth = envelope ? 1 : 2;
      if (!envelope && kind != Kind::ST && kind != Kind::SE) {
        depth += kind == Kind::BHT
                     ? 1
                     : static_cast<int>(open.size()) + (level_ > 0 && kind != Kind::HL ? level_ : 0);
        if (kind == Kind::HL)
          depth = 2 + level_;
        else if (!open.empty() && open.front()->id >= LoopId::L2000 && open.front()->id != LoopId::L2300)
          depth -= 1;
      }
      if (kind == Kind::SE) level_ = 0;
      print(envelope ? 0 : number_, depth, name, piece.block.text(tokens[i]), piece.delimiters);
    }
  }

 private:
  void print(std::uint64_t number, int depth, std::string_view loop, std::string_view segment,
             Delimiters const& delimiters) {
    auto const shown = displayed(show_phi_ ? std::string(segment) : masked_segment(segment, delimiters));
    fmt::print("{:>7} {:<7}{}{}\n", number == 0 ? std::string{} : std::to_string(number), loop,
               std::string(static_cast<std::size_t>(depth) * 2, ' '), shown);
  }

  bool show_phi_;
  LoopSpans loop_spans_;
  EnvelopeWalker walker_{EnvelopeWalker::Keep::ranks};
  std::uint64_t number_ = 0;
  int level_ = 0;
};

int run_tree(std::span<std::string const> arguments) {
  bool show_phi = ::isatty(STDOUT_FILENO) == 1;
  std::string name;
  for (auto const& word : arguments) {
    if (word == "--help") {
      fmt::print(
          "scrub837 tree FILE [--show-phi]   the loops of a file, with segment numbers\n\n"
          "Example:\n  scrub837 tree inbox/batch1.837 | less\n");
      return everything_went_out;
    }
    if (word == "--show-phi") {
      show_phi = true;
    } else if (name.empty() && (word == "-" || !word.starts_with('-'))) {
      name = word;
    } else {
      throw UsageError{"tree needs one file; its only option is --show-phi"};
    }
  }
  if (name.empty()) throw UsageError{"no file was given"};
  if (name != "-") {
    auto const status = look_at(name);
    if (!std::filesystem::exists(status)) throw UsageError{"there is no file or folder " + name};
    if (std::filesystem::is_directory(status))
      throw UsageError{"tree needs one file, but " + name + " is a folder"};
  }
  confine_quietly();
  auto input = Input::open(name);
  SegmentStream stream(input, default_block_size);
  TreePrinter printer(show_phi);
  bool readable = false;
  Piece piece;
  for (stream.next(piece); piece.what != Piece::What::end; stream.next(piece)) {
    if (piece.what == Piece::What::interchange) {
      readable = true;
      printer.interchange(piece);
    } else if (piece.what == Piece::What::segments) {
      readable = true;
      printer.segments(piece);
    }
  }
  if (readable) return everything_went_out;
  complain("scrub837: {} cannot be read as X12\n", displayed(name));
  return unreadable;
}

}  // namespace

constexpr Command tree{"tree", "the loops of a file, with segment numbers", run_tree};

}  // namespace scrub837::cli
