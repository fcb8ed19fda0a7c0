#include "src/worklist/attachment_words.hpp"

#include <algorithm>
#include <span>

#include "src/worklist/typed_text.hpp"

namespace scrub837 {
namespace {

struct Meaning {
  std::string_view words;  ///< in capitals, one blank between
  std::string_view code;
};

// What people type for the ways of sending (005010X222A1, PWK02).
constexpr Meaning transmissions_in_words[] = {
    {"FAX", "FX"},
    {"BY FAX", "FX"},
    {"FAXED", "FX"},
    {"FACSIMILE", "FX"},
    {"MAIL", "BM"},
    {"BY MAIL", "BM"},
    {"MAILED", "BM"},
    {"US MAIL", "BM"},
    {"USPS", "BM"},
    {"POST", "BM"},
    {"POSTAL MAIL", "BM"},
    {"PAPER MAIL", "BM"},
    {"REGULAR MAIL", "BM"},
    {"CERTIFIED MAIL", "BM"},
    {"REGISTERED MAIL", "BM"},
    {"FIRST CLASS MAIL", "BM"},
    {"PRIORITY MAIL", "BM"},
    {"OVERNIGHT MAIL", "BM"},
    {"FEDEX", "BM"},
    {"UPS", "BM"},
    {"EFAX", "FX"},
    {"E FAX", "FX"},
    {"EMAIL", "EM"},
    {"E MAIL", "EM"},
    {"BY EMAIL", "EM"},
    {"EMAILED", "EM"},
    {"SECURE EMAIL", "EM"},
    {"ENCRYPTED EMAIL", "EM"},
    {"ELECTRONIC", "EL"},
    {"ELECTRONICALLY", "EL"},
    {"275", "EL"},
    {"X12 275", "EL"},
    {"FILE TRANSFER", "FT"},
    {"FTP", "FT"},
    {"SFTP", "FT"},
    {"UPLOAD", "FT"},
    {"UPLOADED", "FT"},
    {"ON REQUEST", "AA"},
    {"UPON REQUEST", "AA"},
    {"AVAILABLE ON REQUEST", "AA"},
    {"AVAILABLE UPON REQUEST", "AA"},
    {"IF REQUESTED", "AA"},
    {"WHEN REQUESTED", "AA"},
};

// What people type for the types of documents (005010X222A1, PWK01).
constexpr Meaning report_types_in_words[] = {
    {"NURSING NOTES", "NN"},
    {"NURSING NOTE", "NN"},
    {"NURSE NOTES", "NN"},
    {"NURSES NOTES", "NN"},
    {"NURSING VISIT NOTE", "NN"},
    {"NURSING VISIT NOTES", "NN"},
    {"SKILLED NURSING NOTE", "NN"},
    {"SKILLED NURSING NOTES", "NN"},
    {"SN NOTES", "NN"},
    {"RN NOTES", "NN"},
    {"OPERATIVE NOTE", "OB"},
    {"OPERATIVE NOTES", "OB"},
    {"OPERATIVE REPORT", "OB"},
    {"OP NOTE", "OB"},
    {"OP REPORT", "OB"},
    {"PHYSICAL THERAPY NOTE", "PN"},
    {"PHYSICAL THERAPY NOTES", "PN"},
    {"PT NOTES", "PN"},
    {"PLAN OF TREATMENT", "08"},
    {"TREATMENT PLAN", "08"},
    {"PLAN OF CARE", "08"},
    {"CARE PLAN", "08"},
    {"POC", "08"},
    {"PROGRESS REPORT", "09"},
    {"PROGRESS NOTE", "09"},
    {"PROGRESS NOTES", "09"},
    {"INITIAL ASSESSMENT", "06"},
    {"DISCHARGE SUMMARY", "DS"},
    {"DIAGNOSTIC REPORT", "DG"},
    {"LABORATORY RESULTS", "LA"},
    {"LAB RESULTS", "LA"},
    {"LAB REPORT", "LA"},
    {"LAB REPORTS", "LA"},
    {"LAB", "LA"},
    {"LABS", "LA"},
    {"RADIOLOGY REPORT", "RR"},
    {"RADIOLOGY REPORTS", "RR"},
    {"PATHOLOGY REPORT", "P4"},
    {"PATHOLOGY", "P4"},
    {"PHYSICIAN ORDER", "B3"},
    {"PHYSICIAN ORDERS", "B3"},
    {"PHYSICIANS ORDER", "B3"},
    {"PHYSICIANS ORDERS", "B3"},
    {"DOCTORS ORDER", "B3"},
    {"DOCTORS ORDERS", "B3"},
    {"MD ORDER", "B3"},
    {"MD ORDERS", "B3"},
    {"REFERRAL", "B4"},
    {"REFERRAL FORM", "B4"},
    {"PRESCRIPTION", "B2"},
    {"CONSENT FORM", "CK"},
    {"CONSENT", "CK"},
    {"CERTIFICATION", "CT"},
    {"CERTIFICATE OF MEDICAL NECESSITY", "CT"},
    {"CMN", "CT"},
    {"EXPLANATION OF BENEFITS", "EB"},
    {"EOB", "EB"},
    {"MEDICATION ADMINISTRATION RECORD", "04"},
    {"PHOTOGRAPHS", "XP"},
    {"PHOTOGRAPH", "XP"},
    {"PHOTOS", "XP"},
    {"PHOTO", "XP"},
    {"PICTURES", "XP"},
    {"WOUND PHOTO", "XP"},
    {"WOUND PHOTOS", "XP"},
    {"ORDERS AND TREATMENTS", "OD"},
    {"MEDICAL RECORD", "M1"},
    {"MEDICAL RECORDS", "M1"},
    {"RECORDS", "M1"},
    {"CHART", "M1"},
    {"SUPPORT DATA FOR CLAIM", "OZ"},
    {"SUPPORTING DATA", "OZ"},
    {"SUPPORTING DOCUMENTS", "OZ"},
    {"SUPPORTING DOCUMENTATION", "OZ"},
    {"INVOICE", "OZ"},
};

// Words that can mean more than one of the codes, with a blank between those.
constexpr Meaning types_to_choose_from[] = {
    {"485", "08 CT"},
    {"CMS 485", "08 CT"},
    {"FORM 485", "08 CT"},
    {"CERTIFICATION AND PLAN OF CARE", "08 CT"},
    {"LETTER OF MEDICAL NECESSITY", "CT OZ"},
    {"LMN", "CT OZ"},
    {"ORDER", "B3 OD"},
    {"ORDERS", "B3 OD"},
    {"NOTE", "NN PN 09"},
    {"NOTES", "NN PN 09"},
    {"CLINICAL NOTE", "NN PN 09"},
    {"CLINICAL NOTES", "NN PN 09"},
    {"VISIT NOTE", "NN PN 09"},
    {"VISIT NOTES", "NN PN 09"},
    {"THERAPY NOTE", "PN 09"},
    {"THERAPY NOTES", "PN 09"},
    {"OT NOTES", "PN 09"},
    {"ST NOTES", "PN 09"},
    {"ASSESSMENT", "06 OE"},
    {"OASIS", "06 OE"},
    {"HISTORY AND PHYSICAL", "P5 OE"},
    {"H P", "P5 OE"},
    {"MED LIST", "04 D2"},
    {"MEDICATION LIST", "04 D2"},
    {"MEDICATIONS", "04 D2"},
    {"DISCHARGE", "DS DJ"},
    {"XRAY", "RB RR"},
    {"XRAYS", "RB RR"},
    {"X RAY", "RB RR"},
    {"X RAYS", "RB RR"},
    {"RADIOLOGY", "RB RR"},
};
constexpr Meaning ways_to_choose_from[] = {
    {"PORTAL", "EL FT"},     {"PAYER PORTAL", "EL FT"}, {"WEB PORTAL", "EL FT"}, {"PROVIDER PORTAL", "EL FT"},
    {"VIA PORTAL", "EL FT"}, {"BY PORTAL", "EL FT"},    {"WEB", "EL FT"},        {"WEBSITE", "EL FT"},
    {"ONLINE", "EL FT"},     {"PAPER", "BM FX"},        {"SENT", "BM FX EL"},
};

// Words in capitals with one blank between them; nothing else.
std::string words_of(std::string_view typed) {
  std::string words;
  for (char const byte : in_capitals(typed)) {
    bool const kept = (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    if (kept) {
      words.push_back(byte);
    } else if (byte != '\'' && !words.empty() && words.back() != ' ') {
      words.push_back(' ');
    }
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

std::string choices(std::string_view typed, std::span<Meaning const> meanings,
                    std::span<CodeWords const> codes) {
  auto const words = words_of(typed);
  auto const found = std::ranges::find(meanings, std::string_view(words), &Meaning::words);
  std::string named;
  for (auto rest = found == meanings.end() ? std::string_view{} : found->code; !rest.empty();) {
    auto const code = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(code.size() + 1, rest.size()));
    auto const meaning = std::ranges::find(codes, code, &CodeWords::code);
    if (!named.empty()) named += rest.empty() ? " or " : ", ";
    named.append(code);
    if (meaning != codes.end()) named.append(" (").append(meaning->words).append(")");
  }
  return named;
}

std::string code_of(std::string_view typed, std::span<Meaning const> meanings) {
  auto const words = words_of(typed);
  auto const found = std::find_if(meanings.begin(), meanings.end(),
                                  [&](Meaning const& meaning) { return meaning.words == words; });
  if (found != meanings.end()) return std::string(found->code);
  auto const capitals = in_capitals(typed);
  return capitals.size() == 2 ? capitals : std::string(typed);
}

// What the workbook offers to pick: `NN - nursing notes`.
std::string_view picked_code(std::string_view typed, std::span<CodeWords const> offered) {
  auto const found =
      std::ranges::find_if(offered, [&](CodeWords const& one) { return as_picked(one) == typed; });
  return found == offered.end() ? std::string_view{} : found->code;
}

}  // namespace

std::string report_type_of(std::string_view typed) {
  auto const picked = picked_code(typed, document_types());
  return picked.empty() ? code_of(typed, report_types_in_words) : std::string(picked);
}

std::string transmission_of(std::string_view typed) {
  auto const picked = picked_code(typed, ways_to_send());
  return picked.empty() ? code_of(typed, transmissions_in_words) : std::string(picked);
}

std::string types_meant(std::string_view typed) {
  return choices(typed, types_to_choose_from, document_types());
}

std::string ways_meant(std::string_view typed) { return choices(typed, ways_to_choose_from, ways_to_send()); }

std::string as_picked(CodeWords const& meaning) {
  return std::string(meaning.code).append(" - ").append(meaning.words);
}

}  // namespace scrub837
