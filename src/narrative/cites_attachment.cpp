#include "src/narrative/cites_attachment.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "grammar/attachment_phrases.hpp"
#include "src/text/ascii.hpp"

namespace scrub837 {
namespace {

using grammar::Cite;
using enum grammar::Cite;

struct WordList {
  Cite is;
  std::string_view words;
};

// A word that stands nowhere (DRESSING, CATHETER, LEAKS) parts what stands around it.
constexpr WordList word_lists[] = {
    {see | leads, "SEE REFER REFERENCE VER"},
    {see | by | how | leads, "PER"},
    {attached,
     "ATTACHED ATTCHED ATTACHD ATTCHD ATTATCHED ATCHD ATCHED ATTD ENCLOSED ENCLSD ENCL ADJUNTO ADJUNTA "
     "ADJUNTOS ADJUNTAS"},
    {attachment | paper, "ATTACHMENT ATTACHMENTS ENCLOSURE ENCLOSURES"},
    {abbreviated, "ATT ATTCH ATTACH ATCH ENC"},
    {sent, "SENT FAXED MAILED EMAILED SUBMITTED UPLOADED FORWARDED TRANSMITTED"},
    {sending, "SENDING FAXING MAILING EMAILING SUBMITTING UPLOADING FORWARDING"},
    {follow, "FOLLOW"},
    {included, "INCLUDED"},

    {paper,
     "NOTE NOTES CLINICALS RECORD RECORDS REPORT REPORTS DOCUMENTATION DOCUMENTS DOCS LETTER LETTERS SUMMARY "
     "SUMMARIES PAPERWORK COPY COPIES HARDCOPY INVOICE INVOICES EOB EOBS EOMB EOP FLOWSHEET FLOWSHEETS "
     "RECS LMN NECESSITY PWK NOTA NOTAS DOCUMENTO DOCUMENTOS EXPEDIENTE INFORME"},
    {paper | payer, "DOCUMENT"},  // TO DOCUMENT MEDICAL NECESSITY
    {other_paper | payer, "PLAN"},
    {other_paper,
     "CHART CHARTS ORDER ORDERS PRESCRIPTION RX POC CERTIFICATE CERTIFICATION CMN LABS RESULTS "
     "PHOTO PHOTOS PICTURE PICTURES PICS XRAY XRAYS FILMS FORM FORMS DETAILS DESCRIPTION "
     "EXPLANATION STATEMENT NARRATIVE LOG LOGS INFO INFORMATION LIST QUOTE RECEIPT CONSENT DOC REC MAR"},

    {adjective,
     "NURSING NURSES PROGRESS CLINICAL CLINIC OFFICE OPERATIVE OP PHYSICIANS THERAPY OT SOAP "
     "PROCEDURE CASE ADMISSION DISCHARGE TREATMENT MEDICAL SKILLED OASIS SESSION SUPPORTING "
     "ADDITIONAL ADDL OTHER ANY DETAILED FULL COMPLETE WOUND LAB PATH PATHOLOGY RADIOLOGY "
     "IMAGING CHARTING ORIGINAL PAPER CORRECTED A AN ALL"},
    {adjective | cover, "COVER"},
    {adjective | person, "PHYSICIAN PATIENT PATIENTS PT PTS NURSE RN HOSPITAL THERAPIST"},
    {adjective | link, "OF VISIT SERVICE SERVICES DOS THIS ARE IS CARE SCANNED"},
    {adjective | leads, "MY OUR WE"},
    {adjective | link | leads, "THE"},
    {adjective | payer, "YOUR"},
    {link | leads, "AND ALSO HAVE WILL"},
    {link, "WAS WERE BE BEEN BEING HAS HAD FOR FROM DATED DATE ALREADY PREVIOUSLY SHALL BOTH"},
    {link | payer, "CLAIM"},
    {link | payer | leads, "REVIEW"},
    {link | how, "ON E SEPARATELY ELECTRONICALLY"},
    {please | leads, "PLEASE PLS FIND"},
    {leads, "W I MIN MINS MINUTES HR HRS HOURS"},

    {by | how, "BY VIA THRU THROUGH"},
    {channel | how, "FAX MAIL EMAIL UPLOAD USPS FEDEX UPS POST"},
    {channel | how | payer, "PORTAL WEBSITE AVAILITY WAYSTAR NAVINET CLEARINGHOUSE ESMD"},
    {how, "TODAY SHORTLY SOON LATER WITHIN IN UNDER"},
    {to | link, "TO"},
    {to | leads, "WITH"},
    {payer,
     "YOU PAYER PAYOR INSURANCE INSURER INS CARRIER MEDICARE MEDICAID MAC CLAIMS REVIEWER APPEALS "
     "BCBS AETNA UHC HUMANA CIGNA ANTHEM TRICARE SUPPORT SHOW SUBSTANTIATE JUSTIFY EXPLAIN VERIFY"},
    {person,
     "MD DR PCP NP PA DOCTOR PROVIDER SPECIALIST PHARMACY FAMILY CLIENT CAREGIVER CG SPOUSE WIFE "
     "HUSBAND DAUGHTER SON MOTHER FATHER SHE HE HOME ER"},
    {negation, "NO NOT WITHOUT NEVER NON NONE CANNOT UNABLE"},
    {separate, "SEPARATE"},
};

struct Entry {
  std::string_view word;
  Cite is = none;
};

template <typename Each>
constexpr void for_each_word(std::string_view words, Each each) {
  while (!words.empty()) {
    auto const length = std::min(words.find(' '), words.size());
    if (length > 0) each(words.substr(0, length));
    words.remove_prefix(std::min(length + 1, words.size()));
  }
}

consteval std::size_t count_words() {
  std::size_t count = 0;
  for (auto const& list : word_lists) for_each_word(list.words, [&](std::string_view) { ++count; });
  return count;
}

constexpr auto dictionary = [] {
  std::array<Entry, count_words()> entries{};
  std::size_t at = 0;
  for (auto const& list : word_lists) {
    for_each_word(list.words, [&](std::string_view word) { entries[at++] = {word, list.is}; });
  }
  std::sort(entries.begin(), entries.end(), [](Entry const& a, Entry const& b) { return a.word < b.word; });
  return entries;
}();
static_assert(std::adjacent_find(dictionary.begin(), dictionary.end(), [](Entry const& a, Entry const& b) {
                return a.word == b.word;
              }) == dictionary.end());

Cite look_up(std::string_view word) {
  auto const found =
      std::lower_bound(dictionary.begin(), dictionary.end(), word,
                       [](Entry const& entry, std::string_view sought) { return entry.word < sought; });
  return found != dictionary.end() && found->word == word ? found->is : none;
}

constexpr char upper(char byte) {
  return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
}
constexpr bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

// Every phrase holds a word that begins like one of these.
constexpr bool may_begin_a_citing_word(char first, char second, char third) {
  constexpr std::string_view beginnings =
      "ADJ ATC ATT AVA CLE EMA ENC ESM FAX FED FOL FOR INC MAI NAV POR POS SEN SEP SUB TRA UPL UPS USP WAY "
      "WEB ";
  for (std::size_t i = 0; i < beginnings.size() && beginnings[i] <= first; i += 4) {
    if (beginnings[i] == first && beginnings[i + 1] == second && beginnings[i + 2] == third) return true;
  }
  return false;
}

bool may_cite(std::string_view text) {
  constexpr std::uint32_t first_letters = [] {
    std::uint32_t letters = 0;
    for (char const letter : std::string_view("ACEFIMNPSTUW")) letters |= 1U << (letter - 'A');
    return letters;
  }();
  bool inside = false;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    char const byte = upper(text[i]);
    bool const letter = is_capital(byte);
    if (letter && !inside && (first_letters >> (byte - 'A') & 1U) != 0 &&
        may_begin_a_citing_word(byte, upper(text[i + 1]), upper(text[i + 2])))
      return true;
    inside = letter;
  }
  return false;
}

/// The words of a text, and the stops between them.
class Words {
 public:
  explicit Words(std::string_view text) {
    while (!text.empty() && size_ < words_.size()) {
      char const byte = upper(text[0]);
      std::size_t length = 1;
      if (is_capital(byte)) {
        length = read_word(text);
      } else if (is_digit(byte)) {
        while (length < text.size() && is_digit(text[length])) ++length;
        add(link | how | leads | number);
      } else if (byte == '.' || byte == ',' || byte == ';' || byte == '!' || byte == '?') {
        add(stop | leads);
      } else if (byte == ':') {
        add(colon | leads);
      } else if (byte == '&') {
        add(link | leads);
      }
      text.remove_prefix(length);
    }
  }
  [[nodiscard]] std::span<Cite const> view() const { return {words_.data(), size_}; }

