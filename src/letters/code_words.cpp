#include "src/letters/code_words.hpp"

#include <algorithm>
#include <span>

namespace scrub837 {
namespace {

// 005010X222A1, PWK01, in our own words; sorted.
constexpr CodeWords report_types_of_letters[] = {
    {"03", "report of treatment beyond guidelines"},
    {"04", "drugs given"},
    {"05", "diagnosis for treatment"},
    {"06", "initial assessment"},
    {"07", "functional goals"},
    {"08", "treatment plan"},
    {"09", "progress report"},
    {"10", "report of continued treatment"},
    {"11", "chemical analysis"},
    {"13", "certified test report"},
    {"15", "reasons for admission"},
    {"21", "recovery plan"},
    {"A3", "record of allergies"},
    {"A4", "autopsy report"},
    {"AM", "ambulance certification"},
    {"AS", "admission summary"},
    {"B2", "prescription"},
    {"B3", "physician order"},
    {"B4", "referral form"},
    {"BR", "benchmark test results"},
    {"BS", "baseline"},
    {"BT", "blanket test results"},
    {"CB", "reasons for chiropractic treatment"},
    {"CK", "consent form"},
    {"CT", "certification"},
    {"D2", "drug profile"},
    {"DA", "dental models"},
    {"DB", "prescription for medical equipment"},
    {"DG", "diagnostic report"},
    {"DJ", "discharge monitoring report"},
    {"DS", "discharge summary"},
    {"EB", "explanation of benefits"},
    {"HC", "health certificate"},
    {"HR", "clinic records"},
    {"I5", "immunization record"},
    {"IR", "school immunization record"},
    {"LA", "laboratory results"},
    {"M1", "medical record"},
    {"MT", "models"},
    {"NN", "nursing notes"},
    {"OB", "operative note"},
    {"OC", "record of oxygen levels"},
    {"OD", "orders and treatments"},
    {"OE", "objective physical examination"},
    {"OX", "oxygen therapy certification"},
    {"OZ", "supporting documents for the claim"},
    {"P4", "pathology report"},
    {"P5", "medical history"},
    {"PE", "certification of parenteral or enteral feeding"},
    {"PN", "physical therapy notes"},
    {"PO", "certification of a prosthesis or brace"},
    {"PQ", "paramedical results"},
    {"PY", "physician's report"},
    {"PZ", "physical therapy certification"},
    {"RB", "X-rays or other films"},
    {"RR", "radiology report"},
    {"RT", "report of tests"},
    {"RX", "renewed oxygen certification"},
    {"SG", "symptoms"},
    {"V5", "death notice"},
    {"XP", "photographs"},
};

// PWK02.
constexpr CodeWords ways_of_sending[] = {
    {"AA", "available on request"}, {"BM", "by mail"}, {"EL", "electronically"}, {"EM", "by email"},
    {"FT", "by file transfer"},     {"FX", "by fax"},
};

// CMS place of service codes, in our own words; sorted.
constexpr CodeWords places[] = {
    {"01", "pharmacy"},
    {"02", "telehealth, patient not at home"},
    {"03", "school"},
    {"04", "homeless shelter"},
    {"05", "Indian Health Service facility without stays"},
    {"06", "Indian Health Service facility with stays"},
    {"07", "tribal facility without stays"},
    {"08", "tribal facility with stays"},
    {"09", "prison"},
    {"10", "telehealth, patient at home"},
    {"11", "office"},
    {"12", "home"},
    {"13", "assisted living"},
    {"14", "group home"},
    {"15", "mobile unit"},
    {"16", "temporary lodging"},
    {"17", "clinic in a store"},
    {"18", "workplace"},
    {"19", "hospital outpatient, off campus"},
    {"20", "urgent care"},
    {"21", "hospital inpatient"},
    {"22", "hospital outpatient, on campus"},
    {"23", "emergency room"},
    {"24", "surgery center"},
    {"25", "birthing center"},
    {"26", "military facility"},
    {"27", "outreach site or street"},
    {"31", "skilled nursing facility"},
    {"32", "nursing facility"},
    {"33", "custodial care facility"},
    {"34", "hospice"},
    {"41", "ambulance on land"},
    {"42", "ambulance by air or water"},
    {"49", "independent clinic"},
    {"50", "federally qualified health center"},
    {"51", "psychiatric inpatient"},
    {"52", "psychiatric day hospital"},
    {"53", "community mental health center"},
    {"54", "intermediate care facility"},
    {"55", "residential substance use treatment"},
    {"56", "psychiatric residential treatment"},
    {"57", "substance use treatment without stays"},
    {"58", "opioid treatment without stays"},
    {"60", "mass immunization site"},
    {"61", "inpatient rehabilitation"},
    {"62", "outpatient rehabilitation"},
    {"65", "dialysis center"},
    {"66", "PACE center"},
    {"71", "public health clinic"},
    {"72", "rural health clinic"},
    {"81", "independent laboratory"},
    {"99", "another place"},
};

std::string_view words_for(std::string_view code, std::span<CodeWords const> meanings) {
  auto const found = std::ranges::lower_bound(meanings, code, {}, &CodeWords::code);
  return found != meanings.end() && found->code == code ? found->words : std::string_view{};
}

}  // namespace

std::span<CodeWords const> document_types() { return report_types_of_letters; }

std::span<CodeWords const> ways_to_send() { return ways_of_sending; }

std::string_view report_type_words(std::string_view code) { return words_for(code, report_types_of_letters); }

std::string_view transmission_words(std::string_view code) { return words_for(code, ways_of_sending); }

std::string_view place_words(std::string_view code) { return words_for(code, places); }

}  // namespace scrub837
