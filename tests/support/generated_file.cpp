#include "tests/support/generated_file.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>

namespace scrub837::test {
namespace {

std::string digits(std::size_t value, std::size_t width) {
  auto text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

template <typename Each>
void for_each_claim(GeneratedSet const& set, Each each) {
  for (auto const& provider : set.providers) {
    for (auto const& subscriber : provider.subscribers) {
      for (auto const& claim : subscriber.claims) each(claim);
      for (auto const& dependent : subscriber.dependents) {
        for (auto const& claim : dependent.claims) each(claim);
      }
    }
  }
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
    std::string const sender = it.surface == Surface837::wide_isa     ? "SENDER-WITH-A-LONG-NAME"
                               : it.surface == Surface837::narrow_isa ? "SENDER"
                                                                      : "SENDER         ";
    std::string const blank = it.surface == Surface837::narrow_isa ? "" : "          ";
    std::string text =
        "ISA*00*" + blank + "*00*" + blank + "*ZZ*" + sender + "*ZZ*RECEIVER       *260914*1200*";
    std::replace(text.begin(), text.end(), '*', it.style.element);
    out_.append(text).push_back(it.style.repetition);
    std::string rest = "*00501*" + control + "*0*T*";
    std::replace(rest.begin(), rest.end(), '*', it.style.element);
    out_.append(rest).push_back(it.style.component);
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
    if (there) put("GS*HC*SENDER*RECEIVER*20260914*1200*" + control + "*X*" + it.version);
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
    put("ST*837*" + control +
        (it.versioned ? "*" + (above.version.empty() ? "005010X222A1" : above.version) : ""));
    put("BHT*0019*00*" + std::to_string(sets_) + "*20260914*1200*CH");
    put("NM1*41*2*DEMO SUBMITTER*****46*SUB01");
    put("PER*IC*DESK*TE*5555550100");
    put("NM1*40*2*DEMO PAYER*****46*PAY01");
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
      put("SBR*P*18*******CI");
      put(std::string("NM1*IL*1*") + names[me.as_received % names.size()] + "*JOHN****MI*M0000001");
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

// ---- generators

namespace gen = rc::gen;

// A list of up to `most` things, and at least `least`.
template <typename T>
rc::Gen<std::vector<T>> some(int least, int most, rc::Gen<T> one) {
  auto list = gen::resize(most, gen::container<std::vector<T>>(std::move(one)));
  if (least == 0) return list;
  return gen::nonEmpty(std::move(list));
}

rc::Gen<GeneratedClaim> any_claim() {
  return gen::build<GeneratedClaim>(
      gen::set(&GeneratedClaim::flaw, gen::weightedElement<Flaw>({{5, Flaw::none},
                                                                  {5, Flaw::none_unlisted},
                                                                  {2, Flaw::untidy},
                                                                  {2, Flaw::note_only},
                                                                  {2, Flaw::unqualified},
                                                                  {2, Flaw::two_notes},
                                                                  {3, Flaw::no_narrative},
                                                                  {1, Flaw::no_control_number},
                                                                  {1, Flaw::unbalanced},
                                                                  {1, Flaw::unknown_segment}})),
      gen::set(&GeneratedClaim::more_lines, gen::weightedElement<int>({{4, 0}, {2, 1}, {1, 2}})),
      gen::set(&GeneratedClaim::dollars, gen::inRange(1, 400)));
}

rc::Gen<std::vector<GeneratedClaim>> any_claims() {
  return gen::weightedOneOf<std::vector<GeneratedClaim>>(
      {{60, some<GeneratedClaim>(0, 3, any_claim())}, {1, some<GeneratedClaim>(1, 100, any_claim())}});
}

rc::Gen<GeneratedSubscriber> any_subscriber() {
  auto const dependent = gen::build<GeneratedDependent>(gen::set(&GeneratedDependent::claims, any_claims()));
  return gen::build<GeneratedSubscriber>(
      gen::set(&GeneratedSubscriber::claims, any_claims()),
      gen::set(&GeneratedSubscriber::dependents, some<GeneratedDependent>(0, 3, dependent)));
}

rc::Gen<EnvelopeFault> any_fault(bool sound) {
  if (sound)
    return gen::weightedElement<EnvelopeFault>({{9, EnvelopeFault::none}, {1, EnvelopeFault::miscounted}});
  return gen::weightedElement<EnvelopeFault>({{20, EnvelopeFault::none},
                                              {1, EnvelopeFault::miscounted},
                                              {1, EnvelopeFault::other_control},
                                              {1, EnvelopeFault::no_trailer}});
}

rc::Gen<GeneratedSet> any_set(bool sound) {
  auto const provider = gen::build<GeneratedProvider>(
      gen::set(&GeneratedProvider::subscribers, some<GeneratedSubscriber>(1, 3, any_subscriber())));
  return gen::build<GeneratedSet>(
      gen::set(&GeneratedSet::kind, gen::weightedElement<SetKind>({{9, SetKind::professional},
                                                                   {1, SetKind::institutional},
                                                                   {1, SetKind::remittance},
                                                                   {1, SetKind::eligibility}})),
      gen::set(&GeneratedSet::versioned, gen::weightedElement<bool>({{3, true}, {1, false}})),
      gen::set(&GeneratedSet::padded_levels, gen::weightedElement<bool>({{4, false}, {1, true}})),
      gen::set(&GeneratedSet::shifted_levels, gen::weightedElement<bool>({{9, false}, {1, true}})),
      gen::set(&GeneratedSet::fault, any_fault(sound)),
      gen::set(&GeneratedSet::providers, some<GeneratedProvider>(1, 3, provider)));
}

rc::Gen<GeneratedGroup> any_group(bool sound) {
  return gen::build<GeneratedGroup>(
      gen::set(&GeneratedGroup::version,
               gen::weightedElement<std::string>(
                   {{4, "005010X222A1"}, {1, "005010X222"}, {1, "005010X222A2"}, {1, ""}})),
      gen::set(&GeneratedGroup::fault, any_fault(sound)),
      gen::set(&GeneratedGroup::sets, some<GeneratedSet>(1, 4, any_set(sound))));
}

rc::Gen<Style> any_style() {
  std::vector<Style> styles;
  for (std::string const line_end : {"", "\n", "\r\n", "\n\n", "\r\n\r\n"}) {
    for (std::string_view const bytes :
         {"*^:~", "|{^~", "*U:~", "*::~", ":^>~", "!&#'", "~^:'", "\x1d\x1e\x1f\x1c", "*^>\x85", "*^:|"}) {
      styles.push_back({bytes[0], bytes[1], bytes[2], bytes[3], line_end});
    }
  }
  styles.push_back({'*', '^', ':', '\n', ""});
  styles.push_back({'|', '^', '>', '\n', ""});
  styles.push_back({'*', '^', ':', '\r', "\n"});
  return gen::elementOf(std::move(styles));
}

rc::Gen<GeneratedFile> file_with(bool sound) {
  auto const surface = sound ? gen::just(Surface837::none)
                             : gen::weightedElement<Surface837>({{16, Surface837::none},
                                                                 {1, Surface837::indented},
                                                                 {1, Surface837::folded},
                                                                 {1, Surface837::narrow_isa},
                                                                 {1, Surface837::wide_isa}});
  auto const before =
      sound ? gen::just(std::string{})
            : gen::weightedElement<std::string>(
                  {{12, ""}, {1, "\xEF\xBB\xBF"}, {1, "  \r\n"}, {1, "Batch of Monday, IS ALL THERE\n"}});
  auto const interchange = gen::build<GeneratedInterchange>(
      gen::set(&GeneratedInterchange::style, any_style()), gen::set(&GeneratedInterchange::surface, surface),
      gen::set(&GeneratedInterchange::acknowledged, gen::weightedElement<bool>({{9, false}, {1, true}})),
      gen::set(&GeneratedInterchange::fault, any_fault(sound)),
      gen::set(&GeneratedInterchange::groups, some<GeneratedGroup>(1, 2, any_group(sound))),
      gen::set(&GeneratedInterchange::before, before));
  return gen::build<GeneratedFile>(
      gen::set(&GeneratedFile::interchanges, some<GeneratedInterchange>(1, 3, interchange)));
}

}  // namespace

std::string render(GeneratedFile const& file, Part part) { return Renderer(part).run(file); }

std::vector<Flaw> flaws_of(GeneratedFile const& file) {
  std::vector<Flaw> flaws;
  for (auto const& interchange : file.interchanges) {
    for (auto const& group : interchange.groups) {
      for (auto const& set : group.sets) {
        if (set.kind != SetKind::professional) continue;
        for_each_claim(set, [&](GeneratedClaim const& claim) { flaws.push_back(claim.flaw); });
      }
    }
  }
  return flaws;
}

rc::Gen<GeneratedFile> any_file() { return file_with(false); }
rc::Gen<GeneratedFile> sound_file() { return file_with(true); }

rc::Gen<std::vector<Damage>> any_damage() {
  auto const byte = gen::weightedOneOf<char>(
      {{1, gen::arbitrary<char>()},
       {2, gen::element('*', ':', '~', '^', '|', '\n', '\r', ' ', '\0', '0', '1', 'I', 'S', 'A')}});
  return some<Damage>(
      1, 6,
      gen::build<Damage>(gen::set(&Damage::what, gen::weightedElement<int>({{3, 0}, {3, 1}, {3, 2}, {1, 3}})),
                         gen::set(&Damage::where, gen::inRange<std::uint32_t>(0, 1U << 30U)),
                         gen::set(&Damage::byte, byte),
                         gen::set(&Damage::length, gen::weightedElement<int>({{5, 1}, {2, 7}, {1, 150}}))));
}

std::string damaged(std::string bytes, std::vector<Damage> const& damage) {
  for (auto const& one : damage) {
    if (bytes.empty()) break;
    // Half of the damage is done to the first 200 bytes, where the ISA and the GS stand.
    auto const span = one.where % 2 == 0 ? std::min<std::size_t>(bytes.size(), 200) : bytes.size();
    auto const at = one.where / 2 % span;
    auto const length = static_cast<std::size_t>(one.length);
    switch (one.what) {
      case 0:
        bytes.erase(at, length);
        break;
      case 1:
        bytes.insert(at, length, one.byte);
        break;
      case 2:
        bytes[at] = one.byte;
        break;
      default:
        bytes.resize(at);
        break;
    }
  }
  return bytes;
}

void showValue(GeneratedFile const& file, std::ostream& out) { rc::show(render(file), out); }

void showValue(Damage const& damage, std::ostream& out) {
  out << damage.what << "@" << damage.where << " x" << damage.length << " byte "
      << static_cast<int>(static_cast<unsigned char>(damage.byte));
}

}  // namespace scrub837::test