 private:
  std::size_t read_word(std::string_view text) {
    std::array<char, 16> letters{};
    std::size_t count = 0;
    std::size_t length = 0;
    for (; length < text.size(); ++length) {
      char const byte = upper(text[length]);
      if (byte == '\'') continue;  // ADD'L
      if (!is_capital(byte)) break;
      if (count < letters.size()) letters[count] = byte;
      ++count;
    }
    std::string_view const word(letters.data(), std::min(count, letters.size()));
    add(count > letters.size() ? none : meaning(word));
    bool const future = word == "TO" || word == "WILL" || word == "SHALL";
    before_ = word == "W" ? Before::w : future ? Before::to : Before::other;
    return length;
  }

  // What a word is behind the one before it.
  [[nodiscard]] Cite meaning(std::string_view word) const {
    if (word == "O" && before_ == Before::w) return negation;  // W/O
    if (is_promised(word)) return sending;
    if (word == "FOLLOW" && before_ != Before::to) return none;
    // PATIENT REPORTS is no paper.
    if (word == "REPORTS" && size_ > 0 && grammar::has(words_[size_ - 1], person)) return none;
    return look_up(word);
  }

  // WILL FAX RECORDS; in PCP WILL FAX RECORDS somebody else does.
  [[nodiscard]] bool is_promised(std::string_view word) const {
    constexpr std::array<std::string_view, 7> verbs{"SEND",   "FAX",    "MAIL",   "EMAIL",
                                                    "UPLOAD", "SUBMIT", "FORWARD"};
    return before_ == Before::to && size_ > 0 && grammar::has(words_[size_ - 1], begins) &&
           std::find(verbs.begin(), verbs.end(), word) != verbs.end();
  }

  void add(Cite word) {
    bool const first = size_ == 0 || grammar::has(words_[size_ - 1], leads);
    words_[size_++] = first ? word | begins : word;
  }

  enum class Before : std::uint8_t { other, w, to };
  std::array<Cite, 64> words_{};
  std::size_t size_ = 0;
  Before before_ = Before::other;
};

}  // namespace

bool cites_attachment(std::string_view text) {
  return may_cite(text) && grammar::says_attached(Words(text).view());
}

}  // namespace scrub837
