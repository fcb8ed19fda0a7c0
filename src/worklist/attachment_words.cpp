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
    {"EMAIL", "EM"},
    {"E MAIL", "EM"},
    {"BY EMAIL", "EM"},
    {"ELECTRONIC", "EL"},
    {"ELECTRONICALLY", "EL"},
    {"FILE TRANSFER", "FT"},
    {"FTP", "FT"},
    {"UPLOAD", "FT"},
    {"ON REQUEST", "AA"},
    {"UPON REQUEST", "AA"},
    {"AVAILABLE ON REQUEST", "AA"},
};

// What people type for the types of documents (005010X222A1, PWK01).
constexpr Meaning report_types_in_words[] = {
    {"NURSING NOTES", "NN"},
    {"NURSING NOTE", "NN"},
    {"NURSE NOTES", "NN"},
    {"NURSES NOTES", "NN"},
    {"OPERATIVE NOTE", "OB"},
    {"OPERATIVE NOTES", "OB"},
    {"OPERATIVE REPORT", "OB"},
    {"PHYSICAL THERAPY NOTES", "PN"},
    {"PT NOTES", "PN"},
    {"PLAN OF TREATMENT", "08"},
    {"TREATMENT PLAN", "08"},
    {"PROGRESS REPORT", "09"},
    {"PROGRESS NOTES", "09"},
    {"INITIAL ASSESSMENT", "06"},
    {"DISCHARGE SUMMARY", "DS"},
    {"DIAGNOSTIC REPORT", "DG"},
    {"LABORATORY RESULTS", "LA"},
    {"LAB RESULTS", "LA"},
    {"LABS", "LA"},
    {"RADIOLOGY REPORT", "RR"},
    {"RADIOLOGY REPORTS", "RR"},
    {"PATHOLOGY REPORT", "P4"},
    {"PHYSICIAN ORDER", "B3"},
    {"PHYSICIAN ORDERS", "B3"},
    {"REFERRAL", "B4"},
    {"REFERRAL FORM", "B4"},
    {"PRESCRIPTION", "B2"},
    {"CONSENT FORM", "CK"},
    {"CERTIFICATION", "CT"},
    {"PHOTOGRAPHS", "XP"},
    {"PHOTOS", "XP"},
    {"ORDERS AND TREATMENTS", "OD"},
    {"MEDICAL RECORD", "M1"},
    {"MEDICAL RECORDS", "M1"},
    {"SUPPORT DATA FOR CLAIM", "OZ"},
    {"SUPPORTING DATA", "OZ"},
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

std::string as_picked(CodeWords const& meaning) {
  return std::string(meaning.code).append(" - ").append(meaning.words);
}

}  // namespace scrub837
