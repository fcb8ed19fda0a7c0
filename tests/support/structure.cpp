#include "tests/support/structure.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

namespace scrub837::test {
namespace {

bool blank(char c) { return c == ' ' || c == '\r' || c == '\n' || c == '\t'; }

std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (char const c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

std::int64_t number(std::string const& text) {
  bool const digits = !text.empty() && std::all_of(text.begin(), text.end(),
                                                   [](unsigned char c) { return std::isdigit(c) != 0; });
  return digits && text.size() < 15 ? std::stoll(text) : -1;
}

std::int64_t cents_of(std::string const& text) {
  auto const point = std::min(text.find('.'), text.size());
  auto whole = text.substr(0, point);
  auto fraction = point < text.size() ? text.substr(point + 1) : std::string{};
  fraction.resize(2, '0');
  // Damaged amounts count nothing.
  return std::max<std::int64_t>(0, number(whole.empty() ? "0" : whole)) * 100 +
         std::max<std::int64_t>(0, number(fraction));
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  Structure run() {
    while (at_ < bytes_.size()) {
      auto const isa = isa_at(at_);
      if (!isa) {
        ++at_;
        continue;
      }
      ++result_.interchanges;
      interchange(*isa);
    }
    return std::move(result_);
  }

 private:
  struct Isa {
    char element = 0, terminator = 0;
    std::size_t end = 0;
    std::string control;
  };

  std::optional<Isa> isa_at(std::size_t begin) const {
    if (bytes_.substr(begin, 3) != "ISA" || begin + 4 >= bytes_.size()) return std::nullopt;
    Isa isa;
    isa.element = bytes_[begin + 3];
    if (std::isalnum(static_cast<unsigned char>(isa.element)) != 0 || blank(isa.element)) return std::nullopt;
    auto position = begin + 3;
    for (int i = 1; i <= 16; ++i) {
      auto const next = bytes_.find(isa.element, i == 1 ? position : position + 1);
      if (next == std::string_view::npos || next > begin + 300) return std::nullopt;
      if (i == 14) isa.control = plain(bytes_.substr(position + 1, next - position - 1), '\0');
      position = next;
    }
    if (position + 2 >= bytes_.size()) return std::nullopt;
    isa.terminator = bytes_[position + 2];
    isa.end = position + 3;
    return isa;
  }

  static std::string plain(std::string_view text, char terminator) {
    std::string result;
    for (char const c : text) {
      if ((c != '\r' && c != '\n') || c == terminator) result.push_back(c);
    }
    return result;
  }

  void fault(std::string const& what) {
    result_.faults.push_back(what + " (interchange " + std::to_string(result_.interchanges) + ", set " +
                             set_control_ + ")");
  }

  void interchange(Isa const& isa) {
    at_ = isa.end;
    while (at_ < bytes_.size() && (bytes_[at_] == '\r' || bytes_[at_] == '\n')) ++at_;
    in_group_ = in_set_ = false;
    groups_ = 0;
    bool closed = false;
    while (at_ < bytes_.size() && !closed) {
      auto const begin = at_;
      auto start = begin;
      while (start < bytes_.size() && blank(bytes_[start]) && bytes_[start] != isa.element) ++start;
      if (bytes_.substr(start, 3) == "\xEF\xBB\xBF") start += 3;
      if (start == bytes_.size() || isa_at(start)) break;
      auto end = bytes_.find(isa.terminator, start);
      bool const cut = end == std::string_view::npos;
      if (cut) end = bytes_.size();
      at_ = std::min(end + 1, bytes_.size());
      while (at_ < bytes_.size() && (bytes_[at_] == '\r' || bytes_[at_] == '\n')) ++at_;
      if (cut) fault("the last segment is cut");
      auto elements = parts_of(plain(bytes_.substr(start, end - start), isa.terminator), isa.element);
      elements.resize(std::max<std::size_t>(elements.size(), 10));
      segment(elements, begin);
      if (elements[0] != "IEA") continue;
      closed = true;
      if (number(elements[1]) != groups_)
        fault("IEA01 is " + elements[1] + ", not " + std::to_string(groups_));
      if (number(elements[2]) != number(isa.control)) fault("IEA02 is " + elements[2]);
    }
    end_set(at_);
    if (!closed) fault("IEA is missing");
  }

  void segment(std::vector<std::string> const& e, std::size_t begin) {
    auto const& id = e[0];
    if (id == "CLM" || id == "HL" || id == "SE" || id == "ST" || id == "GE" || id == "GS" || id == "IEA") {
      end_claim(begin);
    }
    if (in_set_) ++segments_;
    if (id == "GS") {
      end_set(begin);
      if (in_group_) fault("GE is missing");
      in_group_ = true;
      ++groups_;
      sets_ = 0;
      group_control_ = e[6];
    } else if (id == "ST") {
      end_set(begin);
      in_set_ = true;
      set_begin_ = begin;
      segments_ = 1;
      ++sets_;
      set_control_ = e[2];
      result_.sets.push_back({e[1], e[2], e[1] == "837", 0, {}});
      first_claim_ = result_.claims.size();
      levels_.clear();
      services_seen_ = false;
    } else if (id == "SE") {
      if (!in_set_) fault("SE without ST");
      if (number(e[1]) != segments_) fault("SE01 is " + e[1] + ", not " + std::to_string(segments_));
      if (e[2] != set_control_) fault("SE02 is " + e[2]);
      closing_ = true;
      end_set(at_);
      closing_ = false;
    } else if (id == "GE") {
      end_set(begin);
      if (!in_group_) fault("GE without GS");
      in_group_ = false;
      if (number(e[1]) != sets_) fault("GE01 is " + e[1] + ", not " + std::to_string(sets_));
      if (number(e[2]) != number(group_control_)) fault("GE02 is " + e[2]);
    } else if (id == "IEA") {
      end_set(begin);
      if (in_group_) fault("GE is missing");
      in_group_ = false;
    } else if (id == "HL" && in_set_) {
      levels_.push_back({e[1], e[2], e[3], e[4]});
    } else if (id == "CLM") {
      in_claim_ = true;
      claim_begin_ = begin;
      result_.claims.push_back({e[1], cents_of(e[2]), {}, result_.interchanges});
    } else if ((id == "SV1" || id == "SV2") && in_set_ && !services_seen_) {
      services_seen_ = true;
      result_.sets.back().professional = result_.sets.back().professional && id == "SV1";
    }
  }

  void end_claim(std::size_t end) {
    if (in_claim_) result_.claims.back().bytes = bytes_.substr(claim_begin_, end - claim_begin_);
    in_claim_ = false;
  }

  void end_set(std::size_t end) {
    end_claim(end);
    if (!in_set_) return;
    in_set_ = false;
    if (!closing_) fault("SE is missing");
    auto& set = result_.sets.back();
    set.bytes = bytes_.substr(set_begin_, end - set_begin_);
    set.claims = result_.claims.size() - first_claim_;
    if (set.type == "837") check_levels();
    if (!set.professional) result_.claims.resize(first_claim_);
  }

  void check_levels() {
    std::map<std::string, std::string> const parent_code{{"22", "20"}, {"23", "22"}};
    std::map<std::string, std::string> open;
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      auto const& level = levels_[i];
      auto const where = "HL " + std::to_string(i + 1) + ": ";
      if (number(level.number) != static_cast<std::int64_t>(i) + 1) fault(where + "HL01 is " + level.number);
      auto const parent = parent_code.find(level.code);
      if (parent == parent_code.end()) {
        if (!level.parent.empty()) fault(where + "HL02 is " + level.parent);
      } else if (number(open[parent->second]) != number(level.parent)) {
        fault(where + "HL02 is " + level.parent + ", not " + open[parent->second]);
      }
      open[level.code] = level.number;
      bool const child = i + 1 < levels_.size() && levels_[i + 1].code > level.code;
      if (level.children != (child ? "1" : "0")) fault(where + "HL04 is " + level.children);
    }
  }

  struct Level {
    std::string number, parent, code, children;
  };
  std::string_view bytes_;
  std::size_t at_ = 0;
  Structure result_;
  bool in_group_ = false, in_set_ = false, in_claim_ = false, closing_ = false, services_seen_ = false;
  std::int64_t groups_ = 0, sets_ = 0, segments_ = 0;
  std::size_t set_begin_ = 0, claim_begin_ = 0, first_claim_ = 0;
  std::string group_control_, set_control_;
  std::vector<Level> levels_;
};

}  // namespace

std::int64_t Structure::cents() const {
  std::int64_t sum = 0;
  for (auto const& claim : claims) sum += claim.cents;
  return sum;
}

std::string Structure::all_faults() const {
  std::string text;
  for (auto const& fault : faults) text += fault + "\n";
  return text;
}

SeenClaim const* Structure::find(std::string_view id) const {
  auto const found =
      std::find_if(claims.begin(), claims.end(), [&](SeenClaim const& claim) { return claim.id == id; });
  return found == claims.end() ? nullptr : &*found;
}

Structure read_structure(std::string_view bytes) { return Reader(bytes).run(); }

}  // namespace scrub837::test
