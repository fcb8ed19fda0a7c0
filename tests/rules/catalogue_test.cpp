#include <doctest/doctest.h>

#include <filesystem>
#include <iterator>
#include <map>
#include <set>

#include "src/scrub/row_key.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/sent_before.hpp"
#include "tests/support/text_diff.hpp"

// The catalogue as it is fixed, and that every example in it is true.

namespace scrub837::test::catalogue_test {
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
    {"NAR004", "narrative-placeholder", error, input},
    {"NAR005", "narrative-is-clock-times", error, input},
    {"NAR006", "narrative-too-long", error, unsafe},
    {"NAR007", "narrative-untidy", warning, safe},
    {"NAR008", "note-repeated", error, safe},
    {"NAR009", "note-qualifier-invalid", error, input},
    {"NAR010", "narrative-lacks-detail", warning, none},
    {"NAR011", "comparable-code-missing", info, input},
    {"NAR012", "narrative-repeated", warning, none},
    {"NAR013", "narrative-cut-by-separator", error, unsafe},
    {"NAR014", "narrative-names-no-visit", error, input},
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
    {"UNL001", "units-not-one", warning, none},
    {"UNL002", "place-not-home", warning, none},
    {"UNL003", "telehealth-on-home-visit", warning, none},
    {"UNL004", "specific-code-may-exist", warning, none},
    {"UNL005", "category-iii-first", warning, none},
    {"UNL006", "modifier-on-unlisted", info, none},
    {"UNL007", "physician-home-visit", warning, none},
    {"UNL008", "medicare-fee-for-service", warning, none},
    {"UNL009", "charge-zero", warning, input},
    {"UNL010", "units-basis-odd", warning, none},
    {"UNL011", "disciplines-contradict", warning, none},
    {"UNL012", "one-unit-many-days", warning, none},
    {"UNL013", "line-repeated", warning, none},
    {"DUP001", "claim-repeated", warning, none},
    {"BAL001", "charges-unbalanced", error, input},
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
    {"ENV015", "test-indicator", warning, none},
    {"ENV016", "version-differs", warning, none},
    {"ENV017", "level-without-claim", warning, none},
    {"ENV018", "envelope-id-missing", error, none},
    {"PAY001", "narrative-not-where-payer-looks", error, unsafe},
    {"PAY002", "narrative-too-short-for-payer", error, input},
    {"PAY003", "attachment-not-wanted", warning, none},
    {"PAY004", "report-type-not-taken", warning, none},
    {"PAY005", "transmission-not-taken", warning, none},
    {"PAY006", "control-number-form", error, input},
    {"PAY007", "units-over-cap", warning, none},
    {"PAY008", "authorization-missing", warning, input},
    {"PAY009", "place-not-taken", warning, none},
};

TEST_CASE("catalogue: ids, names, severities and fixes are those that people rely on") {
  static_assert(std::size(table) == 69);
  std::set<std::string_view> fixed;
  for (auto const& row : table) fixed.insert(row.id);
  CHECK(fixed.size() == std::size(table));
  // A rule beyond the table may stand anywhere: whoever tries one out changes nothing here.
  std::string catalogue;
  std::string expected;
  for (Rule const* const rule : registry()) {
    if (fixed.contains(rule->id)) catalogue += std::string(rule->id) + " ";
  }
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
    CHECK(!rule->doc.source.empty());
    CHECK(rule->snip >= 1);
    CHECK(rule->snip <= 7);
    CHECK(!std::holds_alternative<std::monostate>(rule->check));
    CHECK(find_rule(rule->id) == rule);
  }
}

TEST_CASE("catalogue: each rule has the SNIP type of its family, but for those that are named") {
  std::map<std::string_view, unsigned> const families{{"SYN", 1}, {"LEN", 1}, {"ENV", 1}, {"USE", 2},
                                                      {"ATT", 2}, {"BAL", 3}, {"SIT", 4}, {"NAR", 4},
                                                      {"DUP", 4}, {"COD", 5}, {"UNL", 6}, {"PAY", 7}};
  std::map<std::string_view, unsigned> const others{{"COD001", 2}, {"NAR008", 2}, {"NAR009", 2},
                                                    {"ATT011", 4}, {"ATT001", 7}, {"NAR010", 7},
                                                    {"NAR011", 7}, {"NAR012", 7}};
  for (Rule const* const rule : registry()) {
    CAPTURE(std::string(rule->id));
    auto const other = others.find(rule->id);
    CHECK(rule->snip == (other != others.end() ? other->second : families.at(rule->id.substr(0, 3))));
  }
}

