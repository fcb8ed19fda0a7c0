#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string_view>

namespace scrub837 {

/// Finds the elements of one name in a large text of XML, one after the other, so that no more than one of
/// them is in memory as a tree. Namespace prefixes don't matter; an element doesn't contain another of its
/// name.
class XmlElements {
 public:
  /// \param name without prefix
  XmlElements(std::string_view xml, std::string_view name) : rest_(xml), name_(name) {}
  /// \return the next one with all that is in it; a null node if there is no other. It lives until the next
  /// call. Throws WorkbookError.
  [[nodiscard]] pugi::xml_node next() &;

 private:
  std::string_view rest_, name_;
  pugi::xml_document document_;
};

/// Its name without a prefix.
[[nodiscard]] std::string_view local_name(pugi::xml_node node);
/// The first child of that name; null if there is none.
[[nodiscard]] pugi::xml_node child_named(pugi::xml_node node, std::string_view name);
/// An attribute of that name, whatever its prefix.
[[nodiscard]] std::string_view attribute_named(pugi::xml_node node, std::string_view name);

}  // namespace scrub837
