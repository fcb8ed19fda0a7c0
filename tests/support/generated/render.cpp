#include "tests/support/generated/render.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "tests/support/header.hpp"

namespace scrub837::test {
namespace {

std::string digits(std::size_t value, std::size_t width) {
  auto text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

std::size_t claims_in(GeneratedSet const& set) {
  std::size_t count = 0;
  for_each_claim(set, [&](GeneratedClaim const&) { ++count; });
  return count;
}

// Only what scrub837 judges has faults that it could name.
bool is_judged(GeneratedSet const& set) { return set.kind == SetKind::professional && claims_in(set) > 0; }
bool is_judged(GeneratedGroup const& group) {
  return std::any_of(group.sets.begin(), group.sets.end(), [](auto const& set) { return is_judged(set); });
}
bool is_judged(GeneratedInterchange const& interchange) {
  return std::any_of(interchange.groups.begin(), interchange.groups.end(),
                     [](auto const& group) { return is_judged(group); });
}

class Renderer {
 public:
  explicit Renderer(Part part) : part_(part) {}

  std::string run(GeneratedFile const& file) {
    for (auto const& one : file.interchanges) interchange(one);
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool received() const { return part_ == Part::received; }
  [[nodiscard]] bool goes(GeneratedClaim const& claim) const {
    return received() || is_held(claim.flaw) == (part_ == Part::held);
  }
  [[nodiscard]] std::size_t going(std::vector<GeneratedClaim> const& claims) const {
    return static_cast<std::size_t>(
        std::count_if(claims.begin(), claims.end(), [&](auto const& claim) { return goes(claim); }));
  }
  [[nodiscard]] std::size_t going(GeneratedSubscriber const& subscriber) const {
    auto count = going(subscriber.claims);
    for (auto const& dependent : subscriber.dependents) count += going(dependent.claims);
    return count;
  }
  [[nodiscard]] std::size_t going(GeneratedProvider const& provider) const {
    std::size_t count = 0;
    for (auto const& subscriber : provider.subscribers) count += going(subscriber);
    return count;
  }
  [[nodiscard]] std::size_t going(GeneratedSet const& set) const {
    std::size_t count = 0;
    for (auto const& provider : set.providers) count += going(provider);
    return count;
  }
  [[nodiscard]] bool goes(GeneratedSet const& set) const {
    if (set.kind != SetKind::professional || claims_in(set) == 0) return part_ != Part::held;
    return going(set) > 0;
  }
  [[nodiscard]] bool goes(GeneratedGroup const& group) const {
    return std::any_of(group.sets.begin(), group.sets.end(), [&](auto const& set) { return goes(set); });
  }

  // Writes a segment: * : stand for the interchange's own delimiters.
  void put(std::string_view text) {
    if (style_->terminator != '\n' && indented_) out_.append(" ");
    for (char const c : text) out_.push_back(c == '*' ? style_->element : c == ':' ? style_->component : c);
    out_.push_back(style_->terminator);
    out_.append(style_->line_end);
    ++segments_;
  }

  void isa(GeneratedInterchange const& it, std::string const& control) {
    IsaFields fields;
    if (it.surface == Surface837::wide_isa) fields.sender = "DEMOSENDER-WITH-A-LONG-NAME";
    if (it.surface == Surface837::narrow_isa) fields = {.sender = "DEMOSENDER", .unused = ""};
    for (char const c : isa_segment(control, fields))
      out_.push_back(c == '*'   ? it.style.element
                     : c == '^' ? it.style.repetition
                     : c == ':' ? it.style.component
                                : c);
    out_.push_back(it.style.terminator);
    out_.append(it.style.line_end);
  }

  void interchange(GeneratedInterchange const& it) {
    ++interchanges_;
    auto const control = digits(interchanges_, 9);
    bool const there =
        received() || (it.acknowledged && part_ == Part::clean) ||
        std::any_of(it.groups.begin(), it.groups.end(), [&](auto const& g) { return goes(g); });
    style_ = &it.style;
    indented_ = received() && it.surface == Surface837::indented;
    if (there) {
      // Text behind an interchange that was not closed would be taken for one of its segments.
      bool const text = it.before.size() > 4;
      if (received() && (closed_ || !text)) out_.append(it.before);
      auto const begin = out_.size();
      isa(it, control);
      if (it.acknowledged && part_ != Part::held) put("TA1*000000009*260913*1200*A*000");
      std::size_t count = 0;
      for (auto const& one : it.groups) count += group(one) ? 1 : 0;
      bool const judged = received() && is_judged(it);
      closed_ = !judged || it.fault != EnvelopeFault::no_trailer;
      if (closed_) {
        if (judged && it.fault == EnvelopeFault::miscounted) count += 2;
        put("IEA*" + std::to_string(count) + "*" +
            (judged && it.fault == EnvelopeFault::other_control ? "999999999" : control));
      }
      if (received() && it.surface == Surface837::folded) fold(begin);
    } else {
      for (auto const& one : it.groups) group(one);
    }
  }

  void fold(std::size_t begin) {
    if (!style_->line_end.empty() || style_->terminator == '\n' || style_->terminator == '\r') return;
    std::string folded;
    for (auto i = begin; i < out_.size(); ++i) {
      folded.push_back(out_[i]);
      if ((i - begin) % 80 == 79) folded.push_back('\n');
    }
    out_.replace(begin, std::string::npos, folded);
  }

  bool group(GeneratedGroup const& it) {
    ++groups_;
    auto const control = std::to_string(groups_);
    bool const there = received() || goes(it);
    if (there) put(gs_segment(control, it.version));
    std::size_t count = 0;
    for (auto const& one : it.sets) count += set(one, it) ? 1 : 0;
    bool const judged = received() && is_judged(it);
    if (!there || (judged && it.fault == EnvelopeFault::no_trailer)) return there;
    if (judged && it.fault == EnvelopeFault::miscounted) count += 2;
    put("GE*" + std::to_string(count) + "*" +
        (judged && it.fault == EnvelopeFault::other_control ? "999" : control));
    return there;
  }

  bool set(GeneratedSet const& it, GeneratedGroup const& above) {
    ++sets_;
    bool const there = received() || goes(it);
    bool const has_claims = it.kind == SetKind::professional || it.kind == SetKind::institutional;
    if (!there) {
      if (has_claims) claims_ += claims_in(it);
      return false;
    }
    auto const control = digits(sets_, 4);
    segments_ = 0;
    switch (it.kind) {
      case SetKind::remittance:
        put("ST*835*" + control);
        put("BPR*I*100*C*NON************20260914");
        put("N1*PR*DEMO PAYER");
        put("SE*4*" + control);
        return true;
      case SetKind::eligibility:
        put("ST*270*" + control + "*005010X279A1");
        put("BHT*0022*13*1*20260914*1200");
        put("HL*1**20*1");
        put("NM1*PR*2*DEMO PAYER*****PI*PAY01");
        put("SE*5*" + control);
        return true;
      default:
        break;
    }
    std::string_view const version = above.version.empty() ? "005010X222A1" : std::string_view(above.version);
    put(st_segment(control, it.versioned ? version : ""));
    put(bht_segment(std::to_string(sets_)));
    put(submitter_name);
    put(submitter_contact);
    put(receiver_name);
    auto const kept = going(it);
    // A set that loses nothing keeps its levels, those without a claim too.
    lossy_ = !received() && kept < claims_in(it);
    institutional_ = it.kind == SetKind::institutional;
    if (institutional_) lossy_ = false;
    levels_ = levels_received_ = 0;
    for (auto const& one : it.providers) provider(one, it);
    bool const judged = received() && is_judged(it);
    if (judged && it.fault == EnvelopeFault::no_trailer) return true;
    auto const count = segments_ + 1 + (judged && it.fault == EnvelopeFault::miscounted ? 3 : 0);
    put("SE*" + std::to_string(count) + "*" +
        (judged && it.fault == EnvelopeFault::other_control ? "9999" : control));
    return true;
  }

  // An HL number as it goes out: as received unless that is wrong now.
  [[nodiscard]] std::string number(std::size_t now, std::size_t as_received, GeneratedSet const& set) const {
    bool const shifted = set.shifted_levels && is_judged(set);
    auto const value = as_received + (shifted ? 3 : 0);
    if (received() || value == now) return digits(value, set.padded_levels ? 2 : 1);
    return std::to_string(now);
  }

  struct Number {
    std::size_t now = 0, as_received = 0;
  };
  // Counts a level in; `there`: it goes out.
  Number level(bool there) {
    ++levels_received_;
    if (there) ++levels_;
    return {levels_, levels_received_};
  }

  void provider(GeneratedProvider const& it, GeneratedSet const& set) {
    bool const there = !lossy_ || going(it) > 0;
    auto const me = level(there);
    if (there) {
      put("HL*" + number(me.now, me.as_received, set) + "**20*" + (it.subscribers.empty() ? "0" : "1"));
      put("PRV*BI*PXC*251E00000X");
      put("NM1*85*2*DEMO HOME HEALTH*****XX*1234567893");
      put("N3*1 MAIN ST");
      put("N4*DEMOTOWN*NY*100010001");
      put("REF*EI*000000001");
    }
    for (auto const& one : it.subscribers) subscriber(one, me, set);
  }

  void subscriber(GeneratedSubscriber const& it, Number parent, GeneratedSet const& set) {
    constexpr std::array names{"DOE", "ISAAC", "ISA"};
    bool const there = !lossy_ || going(it) > 0;
    auto const me = level(there);
    if (there) {
      bool const child = std::any_of(it.dependents.begin(), it.dependents.end(), [&](auto const& dependent) {
        return !lossy_ || going(dependent.claims) > 0;
      });
      put("HL*" + number(me.now, me.as_received, set) + "*" + number(parent.now, parent.as_received, set) +
          "*22*" + (child ? "1" : "0"));
      // The claims here are those of dependents alone, or the subscriber's too.
      auto const any_of = [&](auto const& claims) { return lossy_ ? going(claims) > 0 : !claims.empty(); };
      bool const of_dependents =
          !any_of(it.claims) && std::any_of(it.dependents.begin(), it.dependents.end(),
                                            [&](auto const& one) { return any_of(one.claims); });
      put(of_dependents ? "SBR*P********CI" : "SBR*P*18*******CI");
      put(std::string("NM1*IL*1*") + names[me.as_received % names.size()] + "*JOHN****MI*M0000001");
      put("N3*2 MAIN ST");
      put("N4*DEMOTOWN*NY*100010001");
      put("DMG*D8*19500101*M");
      put("NM1*PR*2*DEMO PAYER*****PI*PAY01");
    }
    for (auto const& one : it.claims) claim(one);
    for (auto const& one : it.dependents) {
      bool const dependent_there = !lossy_ || going(one.claims) > 0;
      auto const dependent = level(dependent_there);
      if (dependent_there) {
        put("HL*" + number(dependent.now, dependent.as_received, set) + "*" +
            number(me.now, me.as_received, set) + "*23*0");
        put("PAT*19");
        put("NM1*QC*1*ISA*JANE");
        put("N3*2 MAIN ST");
        put("N4*DEMOTOWN*NY*100010001");
        put("DMG*D8*20100101*F");
      }
      for (auto const& claim_of_dependent : one.claims) claim(claim_of_dependent);
    }
  }

  void claim(GeneratedClaim const& it) {
    ++claims_;
    if (!institutional_ && !goes(it)) return;
    auto const id = digits(claims_, 6);
    bool const mended = part_ == Part::clean;
    auto const charge = std::to_string(it.dollars);
    auto const lines = it.more_lines + 1;
    put("CLM*D" + id + "*" + std::to_string(it.dollars * lines + (it.flaw == Flaw::unbalanced ? 1 : 0)) +
        (it.dollars % 3 == 0 ? ".00" : "") + "***12:B:1*Y*A*Y*Y");
    put("REF*D9*" + id);
    put("HI*ABK:Z9181");
    for (int line = 1; line <= lines; ++line) {
      put("LX*" + std::to_string(line));
      if (institutional_) {
        put("SV2*0551*HC:G0299*" + charge + "*UN*1");
      } else if (line > 1 || it.flaw == Flaw::none || it.flaw == Flaw::unbalanced) {
        put("SV1*HC:99213*" + charge + "*UN*1***1");
        if (it.flaw == Flaw::unknown_segment && line == lines) put("ZZZ*1");
      } else {
        unlisted_line(it.flaw, charge, id, mended);
        if (it.flaw == Flaw::unknown_segment && line == lines) put("ZZZ*1");
        if (it.flaw == Flaw::note_only) {
          put("DTP*472*D8*20260914");
          put("REF*6R*" + id);
          put("NTE*ADD*WOUND CARE LEFT HEEL 45 MIN");
          continue;
        }
        if (it.flaw == Flaw::two_notes) {
          put("DTP*472*D8*20260914");
          if (mended) {
            put("NTE*ADD*DRESSING CHANGED BY NURSE");
          } else {
            put("NTE*ADD*DRESSING CHANGED");
            put("NTE*ADD*BY NURSE");
          }
          continue;
        }
      }
      put("DTP*472*D8*20260914");
    }
  }

  void unlisted_line(Flaw flaw, std::string const& charge, std::string const& id, bool mended) {
    std::string text = "WOUND CARE LEFT HEEL 45 MIN";
    if (flaw == Flaw::untidy && !mended) text = "WOUND  CARE LEFT HEEL 45 MIN ";
    if (flaw == Flaw::no_narrative || (flaw == Flaw::note_only && !mended)) text.clear();
    put("SV1*HC:99600" + (text.empty() ? "" : ":::::" + text) + "*" + charge + "*UN*1***1");
    if (flaw == Flaw::no_control_number) put("PWK*OZ*EL");
    if (flaw == Flaw::unqualified) put("PWK*OZ*EL***" + std::string(mended ? "AC" : "") + "*A" + id);
  }

  Part part_;
  std::string out_;
  Style const* style_ = nullptr;
  bool indented_ = false, lossy_ = false, institutional_ = false, closed_ = true;
  std::size_t interchanges_ = 0, groups_ = 0, sets_ = 0, claims_ = 0, segments_ = 0;
  std::size_t levels_ = 0, levels_received_ = 0;
};

}  // namespace

std::string render(GeneratedFile const& file, Part part) { return Renderer(part).run(file); }

}  // namespace scrub837::test
