#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
#include <optional>
#include <string>

#include "scrub837/rule.hpp"
#include "src/claim/calendar_day.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::sit008 {
namespace {

using namespace std::string_view_literals;

constexpr Doc doc{
    .what =
        "Two dates cannot both be right: a range ends before it begins, a service is after the date of the "
        "file (BHT04) or before the patient's birth, or the birth date is after the date of the file. Less "
        "certain, and only warnings: a range that ends after the date of the file, an inpatient service "
        "before the admission date or after the discharge, a date before the patient's birth, an earlier "
        "payer's date before the service, a date after the service that is of what came before it (accident, "
        "onset, initial treatment, last visit, last X-ray, last menstrual period), a stay, care or "
        "disability "
        "that ends before it begins.",
    .why =
        "Payers reject a claim with dates that contradict each other (277CA A7:187, A7:510): one of them is "
        "a "
        "typing error.",
    .fix =
        "Compare the dates with the visit record, and the birth date with the patient's ID card. Correct the "
        "wrong one in the billing system.",
    .bad = "SV1*HC:99213*125*UN*1***1~DTP*472*RD8*20260914-20260910~",
    .good = "SV1*HC:99213*125*UN*1***1~DTP*472*RD8*20260910-20260914~",
    .source = "005010X222A1, BHT04, 2010BA and 2010CA DMG02, DTP03 of 2300, 2330B, 2400 and 2430",
    .value = "Type the right birth date in the column value, as 19500131 or 01/31/1950.",
};

// A date and where it is.
struct Dated {
  Day day = 0;
  std::uint32_t segment = 0;
};

// What the dates of a claim's lines are compared with; 0: not known.
struct Frame {
  Day created = 0;  // BHT04
  Day birth = 0;    // only if it is before that
  Dated admission;  // 2300 DTP*435
  Day discharge = 0;
};

// Dates of what came before the service, or on its day.
struct Earlier {
  std::string_view qualifier;
  std::string_view message;
};
constexpr std::array earlier{
    Earlier{"431", "The onset date (DTP*431) is after the service (DTP*472)."},
    Earlier{"453", "The date of the acute manifestation (DTP*453) is after the service (DTP*472)."},
    Earlier{"454", "The date of the initial treatment (DTP*454) is after the service (DTP*472)."},
    Earlier{"304", "The date of the last visit (DTP*304) is after the service (DTP*472)."},
    Earlier{"455", "The date of the last X-ray (DTP*455) is after the service (DTP*472)."},
    Earlier{"484", "The last menstrual period (DTP*484) is after the service (DTP*472)."},
    Earlier{"439", "The accident date (DTP*439) is after the service (DTP*472)."},
};

// Beginning and end of one thing in loop 2300.
struct Span {
  std::string_view from, to;
  std::string_view message;
};
constexpr std::array spans{
    Span{"435", "096", "The discharge (DTP*096) is before the admission (DTP*435)."},
    Span{"090", "091", "Care was relinquished (DTP*091) before it was assumed (DTP*090)."},
    Span{"360", "361", "The disability ends (DTP*361) before it begins (DTP*360)."},
    Span{"297", "296", "The return to work (DTP*296) is before the last day worked (DTP*297)."},
};

// The dates of loop 2300.
class ClaimDates {
 public:
  explicit ClaimDates(ClaimView const& claim) : claim_(&claim) {
    for (auto const index : claim.direct(0, Kind::DTP)) segments_.push_back(index);
  }
  // The first with that qualifier.
  [[nodiscard]] Dated of(std::string_view qualifier) const {
    for (auto const index : segments_) {
      if (claim_->segments()[index].qualifier == pack_tag(qualifier))
        return {day_range_of(claim_->segment(index)).from, index};
    }
    return {};
  }

