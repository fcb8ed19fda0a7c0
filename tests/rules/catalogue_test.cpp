#include <doctest/doctest.h>

#include <iterator>
#include <set>

#include "tests/support/rule_test.hpp"

// The catalogue as it is fixed (DOMAIN.md, "Rules, first wave"), and that every example in it is true.

namespace scrub837::test {
namespace {

struct Row {
  std::string_view id, name;
  Severity severity;
  Applicability fix;  ///< the best that the table promises
};

using enum Severity;
constexpr auto none = Applicability::none;
constexpr auto safe = Applicability::safe;
constexpr auto unsafe = Applicability::unsafe;
constexpr auto input = Applicability::input;

constexpr Row table[] = {
    {"NAR001", "narrative-missing", error, input},
    {"NAR002", "narrative-not-in-sv101-7", error, safe},
    {"NAR003", "narrative-only-at-claim-level", error, unsafe},
    {"NAR004", "narrative-placeholder", warning, input},
    {"NAR005", "narrative-is-clock-times", error, input},
    {"NAR006", "narrative-too-long", error, unsafe},
    {"NAR007", "narrative-untidy", warning, safe},
    {"NAR008", "note-repeated", error, safe},
    {"ATT001", "attachment-indicator-missing", warning, input},
    {"ATT002", "control-number-missing", error, input},
    {"ATT003", "control-number-qualifier", error, safe},
    {"ATT004", "on-request-with-control-number", error, none},
    {"ATT005", "control-number-length", error, none},
    {"ATT006", "control-number-reused", warning, none},
    {"ATT007", "report-type-invalid", error, none},
    {"ATT008", "transmission-code-invalid", error, none},
    {"ATT009", "too-many-indicators", error, none},
    {"ATT010", "indicator-repeated", warning, unsafe},
    {"ATT011", "narrative-cites-attachment", warning, input},
    {"ATT012", "indicator-misplaced", error, unsafe},
    {"ATT013", "indicator-element-not-used", error, none},
    {"UNL002", "place-not-home", warning, none},
    {"UNL009", "charge-zero", warning, none},
    {"BAL001", "charges-unbalanced", error, none},
    {"ENV001", "segment-count", error, safe},
    {"ENV002", "transaction-control-number", error, unsafe},
    {"ENV003", "transaction-count", error, safe},
    {"ENV004", "group-control-number", error, unsafe},
    {"ENV005", "group-count", error, safe},
    {"ENV006", "interchange-control-number", error, unsafe},
    {"ENV007", "trailer-missing", error, unsafe},
    {"ENV008", "isa-width", error, safe},
    {"ENV009", "segment-unknown", error, none},
    {"ENV010", "segment-unexpected", error, none},
    {"ENV011", "hierarchy-broken", error, safe},
    {"ENV012", "foreign-bytes", warning, safe},
    {"ENV013", "lines-folded", warning, safe},
    {"ENV014", "control-number-repeated", warning, none},
};

TEST_CASE("catalogue: ids, names, severities and fixes are those that people rely on") {
  static_assert(std::size(table) == 38);
  std::string catalogue;
  std::string expected;
  for (Rule const* const rule : registry()) catalogue += std::string(rule->id) + " ";
  for (auto const& row : table) {
    expected += std::string(row.id) + " ";
    CAPTURE(std::string(row.id));
    auto const* const rule = find_rule(row.id);
    REQUIRE(rule != nullptr);
    CHECK(rule->name == row.name);
    CHECK(name_of(rule->severity) == name_of(row.severity));
    CHECK(name_of(rule->fix) == name_of(row.fix));
  }
  CHECK(catalogue == expected);
}

TEST_CASE("catalogue: every rule is documented") {
  std::set<std::string_view> ids;
  std::set<std::string_view> names;
  std::set<std::string_view> texts;
  for (Rule const* const rule : registry()) {
    CAPTURE(std::string(rule->id));
    CHECK(ids.insert(rule->id).second);
    CHECK(names.insert(rule->name).second);
    CHECK(texts.insert(rule->doc.what).second);
    for (auto const part : {rule->doc.what, rule->doc.why, rule->doc.fix}) {
      CHECK(part.size() > 20);
      CHECK(part.ends_with('.'));
    }
    CHECK(!rule->doc.bad.empty());
    CHECK(!rule->doc.good.empty());
    CHECK(!rule->doc.source.empty());
    CHECK(rule->doc.bad != rule->doc.good);
    CHECK(rule->snip >= 1);
    CHECK(rule->snip <= 7);
    CHECK(!std::holds_alternative<std::monostate>(rule->check));
    CHECK(find_rule(rule->id) == rule);
  }
}

TEST_CASE("catalogue: the bad example is found, and the good one is not") {
  for (Rule const* const rule : registry()) {
    CAPTURE(std::string(rule->id));
    CHECK(count_of(scrub_text(file_with(rule->doc.bad)), rule->id) >= 1);
    auto const good = scrub_text(file_with(rule->doc.good));
    CHECK(count_of(good, rule->id) == 0);
    for (auto const& found : good.findings) CHECK(found.severity != "error");
  }
}

TEST_CASE("catalogue: the fix turns the bad example into the good one") {
  for (Rule const* const rule : registry()) {
    if (rule->fix != safe && rule->fix != unsafe) continue;
    CAPTURE(std::string(rule->id));
    auto const settings = rule->fix == unsafe ? with_unsafe_fixes() : Settings();
    auto const scrubbed = scrub_text(file_with(rule->doc.bad), settings);
    CHECK(difference(scrubbed.clean, file_with(rule->doc.good)) == "");
    CHECK(scrubbed.held.empty());
    CHECK(found_of(scrubbed, rule->id).applied);
    CHECK(found_of(scrubbed, rule->id).fix == rule->fix);
  }
}

TEST_CASE("catalogue: what no fix mends is left as it is") {
  for (Rule const* const rule : registry()) {
    if (rule->fix == safe || rule->fix == unsafe) continue;
    CAPTURE(std::string(rule->id));
    auto const file = file_with(rule->doc.bad);
    auto const scrubbed = scrub_text(file, with_unsafe_fixes());
    CHECK(difference(scrubbed.clean + scrubbed.held, file) == "");
    CHECK(scrubbed.clean.empty() == (found_of(scrubbed, rule->id).severity == "error"));
  }
}

TEST_CASE("catalogue: each rule can be left out and selected alone") {
  for (Rule const* const rule : registry()) {
    CAPTURE(std::string(rule->id));
    auto const file = file_with(rule->doc.bad);
    CHECK(count_of(scrub_text(file, ignoring({std::string(rule->id)})), rule->id) == 0);
    Settings alone;
    std::vector<std::string> const words{std::string(rule->id)};
    REQUIRE(alone.select(words).empty());
    auto const scrubbed = scrub_text(file, alone);
    CHECK(count_of(scrubbed, rule->id) >= 1);
    for (auto const& found : scrubbed.findings) CHECK(found.rule == rule->id);
  }
}

TEST_CASE("catalogue: nothing is changed in any example if all rules are ignored") {
  for (Rule const* const rule : registry()) {
    CAPTURE(std::string(rule->id));
    auto const file = file_with(rule->doc.bad);
    auto const scrubbed = scrub_text(file, ignoring({"ALL"}));
    CHECK(difference(scrubbed.clean, file) == "");
    CHECK(scrubbed.held.empty());
    CHECK(scrubbed.rules() == "");
  }
}

TEST_CASE("catalogue: notices have ids of their own and say what, why and what to do") {
  int number = 0;
  std::set<std::string_view> names;
  for (Rule const* const notice : notices()) {
    CAPTURE(std::string(notice->id));
    CHECK(notice->id == "SCR00" + std::to_string(++number));
    CHECK(names.insert(notice->name).second);
    for (auto const part : {notice->doc.what, notice->doc.why, notice->doc.fix}) {
      CHECK(part.size() > 20);
      CHECK(part.ends_with('.'));
    }
    CHECK(!notice->doc.source.empty());
    CHECK(find_rule(notice->id) == notice);
    CHECK(std::holds_alternative<std::monostate>(notice->check));
  }
  CHECK(number == 7);
}

TEST_CASE("catalogue: a rule is found by its id in either case, and by nothing else") {
  CHECK(find_rule("nar001") == find_rule("NAR001"));
  CHECK(find_rule("NAR999") == nullptr);
  CHECK(find_rule("") == nullptr);
  CHECK(find_rule("NAR") == nullptr);
}

}  // namespace
}  // namespace scrub837::test
