#include <array>

#include "tests/fuzz/mutation.hpp"
#include "tests/fuzz/other_transactions.hpp"

// Changes of whole units: segments, lines, claims, levels, sets, groups and interchanges.

namespace scrub837::test {
namespace {

Unit any_unit(Random& random) {
  constexpr Unit units[] = {Unit::segment, Unit::segment, Unit::segment, Unit::line,  Unit::claim,
                            Unit::claim,   Unit::level,   Unit::set,     Unit::group, Unit::interchange};
  return random.of(units);
}

using Parts = std::vector<DocumentPart>;
Parts::iterator at(Document& document, std::size_t index) {
  return document.parts.begin() + static_cast<std::ptrdiff_t>(index);
}

struct Chosen {
  std::vector<PartSpan> spans;
  PartSpan span;
  bool found = false;
};
Chosen choose(Document& document, Random& random, Unit unit) {
  Chosen chosen;
  chosen.spans = document.units(unit);
  if (chosen.spans.empty()) return chosen;
  chosen.found = true;
  chosen.span = chosen.spans[random.below(chosen.spans.size())];
  return chosen;
}
Parts copy_of(Document& document, PartSpan span) {
  return {at(document, span.first), at(document, span.last)};
}
void insert(Document& document, std::size_t index, Parts const& parts) {
  document.parts.insert(at(document, index), parts.begin(), parts.end());
}
void insert_text(Document& document, std::size_t index, std::string text) {
  DocumentPart part;
  part.body = std::move(text);
  document.parts.insert(at(document, index), part);
}

void drop_unit(Document& document, Random& random) {
  auto const chosen = choose(document, random, any_unit(random));
  if (chosen.found) document.parts.erase(at(document, chosen.span.first), at(document, chosen.span.last));
}
void double_unit(Document& document, Random& random) {
  auto const chosen = choose(document, random, any_unit(random));
  if (chosen.found) insert(document, chosen.span.last, copy_of(document, chosen.span));
}
void swap_units(Document& document, Random& random) {
  auto const chosen = choose(document, random, any_unit(random));
  if (chosen.spans.size() < 2) return;
  auto const index = random.below(chosen.spans.size() - 1);
  auto const first = chosen.spans[index];
  auto const second = chosen.spans[index + 1];
  if (second.first < first.last) return;
  auto const a = copy_of(document, first);
  auto const b = copy_of(document, second);
  document.parts.erase(at(document, second.first), at(document, second.last));
  insert(document, second.first, a);
  document.parts.erase(at(document, first.first), at(document, first.last));
  insert(document, first.first, b);
}
void move_unit(Document& document, Random& random) {
  auto const chosen = choose(document, random, any_unit(random));
  if (!chosen.found) return;
  auto const parts = copy_of(document, chosen.span);
  document.parts.erase(at(document, chosen.span.first), at(document, chosen.span.last));
  insert(document, random.below(document.parts.size() + 1), parts);
}
// A claim goes to another place where one may stand: behind another claim or at a level's end.
void move_claim(Document& document, Random& random) {
  auto const chosen = choose(document, random, Unit::claim);
  if (!chosen.found) return;
  auto const parts = copy_of(document, chosen.span);
  document.parts.erase(at(document, chosen.span.first), at(document, chosen.span.last));
  auto const target = choose(document, random, random.one_in(2) ? Unit::level : Unit::claim);
  insert(document, target.found ? target.span.last : chosen.span.first, parts);
}
void cut_unit(Document& document, Random& random) {
  auto const chosen = choose(document, random, any_unit(random));
  if (!chosen.found) return;
  auto const from = chosen.span.first + random.below(chosen.span.size());
  document.parts.erase(at(document, from), at(document, chosen.span.last));
}
void multiply_unit(Document& document, Random& random) {
  auto const chosen = choose(document, random, any_unit(random));
  if (!chosen.found || chosen.span.size() > 60) return;
  auto const parts = copy_of(document, chosen.span);
  for (auto count = 2 + random.below(20); count > 0; --count) insert(document, chosen.span.last, parts);
}
// A segment that has no place there, or a place of its own elsewhere.
void insert_segment(Document& document, Random& random) {
  constexpr std::string_view segments[] = {"ZZZ*1~",
                                           "CLM*X9*100***12:B:1*Y*A*Y*Y~",
                                           "CLM~",
                                           "HL*7*1*22*0~",
                                           "HL~",
                                           "HL*1**20*1~",
                                           "HL*3*2*23*0~",
                                           "SBR*P*18*******CI~",
                                           "LX*1~",
                                           "SV1*HC:99600*100*UN*1***1~",
                                           "SV2*0551*HC:G0299*100*UN*1~",
                                           "SV3*AD:D0120*100~",
                                           "ST*837*0009*005010X222A1~",
                                           "ST*837*0009~",
                                           "ST~",
                                           "SE*1*0001~",
                                           "SE~",
                                           "GE*1*1~",
                                           "GE~",
                                           "IEA*1*000000001~",
                                           "IEA~",
                                           "GS*HC*A*B*20260914*1200*9*X*005010X222A1~",
                                           "GS~",
                                           "TA1*000000009*260913*1200*A*000~",
                                           "~",
                                           "~~",
                                           "*~",
                                           "NTE*ADD*CALLED DAUGHTER~",
                                           "PWK*OZ*EL***AC*A1~",
                                           "K3*TEXT~",
                                           "NM1*QC*1*DOE*JANE~",
                                           "NM1*85*2*OTHER*****XX*1234567893~",
                                           "PAT*19~",
                                           "HI*ABK:Z9181~",
                                           "LIN**N4*00000000000~",
                                           "CTP****1*UN~",
                                           "SVD*PAY01*50*HC:99600**1~",
                                           "CAS*CO*45*30~",
                                           "DTP*472*D8*20260914~",
                                           "REF*6R*1~",
                                           "ISA*00*~",
                                           "isa*00~",
                                           "NM1*IL*1*DOE*JO****MI*M1~",
                                           "BHT*0019*00*1*20260914*1200*CH~"};
  if (document.parts.empty()) return;
  auto const index = random.below(document.parts.size());
  DocumentPart const like = document.parts[index];
  std::string text;
  for (char const c : random.of(segments)) {
    text.push_back(c == '*' ? like.element : c == ':' ? like.component : c == '~' ? like.terminator : c);
  }
  if (like.tail.size() > 1) text += like.tail.substr(1);
  insert_text(document, index + random.below(2), text);
}
void insert_other_set(Document& document, Random& random) {
  auto const chosen = choose(document, random, random.one_in(4) ? Unit::segment : Unit::set);
  if (!chosen.found) return;
  auto const like = document.parts[chosen.span.first];
  insert_text(document, random.one_in(2) ? chosen.span.first : chosen.span.last, other_set(random, like));
}
void insert_other_group(Document& document, Random& random) {
  auto const chosen = choose(document, random, random.one_in(6) ? Unit::segment : Unit::group);
  if (!chosen.found) return;
  auto const like = document.parts[chosen.span.first];
  insert_text(document, random.one_in(2) ? chosen.span.first : chosen.span.last, other_group(random, like));
}
void insert_other_interchange(Document& document, Random& random) {
  auto const chosen = choose(document, random, random.one_in(6) ? Unit::segment : Unit::interchange);
  if (!chosen.found) return;
  auto const like = document.parts[chosen.span.first];
  insert_text(document, random.one_in(2) ? chosen.span.first : chosen.span.last,
              other_interchange(random, like));
}
// Nothing of the file is an 837P any more.
void replace_by_other(Document& document, Random& random) {
  if (document.parts.empty()) return;
  auto const like = document.parts[0];
  auto const count = 1 + random.below(3);
  document.parts.clear();
  for (std::size_t i = 0; i < count; ++i) insert_text(document, i, other_interchange(random, like));
}
void insert_binary(Document& document, Random& random) {
  auto const chosen = choose(document, random, Unit::segment);
  if (!chosen.found) return;
  auto const like = document.parts[chosen.span.first];
  insert_text(document, chosen.span.last, binary_segment(random, like));
}
void keep_few_claims(Document& document, Random& random) {
  auto const spans = document.units(Unit::claim);
  auto const kept = 1 + random.below(3);
  for (std::size_t i = spans.size(); i > 0; --i) {
    if (random.below(spans.size()) < kept) continue;
    document.parts.erase(at(document, spans[i - 1].first), at(document, spans[i - 1].last));
  }
}

}  // namespace

std::span<Mutator const> structure_mutators() {
  static constexpr std::array<Mutator, 14> list = {{{"drop unit", drop_unit},
                                                    {"double unit", double_unit},
                                                    {"swap units", swap_units},
                                                    {"move unit", move_unit},
                                                    {"move claim", move_claim},
                                                    {"cut unit", cut_unit},
                                                    {"multiply unit", multiply_unit},
                                                    {"insert segment", insert_segment},
                                                    {"insert other set", insert_other_set},
                                                    {"insert other group", insert_other_group},
                                                    {"insert other interchange", insert_other_interchange},
                                                    {"replace by other transactions", replace_by_other},
                                                    {"insert binary data", insert_binary},
                                                    {"keep few claims", keep_few_claims}}};
  return list;
}

}  // namespace scrub837::test
