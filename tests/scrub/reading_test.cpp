#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "tests/scrub/short_files.hpp"
#include "tests/support/structure.hpp"

namespace scrub837::test::reading_test {
namespace {

constexpr std::array<std::size_t, 5> block_sizes{64, 65, 127, 4096, std::size_t{1} << 20U};

std::string restyled(std::string text, std::string_view delimiters, std::string_view line_end) {
  std::string result;
  for (char const c : text) {
    switch (c) {
      case '*':
        result.push_back(delimiters[0]);
        break;
      case '^':
        result.push_back(delimiters[1]);
        break;
      case ':':
        result.push_back(delimiters[2]);
        break;
      case '~':
        result.push_back(delimiters[3]);
        result.append(line_end);
        break;
      default:
        result.push_back(c);
    }
  }
  return result;
}

// A held and a clean claim, and one whose description is tidied.
std::string const untidy =
    "CLM*U1*100***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99600:::::WOUND  CARE LEFT HEEL*100*UN*1***1~";
std::string const tidy =
    "CLM*U1*100***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99600:::::WOUND CARE LEFT HEEL*100*UN*1***1~";
std::string const received =
    file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + untidy + bad("H1") + se(16));
std::string const sent = file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + tidy + se(13));
std::string const kept = file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10));

TEST_CASE("reading: delimiters and line ends are the file's own, and stay") {
  struct Style {
    std::string_view what, delimiters, line_end;
  };
  for (auto const& style :
       {Style{"ordinary", "*^:~", ""}, Style{"LF behind", "*^:~", "\n"},
        Style{"CR LF behind", "*^:~", "\r\n"}, Style{"blank lines", "*^:~", "\n\n"},
        Style{"colon between elements", ":^>~", "\n"}, Style{"HL7's", "|~^!", "\r\n"},
        Style{"bar, caret, tilde", "|{^~", ""}, Style{"LF terminates", "*^:\n", ""},
        Style{"CR terminates", "*^:\r", "\n"}, Style{"tilde between elements", "~^:'", ""},
        Style{"control characters", "\x1d\x1e\x1f\x1c", ""}, Style{"bang and hash", "!&#\"", "\n"},
        Style{"no repetition", "*U:~", ""}, Style{"tab between elements", "\t^:~", "\n"}}) {
    CAPTURE(style.what);
    auto const as = [&](std::string const& text) { return restyled(text, style.delimiters, style.line_end); };
    for (auto const block : block_sizes) {
      auto const out = scrub_text(as(received), only_narratives(), block);
      CHECK(out.clean == as(sent));
      CHECK(out.held == as(kept));
      CHECK(out.claims(Disposition::fixed) == 1);
      CHECK(out.rules() == "NAR007 NAR001");
    }
    CHECK(scrub_text(as(received), ignoring({"ALL"})).clean == as(received));
  }
}

TEST_CASE("reading: two interchanges, each with its own delimiters") {
  auto const second = [](std::string const& text) { return restyled(text, "|{^!", "\r\n"); };
  auto out = split_text(received + second(received));
  CHECK(out.clean == sent + second(sent));
  CHECK(out.held == kept + second(kept));
  out = split_text(second(received) + restyled(received, ":^>\n", ""));
  CHECK(out.clean == second(sent) + restyled(sent, ":^>\n", ""));
}

TEST_CASE("reading: a family called ISAAC, a patient called ISA, an element ISA") {
  auto const named = [](std::string const& last) {
    return "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*" + last + "*" + last + "****MI*M1~";
  };
  for (auto const& last : {"ISAAC", "ISA", "ISA*00*ISA", "MISA*ISA"}) {
    CAPTURE(last);
    auto const input = file_of(st() + provider("1*") + named(last) + good("G1") + se(11));
    for (auto const block : block_sizes) {
      auto const out = scrub_text(input, only_narratives(), block);
      CHECK(out.clean == input);
      CHECK(out.outcome.totals.in.claims == 1);
      CHECK(out.findings.empty());
    }
  }
}

TEST_CASE("reading: a TA1 before the first group stays in the clean file") {
  std::string const ta1 = "TA1*000000009*260913*1200*A*000~";
  auto const with = [&](std::string text) { return text.insert(text.find("GS*"), ta1); };
  auto const out = split_text(with(received));
  CHECK(out.clean == with(sent));
  CHECK(out.held == kept);
  CHECK(out.rules() == "NAR007 NAR001");
}

