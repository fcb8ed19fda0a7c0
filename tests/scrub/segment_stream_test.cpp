#include "src/scrub/segment_stream.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/scrub/short_files.hpp"

namespace scrub837::test::segment_stream_test {
namespace {

using What = Piece::What;

// What a stream hands out, in one line: the bytes of gaps and headers, and the segment ids of units with a
// bar before each.
struct Read {
  std::string pieces, bytes;
  std::vector<std::uint64_t> offsets;
};

std::string ids_of(Piece const& piece) {
  std::string text;
  auto const segments = piece.tokens.segments();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    text += begins_unit(segments[i].kind) ? "|" : ".";
    auto const segment = piece.block.text(segments[i]);
    text += segment.substr(0, segment.find(piece.delimiters.element));
  }
  return text;
}

Read read_on(SegmentStream& stream) {
  Read read;
  Piece piece;
  for (stream.next(piece); piece.what != What::end; stream.next(piece)) {
    if (piece.what == What::segments) {
      read.pieces += ids_of(piece);
    } else {
      read.pieces += piece.what == What::gap ? "<gap>" : piece.what == What::bare ? "<bare>" : "<isa>";
    }
    read.offsets.push_back(piece.offset());
    read.bytes += piece.bytes();
  }
  return read;
}

Read read(std::string const& bytes, std::size_t block_size = 1U << 20U) {
  auto input = Input::from_bytes(bytes);
  SegmentStream stream(input, block_size);
  return read_on(stream);
}

std::string const claims = st() + provider("1*") + subscriber("2*1") + good("G1") + bad("H1") + se(13);
std::string const one = file_of(claims);

TEST_CASE("SegmentStream: an interchange is its ISA, and units cut before envelope segments, HL and CLM") {
  CHECK(read(one).pieces == "<isa>|GS|ST.BHT|HL.NM1|HL.SBR|CLM.LX.SV1|CLM.LX.SV1|SE|GE|IEA");
}

TEST_CASE("SegmentStream: blocks of any size give the same units, and every byte once, in its place") {
  auto const two = "blanks \n" + one + "\n\n" + one + "text";
  auto const whole = read(two);
  CHECK(whole.bytes == two);
  for (std::size_t const size : {64U, 65U, 127U, 200U, 4096U}) {
    CAPTURE(size);
    auto const pieces = read(two, size);
    CHECK(pieces.bytes == two);
    CHECK(pieces.pieces == whole.pieces);
    CHECK(pieces.offsets.size() >= whole.offsets.size());
    CHECK(std::is_sorted(pieces.offsets.begin(), pieces.offsets.end()));
  }
}

TEST_CASE("SegmentStream: a piece says where it begins, and ends before a unit") {
  std::string many;
  for (int i = 0; i < 60; ++i) many += (i % 3 == 0 ? bad : good)("C" + std::to_string(i));
  auto const file = file_of(st() + provider("1*") + subscriber("2*1") + many + se(187));
  // Blocks that hold a part of a claim, some claims, many.
  for (std::size_t const size : {64U, 333U, 1000U, 2500U}) {
    CAPTURE(size);
    auto input = Input::from_bytes(file);
    SegmentStream stream(input, size);
    Piece piece;
    std::uint64_t offset = 0;
    for (stream.next(piece); piece.what != What::end; stream.next(piece)) {
      CHECK(piece.offset() == offset);
      offset += piece.bytes().size();
      CHECK(file.substr(piece.offset(), piece.bytes().size()) == piece.bytes());
      if (piece.what != What::segments) continue;
      CHECK(begins_unit(piece.tokens.segments()[0].kind));
      CHECK(piece.tokens.segments().back().raw_end == piece.bytes().size());
    }
    CHECK(offset == file.size());
  }
}

TEST_CASE("SegmentStream: each interchange has its own delimiters") {
  auto other = one;
  for (auto& c : other) c = c == '*' ? '|' : c == '~' ? '\n' : c == ':' ? '>' : c;
  auto input = Input::from_bytes(one + other);
  SegmentStream stream(input, 1U << 20U);
  Piece piece;
  std::string elements;
  std::string headers;
  for (stream.next(piece); piece.what != What::end; stream.next(piece)) {
    if (piece.what == What::segments) elements.push_back(piece.delimiters.element);
    if (piece.what == What::interchange)
      headers.append({piece.header.delimiters.component, piece.header.delimiters.terminator});
  }
  CHECK(elements == "*|");
  CHECK(headers == ":~>\n");
  CHECK(read(one + other).pieces == read(one).pieces + read(one).pieces);
}

TEST_CASE("SegmentStream: text around interchanges is a gap; sets without an ISA are bare") {
  CHECK(read("Dear all,\n" + one).pieces.starts_with("<gap><isa>|GS"));
  CHECK(read("Dear all,\n").pieces == "<gap>");
  CHECK(read("").pieces == "");
  CHECK(read(gs() + claims + ge(1)).pieces == "<bare>|GS|ST.BHT|HL.NM1|HL.SBR|CLM.LX.SV1|CLM.LX.SV1|SE|GE");
}

TEST_CASE("SegmentStream: after seek it reads on from that offset, inside or outside of an interchange") {
  auto const bytes = one + one;
  auto const at = bytes.find("CLM*G1", one.size());
  auto input = Input::from_bytes(bytes);
  for (std::size_t const size : {64U, 1U << 20U}) {
    SegmentStream stream(input, size);
    static_cast<void>(read_on(stream));
    stream.seek({at, true, {}, LineEnds::typed}, 100);
    auto const again = read_on(stream);
    CHECK(again.pieces == "|CLM.LX.SV1|CLM.LX.SV1|SE|GE|IEA");
    CHECK(again.bytes == bytes.substr(at));
    CHECK(again.offsets[0] == at);
    stream.seek({one.size(), false, {}, LineEnds::typed}, 100);
    CHECK(read_on(stream).pieces == read(one).pieces);
  }
}

TEST_CASE("SegmentStream: a segment that never ends is given up, and says where it begins") {
  constexpr auto limit = SegmentStream::largest_unit;
  auto input = Input::from_bytes(isa() + gs() + "NTE*" + std::string(limit + 8192, 'X'));
  SegmentStream stream(input, limit + 4096);
  Piece piece;
  std::uint64_t offset = 0;
  try {
    do stream.next(piece);
    while (piece.what != What::end);
  } catch (SegmentStream::UnitTooLarge const& error) {
    offset = error.offset;
  }
  // The unit is GS with what follows it.
  CHECK(offset == isa().size());
}

}  // namespace
}  // namespace scrub837::test::segment_stream_test
