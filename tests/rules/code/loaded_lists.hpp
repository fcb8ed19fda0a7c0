#pragma once

#include <memory>
#include <string>

#include "scrub837/code_lists.hpp"
#include "scrub837/settings.hpp"
#include "src/codes/read_code_list.hpp"

namespace scrub837::test {

/// Settings with a code list that was read from a text. \param name of the file, which says its edition
inline Settings with_list(std::string const& text, std::string const& name) {
  Settings settings;
  auto lists = std::make_shared<CodeLists>();
  lists->add(read_code_list(text, name));
  settings.code_lists = std::move(lists);
  return settings;
}

}  // namespace scrub837::test