TEST_CASE("reading: TA1 before, between and behind groups stay in the clean file") {
  std::string const ta1 = "TA1*000000009*260913*1200*A*000~";
  for (int count = 1; count <= 3; ++count) {
    std::string many;
    for (int i = 0; i < count; ++i) many += ta1;
    for (std::string const before : {"GS*", "IEA*"}) {
      CAPTURE(before);
      auto const with = [&](std::string text) { return text.insert(text.find(before), many); };
      for (std::size_t const block_size : {64U, 1U << 20U}) {
        auto const out = scrub_text(with(received), only_narratives(), block_size);
        CHECK(out.clean == with(sent));
        CHECK(out.held == kept);
        CHECK(out.rules() == "NAR007 NAR001");
      }
    }
  }
}

TEST_CASE("reading: blank lines and blanks between interchanges") {
  auto const good_file = file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + se(10));
  CHECK(split_text(good_file + "\n\n" + good_file).clean == good_file + "\n\n" + good_file);
  auto out = split_text("  \n" + good_file + "\n  \n" + good_file + "  \n");
  CHECK(read_structure(out.clean).all_faults() == "");
  CHECK(out.clean.starts_with("ISA"));
  CHECK(out.rules().find("ENV012") != std::string::npos);
  CHECK(out.outcome.totals.of(Disposition::clean).claims == 2);
  // Text is kept and said.
  out = split_text("Batch of Monday\n" + good_file);
  CHECK(out.clean == "Batch of Monday\n" + good_file);
  CHECK(out.rules() == "ENV012");
  // A mark goes.
  out = split_text("\xEF\xBB\xBF" + good_file);
  CHECK(out.clean == good_file);
  CHECK(out.rules() == "ENV012");
}

TEST_CASE("reading: a blank before each segment is said once and taken out; held claims keep theirs") {
  std::string indented;
  for (char const c : received) {
    indented.push_back(c);
    if (c == '~') indented.append("\n ");
  }
  indented.resize(indented.size() - 1);
  for (auto const block : block_sizes) {
    auto const out = scrub_text(indented, only_narratives(), block);
    std::string expected;
    for (char const c : sent) {
      expected.push_back(c);
      if (c == '~') expected.push_back('\n');
    }
    CHECK(out.clean == expected);
    CHECK(out.rules() == "ENV012 NAR007 NAR001");
    CHECK(out.held.find(" CLM*H1*") != std::string::npos);
  }
}

TEST_CASE("reading: records folded at 80 bytes are read through, in every block") {
  for (std::string const line_end : {"\n", "\r\n"}) {
    std::string folded;
    for (std::size_t at = 0; at < received.size(); at += 80) folded += received.substr(at, 80) + line_end;
    for (auto const block : block_sizes) {
      CAPTURE(block);
      auto const out = scrub_text(folded, only_narratives(), block);
      auto plain = out.clean;
      std::erase_if(plain, [](char c) { return c == '\r' || c == '\n'; });
      CHECK(plain == sent);
      CHECK(out.rules() == "ENV013 NAR007 NAR001");
      CHECK(out.claims(Disposition::held) == 1);
      auto const held = read_structure(out.held);
      auto const* const kept_claim = held.find("H1");
      REQUIRE(kept_claim != nullptr);
      CHECK(folded.find(kept_claim->bytes) != std::string::npos);
      CHECK(scrub_text(folded, ignoring({"ALL"}), block).clean == folded);
    }
  }
}

TEST_CASE("reading: folded segments of a file of many blocks are all read through") {
  std::string sets = st() + provider("1*") + subscriber("2*1");
  constexpr int claims = 400;
  for (int i = 0; i < claims; ++i) sets += good("G" + std::to_string(i));
  sets += se(7 + 3 * claims);
  auto const whole = file_of(sets);
  std::string folded;
  for (std::size_t at = 0; at < whole.size(); at += 80) folded += whole.substr(at, 80) + "\n";
  auto out = scrub_text(folded, only_narratives(), 4096);
  CHECK(out.outcome.totals.in.claims == claims);
  CHECK(out.outcome.totals.in.cents == claims * 10000);
  CHECK(out.rules() == "ENV013");
  std::erase_if(out.clean, [](char c) { return c == '\n'; });
  CHECK((out.clean == whole));
}