// Everything that is run on an example stands in one case, so that a wrong example fails one.
void check_example(Rule const& rule) {
  CHECK(!rule.doc.bad.empty());
  CHECK(!rule.doc.good.empty());
  CHECK(rule.doc.bad != rule.doc.good);
  auto const bad = file_with(rule.doc.bad);
  auto const good = file_with(rule.doc.good);
  // Under the payer profile that the example names, if any.
  bool const looks_at_receivers = rule.id == "ENV021";
  auto const* const repeats = std::get_if<RepeatCheck>(&rule.check);
  bool const looks_for_sent = repeats != nullptr && (*repeats)(RepeatKey::sent_claim).has_value();
  auto const judged = [&bad, profiles = profile_of(rule.doc.profile), looks_for_sent, looks_at_receivers](
                          std::string const& file, Settings settings) {
    settings.profiles = profiles;
    if (looks_at_receivers) settings.send.usage = {"P"};
    if (!looks_for_sent) return scrub_text(file, settings);
    // What the ledger knows is that the example went out before.
    SentBefore sent;
    static_cast<void>(scrub_text(bad, sent));
    return scrub_text(file, sent, settings);
  };
  CHECK(count_of(judged(bad, with_advice()), rule.id) >= 1);
  auto const right = judged(good, with_advice());
  CHECK(count_of(right, rule.id) == 0);
  for (auto const& found : right.findings) CHECK(found.severity != "error");

  if (rule.fix == safe || rule.fix == unsafe) {
    auto const mended = judged(bad, rule.fix == unsafe ? with_unsafe_fixes() : Settings());
    CHECK(difference(mended.clean, good) == "");
    CHECK(mended.held.empty());
    CHECK(found_of(mended, rule.id).applied);
    CHECK(found_of(mended, rule.id).fix == rule.fix);
  } else {
    auto settings = with_unsafe_fixes();
    settings.info = true;
    auto const left = judged(bad, settings);
    CHECK(difference(left.clean + left.held, bad) == "");
    CHECK(left.clean.empty() == (found_of(left, rule.id).severity == "error"));
  }

  CHECK(count_of(judged(bad, ignoring({std::string(rule.id)})), rule.id) == 0);
  auto alone = with_advice();
  std::vector<std::string> const words{std::string(rule.id)};
  REQUIRE(alone.select(words).empty());
  auto const selected = judged(bad, alone);
  CHECK(count_of(selected, rule.id) >= 1);
  for (auto const& found : selected.findings) CHECK(found.rule == rule.id);

  // A demand is the payer's: without a profile nobody makes it.
  if (!rule.doc.profile.empty()) CHECK(count_of(scrub_text(bad, with_advice()), rule.id) == 0);
  CHECK(rule.doc.profile.empty() != std::holds_alternative<RequirementCheck>(rule.check));

  auto const untouched = judged(bad, ignoring({"ALL"}));
  CHECK(difference(untouched.clean, bad) == "");
  CHECK(untouched.held.empty());
  CHECK(untouched.rules() == "");
}

TEST_CASE("catalogue: the documented examples are true") {
  for (Rule const* const rule : registry()) {
    CAPTURE(std::string(rule->id));
    check_example(*rule);
  }
}

TEST_CASE("catalogue: a worklist row says what to type and where, and says it once") {
  for (Rule const* const rule : registry()) {
    CAPTURE(std::string(rule->id));
    auto settings = with_advice();
    settings.profiles = profile_of(rule->doc.profile);
    settings.hold = Hold::warning;
    for (auto const& row : scrub_text(file_with(rule->doc.bad), settings).rows) {
      CAPTURE(row.needed);
      auto const level = parse_key_above(row.key);
      auto const own = parse_row_key(row.key);
      auto const place = level ? level->value : own ? own->value : Place{};
      auto const first = row.needed.find("column value");
      CHECK((first != std::string::npos) == (place.element != 0));
      if (row.rule.find(' ') == std::string::npos)
        CHECK(row.needed.find("column value", first + 1) == std::string::npos);
      if (place.element != 0) CHECK(row.needed.find("worklist") == std::string::npos);
    }
  }
}

TEST_CASE("catalogue: every rule names its source file and its test, and both are there") {
  std::filesystem::path const tree = SCRUB837_SOURCE_DIR;
  std::set<std::string_view> sources;
  for (Rule const* const rule : registry()) {
    auto const files = files_of(*rule);
    CAPTURE(std::string(rule->id));
    CAPTURE(std::string(files.source));
    CHECK(sources.insert(files.source).second);
    CHECK(std::filesystem::is_regular_file(tree / files.source));
    CHECK(std::filesystem::is_regular_file(tree / files.test));
    // nar001_narrative_missing.cpp: the id, and words of our own.
    auto const stem = std::filesystem::path(files.source).stem().string();
    CHECK(find_rule(stem.substr(0, stem.find('_'))) == rule);
    CHECK(std::filesystem::path(files.test).stem().string() == stem + "_test");
  }
  for (Rule const* const notice : notices()) CHECK(files_of(*notice).source.empty());
}

TEST_CASE("catalogue: notices have ids of their own and say what, why and what to do") {
  int number = 0;
  std::set<std::string_view> names;
  for (Rule const* const notice : notices()) {
    CAPTURE(std::string(notice->id));
    ++number;
    CHECK(notice->id == (number < 10 ? "SCR00" : "SCR0") + std::to_string(number));
    CHECK(names.insert(notice->name).second);
    for (auto const part : {notice->doc.what, notice->doc.why, notice->doc.fix}) {
      CHECK(part.size() > 20);
      CHECK(part.ends_with('.'));
    }
    CHECK(!notice->doc.source.empty());
    CHECK(find_rule(notice->id) == notice);
    CHECK(std::holds_alternative<std::monostate>(notice->check));
  }
  CHECK(number == 11);
}

TEST_CASE("catalogue: a rule is found by its id in either case, and by nothing else") {
  CHECK(find_rule("nar001") == find_rule("NAR001"));
  CHECK(find_rule("NAR999") == nullptr);
  CHECK(find_rule("") == nullptr);
  CHECK(find_rule("NAR") == nullptr);
}

}  // namespace
}  // namespace scrub837::test::catalogue_test
