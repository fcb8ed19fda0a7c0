#pragma once

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/checks.hpp"
#include "tests/fuzz/mutation.hpp"
#include "tests/support/generated_file.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test {

inline void showValue(Mutation const& mutation, std::ostream& out) {
  out << mutation.name() << " (" << mutation.seed << ")";
}

/// Up to `most` changes of any kind; they shrink to fewer.
inline rc::Gen<std::vector<Mutation>> some_mutations(int most) {
  auto const one = rc::gen::build<Mutation>(
      rc::gen::set(&Mutation::kind, rc::gen::noShrink(rc::gen::inRange<std::uint32_t>(
                                        0, static_cast<std::uint32_t>(mutators().size())))),
      rc::gen::set(&Mutation::seed,
                   rc::gen::noShrink(rc::gen::resize(100, rc::gen::arbitrary<std::uint64_t>()))));
  return rc::gen::resize(most, rc::gen::container<std::vector<Mutation>>(one));
}

/// A small generated file with the flaws and faults that any_file() has.
inline rc::Gen<std::string> small_file(bool sound = false) {
  return rc::gen::map(rc::gen::resize(12, sound ? sound_file() : any_file()),
                      [](GeneratedFile const& file) { return render(file); });
}

/// The failures whose names begin with one of these words.
inline std::string complaints(Checked const& checked, std::initializer_list<std::string_view> names) {
  std::string text;
  for (auto const& failure : checked.failures) {
    for (auto const name : names) {
      if (!failure.check.starts_with(name)) continue;
      text += failure.check + ": " + failure.detail + "\n";
      break;
    }
  }
  return text;
}

}  // namespace scrub837::test
