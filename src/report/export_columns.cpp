#include "src/report/export_columns.hpp"

#include <array>

#include "src/claim/diagnoses.hpp"
#include "src/claim/service_line.hpp"
#include "src/report/claim_parties.hpp"
#include "src/text/shown_value.hpp"

namespace scrub837 {
namespace {

using OfClaim = ExportFacts const&;
using OfLine = ExportLine const&;

std::string text_of(std::string_view value) { return std::string(shown_value(value)); }

MaybeSegment sbr(OfClaim it) { return it.level(1).find(Kind::SBR); }
MaybeSegment nm1(LoopText const& party) { return party.find(Kind::NM1); }

std::string diagnoses(OfClaim it) {
  std::string codes;
  for (auto const code : diagnosis_codes(it.claim()))
    codes.append(codes.empty() ? "" : " ").append(shown_value(code));
  return codes;
}

std::string pointers(OfLine it) {
  constexpr std::size_t most = 4;
  std::string numbers;
  for (std::size_t part = 1; part <= most; ++part) {
    auto const pointer = it.line.sv1().component(7, part);
    if (!pointer.empty()) numbers.append(numbers.empty() ? "" : " ").append(shown_value(pointer));
  }
  return numbers;
}

template <std::size_t part>
std::string procedure_part(OfLine it) {
  return text_of(it.line.procedure_part(part));
}
template <std::size_t element>
std::string of_sv1(OfLine it) {
  return text_of(it.line.sv1()[element]);
}

MaybeSegment rendering(OfLine it) { return rendering_nm1(it.of.claim(), it.number()); }

constexpr auto claim_columns = std::to_array<ExportColumn>({
    {"file", [](OfClaim it) { return std::string(it.file()); }},
    {"claim_index", [](OfClaim it) { return std::to_string(it.unit().where().claim); }},
    {"claim_26", [](OfClaim it) { return text_of(it.claim().clm()[1]); }},
    {"payer", [](OfClaim it) { return text_of(it.unit().inherited().payer_name); }},
    {"payer_id", [](OfClaim it) { return text_of(it.unit().inherited().payer_id); }},
    {"claim_filing_1", [](OfClaim it) { return shown(sbr(it), 9); }},
    {"member_id_1a", [](OfClaim it) { return shown(nm1(it.subscriber()), 9); }},
    {"patient_2", [](OfClaim it) { return party_name(nm1(it.patient())); }},
    {"birth_date_3", [](OfClaim it) { return shown(it.patient().find(Kind::DMG), 2); }},
    {"sex_3", [](OfClaim it) { return shown(it.patient().find(Kind::DMG), 3); }},
    {"subscriber_4", [](OfClaim it) { return party_name(nm1(it.subscriber())); }},
    {"patient_address_5", [](OfClaim it) { return shown(it.patient().find(Kind::N3), 1); }},
    {"patient_city_5", [](OfClaim it) { return shown(it.patient().find(Kind::N4), 1); }},
    {"patient_state_5", [](OfClaim it) { return shown(it.patient().find(Kind::N4), 2); }},
    {"patient_zip_5", [](OfClaim it) { return shown(it.patient().find(Kind::N4), 3); }},
    {"relationship_6",
     [](OfClaim it) {
       return it.of_dependent() ? shown(it.level(2).find(Kind::PAT), 1) : shown(sbr(it), 2);
     }},
    {"other_payer_9d", [](OfClaim it) { return party_name(it.first_of(LoopId::L2330B)); }},
    {"employment_10a", [](OfClaim it) { return it.cause("EM"); }},
    {"auto_accident_10b", [](OfClaim it) { return it.cause("AA"); }},
    {"auto_state_10b", [](OfClaim it) { return text_of(it.claim().clm().component(11, 4)); }},
    {"other_accident_10c", [](OfClaim it) { return it.cause("OA"); }},
    {"group_number_11", [](OfClaim it) { return shown(sbr(it), 3); }},
    {"plan_11c", [](OfClaim it) { return shown(sbr(it), 4); }},
    {"illness_date_14", [](OfClaim it) { return shown(it.find(Kind::DTP, "431"), 3); }},
    {"referring_provider_17", [](OfClaim it) { return party_name(it.first_of(LoopId::L2310A)); }},
    {"referring_npi_17b", [](OfClaim it) { return party_npi(it.first_of(LoopId::L2310A)); }},
    {"admission_date_18", [](OfClaim it) { return shown(it.find(Kind::DTP, "435"), 3); }},
    {"discharge_date_18", [](OfClaim it) { return shown(it.find(Kind::DTP, "096"), 3); }},
    {"claim_notes_19", [](OfClaim it) { return it.notes(-1); }},
    {"diagnoses_21", diagnoses},
    {"frequency_22", [](OfClaim it) { return text_of(it.claim().clm().component(5, 3)); }},
    {"original_claim_22", [](OfClaim it) { return shown(it.find(Kind::REF, "F8"), 2); }},
    {"authorization_23", [](OfClaim it) { return shown(it.find(Kind::REF, "G1"), 2); }},
    {"tax_id_25", [](OfClaim it) { return shown(it.billing_provider().find(Kind::REF, {"EI", "SY"}), 2); }},
    {"assignment_27", [](OfClaim it) { return text_of(it.claim().clm()[7]); }},
    {"total_charge_28", [](OfClaim it) { return text_of(it.claim().total_text()); }},
    {"amount_paid_29", [](OfClaim it) { return shown(it.find(Kind::AMT, "F5"), 2); }},
    {"place_of_service", [](OfClaim it) { return text_of(it.claim().place_of_service()); }},
    {"facility_32", [](OfClaim it) { return party_name(it.first_of(LoopId::L2310C)); }},
    {"facility_npi_32a", [](OfClaim it) { return party_npi(it.first_of(LoopId::L2310C)); }},
    {"billing_provider_33", [](OfClaim it) { return party_name(nm1(it.billing_provider())); }},
    {"billing_address_33", [](OfClaim it) { return shown(it.billing_provider().find(Kind::N3), 1); }},
    {"billing_city_33", [](OfClaim it) { return shown(it.billing_provider().find(Kind::N4), 1); }},
    {"billing_state_33", [](OfClaim it) { return shown(it.billing_provider().find(Kind::N4), 2); }},
    {"billing_zip_33", [](OfClaim it) { return shown(it.billing_provider().find(Kind::N4), 3); }},
    {"billing_npi_33a", [](OfClaim it) { return party_npi(nm1(it.billing_provider())); }},
    {"billing_taxonomy_33b", [](OfClaim it) { return text_of(it.unit().inherited().billing_taxonomy); }},
    {"lines", [](OfClaim it) { return std::to_string(it.claim().line_count()); }},
});

constexpr auto line_columns = std::to_array<ExportLineColumn>({
    {"line_index", [](OfLine it) { return std::to_string(it.index + 1); }, false},
    {"line",
     [](OfLine it) {
       auto const first = it.line.first();
       return kind_of(first.id()) == Kind::LX ? text_of(first[1]) : std::string{};
     },
     false},
    {"date_from_24A", [](OfLine it) { return text_of(service_dates(it.line).from); }},
    {"date_to_24A", [](OfLine it) { return text_of(service_dates(it.line).to); }},
    {"place_24B", [](OfLine it) { return text_of(place_of_service(it.line)); }},
    {"emergency_24C", of_sv1<9>},
    {"procedure_24D", procedure_part<2>},
    {"modifier1_24D", procedure_part<3>},
    {"modifier2_24D", procedure_part<4>},
    {"modifier3_24D", procedure_part<5>},
    {"modifier4_24D", procedure_part<6>},
    {"description_24", [](OfLine it) { return text_of(it.line.description()); }},
    {"notes_24", [](OfLine it) { return it.of.notes(it.number()); }},
    {"drug_24", [](OfLine it) { return shown(it.of.first_of(LoopId::L2410, &it.line.loop()), 3); }},
    {"pointers_24E", pointers},
    {"charge_24F", of_sv1<2>},
    {"unit_24G", of_sv1<3>},
    {"units_24G", of_sv1<4>},
    {"epsdt_24H", of_sv1<11>},
    {"rendering_npi_24J", [](OfLine it) { return party_npi(rendering(it)); }},
    {"rendering_provider_24J", [](OfLine it) { return party_name(rendering(it)); }},
    {"line_control_number",
     [](OfLine it) {
       auto const loop = static_cast<std::size_t>(&it.line.loop() - it.of.claim().loops().data());
       return shown(it.of.find(loop, Kind::REF, "6R"), 2);
     }},
});

}  // namespace

std::span<ExportColumn const> export_claim_columns() { return claim_columns; }
std::span<ExportLineColumn const> export_line_columns() { return line_columns; }

}  // namespace scrub837
