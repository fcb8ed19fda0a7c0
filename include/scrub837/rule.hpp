#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/finding.hpp"

namespace scrub837 {

struct PayerRequirements;
struct Profile;

namespace guide {
enum class FaultKind : std::uint8_t;
struct Fault;
struct Table;
}  // namespace guide

/// A rule's documentation, in our own words; `bad` and `good` are segments that a test runs.
struct Doc {
  std::string_view what;    ///< what the rule finds
  std::string_view why;     ///< why a payer refuses it
  std::string_view fix;     ///< what to do, and what scrub837 does
  std::string_view bad;     ///< segments that break the rule
  std::string_view good;    ///< the same, right
  std::string_view source;  ///< guide loop and element, or the public page the fact is from
  /// Settings of a payer profile (TOML) that the example is judged under; empty: none is needed.
  std::string_view profile = {};
  /// What a person can type into the worklist about it; empty: `fix` says it.
  std::string_view ask = {};
  /// Of a finding that asks for a value: what to type in the column `value`.
  std::string_view value = {};
};

/// Collects what a check finds. Few claims have a finding: the way to one is kept apart from the rest of a
/// check (cold), so that the checks of right claims stand close together.
class Reporter {
 public:
  /// \param set the severity is one that a user or profile gave the rule
  Reporter(Rule const& rule, Severity severity, Findings& findings, bool set = false)
      : rule_(&rule), severity_(severity), findings_(&findings), set_(set) {}
  [[nodiscard]] Severity severity() const { return severity_; }
  /// That of a finding whose severity depends on the claim, unless a user or profile gave the rule one.
  [[nodiscard]] Severity severity_or(Severity own) const { return set_ ? severity_ : own; }
  /// That of a finding that never holds a claim, whatever was set: what an old list lacks may be new.
  [[nodiscard]] Severity warning_at_most() const {
    return severity_ < Severity::warning ? severity_ : Severity::warning;
  }
  [[nodiscard]] Rule const& rule() const { return *rule_; }

  /// A fault at `place` of service line `line` (or -1).
  [[gnu::cold]] void add(Place place, std::int32_t line, std::string message, Fix fix = {}) {
    add_as(severity_, place, line, std::move(message), std::move(fix));
  }
  /// The same with a severity of its own (UNL009).
  [[gnu::cold]] void add_as(Severity severity, Place place, std::int32_t line, std::string message,
                            Fix fix = {}) {
    ++added_;
    auto& finding = findings_->emplace_back();
    finding.rule = rule_;
    finding.severity = severity;
    finding.place = place;
    finding.line = line;
    finding.message = std::move(message);
    finding.fix = std::move(fix);
  }
  /// A fault without edits that may be in thousands of segments of a claim: what is told anyway is added,
  /// and of others each is counted in the one before it, if that is like it but for its segment.
  /// \param run findings are alike only if this is the same
  [[gnu::cold]] void add_alike(Place place, std::int32_t line, std::string_view message,
                               Applicability applicability = Applicability::none, std::uint64_t run = 0) {
    if (tells_all() || run != last_run_ || !repeats_last(place, line, message)) {
      add(place, line, std::string(message), {.applicability = applicability});
      last_run_ = run;
    } else {
      ++findings_->back().times;
    }
  }
  /// What was added last asks for the element at its place: a person types it into the worklist.
  void ask_for_value() {
    findings_->back().fix.applicability = Applicability::input;
    findings_->back().fix.value = true;
  }
  /// What was added last can be answered in a column of the worklist other than `value`.
  void ask_in_column() { findings_->back().fix.applicability = Applicability::input; }
  /// What to do about what was added last, if the texts of the rule do not fit it. \param needed a literal
  void needs(std::string_view needed) { findings_->back().needed = needed; }
  /// A loop or segment that is not there. \param behind index of the segment that it belongs right behind
  [[gnu::cold]] void add_missing(Missing missing, std::uint32_t behind, std::int32_t line,
                                 std::string message) {
    add_missing_as(severity_, missing, behind, line, std::move(message));
  }
  [[gnu::cold]] void add_missing_as(Severity severity, Missing missing, std::uint32_t behind,
                                    std::int32_t line, std::string message) {
    add_as(severity, {behind, 0, 0}, line, std::move(message));
    findings_->back().missing = missing;
  }
  /// What was added last is of another kind than the rule's other findings.
  void of_kind(ErrorKind kind) { findings_->back().kind = kind; }
  /// Whether what is added is told one by one.
  [[nodiscard]] bool tells_all() const { return added_ < max_reported; }

 private:
  [[nodiscard]] bool repeats_last(Place place, std::int32_t line, std::string_view message) const {
    if (findings_->empty()) return false;
    auto const& last = findings_->back();
    return last.rule == rule_ && last.line == line && last.place.element == place.element &&
           last.place.component == place.component && last.message == message;
  }

