#include "src/io/read_lines.hpp"

#include <array>
#include <string>

#include "src/io/file_operations.hpp"

namespace scrub837 {

void read_lines(std::filesystem::path const& path, std::function<void(std::string_view)> const& take) {
  auto const file = open_file(path, OpenMode::read);
  auto const name = path.string();
  std::array<char, 1U << 16U> buffer{};
  std::string begun;
  for (;;) {
    auto const size = read_some(file.get(), buffer, name);
    if (size == 0) break;
    std::string_view rest(buffer.data(), size);
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      begun.append(rest.substr(0, end));
      take(begun);
      begun.clear();
      rest.remove_prefix(end + 1);
    }
    begun.append(rest);
  }
  if (!begun.empty()) take(begun);
}

}  // namespace scrub837
