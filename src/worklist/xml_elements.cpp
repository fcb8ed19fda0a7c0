#include "src/worklist/xml_elements.hpp"

#include <algorithm>

#include "src/worklist/zip_parts.hpp"

namespace scrub837 {
namespace {

[[noreturn]] void refuse_xml() {
  throw WorkbookError("the workbook is damaged; save it again, or save the sheet as CSV");
}

std::string_view without_prefix(std::string_view name) {
  auto const colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Behind the `>` of a tag; quoted values may have one of their own.
std::size_t end_of_tag(std::string_view xml, std::size_t at) {
  char quote = 0;
  for (; at < xml.size(); ++at) {
    auto const byte = xml[at];
    if (quote != 0) {
      if (byte == quote) quote = 0;
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
    } else if (byte == '>') {
      return at + 1;
    }
  }
  refuse_xml();
}

// Behind a comment, CDATA or instruction that begins at `at`; `at` itself if there is none.
std::size_t behind_other_markup(std::string_view xml, std::size_t at) {
  struct Markup {
    std::string_view begin, end;
  };
  for (auto const& [begin, end] : {Markup{"<!--", "-->"}, Markup{"<![CDATA[", "]]>"}, Markup{"<?", "?>"}}) {
    if (!xml.substr(at).starts_with(begin)) continue;
    auto const found = xml.find(end, at + begin.size());
    if (found == std::string_view::npos) refuse_xml();
    return found + end.size();
  }
  return at;
}

struct Tag {
  std::size_t begin = 0, end = 0;  ///< from `<` to behind `>`
  bool closing = false, empty = false;
};

// The next tag of that name; begin is the size of the text if there is none.
Tag find_tag(std::string_view xml, std::size_t at, std::string_view name) {
  for (;;) {
    at = xml.find('<', at);
    if (at == std::string_view::npos) return {xml.size(), xml.size()};
    if (auto const behind = behind_other_markup(xml, at); behind != at) {
      at = behind;
      continue;
    }
    bool const closing = xml.substr(at).starts_with("</");
    auto const first = at + (closing ? 2 : 1);
    auto const word = xml.substr(first, xml.find_first_of(" \t\r\n/>", first) - first);
    auto const end = end_of_tag(xml, first);
    if (without_prefix(word) == name) return {at, end, closing, xml[end - 2] == '/'};
    at = end;
  }
}

}  // namespace

pugi::xml_node XmlElements::next() & {
  auto const open = find_tag(rest_, 0, name_);
  if (open.begin == rest_.size()) {
    rest_ = {};
    return {};
  }
  auto end = open.end;
  if (!open.empty && !open.closing) {
    auto const close = find_tag(rest_, open.end, name_);
    if (!close.closing) refuse_xml();
    end = close.end;
  }
  // The tree of one row of a spreadsheet's widest is less than that.
  constexpr std::size_t longest = std::size_t{16} << 20U;
  auto const element = rest_.substr(open.begin, end - open.begin);
  if (element.size() > longest || open.closing) refuse_xml();
  rest_.remove_prefix(end);
  auto const parsed = document_.load_buffer(element.data(), element.size(),
                                            pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!parsed) refuse_xml();
  return document_.first_child();
}

std::string_view local_name(pugi::xml_node node) { return without_prefix(node.name()); }

pugi::xml_node child_named(pugi::xml_node node, std::string_view name) {
  return node.find_child([&](pugi::xml_node child) { return local_name(child) == name; });
}

std::string_view attribute_named(pugi::xml_node node, std::string_view name) {
  return node
      .find_attribute([&](pugi::xml_attribute attribute) { return without_prefix(attribute.name()) == name; })
      .value();
}

}  // namespace scrub837