  Rule const* rule_;
  Severity severity_;
  Findings* findings_;
  bool set_ = false;
  std::uint64_t added_ = 0;
  std::uint64_t last_run_ = 0;
};

/// Segments of a set with their loops: a claim, or a stretch above the claims.
struct SegmentRun {
  std::span<Segment const> segments;
  std::span<Loop const> loops;
  bool orphan_claim = false;    ///< a claim without an open loop 2000B
  std::string_view bytes = {};  ///< that the segments are in
  Delimiters delimiters = {};
  Inherited const* above = nullptr;        ///< what stands above it; null: not known
  std::uint64_t claims_of_subscriber = 0;  ///< claims of the open subscriber's own so far; for a level
  std::span<Segment const> next_level =
      {};                      ///< the level that follows right behind a level; empty: none does
  bool claim_follows = false;  ///< a claim follows right behind a level
  /// Behind a subscriber level that has no claim of its own, a patient level with claims follows.
  bool patient_claim_follows = false;
  Settings const* settings = nullptr;  ///< of the run; null: not known
  /// By which it is judged: of the payer, or above the subscribers of the receiver; null: none.
  Profile const* profile = nullptr;

  /// A segment with its elements.
  [[nodiscard]] SegmentView segment(std::size_t index) const {
    auto const& token = segments[index];
    return {bytes.substr(token.begin, token.end - token.begin), delimiters, token.separators};
  }
  /// The loop that the stretch begins with: 2000A, 2000B or 2000C is a level, 2300 a claim.
  [[nodiscard]] LoopId outermost() const { return loops.empty() ? LoopId::stray : loops.front().id; }
  /// The first loop with that id; null: there is none.
  [[nodiscard]] Loop const* find(LoopId id) const {
    for (auto const& loop : loops) {
      if (loop.id == id) return &loop;
    }
    return nullptr;
  }
};

enum class EnvelopeLevel : std::uint8_t { set, group, interchange };

/// SE, GE or IEA, or that it is not there.
struct TrailerView {
  EnvelopeLevel level = EnvelopeLevel::set;
  bool present = false;
  bool terminated = true;            ///< its terminator is in the file
  std::string_view stated_count;     ///< SE01, GE01, IEA01
  std::uint64_t actual_count = 0;    ///< segments, sets, groups
  std::string_view header_control;   ///< ST02, GS06, ISA13
  std::string_view trailer_control;  ///< SE02, GE02, IEA02
};

/// ISA, GS or ST above claims of an 837P.
struct HeaderView {
  EnvelopeLevel level = EnvelopeLevel::set;
  std::span<std::string const> isa;    ///< [1] to [16]
  SegmentView gs, st;                  ///< empty: there is none
  Settings const* settings = nullptr;  ///< of the run; null: not known
};

/// An ISA's elements as received.
struct IsaView {
  std::span<std::string const> elements;  ///< [1] to [16]
  /// False: claims are in the input, and there is no ISA above them that can be read.
  bool readable = true;
  std::size_t count = 16;  ///< elements received; if not 16, which one is missing or surplus is not known
  /// Its id is in lower case, or blanks are behind the id or before the terminator.
  bool irregular = false;
  std::optional<char> component_in_use;  ///< separates every composite, and ISA16 names another byte
};

/// One HL and what is known of its place.
struct HierarchyView {
  std::string_view number, parent, code, child_flag;  ///< HL01 to HL04
  std::uint64_t expected_number = 0;
  bool number_follows = true;        ///< HL01 goes on from the levels before, whatever was lost among them
  std::string_view expected_parent;  ///< HL01 of the level that is open above, empty for HL03 20
  bool parent_open = true;           ///< such a level is open
  bool parent_ambiguous = false;     ///< HL02 names another level that could be the parent
  bool parent_lost = false;          ///< HL02 names a level that is left out where HL01 skips a number
  std::optional<bool> has_children;  ///< known when the level ends
  bool has_claims = true;            ///< the same: a claim is in it or below
};

/// Bytes that belong to no segment, or stand inside one where they shouldn't.
struct BytesView {
  enum class Where : std::uint8_t { gap, before_segment, inside_segment };
  Where where = Where::gap;
  bool only_padding = true;  ///< blanks, marks and line ends alone
};

/// What must not be used twice in the inputs of a run.
enum class RepeatKey : std::uint8_t {
  interchange_control,
  transaction_control,
  claim_id,
  attachment_control,
  narrative,      ///< the description of an unlisted line, of one patient: what is used on many claims
  services,       ///< patient, billing provider, and what the lines of a claim bill
  sent_claim,     ///< a claim that went out in an earlier run
  sent_services,  ///< the same of its services
};
constexpr std::size_t repeat_keys = 8;

/// A fault above the claims: the element it is at, what may be done, and a plain sentence.
struct Fault {
  std::uint8_t element = 0;
  Applicability fix = Applicability::none;
  std::string message;
  /// Of a trailer: what its fix writes into the element; nothing: the count, or the header's control number.
  std::optional<std::string> value = {};
  /// If it is not that of the rule; one that was set for the rule counts before it.
  std::optional<Severity> severity = {};
};

/// Looks at each line that has a service.
using LineCheck = void (*)(LineView const&, Reporter&);
/// Looks at each line that is billed with an unlisted code. Few are: the engine leaves the others out.
using UnlistedCheck = void (*)(UnlistedLine const&, Reporter&);
/// Looks at each line that the payer's profile asks something of. Without a profile it is never called.
using RequirementCheck = void (*)(LineView const&, PayerRequirements const&, Reporter&);
using ClaimCheck = void (*)(ClaimView const&, Reporter&);
using SegmentRunCheck = void (*)(SegmentRun const&, Reporter&);
using TrailerCheck = std::optional<Fault> (*)(TrailerView const&);
using HeaderCheck = std::optional<Fault> (*)(HeaderView const&);
using IsaCheck = std::optional<Fault> (*)(IsaView const&);
using HierarchyCheck = std::optional<Fault> (*)(HierarchyView const&);
using BytesCheck = std::optional<Fault> (*)(BytesView const&);
using RepeatCheck = std::optional<Fault> (*)(RepeatKey);
/// Speaks of one kind of fault that the guide table finds, in claims and above them.
struct GuideCheck {
  guide::FaultKind kind;
  void (*report)(guide::Fault const&, guide::Table const&, Reporter&);
};
using Check =
    std::variant<std::monostate, LineCheck, UnlistedCheck, RequirementCheck, ClaimCheck, SegmentRunCheck,
                 TrailerCheck, HeaderCheck, IsaCheck, HierarchyCheck, BytesCheck, RepeatCheck, GuideCheck>;

/// One fault of an element, one finding: of rules that speak of the same one, which is heard. The first
/// first.
enum class Precedence : std::uint8_t {
  own,          ///< a rule about this very thing, or one that speaks beside others
  situation,    ///< what the claim needs (SIT)
  balance,      ///< whether amounts add up (BAL001)
  code_set,     ///< form of a code, and lists outside of the guide (COD002 and on)
  code_list,    ///< lists of the guide (COD001)
  required,     ///< what must be filled, or may not be (USE002, USE009)
  length,       ///< type and length (LEN)
  combination,  ///< elements that go together (USE011)
};

/// What a person's reason can do about an error of a rule.
enum class Release : std::uint8_t {
  ordinary,      ///< any reason lets the claim out
  needs_reason,  ///< the receiver is certain to reject the claim: a reason of some length is asked for
  where_named,   ///< only a reason in a worklist row that names the rule lets the claim out
  impossible,    ///< a receiver refuses the whole set
};

/// What the engine, the splitter or the worklist does only if a rule is on, or does with its findings alone.
enum class Duty : std::uint8_t {
  none,
  counts_segments,     ///< SE01 is written as it was counted
  counts_sets,         ///< the same of GE01
  counts_groups,       ///< the same of IEA01
  closes_envelopes,    ///< whether a trailer is there is judged, and an unsafe fix adds it
  places_segments,     ///< segments that don't belong where they stand are errors
  numbers_levels,      ///< HL01, HL02 and HL04 are written as they should be
  parts_subscribers,   ///< SBR02 18 doesn't stay where only dependents' claims do
  strips_gaps,         ///< bytes between segments are left out
  strips_folds,        ///< line ends inside segments are left out
  describes_line,      ///< a fix can make a finding of one such rule into one of another
  guards_sending,      ///< no option switches it off, where it is said what may be sent
  measures_for_payer,  ///< whether SV101-7 is long enough for the payer
};

/// A rule: all that scrub837 knows about one kind of fault. Each lives in a file of its own under
/// src/rules/, and the build makes the registry from the files' names.
struct Rule {
  std::string_view id;    ///< `NAR001`
  std::string_view name;  ///< says what is wrong: `narrative-missing`
  Severity severity;      ///< by default
  std::uint8_t snip;      ///< WEDI SNIP type 1 to 7
  ErrorKind kind;         ///< of its findings, unless one says another
  Applicability fix;      ///< the best that can be done about it
  Phase phase;            ///< when its fix goes in; only for fixes inside claims
  Doc doc;
  Check check;
  /// A claim check or stretch check finds nothing where there is no segment of these kinds; empty: it may.
  KindSet of_segments = {};
  Release release = Release::ordinary;
  Duty duty = Duty::none;
  Precedence precedence = Precedence::own;
  /// Its safe fixes go in before any other rule looks: those judge what is then there.
  bool tidies_first = false;
  /// What else it looks at, beside what `check` does; null: nothing.
  ClaimCheck in_claims = nullptr;
  KindSet in_claims_of = {};  ///< in_claims finds nothing where there is no segment of these kinds
  RepeatCheck of_repeats = nullptr;
};

/// Where a rule is in the source tree, and its test.
struct RuleFiles {
  std::string_view source, test;
};

/// All rules, in the order of the catalogue.
[[nodiscard]] std::span<Rule const* const> registry();
/// What scrub837 itself has to say of an input (SCR001 …): like rules in every output, but not checks.
[[nodiscard]] std::span<Rule const* const> notices();
/// The files of a rule; empty for a notice.
[[nodiscard]] RuleFiles files_of(Rule const& rule);
/// A rule or notice by its id, or nothing.
[[nodiscard]] Rule const* find_rule(std::string_view id);

}  // namespace scrub837
