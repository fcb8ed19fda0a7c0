#include "tests/support/file_builder.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <stdexcept>

#include "scrub837/claim/money.hpp"
#include "scrub837/x12/segment.hpp"
#include "tests/support/header.hpp"

namespace scrub837::test {
namespace {

// ST to the CLM. Made when it is first asked for: tests build files before main().
std::array<std::string, 19> const& head() {
  static std::array<std::string, 19> const segments{
      st_segment(),
      bht_segment(),
      std::string(submitter_name),
      std::string(submitter_contact),
      std::string(receiver_name),
      "HL*1**20*1",
      "PRV*BI*PXC*251E00000X",
      "NM1*85*2*DEMO HOME CARE*****XX*1234567893",
      "N3*1 DEMO ST",
      "N4*RICHMOND*VA*232190000",
      "REF*EI*123456789",
      "PER*IC*DEMO BILLING*TE*5555550101",
      "HL*2*1*22*0",
      "SBR*P*18*******CI",
      "NM1*IL*1*DOE*JANE****MI*DEMO0001",
      "N3*2 DEMO ST",
      "N4*RICHMOND*VA*232190000",
      "DMG*D8*19500101*F",
      "NM1*PR*2*DEMO PAYER*****PI*PAYER01",
  };
  return segments;
}
constexpr std::string_view described = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1";
constexpr std::string_view service_date = "DTP*472*D8*20260914";

using Texts = std::vector<std::string>;

Texts split(std::string_view text, char at) {
  Texts parts;
  while (!text.empty()) {
    auto const length = std::min(text.find(at), text.size());
    parts.emplace_back(text.substr(0, length));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return parts;
}

std::string element(std::string_view segment, std::size_t number) {
  std::string text(nth_part(segment, '*', number));
  std::erase_if(text, [](char c) { return c == '\r' || c == '\n'; });
  if (number == 0) {
    // Whatever may stand before an id.
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || static_cast<unsigned char>(c) > 0x7F; });
  }
  return text;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

// Which segment of the head a snippet's segment replaces.
std::optional<std::size_t> twin_in_head(std::string const& segment) {
  auto const id = element(segment, 0);
  if (!is_one_of(id, {"ST", "BHT", "HL", "SBR", "NM1"})) return std::nullopt;
  auto const same = [&](std::string_view other) {
    if (nth_part(other, '*', 0) != id) return false;
    if (id == "HL") return nth_part(other, '*', 3) == element(segment, 3);
    if (id == "NM1") return nth_part(other, '*', 1) == element(segment, 1);
    return true;
  };
  auto const found = std::find_if(head().begin(), head().end(), same);
  if (found == head().end()) return std::nullopt;
  return static_cast<std::size_t>(found - head().begin());
}

std::string charge_text(Money sum) {
  auto const cents = to_cents(sum);
  return cents % 100 == 0 ? std::to_string(cents / 100) : format_cents(cents);
}

// A claim around the segments of its lines.
Texts claim_around(Texts const& segments, std::string_view id) {
  std::vector<Texts> lines;
  if (segments.empty() || !is_one_of(element(segments[0], 0), {"LX", "SV1"})) {
    lines.push_back({"LX*1", std::string(described)});
  }
  for (auto const& segment : segments) {
    auto const name = element(segment, 0);
    if (name == "LX") {
      lines.push_back({segment});
    } else if (name == "SV1" && (lines.empty() || lines.back().size() != 1)) {
      lines.push_back({"LX*" + std::to_string(lines.size() + 1), segment});
    } else {
      lines.back().push_back(segment);
    }
  }
  Money sum = 0;
  Texts body;
  for (auto& line : lines) {
    bool const dated =
        std::any_of(line.begin(), line.end(), [](auto const& s) { return element(s, 0) == "DTP"; });
    if (!dated) {
      auto const behind = std::find_if(line.begin(), line.end(), [](auto const& s) {
        return !is_one_of(element(s, 0), {"LX", "SV1", "SV5", "PWK", "CR1", "CR3", "CRC"});
      });
      line.insert(behind, std::string(service_date));
    }
    for (auto const& segment : line) {
      if (element(segment, 0) == "SV1") sum += parse_money(element(segment, 2)).value_or(0);
      body.push_back(segment);
    }
  }
  Texts claim{"CLM*" + std::string(id) + "*" + charge_text(sum) + "***12:B:1*Y*A*Y*Y", "HI*ABK:Z9181"};
  claim.insert(claim.end(), body.begin(), body.end());
  return claim;
}

std::string joined(Texts const& segments) {
  std::string text;
  for (auto const& segment : segments) text.append(segment).push_back('~');
  return text;
}

// The file around a snippet, in the delimiters of the snippet and without line ends.
std::string canonical_file(std::string_view snippet) {
  if (snippet.find("ISA*") != std::string_view::npos && snippet.find("GS*HC") != std::string_view::npos) {
    return std::string(snippet);
  }
  auto const segments = split(snippet, '~');
  bool const open_end = !snippet.empty() && snippet.back() != '~';
  bool has_claim = false;
  std::size_t levels = 0;
  for (auto const& segment : segments) {
    has_claim = has_claim || element(segment, 0) == "CLM";
    levels += element(segment, 0) == "HL" ? 1U : 0U;
  }
  bool const whole_body = has_claim && levels > 1;

  auto isa_text = isa_segment();
  auto gs_text = gs_segment();
  Texts before(head().begin(), head().end());
  Texts body;
  Texts line;
  std::array<std::optional<std::string>, 3> trailers;
  bool in_body = false;
  for (auto const& segment : segments) {
    auto const id = element(segment, 0);
    if (is_one_of(id, {"SE", "GE", "IEA"})) {
      trailers[id == "SE" ? 0 : id == "GE" ? 1 : 2] = segment;
      in_body = false;
      continue;
    }
    in_body = in_body || id == "CLM" || (whole_body && id == "HL");
    auto const twin = twin_in_head(segment);
    if (in_body) {
      body.push_back(segment);
    } else if (id == "ISA") {
      isa_text = segment;
    } else if (id == "GS") {
      gs_text = segment;
    } else if (twin) {
      before[*twin] = segment;
    } else {
      line.push_back(segment);
    }
  }
  if (whole_body) before.resize(5);
  if (body.empty()) body = claim_around(line, "DEMO-1");
  if (body.size() > 0 && has_claim && !line.empty()) throw std::logic_error("a line's segments before CLM");

  std::size_t first = 3;
  std::size_t last = 0;
  for (std::size_t i = 0; i < trailers.size(); ++i) {
    if (!trailers[i]) continue;
    first = std::min(first, i);
    last = std::max(last, i);
  }
  std::array<std::string, 3> const usual{
      "SE*" + std::to_string(before.size() + body.size() + 1) + "*" + element(before[0], 2),
      "GE*1*" + element(gs_text, 6), "IEA*1*" + element(isa_text, 13)};
  auto text = isa_text + "~" + gs_text + "~" + joined(before) + joined(body);
  for (std::size_t i = 0; i < trailers.size(); ++i) {
    if (!trailers[i] && i > first && i < last) continue;
    text.append(trailers[i].value_or(usual[i])).push_back('~');
  }
  if (open_end) {
    if (!trailers[2]) throw std::logic_error("only the file's last segment can lack its terminator");
    text.pop_back();
  }
  return text;
}

std::string render(std::string_view canonical, FileStyle const& style) {
  std::string text;
  for (char const byte : canonical) {
    switch (byte) {
      case '*':
        text.push_back(style.delimiters.element);
        break;
      case ':':
        text.push_back(style.delimiters.component);
        break;
      case '^':
        text.push_back(style.delimiters.repetition);
        break;
      case '~':
        text.append(1, style.delimiters.terminator).append(style.tail);
        break;
      default:
        text.push_back(byte);
    }
  }
  return text;
}

}  // namespace

std::vector<FileStyle> const& styles() {
  static std::vector<FileStyle> const all{
      {},
      {"| ^ } and LF as terminator", {'|', '^', '}', '\n'}, ""},
      {"* : ^ ~ and CR LF", {}, "\r\n"},
      // Also in small blocks, as far as the reader takes them.
      {": > ^ ~ in blocks of 64 bytes", {':', '>', '^', '~'}, "", 64},
  };
  return all;
}

bool expressible(std::string_view snippet, FileStyle const& style) {
  constexpr Delimiters written;
  return std::none_of(snippet.begin(), snippet.end(),
                      [&](char byte) { return !written.contains(byte) && style.delimiters.contains(byte); });
}

std::string file_with(std::string_view snippet, FileStyle const& style) {
  return render(canonical_file(snippet), style);
}

std::string set_with(std::string_view control, std::string_view claims) {
  auto const file = canonical_file("ST*837*" + std::string(control) + "*005010X222A1~" + std::string(claims));
  auto const begin = file.find("ST*837");
  return file.substr(begin, file.find("GE*1*1~") - begin);
}

std::string group_with(std::string_view sets, std::string_view control, std::string_view count) {
  return gs_segment(control) + "~" + std::string(sets) + "GE*" + std::string(count) + "*" +
         std::string(control) + "~";
}

std::string interchange_with(std::string_view groups, std::string_view control, std::string_view count) {
  return isa_segment(control) + "~" + std::string(groups) + "IEA*" + std::string(count) + "*" +
         std::string(control) + "~";
}

std::string claim_with(std::string_view id, std::string_view line) {
  return joined(claim_around(split(line, '~'), id));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  auto const at = text.find(from);
  if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
    throw std::logic_error("'" + std::string(from) + "' does not stand exactly once");
  }
  return text.replace(at, from.size(), to);
}

std::string claim_bytes(std::string_view file, std::size_t index, Delimiters const& delimiters) {
  std::string claim;
  std::size_t number = 0;
  while (!file.empty()) {
    auto length = std::min(file.find(delimiters.terminator), file.size() - 1) + 1;
    auto const first = file.find_first_not_of(" \t\r\n");
    auto const id = nth_part(file.substr(std::min(first, file.size())), delimiters.element, 0);
    while (length < file.size() && (file[length] == '\r' || file[length] == '\n')) ++length;
    if (id == "CLM") ++number;
    if (is_one_of(id, {"CLM", "HL", "SE", "GE", "IEA"}) && !claim.empty()) break;
    if (number == index) claim.append(file.substr(0, length));
    file.remove_prefix(length);
  }
  return claim;
}

}  // namespace scrub837::test
