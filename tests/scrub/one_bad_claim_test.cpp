#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <vector>

#include "src/fix/judge.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/header.hpp"
#include "tests/support/memory_run.hpp"
#include "tests/support/scrub_text.hpp"

// A file of 1,000 claims: five sets of two billing providers, each with twenty subscribers who have three
// claims of their own, and with twenty whose two children have a claim each.

namespace scrub837::test::one_bad_claim_test {
namespace {

constexpr int sets = 5, providers_in_set = 2, households = 20, own_claims = 3, children = 2;
constexpr int claims_of_provider = households * (own_claims + children);
constexpr int all_claims = sets * providers_in_set * claims_of_provider;
static_assert(all_claims == 1000);

// The number with its check digit behind it (80840 stands before it).
std::string npi(int provider) {
  auto const digits = fmt::format("1{:08}", 23456700 + provider);
  int sum = 24;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    auto const digit = digits[digits.size() - 1 - i] - '0';
    sum += i % 2 == 1 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
  }
  return digits + std::to_string((10 - sum % 10) % 10);
}

std::string id_of(int claim) { return fmt::format("C{:04}", claim); }

class Maker {
 public:
  std::string make() {
    std::string body;
    for (int set = 1; set <= sets; ++set) body += a_set(set);
    return interchange_with(group_with(body, "1", std::to_string(sets)));
  }

 private:
  std::string a_set(int number) {
    levels_ = 0;
    auto const control = fmt::format("{:04}", number);
    std::string text = st_segment(control) + "~" + bht_segment(fmt::format("DEMO{}", number)) + "~" +
                       std::string(submitter_name) + "~" + std::string(submitter_contact) + "~" +
                       std::string(receiver_name) + "~";
    for (int i = 0; i < providers_in_set; ++i) text += provider();
    auto const segments = std::count(text.begin(), text.end(), '~') + 1;
    return text + fmt::format("SE*{}*{}~", segments, control);
  }

  std::string provider() {
    auto const level = ++levels_;
    ++providers_;
    auto text = fmt::format(
        "HL*{}**20*1~NM1*85*2*DEMO CARE {}*****XX*{}~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~REF*EI*{}~", level,
        providers_, npi(providers_), 123456700 + providers_);
    for (int i = 0; i < households; ++i) text += household(level);
    return text;
  }

  std::string household(int provider) {
    auto const number = ++households_;
    auto const payer = fmt::format("NM1*PR*2*PAYER {}*****PI*P{}~", number % 3, number % 3);
    auto const name = fmt::format("NM1*IL*1*DOE*ADULT{}****MI*M{:05}~", number, number);
    auto text = fmt::format("HL*{}*{}*22*0~SBR*P*18*******CI~{}", ++levels_, provider, name) +
                "N3*2 DEMO ST~N4*RICHMOND*VA*232190000~DMG*D8*19500101*F~" + payer;
    for (int i = 0; i < own_claims; ++i) text += claim(i);
    auto const parent = ++levels_;
    text += fmt::format("HL*{}*{}*22*1~SBR*P********CI~{}{}", parent, provider, name, payer);
    for (int i = 0; i < children; ++i) {
      text += fmt::format("HL*{}*{}*23*0~PAT*19~NM1*QC*1*DOE*CHILD{}OF{}~", ++levels_, parent, i, number) +
              "N3*2 DEMO ST~N4*RICHMOND*VA*232190000~DMG*D8*20150101*M~" + claim(i);
    }
    return text;
  }

  std::string claim(int day) {
    auto const line = fmt::format("SV1*HC:99213*{}*UN*1***1~DTP*472*D8*{}~", 100 + day, 20260901 + day);
    return claim_with(id_of(++claims_), line);
  }