TEST_CASE("reading: ISAs of other widths are read by their separators and padded") {
  auto const narrow = isa_segment("1", {"DEMOSENDER", "DEMORECEIVER", ""}) + "~";
  auto const rest = received.substr(isa().size());
  auto out = split_text(narrow + rest);
  CHECK(out.clean == sent);
  CHECK(out.rules() == "ENV008 NAR007 NAR001");
  out = scrub_text(narrow + rest, ignoring({"ALL"}));
  CHECK(out.clean == narrow + rest);
}

TEST_CASE("reading: offsets and segment numbers are those of the input") {
  auto const out = split_text(received);
  REQUIRE(out.findings.size() == 2);
  CHECK(out.findings[0].offset == received.find("SV1*HC:99600:"));
  CHECK(out.findings[0].segment_number == 12);
  CHECK(out.findings[1].offset == received.find("SV1*HC:99600*"));
  CHECK(out.findings[1].segment_number == 15);
  CHECK(out.findings[1].claim == "H1");
  CHECK(out.findings[1].claim_index == 3);
  CHECK(out.findings[1].line == "1");
  CHECK(out.findings[1].disposition == "held");
}

TEST_CASE("reading: many small interchanges, claims numbered through the file") {
  std::string input;
  for (int i = 0; i < 300; ++i) input += received + "\n";
  auto const out = scrub_text(input, only_narratives({"ENV014"}), 4096);
  CHECK(out.outcome.totals.in.claims == 900);
  REQUIRE(out.findings.size() == 600);
  CHECK(out.findings.back().interchange_index == 300);
  CHECK(out.findings.back().claim_index == 900);
}

TEST_CASE(
    "reading: behind a complete IEA without terminator the next interchange is found, and both go out") {
  auto const whole = file_of(st() + provider("1*") + subscriber("2*1") + good("A") + se(10));
  auto const cut = whole.substr(0, whole.size() - 1);
  for (std::string const between : {"", "\n", "\r\n"}) {
    auto const out = split_text(cut + between + whole);
    CHECK(out.clean == whole + between + whole);
    CHECK(out.rules().starts_with("ENV007"));
    CHECK(out.outcome.status == Status::ok);
  }
}

// The first interchange lost its end: the second must not be read as part of its last segment.
TEST_CASE("reading: an interchange behind text or a cut segment is found, and its claims are counted") {
  auto const whole = [](std::string const& claim) {
    return st() + provider("1*") + subscriber("2*1") + good(claim) + se(10);
  };
  auto const other = [&] {
    auto text = file_of(whole("B"));
    for (char& byte : text) byte = byte == '*' ? '|' : byte == '~' ? '!' : byte;
    return text;
  }();
  auto const open = isa() + gs() + whole("A") + ge(1);
  auto const same = file_of(whole("B"));
  for (std::string const& first :
       {open + "Sent by desk 4, see mail\n", open + "Sent by\r\ndesk 4\r\n  ", open + "IEA*1*00000\n",
        open + "Sent by desk 4 ", open.substr(0, open.find("LX*1")) + "LX*", open + std::string(600, 'x')}) {
    for (auto const& second : {other, same}) {
      CAPTURE(first);
      CAPTURE(second);
      auto const out = split_text(first + second);
      CHECK(out.outcome.totals.in.claims == 2);
      CHECK(out.outcome.status == Status::refused);
      CHECK(out.rules().find("ENV007") != std::string::npos);
      CHECK(scrub_text(first + second, ignoring({"ALL"})).clean == first + second);
      for (std::size_t const block_size : {64U, 127U, 1000U}) {
        auto const again = scrub_text(first + second, only_narratives(), block_size);
        CHECK(again.clean == out.clean);
        CHECK(again.held == out.held);
        CHECK(again.rules() == out.rules());
      }
    }
  }
  auto const out = split_text(open + "Sent by desk 4, see mail\n" + other);
  CHECK(out.clean == other);
  CHECK(out.claims(Disposition::clean) == 1);
  CHECK(out.claims(Disposition::held) == 1);
}

}  // namespace
}  // namespace scrub837::test::reading_test