 private:
  ClaimView const* claim_;
  boost::container::small_vector<std::uint32_t, 8> segments_;
};

Frame frame_of(ClaimView const& claim, ClaimDates const& dates) {
  auto const& above = claim.inherited();
  Frame frame{day_of(above.created), day_of(above.birth_date), {}, 0};
  // A birth after the file is reported where it is.
  if (frame.created != 0 && frame.birth > frame.created) frame.birth = 0;
  frame.admission = dates.of("435");
  frame.discharge = dates.of("096").day;
  // An admission after the file, or after the discharge, is reported where it is.
  if (frame.created != 0 && frame.admission.day > frame.created) frame.admission.day = 0;
  if (frame.discharge < frame.admission.day) frame.discharge = 0;
  return frame;
}

bool is_inpatient(LineView const& line) {
  auto const place = place_of_service(line);
  return place == "21" || place == "51" || place == "61";
}

// A film or specimen of the stay may be read after it.
bool may_be_later(LineView const& line) {
  return line.procedure().starts_with('7') || line.procedure().starts_with('8');
}

struct Contradiction {
  Severity severity;
  std::string_view message;
};

std::optional<Contradiction> contradiction_of(LineView const& line, DayRange days, Frame const& frame) {
  using enum Severity;
  if (frame.created != 0 && days.from > frame.created)
    return Contradiction{error, "The service date (DTP*472) is after the date of the file (BHT04)."};
  if (frame.birth != 0 && days.from < frame.birth)
    return Contradiction{error, "The service date (DTP*472) is before the patient's birth date (DMG02)."};
  if (frame.created != 0 && days.to > frame.created)
    return Contradiction{warning, "The service (DTP*472) ends after the date of the file (BHT04)."};
  if (days.from < frame.admission.day && is_inpatient(line))
    return Contradiction{warning, "This inpatient service is before the admission date (DTP*435)."};
  if (frame.discharge != 0 && days.from > frame.discharge && is_inpatient(line) && !may_be_later(line))
    return Contradiction{warning, "This inpatient service is after the discharge date (DTP*096)."};
  return std::nullopt;
}

// First and last day of the claim's services; zeros if none is known.
struct Services {
  Day first_begin = 0, first_end = 0, last_begin = 0, last_end = 0;
  void add(DayRange days) {
    first_begin = first_begin == 0 ? days.from : std::min(first_begin, days.from);
    last_end = std::max(last_end, days.to);
    first_end = first_end == 0 ? days.to : std::min(first_end, days.to);
    last_begin = std::max(last_begin, days.from);
  }
};

Services check_lines(ClaimView const& claim, Frame const& frame, Reporter& report) {
  Services services;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    auto const days = line.days();
    if (!days.known() || days.to < days.from) continue;
    services.add(days);
    auto const found = contradiction_of(line, days, frame);
    if (!found) continue;
    report.add_as(report.severity_or(found->severity), {*line.date_index(), 3, 0},
                  static_cast<std::int32_t>(i), std::string(found->message));
    if (found->severity != Severity::error || claim.segment(*line.date_index())[2] != "D8") continue;
    report.ask_for_value();
    report.needs(
        "Type the right service date in the column value, as 20260914 or 09/14/2026. If the date of the file "
        "or "
        "the birth date is what is wrong, correct it in the billing system.");
  }
  return services;
}

// Ranges of every loop of the claim. \return whether it has dates that are not of services
bool check_ranges(ClaimView const& claim, Reporter& report) {
  constexpr std::size_t shortest = std::string_view("DTP*472*RD8*20260914-20260914").size();
  bool others = false;
  for (std::uint32_t i = 0; i < claim.segments().size(); ++i) {
    auto const& segment = claim.segments()[i];
    if (segment.kind != Kind::DTP) continue;
    others = others || segment.qualifier != pack_tag("472");
    if (segment.end - segment.begin < shortest) continue;
    auto const days = day_range_of(claim.segment(i));
    if (!days.known() || days.to >= days.from) continue;
    report.add_as(report.severity_or(Severity::error), {i, 3, 0}, claim.line_of(i),
                  "The range of dates ends before it begins (DTP03).");
  }
  return others;
}

void warn(ClaimView const& claim, std::uint32_t dtp, std::string_view message, Reporter& report) {
  report.add_as(report.severity_or(Severity::warning), {dtp, 3, 0}, claim.line_of(dtp), std::string(message));
}

// The line that a loop 2430 is in.
DayRange service_beside(ClaimView const& claim, std::uint32_t segment) {
  auto const line = claim.line_of(segment);
  if (line < 0 || !claim.line(static_cast<std::size_t>(line)).has_service()) return {};
  return claim.line(static_cast<std::size_t>(line)).days();
}

