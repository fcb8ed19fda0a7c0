#include "src/report/export_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "src/claim/service_line.hpp"
#include "src/report/claim_parties.hpp"
#include "src/text/shown_value.hpp"

namespace scrub837 {
namespace {

constexpr auto claim_columns = std::to_array<std::string_view>({"file",
                                                                "claim_index",
                                                                "claim_26",
                                                                "payer",
                                                                "payer_id",
                                                                "claim_filing_1",
                                                                "member_id_1a",
                                                                "patient_2",
                                                                "birth_date_3",
                                                                "sex_3",
                                                                "subscriber_4",
                                                                "patient_address_5",
                                                                "patient_city_5",
                                                                "patient_state_5",
                                                                "patient_zip_5",
                                                                "relationship_6",
                                                                "other_payer_9d",
                                                                "employment_10a",
                                                                "auto_accident_10b",
                                                                "auto_state_10b",
                                                                "other_accident_10c",
                                                                "group_number_11",
                                                                "plan_11c",
                                                                "illness_date_14",
                                                                "referring_provider_17",
                                                                "referring_npi_17b",
                                                                "admission_date_18",
                                                                "discharge_date_18",
                                                                "claim_notes_19",
                                                                "diagnoses_21",
                                                                "frequency_22",
                                                                "original_claim_22",
                                                                "authorization_23",
                                                                "tax_id_25",
                                                                "assignment_27",
                                                                "total_charge_28",
                                                                "amount_paid_29",
                                                                "place_of_service",
                                                                "facility_32",
                                                                "facility_npi_32a",
                                                                "billing_provider_33",
                                                                "billing_address_33",
                                                                "billing_city_33",
                                                                "billing_state_33",
                                                                "billing_zip_33",
                                                                "billing_npi_33a",
                                                                "billing_taxonomy_33b",
                                                                "lines"});
constexpr auto line_columns = std::to_array<std::string_view>({"line_index",
                                                               "line",
                                                               "date_from_24A",
                                                               "date_to_24A",
                                                               "place_24B",
                                                               "emergency_24C",
                                                               "procedure_24D",
                                                               "modifier1_24D",
                                                               "modifier2_24D",
                                                               "modifier3_24D",
                                                               "modifier4_24D",
                                                               "description_24",
                                                               "notes_24",
                                                               "drug_24",
                                                               "pointers_24E",
                                                               "charge_24F",
                                                               "unit_24G",
                                                               "units_24G",
                                                               "epsdt_24H",
                                                               "rendering_npi_24J",
                                                               "rendering_provider_24J",
                                                               "line_control_number"});

using Values = std::vector<std::string>;

// The first segment of a kind in a loop's text whose first element is one of `qualifiers` (empty: any).
std::optional<SegmentView> find_in(std::string_view loop, Delimiters delimiters, Kind kind,
                                   std::initializer_list<std::string_view> qualifiers = {}) {
  std::optional<SegmentView> found;
  for_each_segment(loop, delimiters, [&](SegmentView segment) {
    if (found || kind_of(segment.id()) != kind) return;
    if (qualifiers.size() == 0 || std::ranges::find(qualifiers, segment[1]) != qualifiers.end())
      found = segment;
  });
  return found;
}

std::string element(std::optional<SegmentView> const& segment, std::size_t number) {
  return segment ? std::string(shown_value((*segment)[number])) : std::string{};
}

std::string person(std::optional<SegmentView> const& nm1) {
  if (!nm1) return {};
  auto name = element(nm1, 3);
  if ((*nm1)[2] == "2") return name;
  for (auto const* const between : {", ", " "}) {
    auto const given = element(nm1, between[0] == ',' ? 4 : 5);
    if (!given.empty()) name.append(name.empty() ? "" : between).append(given);
  }
  return name;
}

std::string npi(std::optional<SegmentView> const& nm1) {
  return nm1 && (*nm1)[8] == "XX" ? element(nm1, 9) : "";
}

// Segments of a claim by loop.
class ClaimParts {
 public:
  explicit ClaimParts(ClaimView const& claim) : claim_(&claim) {}
  // The first segment of a kind that is directly in a loop. \param loop index in loops()
  [[nodiscard]] std::optional<SegmentView> find(std::size_t loop, Kind kind,
                                                std::string_view qualifier = {}) const {
    for (auto const index : claim_->direct(loop, kind)) {
      auto const segment = claim_->segment(index);
      if (segment.id() == name_of(kind) && (qualifier.empty() || segment[1] == qualifier)) return segment;
    }
    return std::nullopt;
  }
  // The first segment of the first loop with this id; -1: there is none
  [[nodiscard]] std::optional<std::size_t> loop(LoopId id, Loop const* within = nullptr) const {
    auto const loops = claim_->loops();
    for (std::size_t i = 0; i < loops.size(); ++i) {
      bool const inside =
          within == nullptr || (loops[i].first >= within->first && loops[i].last <= within->last);
      if (loops[i].id == id && inside) return i;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::optional<SegmentView> first_of(LoopId id, Loop const* within = nullptr) const {
    auto const found = loop(id, within);
    return found ? std::optional(claim_->segment(claim_->loops()[*found].first)) : std::nullopt;
  }
  [[nodiscard]] ClaimView const& claim() const { return *claim_; }

 private:
  ClaimView const* claim_;
};

std::string joined(std::string text, std::string_view more, std::string_view between) {
  if (!more.empty()) text.append(text.empty() ? "" : between).append(shown_value(more));
  return text;
}

std::string notes_of(ClaimView const& claim, std::int32_t line) {
  std::string notes;
  for (auto const mark : claim.notes_of(line)) {
    if (notes.size() < longest_segment_shown) notes = joined(notes, claim.segment(mark.segment)[2], "; ");
  }
  return notes;
}

std::string diagnoses(ClaimView const& claim) {
  std::string codes;
  for (auto const index : claim.direct(0, Kind::HI)) {
    auto const hi = claim.segment(index);
    for (std::size_t i = 1; i <= 12; ++i) {
      auto const kind = hi.component(i, 1);
      if (kind == "ABK" || kind == "ABF" || kind == "BK" || kind == "BF")
        codes = joined(codes, hi.component(i, 2), " ");
    }
  }
  return codes;
}

// CLM11 has up to three causes.
std::string_view cause(SegmentView clm, std::string_view code) {
  for (std::size_t part = 1; part <= 3; ++part) {
    if (clm.component(11, part) == code) return "Y";
  }
  return {};
}

void add_address(Values& values, std::string_view loop, Delimiters delimiters) {
  values.push_back(element(find_in(loop, delimiters, Kind::N3), 1));
  auto const place = find_in(loop, delimiters, Kind::N4);
  for (std::size_t i = 1; i <= 3; ++i) values.push_back(element(place, i));
}

void add_people(Values& values, ClaimUnit const& unit) {
  auto const delimiters = unit.delimiters();
  auto const subscriber_level = unit.above().level(1);
  auto const subscriber = party_loop(subscriber_level, "IL", delimiters);
  auto const of_dependent = party_loop(unit.above().level(2), "QC", delimiters);
  auto const patient = of_dependent.empty() ? subscriber : of_dependent;
  auto const sbr = find_in(subscriber_level, delimiters, Kind::SBR);
  auto const dmg = find_in(patient, delimiters, Kind::DMG);
  values.push_back(element(sbr, 9));
  values.push_back(element(find_in(subscriber, delimiters, Kind::NM1), 9));
  values.push_back(person(find_in(patient, delimiters, Kind::NM1)));
  values.push_back(element(dmg, 2));
  values.push_back(element(dmg, 3));
  values.push_back(person(find_in(subscriber, delimiters, Kind::NM1)));
  add_address(values, patient, delimiters);
  values.push_back(of_dependent.empty() ? element(sbr, 2)
                                        : element(find_in(unit.above().level(2), delimiters, Kind::PAT), 1));
}

void add_claim_facts(Values& values, ClaimUnit const& unit, ClaimParts const& parts) {
  auto const& claim = parts.claim();
  auto const clm = claim.clm();
  auto const sbr = find_in(unit.above().level(1), unit.delimiters(), Kind::SBR);
  values.push_back(person(parts.first_of(LoopId::L2330B)));
  values.emplace_back(cause(clm, "EM"));
  values.emplace_back(cause(clm, "AA"));
  values.emplace_back(shown_value(clm.component(11, 4)));
  values.emplace_back(cause(clm, "OA"));
  values.push_back(element(sbr, 3));
  values.push_back(element(sbr, 4));
  values.push_back(element(parts.find(0, Kind::DTP, "431"), 3));
  auto const referring = parts.first_of(LoopId::L2310A);
  values.push_back(person(referring));
  values.push_back(npi(referring));
  values.push_back(element(parts.find(0, Kind::DTP, "435"), 3));
  values.push_back(element(parts.find(0, Kind::DTP, "096"), 3));
  values.push_back(notes_of(claim, -1));
  values.push_back(diagnoses(claim));
  values.emplace_back(shown_value(clm.component(5, 3)));
  values.push_back(element(parts.find(0, Kind::REF, "F8"), 2));
  values.push_back(element(parts.find(0, Kind::REF, "G1"), 2));
}

void add_money_and_providers(Values& values, ClaimUnit const& unit, ClaimParts const& parts) {
  auto const delimiters = unit.delimiters();
  auto const& claim = parts.claim();
  auto const billing = party_loop(unit.above().level(0), "85", delimiters);
  values.push_back(element(find_in(billing, delimiters, Kind::REF, {"EI", "SY"}), 2));
  values.emplace_back(shown_value(claim.clm()[7]));
  values.emplace_back(shown_value(claim.total_text()));
  values.push_back(element(parts.find(0, Kind::AMT, "F5"), 2));
  values.emplace_back(shown_value(claim.place_of_service()));
  auto const facility = parts.first_of(LoopId::L2310C);
  values.push_back(person(facility));
  values.push_back(npi(facility));
  auto const provider = find_in(billing, delimiters, Kind::NM1);
  values.push_back(person(provider));
  add_address(values, billing, delimiters);
  values.push_back(npi(provider));
  values.emplace_back(shown_value(unit.inherited().billing_taxonomy));
  values.push_back(std::to_string(claim.line_count()));
}

Values claim_values(std::string const& file, ClaimUnit const& unit) {
  ClaimParts const parts(unit.view());
  Values values{file, std::to_string(unit.where().claim), std::string(shown_value(unit.view().clm()[1])),
                std::string(shown_value(unit.inherited().payer_name)),
                std::string(shown_value(unit.inherited().payer_id))};
  add_people(values, unit);
  add_claim_facts(values, unit, parts);
  add_money_and_providers(values, unit, parts);
  return values;
}

void add_line(Values& values, ClaimParts const& parts, std::size_t index) {
  auto const& claim = parts.claim();
  auto const line = claim.line(index);
  auto const loop = static_cast<std::size_t>(&line.loop() - claim.loops().data());
  values.push_back(std::to_string(index + 1));
  values.push_back(kind_of(line.first().id()) == Kind::LX ? std::string(shown_value(line.first()[1])) : "");
  if (!line.has_service()) return values.resize(claim_columns.size() + line_columns.size());
  auto const dates = service_dates(line);
  auto const sv1 = line.sv1();
  values.emplace_back(shown_value(dates.from));
  values.emplace_back(shown_value(dates.to));
  values.emplace_back(shown_value(place_of_service(line)));
  values.emplace_back(shown_value(sv1[9]));
  for (std::size_t part = 2; part <= 6; ++part) values.emplace_back(shown_value(line.procedure_part(part)));
  values.emplace_back(shown_value(line.description()));
  values.push_back(notes_of(claim, static_cast<std::int32_t>(index)));
  auto const drug = parts.first_of(LoopId::L2410, &line.loop());
  values.push_back(element(drug, 3));
  std::string pointers;
  for (std::size_t part = 1; part <= 4; ++part) pointers = joined(pointers, sv1.component(7, part), " ");
  values.push_back(pointers);
  for (std::size_t const number : {2U, 3U, 4U, 11U}) values.emplace_back(shown_value(sv1[number]));
  auto const rendering = rendering_nm1(claim, static_cast<std::int32_t>(index));
  values.push_back(npi(rendering));
  values.push_back(person(rendering));
  values.push_back(element(parts.find(loop, Kind::REF, "6R"), 2));
}

}  // namespace

std::vector<std::string_view> export_columns(ExportForm::Rows rows) {
  std::vector<std::string_view> columns(claim_columns.begin(), claim_columns.end());
  if (rows == ExportForm::Rows::line) columns.insert(columns.end(), line_columns.begin(), line_columns.end());
  return columns;
}

std::string export_csv_header(ExportForm::Rows rows) {
  CsvLine header;
  for (auto const column : export_columns(rows)) header.add(column);
  return std::move(header).finish();
}

ExportRows::ExportRows(ExportForm form, std::string_view file, Sink& sink, Print print)
    : ReportFile(sink, {}),
      form_(form),
      columns_(export_columns(form.rows)),
      file_(file),
      sink_kept_(&sink),
      print_(std::move(print)) {}

void ExportRows::claim(ClaimUnit const& unit, ClaimVerdict const&) {
  auto const values = claim_values(file_, unit);
  if (form_.rows == ExportForm::Rows::claim) return row(values);
  ClaimParts const parts(unit.view());
  auto const count = unit.view().line_count();
  if (count == 0) {
    auto alone = values;
    alone.resize(columns_.size());
    return row(alone);
  }
  for (std::size_t i = 0; i < count; ++i) {
    auto with_line = values;
    add_line(with_line, parts, i);
    row(with_line);
  }
}

void ExportRows::row(std::vector<std::string> const& values) {
  if (form_.format == ExportForm::Format::csv) {
    csv_.clear();
    for (auto const& value : values) csv_.add(value);
    return line(csv_.end());
  }
  json_.clear();
  for (std::size_t i = 0; i < columns_.size(); ++i)
    json_.text_or_null(columns_[i], std::string_view(values[i]));
  line(json_.end());
}

void ExportRows::commit() {
  if (!print_) return;
  sink_kept_->read_all(print_);
  sink_kept_->truncate(0);
}

}  // namespace scrub837