  int levels_ = 0, providers_ = 0, households_ = 0, claims_ = 0;
};

std::string const& right_file() {
  static auto const text = Maker().make();
  return text;
}

// Where a claim's bytes begin and end.
std::pair<std::size_t, std::size_t> range_of(std::string const& file, std::string const& id) {
  auto const begin = file.find("CLM*" + id + "*");
  REQUIRE(begin != std::string::npos);
  auto end = file.size();
  for (auto const* const next : {"~CLM*", "~HL*", "~SE*"}) end = std::min(end, file.find(next, begin));
  return {begin, end + 1};
}

// The bytes of each claim, by CLM01.
std::map<std::string, std::string> claims_in(std::string const& file) {
  std::map<std::string, std::string> claims;
  for (auto at = file.find("CLM*"); at != std::string::npos; at = file.find("~CLM*", at)) {
    if (file[at] == '~') ++at;
    auto const id = file.substr(at + 4, file.find('*', at + 4) - at - 4);
    auto const [begin, end] = range_of(file, id);
    CHECK(claims.emplace(id, file.substr(begin, end - begin)).second);
    at = begin;
  }
  return claims;
}

TEST_CASE("1,000 claims that are right: nothing is found, and the file goes out as it came") {
  auto const out = scrub_text(right_file());
  CHECK(out.outcome.totals.in.claims == all_claims);
  CHECK(out.rules() == "");
  CHECK(out.clean == right_file());
  CHECK(out.held.empty());
  CHECK(claims_in(out.clean).size() == all_claims);
}

TEST_CASE("one bad claim of 1,000: findings on it alone, and the 999 others go out as they came") {
  struct Case {
    std::string rule, from, to;
  };
  auto const received = claims_in(right_file());
  // Of the first and the last subscriber, of a child in the midst.
  std::vector<int> const places{1, 2, 504, 505, 998, 1000};
  std::size_t next = 0;
  for (auto const& one : std::vector<Case>{
           {"SYN005", "***12:B:1*Y*A*Y*Y", "***12:B:1:AND MORE*Y*A*Y*Y"},
           {"USE001", "HI*ABK:Z9181~", ""},
           {"USE002", "*UN*1***1~", "*UN****1~"},
           {"USE003", "LX*1~SV1*HC:99213*10", "AMT*F5*10"},
           {"USE004", "HI*ABK:Z9181~", "REF*EA*1~REF*EA*2~HI*ABK:Z9181~"},
           {"USE008", "HI*ABK:Z9181~", "HI*ABK:Z9181~NM1*82*1*ROE*RO****XX*1234567893~DMG*D8*19700101~"},
           {"USE009", "*UN*1***1~", "*UN*1**4*1~"},
           {"USE011", "HI*ABK:Z9181~", "CR1*LB***A*DH*10~HI*ABK:Z9181~"},
           {"LEN002", "HI*ABK:Z9181~",
            "REF*EA*A123456789B123456789C123456789D123456789E123456789F~HI*ABK:Z9181~"},
           {"LEN003", "*UN*1***1~", "*UN*ONE***1~"},
           {"LEN004", "DTP*472*D8*2026", "DTP*472*D8*2O26"},
           {"COD001", "*Y*A*Y*Y", "*Q*A*Y*Y"},
           {"COD004", "HC:99213", "HC:9921"},
           {"COD006", "***12:B:1*", "***98:B:1*"},
           {"COD012", "HI*ABK:Z9181~", "HI*ABK:Z9~"},
           {"SIT003", "*UN*1***1~", "*UN*1***2~"},
           {"SIT004", "*UN*1***1~", "*UN*1~"},
           {"SIT006", "***12:B:1*", "***12:B:7*"},
           {"SIT008", "DTP*472*D8*2026", "DTP*472*D8*2027"},
           {"BAL001", "SV1*HC:99213*10", "SV1*HC:99213*90"},
           {"BAL004", "SV1*HC:99213*10", "SV1*HC:99213*-10"},
           {"ENV009", "HI*ABK:Z9181~", "HI*ABK:Z9181~XYZ*1~"},
       }) {
    CAPTURE(one.rule);
    auto const id = id_of(places[next++ % places.size()]);
    CAPTURE(id);
    auto text = right_file();
    auto const [begin, end] = range_of(text, id);
    auto const at = text.find(one.from, begin);
    REQUIRE(at < end);
    text.replace(at, one.from.size(), one.to);
    auto const out = scrub_text(text, ignoring({"ENV001"}));
    CAPTURE(out.rules());
    CHECK(count_of(out, one.rule) > 0);
    for (auto const& found : out.findings) CHECK(found.claim == id);
    CHECK(out.claims(Disposition::held) == 1);
    CHECK(out.claims(Disposition::clean) == all_claims - 1);
    auto sent = received;
    sent.erase(id);
    CHECK(claims_in(out.clean) == sent);
    CHECK(claims_in(out.held).size() == 1);
    CHECK(scrub_text(out.clean).rules() == "");
  }
}

TEST_CASE("one bad billing provider of ten holds its own claims, with one finding and one row") {
  constexpr int bad = 4;
  auto text = right_file();
  auto wrong = npi(bad);
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  text = replaced(text, npi(bad), wrong);
  auto const out = scrub_text(text);
  REQUIRE(out.findings.size() == 1);
  CHECK(out.findings[0].rule == "COD002");
  CHECK(out.findings[0].claim == "");
  CHECK(out.findings[0].loop == "2010AA");
  CHECK(out.findings[0].element == "NM109");
  REQUIRE(out.rows.size() == 1);
  CHECK(out.rows[0].claim == "");
  CHECK(out.rows[0].element == "NM109");
  CHECK(out.claims(Disposition::held) == claims_of_provider);
  CHECK(out.claims(Disposition::clean) == all_claims - claims_of_provider);
  auto sent = claims_in(right_file()), held = sent;
  auto const of_bad = [&](std::string const& id) {
    return (std::stoi(id.substr(1)) - 1) / claims_of_provider == bad - 1;
  };
  std::erase_if(sent, [&](auto const& claim) { return of_bad(claim.first); });
  std::erase_if(held, [&](auto const& claim) { return !of_bad(claim.first); });
  CHECK(claims_in(out.clean) == sent);
  CHECK(claims_in(out.held) == held);
  CHECK(scrub_text(out.clean).rules() == "");

  // claims.csv says of each why and where, and lists no other.
  Settings const settings;
  auto const csv = run_with_reports(text, Judge(settings)).claims_csv;
  std::size_t rows = 0;
  for (auto at = csv.find('\n') + 1; at < csv.size(); at = csv.find('\n', at) + 1) {
    auto const line = csv.substr(at, csv.find('\n', at) - at);
    ++rows;
    CHECK(of_bad(line.substr(0, 5)));
    CHECK(line.find("COD002 at 2010AA NM109") != std::string::npos);
  }
  CHECK(rows == claims_of_provider);
}

}  // namespace
}  // namespace scrub837::test::one_bad_claim_test
