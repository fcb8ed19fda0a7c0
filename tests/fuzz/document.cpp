#include "tests/fuzz/document.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

namespace scrub837::test {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\r' || c == '\n' || c == '\t'; }

struct Header {
  char element = '*', component = ':', repetition = '^', terminator = '~';
  std::size_t size = 0;  // ISA to ISA16
  bool plain = true;
};

// Whether an interchange goes on here as it should.
bool goes_on(std::string_view bytes, std::size_t at, char element) {
  while (at < bytes.size() && is_blank(bytes[at])) ++at;
  auto const rest = bytes.substr(at);
  return rest.starts_with(std::string("GS") + element) || rest.starts_with(std::string("TA1") + element) ||
         rest.starts_with(std::string("ST") + element) || rest.starts_with(std::string("IEA") + element);
}

// ISA16 and the terminator are two bytes; where the segments after the ISA end with both, it may be ISA16
// that is missing.
bool ends_with_both(std::string_view bytes, std::size_t at, Header const& header) {
  while (at < bytes.size() && is_blank(bytes[at])) ++at;
  auto const stop = bytes.find(header.terminator, at);
  return stop != std::string_view::npos && stop > at && bytes[stop - 1] == header.component;
}

bool are_plain(Header const& header) {
  std::string_view const names = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ";
  auto const free = [&](char c) { return names.find(c) == std::string_view::npos; };
  return free(header.element) && free(header.component) && free(header.terminator) &&
         header.element != header.component && header.element != header.terminator &&
         header.component != header.terminator && header.component != '\n' && header.element != '\n';
}

std::optional<Header> header_at(std::string_view bytes, std::size_t at) {
  auto const id = bytes.substr(at, 3);
  if ((id != "ISA" && id != "isa") || at + 4 >= bytes.size()) return std::nullopt;
  Header header;
  header.element = bytes[at + 3];
  if (std::isalnum(static_cast<unsigned char>(header.element)) != 0 || is_blank(header.element)) {
    return std::nullopt;
  }
  auto position = at + 3;
  for (int i = 2; i <= 16; ++i) {
    auto const previous = position;
    position = bytes.find(header.element, position + 1);
    if (position == std::string_view::npos || position > at + 300) return std::nullopt;
    if (i == 12 && position > previous + 1) header.repetition = bytes[previous + 1];
  }
  if (position + 2 >= bytes.size()) return std::nullopt;
  header.component = bytes[position + 1];
  header.terminator = bytes[position + 2];
  header.size = position + 2 - at;
  auto const after = at + header.size + 1;
  // In lower case it may be any word.
  bool const whole = bytes.substr(at, header.size - 1).find(header.terminator) == std::string_view::npos;
  if (id == "isa" && !(whole && goes_on(bytes, after, header.element))) return std::nullopt;
  header.plain = id == "ISA" && are_plain(header) && goes_on(bytes, after, header.element) &&
                 !ends_with_both(bytes, after, header);
  return header;
}

// BIN says in BIN01 how many bytes its data has, BDS in BDS02. \return where the data ends
std::optional<std::size_t> end_of_binary(std::string_view bytes, std::size_t begin, char element) {
  bool const bin = bytes.substr(begin).starts_with(std::string("BIN") + element);
  bool const bds = bytes.substr(begin).starts_with(std::string("BDS") + element);
  if (!bin && !bds) return std::nullopt;
  auto at = begin + 4;
  if (bds) {
    at = bytes.find(element, at);
    if (at == std::string_view::npos) return std::nullopt;
    ++at;
  }
  auto const stop = bytes.find(element, at);
  if (stop == std::string_view::npos) return std::nullopt;
  auto const digits = bytes.substr(at, stop - at);
  bool const number = !digits.empty() && digits.size() < 7 &&
                      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!number) return std::nullopt;
  auto const end = stop + 1 + std::stoul(std::string(digits));
  return end < bytes.size() ? std::optional<std::size_t>(end) : std::nullopt;
}

// A line end may fold it.
std::string id_of(std::string_view body, char element) {
  std::string id(body.substr(0, std::min<std::size_t>(body.find(element), 8)));
  std::erase_if(id, [&](char c) { return c == '\r' || c == '\n'; });
  return id;
}

