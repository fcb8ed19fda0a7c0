#include "src/letters/parties.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "src/report/claim_parties.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

std::string name_of_person(SegmentView const& nm1) {
  std::string name;
  for (std::size_t const element : {4U, 5U, 3U, 7U}) {
    // An organization has one name; what stands in the others is not meant.
    if (nm1[2] == "2" && element != 3) continue;
    if (nm1[element].empty()) continue;
    if (!name.empty()) name.push_back(' ');
    name += latin1_as_utf8(nm1[element]);
  }
  return name;
}

bool is_number(std::string_view text, std::size_t size) {
  return text.size() == size &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 6145550134 as 614-555-0134, 432151234 as 43215-1234; anything else as it is.
std::string in_groups(std::string_view digits, std::initializer_list<std::size_t> groups) {
  std::size_t size = 0;
  for (auto const group : groups) size += group;
  if (!is_number(digits, size)) return latin1_as_utf8(digits);
  std::string text;
  for (auto const group : groups) {
    if (!text.empty()) text.push_back('-');
    text += digits.substr(0, group);
    digits.remove_prefix(group);
  }
  return text;
}

void append_with(std::string& text, std::string_view separator, std::string const& more) {
  if (!text.empty() && !more.empty()) text.append(separator);
  text.append(more);
}

std::string city_in(SegmentView const& n4) {
  auto text = latin1_as_utf8(n4[1]);
  append_with(text, ", ", latin1_as_utf8(n4[2]));
  append_with(text, " ", in_groups(n4[3], {5, 4}));
  return text;
}

void add(LetterParty& party, SegmentView const& segment) {
  auto const kind = kind_of(segment.id());
  if (kind == Kind::N3) {
    party.street = latin1_as_utf8(segment[1]);
    append_with(party.street, ", ", latin1_as_utf8(segment[2]));
  } else if (kind == Kind::N4) {
    party.city = city_in(segment);
  } else if (kind == Kind::REF && (segment[1] == "EI" || segment[1] == "SY")) {
    party.tax_id = segment[1] == "EI" ? in_groups(segment[2], {2, 7}) : in_groups(segment[2], {3, 2, 4});
  } else if (kind == Kind::PER) {
    for (std::size_t const element : {3U, 5U, 7U}) {
      if (segment[element] == "TE" && party.telephone.empty())
        party.telephone = in_groups(segment[element + 1], {3, 3, 4});
    }
  } else if (kind == Kind::DMG) {
    party.birth_date = latin1_as_utf8(segment[2]);
  }
}

}  // namespace

LetterParty party_of_nm1(SegmentView const& nm1) {
  LetterParty party;
  party.name = name_of_person(nm1);
  party.id = latin1_as_utf8(nm1[9]);
  return party;
}

LetterParty party_of_loop(std::string_view loop, Delimiters delimiters) {
  LetterParty party;
  bool first = true;
  for_each_segment(loop, delimiters, [&](SegmentView segment) {
    if (std::exchange(first, false)) {
      party = party_of_nm1(segment);
    } else {
      add(party, segment);
    }
  });
  return party;
}

PartiesOfLetter parties_of_letter(LevelContents const& levels, Delimiters delimiters) {
  auto const party = [&](int rank, std::string_view entity) {
    return party_of_loop(party_loop(levels.level(rank), entity, delimiters), delimiters);
  };
  return {.provider = party(0, "85"), .subscriber = party(1, "IL"), .dependent = party(2, "QC")};
}

}  // namespace scrub837
