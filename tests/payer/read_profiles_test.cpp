#include <doctest/doctest.h>

#include "src/config/config_node.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::read_profiles_test {
namespace {

constexpr std::string_view head = "[[profile]]\nname = 'a'\nsource = 'a page'\n";

std::string mistake(std::string const& text) {
  try {
    static_cast<void>(Profiles::read_text(text, "p.toml"));
  } catch (ConfigError const& error) {
    return error.message;
  }
  return {};
}

TEST_CASE("profiles: mistakes are refused with their place, and with what was probably meant") {
  struct Case {
    std::string text, place, said;
  };
  for (auto const& example :
       {Case{"inherit = 'b'", "4:1", "did you mean inherits?"},
        Case{"inherits = 'b'", "4:12", "there is no profile b; did you mean a?"},
        Case{"inherits = 'a'", "4:12", "inherits from itself"},
        Case{"match = {}", "4:9", "any = true"},
        Case{"match = { payer_id = ['1'] }", "4:11", "did you mean payer_ids?"},
        Case{"match = { payer_ids = [] }", "4:23", "it would match no claim"},
        Case{"match = { payer_ids = [1] }", "4:24", "in quotes"},
        Case{"match = { any = true, receivers = ['1'] }", "4:17", "no other key can be used with it"},
        Case{"match = { any = false }", "4:17", "any = true"},
        Case{"match = 'MB'", "4:9", "a table"},
        Case{"codes.99600.max_unit = 1", "4:13", "did you mean max_units?"},
        Case{"codes.99600.max_units = 0", "4:25", "a whole number from 1"},
        Case{"codes.99600.max_units = '4'", "4:25", "a whole number from 1"},
        Case{"codes.unlistd.max_units = 1", "4:7", "a procedure code"},
        Case{"filing_days = 0", "4:15", "a whole number from 1"},
        Case{"filling_days = 90", "4:1", "did you mean filing_days?"},
        Case{"codes.99600 = 1", "4:15", "a table"},
        Case{"codes.99600.narrative_in = ['SV101']", "4:29", "did you mean \"SV101-7\"?"},
        Case{"codes.99600.narrative_in = []", "4:28", "the list is empty"},
        Case{"codes.99600.note_type = 'TPO'", "4:25", "is expected"},
        Case{"codes.99600.narrative_min_letters = 81", "4:37", "a whole number from 1 to 80"},
        Case{"codes.99600.comparable_code = 'requird'", "4:31", "did you mean \"required\"?"},
        Case{"codes.99600.comparable_code = 'forbidden'", "4:31", "is expected"},
        Case{"codes.99600.attachment = 'forbiden'", "4:26", "did you mean \"forbidden\"?"},
        Case{"codes.99600.attachment_level = 'lines'", "4:32", "did you mean \"line\"?"},
        Case{"codes.99600.report_types = ['NM']", "4:29", "did you mean"},
        Case{"codes.99600.transmissions = ['FAX']", "4:30", "did you mean \"FX\"?"},
        Case{"codes.99600.control_number_pattern = '9{4'", "4:38", "is not closed"},
        Case{"codes.99600.places = ['home']", "4:23", "two digits"},
        Case{"codes.99600.authorization = true", "4:29", "is expected"},
        Case{"severity.ATT01 = 'error'", "4:10", "did you mean ATT001?"},
        Case{"severity.ATT = 'error'", "4:10", "a single rule"},
        Case{"severity.ATT001 = 'eror'", "4:19", "did you mean \"error\"?"},
        Case{"severity.ENV001 = 'info'", "4:10", "applies to a whole file"},
        Case{"severity.ATT006 = 'info'", "4:10", "applies to a whole file"},
        Case{"severity.SCR001 = 'info'", "4:10", "applies to a whole file"},
        Case{"off.UNL08 = 'why'", "4:5", "did you mean UNL008?"},
        Case{"off.UNL008 = ''", "4:14", "the reason"},
        Case{"off.UNL008 = true", "4:14", "the reason"},
        Case{"off.UNL008 = 'why'\nseverity.UNL008 = 'info'", "4:5", "turned off and also has a severity"},
        Case{"[[profile]]\nname = 'a'\nsource = 'b'", "5:8", "there is already a profile a: p.toml:2"},
        Case{"[[profile]]\nsource = 'b'", "4:1", "no name"},
        Case{"[[profile]]\nname = 'b'", "4:1", "no source"},
        Case{"[profil]", "4:2", "did you mean profile?"},
        Case{"off = [", "", ""}}) {
    CAPTURE(example.text);
    auto const message = mistake(std::string(head) + example.text);
    CAPTURE(message);
    CHECK(message.starts_with("p.toml:" + example.place));
    CHECK(message.find(example.said) != std::string::npos);
  }
  CHECK(mistake("") == "p.toml: the file has no [[profile]]");
  CHECK(mistake("profile = 'a'").starts_with("p.toml:1:11: "));
  CHECK(mistake(std::string(head)) == "");
}

TEST_CASE("profiles: they inherit over several levels, and not in a circle") {
  auto const level = [](std::string const& name, std::string const& base) {
    return "[[profile]]\nname = '" + name + "'\nsource = 's'\ninherits = '" + base + "'\n";
  };
  CHECK(mistake(std::string(head) + "inherits = 'b'\n" + level("b", "a")).find("inherits from itself") !=
        std::string::npos);
  std::string chain(head);
  for (char name = 'b'; name <= 'h'; ++name)
    chain += level(std::string(1, name), std::string(1, static_cast<char>(name - 1)));
  CHECK(mistake(chain) == "");
  CHECK(mistake(chain + level("i", "h")).find("at most 8 levels") != std::string::npos);
}

TEST_CASE("profiles: what is said nearer goes before what is inherited, and a code before its family") {
  auto const profiles = Profiles::read_text(
      "[[profile]]\nname = 'child'\nsource = 's'\ninherits = 'base'\n"
      "codes.unlisted.max_units = 2\nseverity.UNL008 = 'info'\noff.NAR012 = 'why'\nfiling_days = 90\n"
      "[[profile]]\nname = 'base'\nsource = 's'\nmatch = { any = true }\n"
      "codes.99600 = { attachment = 'required' }\ncodes.unlisted = { max_units = 1, places = ['12'] }\n"
      "off.UNL008 = 'why'\nseverity.NAR012 = 'error'\nfiling_days = 180\n",
      "p.toml");
  CHECK(profiles->all()[0].filing_days == 90);
  CHECK(profiles->all()[1].filing_days == 180);
  auto const& child = profiles->all()[0];
  auto const* const own = child.requirements("99600", true);
  REQUIRE(own != nullptr);
  CHECK(own->attachment == Demand::required);
  CHECK(own->max_units == 2);
  CHECK(own->places == std::vector<std::string>{"12"});
  // A code that the run doesn't count as unlisted has its own section alone.
  CHECK_FALSE(child.requirements("99600", false)->max_units);
  CHECK(child.requirements("99199", true)->max_units == 2);
  CHECK(child.requirements("99199", true)->attachment == Demand::optional);
  CHECK(child.requirements("99213", false) == nullptr);
  CHECK(child.severities.at(find_rule("UNL008")) == Severity::info);
  CHECK_FALSE(child.off.contains(find_rule("UNL008")));
  CHECK(child.off.contains(find_rule("NAR012")));
  CHECK_FALSE(child.severities.contains(find_rule("NAR012")));
  CHECK(child.matches.empty());
  auto const& said = child.said;
  CHECK(said.at("codes.unlisted.max_units").profile == "child");
  CHECK(said.at("codes.unlisted.max_units").line == 5);
  CHECK(said.at("codes.unlisted.places").profile == "base");
  CHECK_FALSE(said.contains("off.UNL008"));
}

std::string profile(std::string const& name, std::string const& match) {
  return "[[profile]]\nname = '" + name + "'\nsource = 's'\nmatch = " + match + "\n";
}

TEST_CASE("profiles: the closest match wins, of two alike the later one") {
  auto const profiles = Profiles::read_text(
      profile("id", "{ payer_ids = ['P1', 'P2'] }") + profile("name", "{ name_pattern = 'blue*shield ?i' }") +
          profile("receiver", "{ receivers = ['R1'] }") + profile("filing", "{ claim_filing = ['MB'] }") +
          profile("later", "{ claim_filing = ['MB', 'MC'] }") +
          profile("both", "[{ claim_filing = ['HM'], receivers = ['R1'] }, { payer_ids = ['P9'] }]") +
          profile("any", "{ any = true }"),
      "p.toml");
  auto const name = [&](PayerOfClaim const& payer) { return profiles->match(payer)->name; };
  CHECK(name({"P1", "BLUE SHIELD MI", "R1", "", "MB"}) == "id");
  CHECK(name({" P2 ", "", "", "", ""}) == "id");
  CHECK(name({"P3", "Blue Cross Blue Shield MI", "R1", "", "MB"}) == "name");
  CHECK(name({"P3", "BLUE SHIELD OF MI", "R1", "", "MB"}) == "receiver");
  CHECK(name({"", "", "", "R1             ", ""}) == "receiver");
  CHECK(name({"", "", "", "", "MB"}) == "later");
  CHECK(name({"", "", "R1", "", "HM"}) == "both");
  CHECK(name({"P9", "", "", "", ""}) == "both");
  CHECK(name({"", "", "", "", ""}) == "any");
  CHECK(Profiles::read_text(profile("id", "{ payer_ids = ['P1'] }"), "p.toml")->match({"", "", "", "", ""}) ==
        nullptr);
}

TEST_CASE("profiles: severities and rules switched off are the payer's alone") {
  Settings settings;
  settings.profiles = Profiles::read_text(profile("mine", "{ payer_ids = ['MINE'] }") +
                                              "severity.ATT001 = 'error'\noff.UNL001 = 'they count visits'\n",
                                          "p.toml");
  std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL*125*UN*3***1~";
  auto const mine = scrub_text(file_with("NM1*PR*2*PAYER*****PI*MINE~" + line), settings);
  CHECK(found_of(mine, "ATT001").severity == "error");
  CHECK(count_of(mine, "UNL001") == 0);
  auto const other = scrub_text(file_with("NM1*PR*2*PAYER*****PI*OTHER~" + line), settings);
  CHECK(found_of(other, "ATT001").severity == "warning");
  CHECK(count_of(other, "UNL001") == 1);
  // What the run leaves out, a profile doesn't bring back.
  std::vector<std::string> const words{"ATT001"};
  REQUIRE(settings.ignore(words).empty());
  CHECK(count_of(scrub_text(file_with("NM1*PR*2*PAYER*****PI*MINE~" + line), settings), "ATT001") == 0);
}

TEST_CASE(
    "profiles: demands on attachments and comparable codes raise their rules, unless a severity is set") {
  std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL*125*UN*1***1~";
  std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~PWK*NN*AA~HI*ABK:Z9181~LX*1~" + line;
  auto const severity = [&](std::string const& text, std::string const& rule,
                            std::string const& profile_text) {
    auto const scrubbed = scrub_text(file_with(text), under(profile_text, with_advice()));
    return count_of(scrubbed, rule) == 0 ? std::string("none") : found_of(scrubbed, rule).severity;
  };
  CHECK(severity(line, "ATT001", "codes.unlisted.attachment = 'required'") == "error");
  CHECK(severity("SBR*P*18*******MB~" + line, "ATT001", "codes.unlisted.attachment = 'required'") == "error");
  CHECK(severity(line, "ATT001", "codes.unlisted.attachment = 'optional'") == "warning");
  CHECK(severity(line, "ATT001", "codes.unlisted.attachment = 'forbidden'") == "none");
  CHECK(severity(line, "ATT001", "codes.99199.attachment = 'forbidden'") == "warning");
  CHECK(severity(line, "ATT001", "codes.unlisted.attachment = 'required'\nseverity.ATT001 = 'warning'") ==
        "warning");
  auto const at = [](std::string const& level) {
    return "codes.unlisted = { attachment = 'required', attachment_level = '" + level + "' }";
  };
  CHECK(severity(claim, "ATT001", at("line")) == "error");
  CHECK(severity(claim, "ATT001", at("claim")) == "none");
  CHECK(severity(claim, "ATT001", at("either")) == "none");
  CHECK(severity(line + "PWK*NN*AA~", "ATT001", at("claim")) == "error");
  CHECK(severity(line + "PWK*NN*AA~", "ATT001", at("line")) == "none");
  CHECK(severity(line, "NAR011", "codes.99600.comparable_code = 'required'") == "error");
  CHECK(severity(line, "NAR011", "codes.99600.comparable_code = 'optional'") == "info");
}

// The receiver is known from GS and ISA, also where a stretch is read again and the reading has run ahead.
TEST_CASE("profiles: matched by receiver, whatever is read again and in whatever blocks") {
  auto settings = with_advice();
  settings.profiles = Profiles::read_text(
      profile("isa", "{ receivers = ['DEMORECEIVER'] }") + "codes.unlisted.attachment = 'required'\n" +
          profile("one", "{ receivers = ['ONE'] }") + "codes.unlisted.attachment = 'forbidden'\n",
      "p.toml");
  auto const group = [](std::string const& receiver, std::string const& control, std::string const& claims) {
    // SE02 is wrong: the set is read again, and held as received.
    return "GS*HC*DEMOSENDER*" + receiver + "*20260914*1200*" + control + "*X*005010X222A1~" +
           replaced(set_with("0001", claims) + "GE*1*" + control + "~", "*0001~GE", "*0009~GE");
  };
  auto const claims = claim_with("A") + claim_with("B");
  auto const file = interchange_with(
      group("ONE", "1", claims) + group("TWO", "2", claims) + group("ONE", "3", claims), "000000001", "3");
  for (std::size_t const block : {std::size_t{64}, std::size_t{1} << 20U}) {
    auto const scrubbed = scrub_text(file, settings, block);
    std::string seen;
    for (auto const& found : scrubbed.findings) {
      if (found.rule == "ATT001") seen += found.severity + " " + std::to_string(found.claim_index) + " ";
    }
    CHECK(seen == "error 3 error 4 ");
    CHECK(scrubbed.claims(Disposition::held) == 6);
    CHECK(scrubbed.outcome.totals.balanced());
  }
}

TEST_CASE("control number forms") {
  struct Case {
    std::string form, fits, not_fit;
  };
  for (auto const& example : {Case{"9{4}", "1234", "12345"}, Case{"9{2,4}", "123", "1"},
                              Case{"A9", "b7", "77"}, Case{"XX", "a1", "a-"}, Case{"'A9'-9", "A9-1", "B1-1"},
                              Case{"ACN9", "aCN1", "ACM1"}, Case{"X{0,3}9", "1", "a"},
                              Case{"X{0,50}X{0,50}9", std::string(49, 'a') + "1", std::string(50, 'a')}}) {
    CAPTURE(example.form);
    ControlNumberForm const form(example.form);
    CHECK(form.fits(example.fits));
    CHECK_FALSE(form.fits(example.not_fit));
    CHECK_FALSE(form.fits(std::string(100000, '1')));
  }
  for (auto const* const wrong :
       {"", "''", "{3}", "9{", "9{a}", "9{4,2}", "9{51}", "9{-1}", "'ab", "9{30}A{30}"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(ControlNumberForm{wrong}, std::invalid_argument);
  }
}

}  // namespace
}  // namespace scrub837::test::read_profiles_test