bool begins(Unit unit, std::string const& id) {
  switch (unit) {
    case Unit::line:
      return id == "LX";
    case Unit::claim:
      return id == "CLM";
    case Unit::level:
      return id == "HL";
    case Unit::set:
      return id == "ST";
    case Unit::group:
      return id == "GS";
    case Unit::interchange:
      return id == "ISA";
    case Unit::segment:
      break;
  }
  return true;
}

// How far outside a segment stands; what stands as far out, or further, ends a unit.
int depth(std::string const& id) {
  if (id == "ISA" || id == "IEA" || id.empty()) return 0;
  if (id == "GS" || id == "GE") return 1;
  if (id == "ST" || id == "SE") return 2;
  if (id == "HL") return 3;
  if (id == "CLM") return 4;
  return id == "LX" ? 5 : 6;
}

}  // namespace

std::vector<std::string> split_text(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (char const c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

std::string join_text(std::vector<std::string> const& parts, char separator) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text.push_back(separator);
    text += parts[i];
  }
  return text;
}

std::vector<std::string> DocumentPart::elements() const { return split_text(body, element); }
void DocumentPart::set_elements(std::vector<std::string> const& elements) {
  body = join_text(elements, element);
}

Document::Document(std::string_view bytes) {
  std::string text;
  auto const flush = [&] {
    if (text.empty()) return;
    DocumentPart part;
    part.body = std::move(text);
    parts.push_back(std::move(part));
    text.clear();
  };
  for (std::size_t at = 0; at < bytes.size();) {
    if (header_at(bytes, at)) {
      flush();
      at = take_interchange(bytes, at);
    } else {
      text.push_back(bytes[at++]);
    }
  }
  flush();
}

// \return the position after it
std::size_t Document::take_interchange(std::string_view bytes, std::size_t at) {
  auto const header = *header_at(bytes, at);
  bool first = true;
  while (at < bytes.size()) {
    DocumentPart part;
    part.element = header.element;
    part.component = header.component;
    part.repetition = header.repetition;
    part.terminator = header.terminator;
    auto begin = at;
    while (begin < bytes.size() && is_blank(bytes[begin]) && bytes[begin] != header.terminator) ++begin;
    if (begin == bytes.size() || (!first && header_at(bytes, begin))) return at;
    auto end = first ? begin + header.size : bytes.find(header.terminator, begin);
    if (auto const data = end_of_binary(bytes, begin, header.element))
      end = bytes.find(header.terminator, *data);
    end = std::min(end, bytes.size());
    auto stop = std::min(end + 1, bytes.size());
    while (stop < bytes.size() && (bytes[stop] == '\r' || bytes[stop] == '\n') &&
           bytes[stop] != header.terminator) {
      ++stop;
    }
    part.lead = bytes.substr(at, begin - at);
    part.body = bytes.substr(begin, end - begin);
    part.tail = bytes.substr(end, stop - end);
    part.id = first ? "ISA" : id_of(part.body, header.element);
    part.plain_header = header.plain;
    at = stop;
    bool const closed = part.id == "IEA";
    // A part without a name would count as text.
    if (part.id.empty()) part.id = "?";
    parts.push_back(std::move(part));
    first = false;
    if (closed) return at;
  }
  return at;
}

std::string Document::bytes() const {
  std::string text;
  for (auto const& part : parts) text.append(part.lead).append(part.body).append(part.tail);
  return text;
}

std::vector<PartSpan> Document::units(Unit unit) const {
  std::vector<PartSpan> found;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].id.empty() || !begins(unit, parts[i].id)) continue;
    auto last = i + 1;
    if (unit != Unit::segment) {
      auto const mine = depth(parts[i].id);
      while (last < parts.size() && depth(parts[last].id) > mine) ++last;
      // A set, group or interchange has its own trailer.
      auto const trailer = unit == Unit::set ? "SE" : unit == Unit::group ? "GE" : "IEA";
      if (mine <= 2 && last < parts.size() && parts[last].id == trailer) ++last;
    }
    found.push_back({i, last});
  }
  return found;
}

std::vector<std::size_t> Document::find(std::string_view ids) const {
  auto const names = split_text(ids, ' ');
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (std::find(names.begin(), names.end(), parts[i].id) != names.end()) found.push_back(i);
  }
  return found;
}

}  // namespace scrub837::test