void check_payer_dates(ClaimView const& claim, Services const& services, Reporter& report) {
  if (!claim.has(Kind::SBR) && !claim.has(Kind::SVD)) return;
  auto const loops = claim.loops();
  for (std::size_t i = 0; i < loops.size(); ++i) {
    if (loops[i].id != LoopId::L2330B && loops[i].id != LoopId::L2430) continue;
    for (auto const index : claim.direct(i, Kind::DTP)) {
      if (claim.segments()[index].qualifier != pack_tag("573")) continue;
      auto const paid = day_range_of(claim.segment(index)).from;
      auto const service =
          loops[i].id == LoopId::L2330B ? services.last_begin : service_beside(claim, index).from;
      if (paid != 0 && paid < service)
        warn(claim, index, "The other payer's date (DTP*573) is before the service (DTP*472).", report);
    }
  }
}

// Of the claim: after its last service, an accident after its first. Of a line: after that one.
void check_earlier(ClaimView const& claim, Services const& services, Frame const& frame, Reporter& report) {
  for (std::uint32_t i = 0; i < claim.segments().size(); ++i) {
    auto const qualifier = claim.segments()[i].qualifier;
    if (claim.segments()[i].kind != Kind::DTP || qualifier == pack_tag("472")) continue;
    auto const* const found = std::ranges::find_if(
        earlier, [&](Earlier const& one) { return pack_tag(one.qualifier) == qualifier; });
    if (found == earlier.end()) continue;
    auto const day = day_range_of(claim.segment(i)).from;
    auto const line = claim.line_of(i);
    auto const served = line >= 0                     ? service_beside(claim, i).to
                        : found->qualifier == "439"sv ? services.first_end
                                                      : services.last_end;
    if (served != 0 && day > served) {
      warn(claim, i, found->message, report);
    } else if (day != 0 && day < frame.birth && frame.birth <= services.first_begin &&
               found->qualifier != "484"sv) {
      warn(claim, i, "This date is before the patient's birth date (DMG02).", report);
    }
  }
}

void check_stay(ClaimView const& claim, ClaimDates const& dates, Frame const& frame, Reporter& report) {
  for (auto const& span : spans) {
    auto const to = dates.of(span.to);
    auto const from = dates.of(span.from);
    if (to.day != 0 && to.day < from.day) warn(claim, to.segment, span.message, report);
  }
  auto const admission = dates.of("435");
  if (frame.created != 0 && admission.day > frame.created)
    warn(claim, admission.segment, "The admission date (DTP*435) is after the date of the file (BHT04).",
         report);
}

void check(ClaimView const& claim, Reporter& report) {
  if (!claim.has(Kind::DTP)) return;
  bool const others = check_ranges(claim, report);
  ClaimDates const dates(claim);
  auto const frame = frame_of(claim, dates);
  auto const services = check_lines(claim, frame, report);
  if (!others) return;
  check_payer_dates(claim, services, report);
  check_earlier(claim, services, frame, report);
  check_stay(claim, dates, frame, report);
}

// The birth date of a level's person.
void check_level(SegmentRun const& stretch, Reporter& report) {
  auto const outermost = stretch.outermost();
  if (outermost != LoopId::L2000B && outermost != LoopId::L2000C) return;
  auto const* const person = stretch.find(outermost == LoopId::L2000B ? LoopId::L2010BA : LoopId::L2010CA);
  auto const created = stretch.above == nullptr ? 0 : day_of(stretch.above->created);
  if (person == nullptr || created == 0) return;
  for (auto i = person->first; i < person->last; ++i) {
    if (stretch.segments[i].kind != Kind::DMG || day_of(stretch.segment(i)[2]) <= created) continue;
    report.add_as(report.severity_or(Severity::error), {i, 2, 0}, -1,
                  "The birth date (DMG02) is after the date of the file (BHT04).");
    report.ask_for_value();
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT008",
    .name = "dates-contradict",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check_level},
    .of_segments = {Kind::HL},
    .precedence = Precedence::situation,
    .in_claims = check,
    .in_claims_of = {Kind::DTP},
};

}  // namespace scrub837::sit008
