#include "src/io/begins_like_x12.hpp"

#include <zlib.h>

#include <array>
#include <string_view>

#include "src/io/file_operations.hpp"

namespace scrub837 {
namespace {

// As many bytes as are looked at.
constexpr std::size_t start_size = 512;

// The first bytes of what is packed in `packed`; nothing if that is no gzip.
std::string_view unpacked(std::string_view packed, std::array<char, start_size>& room) {
  z_stream stream{};
  constexpr int gzip_with_largest_window = 15 + 16;
  if (inflateInit2(&stream, gzip_with_largest_window) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(room.data());
  stream.avail_out = static_cast<uInt>(room.size());
  inflate(&stream, Z_SYNC_FLUSH);
  auto const size = room.size() - stream.avail_out;
  inflateEnd(&stream);
  return {room.data(), size};
}

}  // namespace

bool begins_like_x12(std::filesystem::path const& path) {
  std::array<char, start_size> read{};
  std::array<char, start_size> room{};
  auto const file = open_file(path, OpenMode::read);
  std::string_view start(read.data(), read_some(file.get(), read, path.string()));
  if (start.starts_with("\x1F\x8B")) start = unpacked(start, room);
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  return start.starts_with("ISA");
}

}  // namespace scrub837
