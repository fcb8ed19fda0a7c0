#include "tests/fuzz/census.hpp"

#include <algorithm>
#include <cctype>
#include <span>

#include "tests/fuzz/document.hpp"

namespace scrub837::test {
namespace {

enum class Doubt { sure, doubtful, other };

bool is_line_end(char c) { return c == '\r' || c == '\n'; }

// A segment as it reads: without line ends inside.
struct Seen {
  std::string id;
  std::vector<std::string> elements;
};
Seen seen(DocumentPart const& part) {
  Seen result;
  auto body = part.body;
  std::erase_if(body, [&](char c) { return is_line_end(c) && c != part.element; });
  result.elements = split_text(body, part.element);
  result.id = result.elements[0];
  result.elements.resize(std::max<std::size_t>(result.elements.size(), 10));
  return result;
}

// A cut file may end in CLM.
std::size_t names_in(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find("CLM"); at != std::string_view::npos; at = text.find("CLM", at + 3)) {
    if (at + 3 == text.size() || std::isalnum(static_cast<unsigned char>(text[at + 3])) == 0) ++count;
  }
  return count;
}

bool is_name(std::string_view id) {
  return id.size() >= 2 && id.size() <= 3 &&
         std::all_of(id.begin(), id.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
}

bool starts_like(std::string_view version, std::string_view guide) {
  return version.size() >= 10 && version.substr(6, 4) == guide;
}

bool names_other_guide(std::string_view version) {
  return version.size() >= 10 && version[6] == 'X' && !starts_like(version, "X222") &&
         version.starts_with("00");
}

bool is_other_kind(std::string_view st01) {
  constexpr std::string_view kinds[] = {"270", "271", "276", "277", "278", "275",
                                        "820", "834", "835", "997", "999"};
  return std::find(std::begin(kinds), std::end(kinds), st01) != std::end(kinds);
}

class Counter {
 public:
  explicit Counter(std::string_view bytes) : document_(bytes) {
    for (auto const& part : document_.parts) seen_.push_back(seen(part));
    auto flat = std::string(bytes);
    std::erase_if(flat, is_line_end);
    // Line ends may be folds, or terminators.
    result_.named = std::max(names_in(flat), names_in(bytes));
    result_.surely_named = std::min(names_in(flat), names_in(bytes));
    for (auto const& part : document_.parts) {
      bool const binary = part.id == "BIN" || part.id == "BDS";
      if (binary && part.plain_header) result_.in_binary += names_in(part.body);
    }
    // An interchange may be in lower case.
    could_be_ours_ = flat.find("isa") != std::string::npos;
    for (auto& c : flat) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    for (std::string_view const name : {"CLM", "837", "X222", "GS*HC"}) {
      could_be_ours_ = could_be_ours_ || flat.find(name) != std::string::npos;
    }
  }

  Census run() {
    std::size_t at = 0;
    while (at < document_.parts.size()) {
      if (document_.parts[at].id == "ISA") {
        at = interchange(at);
      } else {
        text(document_.parts[at].body);
        ++at;
      }
    }
    auto const alone = result_.other_interchanges.size() == result_.interchanges;
    result_.only_other = !could_be_ours_ && alone && result_.interchanges > 0;
    return std::move(result_);
  }

 private:
  // Text counts where it has more of an 837P than a CLM, and nothing of another transaction.
  void text(std::string_view text) {
    auto const has = [&](std::string_view what) { return text.find(what) != std::string_view::npos; };
    if (!has("SV1") || !has("HL") || has("SV2") || has("SV3") || has("BIN")) return;
    for (auto at = text.find("CLM"); at != std::string_view::npos; at = text.find("CLM", at + 3)) {
      if (at + 3 >= text.size()) break;
      auto const next = static_cast<unsigned char>(text[at + 3]);
      bool const begins = at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0;
      if (begins && std::isalnum(next) == 0 && next != ' ') ++result_.in_text;
    }
  }

  std::size_t interchange(std::size_t first) {
    ++result_.interchanges;
    auto at = first + 1;
    bool plain = document_.parts[first].plain_header;
    bool other_alone = plain;
    bool closed = false;
    std::size_t other_here = 0;
    std::string gs08;
    bool in_group = false;
    while (at < document_.parts.size() && document_.parts[at].id != "ISA" &&
           !document_.parts[at].id.empty()) {
      auto const& e = seen_[at];
      // Another interchange may begin in it, with other delimiters.
      if (document_.parts[at].body.find("ISA") != std::string::npos && document_.parts[at].body.size() > 105)
        plain = false;
      if (e.id == "GS") {
        in_group = true;
        gs08 = e.elements[8];
        other_alone = other_alone && e.elements[1] != "HC" && !starts_like(gs08, "X222");
        ++at;
      } else if (e.id == "GE") {
        in_group = false;
        ++at;
      } else if (e.id == "ST") {
        auto const end = end_of_set(at);
        auto const doubt = in_group && plain ? doubt_of({at, end}, gs08) : Doubt::doubtful;
        other_alone = other_alone && doubt == Doubt::other;
        if (doubt == Doubt::other) {
          ++other_here;
          result_.other_sets.push_back(bytes_of({at, end}));
        }
        count({at, end}, doubt);
        at = end;
      } else {
        other_alone = other_alone && (e.id == "TA1" || (e.id == "IEA" && !in_group));
        // Without its terminator an IEA runs into the next ISA.
        if (document_.parts[at].body.find("ISA") != std::string::npos) other_alone = false;
        if (e.id == "CLM") ++result_.doubtful;
        ++at;
        if (e.id != "IEA") continue;
        closed = true;
        break;
      }
    }
    if (other_alone && closed && other_here > 0) result_.other_interchanges.push_back(bytes_of({first, at}));
    return at;
  }

  // Behind its SE, or where something else begins.
  std::size_t end_of_set(std::size_t st) const {
    auto at = st + 1;
    while (at < document_.parts.size()) {
      auto const& id = document_.parts[at].id;
      auto const& name = seen_[at].id;
      if (id.empty() || name == "ISA" || name == "GS" || name == "ST" || name == "GE" || name == "IEA")
        return at;
      ++at;
      if (name == "SE") return at;
    }
    return at;
  }

  Doubt doubt_of(PartSpan set, std::string const& gs08) const {
    auto const& st = seen_[set.first];
    bool const closed = seen_[set.last - 1].id == "SE";
    if (is_other_kind(st.elements[1])) {
      // A claim below it is more than that ST can name.
      auto const claim = std::find_if(seen_.begin() + static_cast<std::ptrdiff_t>(set.first),
                                      seen_.begin() + static_cast<std::ptrdiff_t>(set.last),
                                      [](Seen const& one) { return one.id == "CLM" || one.id == "isa"; });
      bool const claims = claim != seen_.begin() + static_cast<std::ptrdiff_t>(set.last);
      return closed && !claims ? Doubt::other : Doubt::doubtful;
    }
    if (st.elements[1] != "837") return Doubt::doubtful;
    std::string service;
    for (auto i = set.first; i < set.last; ++i) {
      auto const& id = seen_[i].id;
      if (id != "SV1" && id != "SV2" && id != "SV3") continue;
      if (!service.empty() && service != id) return Doubt::doubtful;
      service = id;
    }
    bool const ours = starts_like(st.elements[3], "X222") || starts_like(gs08, "X222");
    bool const others = names_other_guide(st.elements[3]) || names_other_guide(gs08);
    if (ours && (service == "SV1" || service.empty())) return Doubt::sure;
    if (!ours && others && service != "SV1" && closed) return Doubt::other;
    return Doubt::doubtful;
  }

  void count(PartSpan set, Doubt doubt) {
    for (auto i = set.first; i < set.last; ++i) {
      if (seen_[i].id != "CLM") continue;
      ++(doubt == Doubt::sure ? result_.sure : doubt == Doubt::other ? result_.other : result_.doubtful);
      if (doubt != Doubt::sure) continue;
      auto end = i + 1;
      // A segment with a name that is none, such as a mark before SE, may be a trailer that is written anew.
      while (end < set.last && seen_[end].id != "CLM" && seen_[end].id != "HL" && seen_[end].id != "SE" &&
             is_name(seen_[end].id)) {
        ++end;
      }
      result_.claims.push_back(bytes_of({i, end}, false));
    }
  }

  // Without the blanks before the first segment and the line ends behind the last.
  std::string bytes_of(PartSpan span, bool terminated = true) const {
    std::string bytes;
    for (auto i = span.first; i < span.last; ++i) {
      auto const& part = document_.parts[i];
      if (i > span.first) bytes += part.lead;
      bytes += part.body;
      bytes += i + 1 < span.last ? part.tail : part.tail.substr(0, terminated ? 1 : 0);
    }
    return bytes;
  }

  Document document_;
  std::vector<Seen> seen_;
  bool could_be_ours_ = false;
  Census result_;
};

}  // namespace

Census census_of(std::string_view bytes) { return Counter(bytes).run(); }

std::size_t occurrences(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size()))
    ++count;
  return count;
}

}  // namespace scrub837::test
