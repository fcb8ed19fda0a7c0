#include "scrub837/claim/usable_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "grammar/narrative_patterns.hpp"

namespace scrub837 {
namespace {

using grammar::Piece;
using grammar::PieceKind;

/// Fewer letters than this are a stub (DOMAIN.md, NAR004).
constexpr std::size_t enough_letters = 10;
/// Letters of work that a text must hold: TPN, INR, CHF say something, initials don't.
constexpr std::size_t enough_work = 3;
/// The same in a remark about the claim or its authorization, which is full of names and reasons.
constexpr std::size_t enough_work_in_remark = 5;

// ---- words that say nothing about the work -----------------------------------------------------
//
// A word stands here only if no combination of such words tells a payer what was done. Words that might
// (EVAL, NURSING, THERAPY, AIDE, TELEHEALTH, EMERGENCY) don't, and a word that stands nowhere counts as work.

enum class WordClass : std::uint8_t {
  work,              ///< not in the lists
  abbreviation,      ///< two letters that are work: IV, BP
  discipline,        ///< who came, and by that which service: SN, OT
  who,               ///< who came or was seen: RN, PATIENT
  name_follows,      ///< PER JANE, FROM DR SMITH
  title,             ///< DR SMITH
  time,              ///< HRS, EVV, MONDAY
  code,              ///< CPT, CODE
  visit,             ///< restates the code: UNLISTED HOME VISIT
  pointer,           ///< SEE, ATTACHED, NOTES
  stub,              ///< NONE, TBD, TEST
  glue,              ///< THE, OF, AND
  billing,           ///< words of claims: MODIFIER, DENIED, MEDICAID
  authorization,     ///< makes the text a remark about an authorization
  correction,        ///< makes the text a remark about a claim sent again
  maybe_correction,  ///< CORRECTED, VOID: such a remark unless work is left
  price,             ///< INVOICE, COST
  ndc,               ///< NDC
};

struct WordList {
  WordClass word_class;
  std::string_view words;
};

// clang-format off
constexpr WordList word_lists[] = {
    // Two letters that nurses write for work or its object; other pairs may be initials or a state.
    {WordClass::abbreviation, "IV IM SQ SC BP VS BG TB NG GT DM HF GI GU UA"},

    // Unlike RN or MD, these name a service as much as a person.
    {WordClass::discipline, "SN OT ST RT SLP MSW LCSW SNV PDN"},

    // People. "RN HOME VISIT" says who came, not what was done. PT is more often the patient than a therapy.
    {WordClass::who,
     "RN LPN LVN BSN MSN MD DO NP PA APRN ARNP CRNP FNP DNP CNS CNA HHA PCA PCP MA PHD NURSE NURSES "
     "PHYSICIAN PHYSICIANS CLINICIAN PRACTITIONER THERAPIST STAFF PROVIDER PROVIDERS PATIENT PATIENTS PT "
     "PTS CLIENT CLIENTS BENEFICIARY RECIPIENT AGENCY MANAGER "
     "ENFERMERA ENFERMERO PACIENTE DOCTORA TERAPEUTA"},
    {WordClass::title, "DR DOCTOR"},
    {WordClass::name_follows, "PER BY FROM WITH REP REPRESENTATIVE SPOKE CALLED POR"},

    // How long and when, without what.
    {WordClass::time,
     "TIME TIMES AM PM HR HRS HOUR HOURS MIN MINS MINUTE MINUTES UNIT UNITS DAY DAYS WEEK WEEKS MONTH "
     "MONTHS YEAR YEARS EVV CLOCK CLOCKED ELECTRONIC VERIFICATION VERIFIED DURATION LENGTH TOTAL SHIFT "
     "NIGHT DAYTIME AFTER HOURLY PRN STOP STOPPED END ENDED BEGIN BEGAN ARRIVED ARRIVAL DEPARTED "
     "DEPARTURE ANESTHESIA ANES "
     "MON TUE TUES WED THU THUR THURS FRI MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY "
     "WEEKEND "
     "JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST "
     "SEPTEMBER OCTOBER NOVEMBER DECEMBER "
     "HORA HORAS MINUTO MINUTOS TIEMPO"},

    {WordClass::code, "CPT HCPCS HC CODE CODES PROC PROCEDURE PROCEDURES"},

    // What 99600 says already, or another unlisted code of its own.
    {WordClass::visit,
     "HOME HOMES HOUSE HOUSECALL RESIDENCE RESIDENTIAL DOMICILE INHOME HOMEBOUND HOMECARE VISIT VISITS "
     "VISITED VISITING VST HV HOMEVISIT CALL ENCOUNTER SESSION SESSIONS SERVICE SERVICES SERV SRV SRVC "
     "SVC SVCS PROVIDED PROVIDE RENDERED PERFORMED GIVEN DONE COMPLETED COMPLETE SEEN CARE HEALTH "
     "MEDICAL TREATMENT TREATMENTS ROUTINE REGULAR STANDARD SCHEDULED FOLLOW FOLLOWUP UP INITIAL "
     "SUBSEQUENT FIRST DAILY WEEKLY MONTHLY EXTENDED PROLONGED "
     "UNLISTED UNLIST UNLSTD NONLISTED LISTED LISTING SPECIFIED CLASSIFIED UNSPECIFIED UNCLASSIFIED "
     "NONSPECIFIC NONSPECIFIED SPECIFIC OTHERWISE ELSEWHERE NOS NOC NEC NES OTHER OTHERS MISC "
     "MISCELLANEOUS VARIOUS GENERAL SPECIAL GENERIC "
     "DRUGS BIOLOGIC BIOLOGICS EQUIPMENT DURABLE DME SUPPLY SUPPLIES ITEM ITEMS "
     "VISITA VISITAS DOMICILIARIA DOMICILIARIAS DOMICILIARIO DOMICILIO HOGAR CASA SERVICIO SERVICIOS "
     "PROCEDIMIENTO CUIDADO ATENCION LISTADO ESPECIFICADO CLASIFICADO PRESTADO PRESTADOS REALIZADO "
     "REALIZADA MEDICO MEDICA MEDICOS MEDICAS SALUD"},

    // Where else to look.
    {WordClass::pointer,
     "SEE REFER NOTE NOTES ATTACH ATTACHED ATTACHMENT ATTACHMENTS ATTACHING ATTCHD ATTCH ATT ENCLOSED "
     "ENCLOSURE ENC ENCL INCLUDED RECORD RECORDS CHART CHARTS CHARTING CHARTED DOC DOCS DOCUMENT "
     "DOCUMENTS DOCUMENTED DOCUMENTATION REPORT REPORTS LETTER COVER PAGE PAGES FORM FORMS FAX FAXED "
     "FAXING MAIL MAILED EMAIL EMAILED SENT SEND SENDING SUBMITTED SUPPORTING PAPERWORK PWK EMR EHR "
     "AVAILABLE AVAIL REQUEST REQUESTED UPON FILE DETAIL DETAILS DETAILED DESCRIPTION DESCRIPTIONS DESC "
     "DESCRIBED NARRATIVE INFORMATION INFO ADDITIONAL ADDL MORE ABOVE BELOW SEPARATE ORDER ORDERS "
     "ORDERED PROTOCOL PLAN POC PLEASE PLS CLINICAL CLINICALS PDF CMS NTE CONTACT OFFICE REMARK REMARKS "
     "COMMENT COMMENTS BOX NEEDED SOAP "
     "VER VEA NOTA NOTAS ADJUNTO ADJUNTA ADJUNTOS ADJUNTAS ANEXO EXPEDIENTE REGISTRO REGISTROS DOCUMENTO "
     "DOCUMENTOS DOCUMENTACION HISTORIAL DISPONIBLE DISPONIBLES SOLICITUD ORDEN ORDENES"},

    // What people type when a field must not be empty.
    {WordClass::stub,
     "NONE NA NIL NULL BLANK EMPTY TBD TBA UNKNOWN UNK UNAVAILABLE APPLICABLE PENDING TEST TESTDATA "
     "DUMMY PLACEHOLDER DEFAULT DITTO SAME NOTHING IDK DELETE FILLER LOREM IPSUM ASDF ASDFASDF "
     "ASDFGH ASDFGHJKL QWERTY QWERTYUIOP ABC ABCD ABCDE ABCDEFG ABCDEFGH ABCDEFGHIJ XYZ ENTER INSERT "
     "HERE TYPE TEXT "
     "NINGUNO NINGUNA NADA PENDIENTE DESCONOCIDO APLICA"},

    // English, then Spanish.
    {WordClass::glue,
     "A AN THE OF FOR TO IN ON AT AND OR AS VIA IS WAS ARE WERE BE BEEN WILL HAS HAVE HAD THIS THAT "
     "THESE THOSE IT ITS NO NOT YES OK DURING WHEN WHILE IF ANY ALL ONE TWO THREE ONLY ALSO OUT DATE "
     "DATES DATED NUMBER NUM NBR "
     "DE DEL LA LAS EL LOS AL EN PARA CON SIN UN UNA SE SU QUE"},

    // Words of claims, payers and payment.
    {WordClass::billing,
     "CLAIM CLAIMS CLM ICN DCN TCN BILL BILLED BILLING PAYER PAYOR INSURANCE INS CARRIER MEDICARE "
     "MEDICAID TRICARE BCBS AETNA CIGNA HUMANA UHC ANTHEM DOS POS DOB NPI TIN TAX TAXONOMY MODIFIER "
     "MODIFIERS MOD MODS DIAGNOSIS DIAGNOSES DX ICD LINE LINES QUANTITY QTY AMOUNT AMT PAID PAY PAYMENT "
     "PAYABLE DENIED DENIAL DENY REJECTED REJECTION EOB EOMB COB TPL PRIMARY SECONDARY TERTIARY TIMELY "
     "FILING PROOF LATE COVERED NONCOVERED NON COVERAGE BENEFIT BENEFITS CONTRACT CONTRACTED ALLOWED "
     "LIMIT MEDICALLY NECESSARY NECESSITY SIGNATURE SOF ABN MEMBER SUBSCRIBER POLICY GROUP ID NAME "
     "ADDRESS PLACE LOCATION RENDERING REFERRING ORDERING FACILITY ADDED ADD CHANGED CHANGE CHANGES "
     "UPDATED UPDATE REMOVED REMOVE DELETED WRONG INCORRECT INCORRECTLY ERROR MISSING MISSPELLED TYPO "
     "DUE PREVIOUS PREVIOUSLY ORIGINAL ORIGINALLY ORIG PRIOR REQUIRED OBTAINED APPROVED APPROVAL NEW "
     "RETRO EFF EFFECTIVE VALID EXP EXPIRES THRU THROUGH ELIGIBLE ELIGIBILITY WEBSITE PORTAL ONLINE "
     "WAIVER AGREEMENT GUIDELINES SCHEDULE DIEM FLAT CASE SUBMISSION ADDING DOES NEED RECLAMO"},

    {WordClass::authorization,
     "AUTH AUTHS AUTHORIZATION AUTHORIZATIONS AUTHORIZED PREAUTH PREAUTHORIZATION PREAUTHORIZED PRECERT "
     "PRECERTIFICATION REFERRAL AUTORIZACION"},

    // These speak of claims only; the next can be clinical (CORRECTED INSULIN DOSE, G-TUBE REPLACEMENT).
    {WordClass::correction,
     "RESUBMISSION RESUBMIT RESUBMITTED RESUBMITTING REBILL REBILLED REBILLING REPROCESS REPROCESSED "
     "REPROCESSING RECONSIDERATION APPEAL RECOUP RECOUPMENT OVERPAYMENT DUPLICATE REENVIO CORREGIDA"},
    {WordClass::maybe_correction,
     "CORRECTED CORRECT CORRECTION CORRECTING CORRECTS REPLACEMENT REPLACE REPLACES REPLACING VOID "
     "VOIDED VOIDING AMENDED REVISED ADJUSTMENT ADJ CORREGIDO"},

    {WordClass::price,
     "INVOICE INVOICED INV ACQ ACQUISITION COST COSTS PRICE PRICED PRICING MSRP AWP USD DOLLARS USUAL "
     "CUSTOMARY RETAIL CHARGE CHARGES CHARGED FEE FEES RATE"},
    {WordClass::ndc, "NDC"},
};
// clang-format on

struct Entry {
  std::string_view word;
  WordClass word_class;
};

/// Calls a function with each word of a list.
template <typename Function>
constexpr void for_each_word(std::string_view words, Function function) {
  while (!words.empty()) {
    std::size_t const length = std::min(words.find(' '), words.size());
    if (length > 0) function(words.substr(0, length));
    words.remove_prefix(std::min(length + 1, words.size()));
  }
}

consteval std::size_t count_words() {
  std::size_t count = 0;
  for (WordList const& list : word_lists) for_each_word(list.words, [&](std::string_view) { ++count; });
  return count;
}

/// All lists as one, in order: made by the compiler, which refuses a word that stands twice.
constexpr auto dictionary = [] {
  std::array<Entry, count_words()> entries{};
  std::size_t at = 0;
  for (WordList const& list : word_lists) {
    for_each_word(list.words, [&](std::string_view word) { entries[at++] = {word, list.word_class}; });
  }
  std::sort(entries.begin(), entries.end(),
            [](Entry const& left, Entry const& right) { return left.word < right.word; });
  return entries;
}();
static_assert(std::adjacent_find(dictionary.begin(), dictionary.end(),
                                 [](Entry const& left, Entry const& right) {
                                   return left.word == right.word;
                                 }) == dictionary.end(),
              "a word stands in two lists, or twice in one");

[[nodiscard]] bool is_letter(char character) {
  return (character >= 'A' && character <= 'Z') || character == grammar::foreign_letter;
}
[[nodiscard]] bool is_digit(char character) { return character >= '0' && character <= '9'; }

[[nodiscard]] bool all_alike(std::string_view text) {
  return text.find_first_not_of(text.front()) == std::string_view::npos;
}

[[nodiscard]] WordClass class_of(std::string_view word) {
  if (word.size() >= 3 && all_alike(word) && word != "III" && word.front() != grammar::foreign_letter) {
    return WordClass::stub;  // XXXX
  }
  auto const found =
      std::lower_bound(dictionary.begin(), dictionary.end(), word,
                       [](Entry const& entry, std::string_view sought) { return entry.word < sought; });
  return found != dictionary.end() && found->word == word ? found->word_class : WordClass::work;
}

// ---- bytes to plain text -----------------------------------------------------------------------

struct CodePoint {
  std::uint32_t value;
  std::size_t bytes;
};

/// Reads one character of UTF-8, or one byte as Latin-1 where the bytes are no UTF-8.
[[nodiscard]] CodePoint decode(std::string_view text) {
  auto const byte = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]));
  };
  std::uint32_t const lead = byte(0);
  std::size_t const length = lead >= 0xF0 && lead < 0xF5   ? 4
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                                                           : 1;
  std::size_t const present = std::min(length, text.size());
  std::uint32_t value = lead & (0x7FU >> length);
  for (std::size_t at = 1; at < present; ++at) {
    if ((byte(at) & 0xC0U) != 0x80U) return {lead, 1};
    value = value << 6U | (byte(at) & 0x3FU);
  }
  if (present == 1) return {lead, 1};
  // A text cut at 80 bytes may end inside a character.
  return present == length ? CodePoint{value, length} : CodePoint{' ', present};
}

/// The upper-case ASCII character that an analyst would read, a blank for what parts words, nothing for what
/// stands inside a word without being a letter (an apostrophe, a combining accent).
[[nodiscard]] std::optional<char> plain(std::uint32_t character) {
  constexpr std::string_view latin_1 = "AAAAAAACEEEEIIIIDNOOOOOXOUUUUYTS";  // C0 to DF, and again E0 to FF
  if (character == '\'' || character == '`') return std::nullopt;
  if (character < 0x20) return ' ';
  if (character >= 'a' && character <= 'z') return static_cast<char>(character - 'a' + 'A');
  if (character < 0x7F) return static_cast<char>(character);
  if (character == 0x91 || character == 0x92) return std::nullopt;  // quotation marks of Windows-1252
  if (character == 0x96 || character == 0x97) return '-';           // and its dashes
  if (character == 0xAA || character == 0xAD || character == 0xBA) return std::nullopt;
  if (character < 0xC0) return ' ';
  if (character <= 0xFF) return latin_1[(character - 0xC0) % 0x20];
  if (character >= 0x300 && character < 0x370) return std::nullopt;
  if (character >= 0x200B && character <= 0x200D) return std::nullopt;
  if (character == 0x2018 || character == 0x2019 || character == 0x2060 || character == 0xFEFF)
    return std::nullopt;
  if ((character >= 0x2010 && character <= 0x2015) || character == 0x2212) return '-';
  if (character >= 0x2000 && character < 0x2C00) return ' ';
  if (character >= 0x3000 && character < 0x3040) return ' ';
  if (character >= 0xFF01 && character <= 0xFF5E) return plain(character - 0xFEE0);
  if (character >= 0x1F000) return ' ';
  return grammar::foreign_letter;
}

/// A text in the form that the grammar reads: upper-case ASCII, single blanks, none at the ends.
class PlainText {
 public:
  explicit PlainText(std::string_view text) {
    while (!text.empty() && size_ < characters_.size()) {
      auto const [character, bytes] = decode(text);
      text.remove_prefix(bytes);
      if (auto const read = plain(character)) append(*read);
    }
    if (size_ > 0 && characters_[size_ - 1] == ' ') --size_;
  }
  [[nodiscard]] std::string_view view() const { return {characters_.data(), size_}; }

 private:
  void append(char character) {
    if (character == ' ' && (size_ == 0 || characters_[size_ - 1] == ' ')) return;
    characters_[size_++] = character;
  }

  std::array<char, 4096> characters_;  // only the first size_ are ever read
  std::size_t size_ = 0;
};

// ---- judging -----------------------------------------------------------------------------------

/// Whether a text is one character typed again and again. Blanks don't count, nor does punctuation between
/// letters or digits: X-X-X.
[[nodiscard]] bool repeats_one_character(std::string_view text) {
  auto const repeats = [&](auto counts) {
    std::size_t count = 0;
    char first = 0;
    for (char const character : text) {
      if (!counts(character)) continue;
      if (count++ == 0) first = character;
      if (character != first) return false;
    }
    return count >= 2 && first != grammar::foreign_letter;
  };
  auto const is_token = [](char character) { return is_letter(character) || is_digit(character); };
  if (std::any_of(text.begin(), text.end(), is_token)) return repeats(is_token);
  return repeats([](char character) { return character != ' '; });
}

/// What a text holds, counted piece by piece.
class Tally {
 public:
  explicit Tally(std::string_view procedure_code) : procedure_code_(procedure_code) {}

  void count(Piece const& piece, std::string_view gap) {
    bool const follows_title = after_title_ && (gap == " " || gap == ". " || gap == ".");
    after_title_ = false;
    if (piece.kind == PieceKind::word) {
      count_word(piece.text, follows_title);
      return;
    }
    names_to_come_ = 0;
    pieces_ |= bit(piece.kind);
    own_code_ |= piece.kind == PieceKind::procedure_code && !procedure_code_.empty() &&
                 piece.text.ends_with(procedure_code_);
  }

  [[nodiscard]] NarrativeKind verdict() const {
    if (letters_ >= enough_letters && says_work()) return NarrativeKind::usable;
    // A remark or a reference is named as such; that the work beside it is too little is the lesser fault.
    if (has(PieceKind::correction) || has(WordClass::correction)) return NarrativeKind::correction_remark;
    if (has(WordClass::authorization)) return NarrativeKind::authorization_number;
    if (work_ >= enough_work) return NarrativeKind::too_short;
    if (has(PieceKind::authorization)) return NarrativeKind::authorization_number;
    if (has(PieceKind::claim_number)) return NarrativeKind::claim_control_number;
    if (has(PieceKind::ndc) || has(WordClass::ndc)) return NarrativeKind::ndc;
    if (has(PieceKind::price)) return NarrativeKind::price;
    if (has(WordClass::maybe_correction)) return NarrativeKind::correction_remark;
    if (has(PieceKind::clock_times) && !points_elsewhere()) return NarrativeKind::clock_times;
    if (has(WordClass::price) && !points_elsewhere()) return NarrativeKind::price;
    if (own_code_ && nothing_but_the_code()) return NarrativeKind::code_itself;
    return says_nothing_knowingly() ? NarrativeKind::placeholder : NarrativeKind::too_short;
  }

 private:
  template <typename Enum>
  [[nodiscard]] static constexpr std::uint32_t bit(Enum kind) {
    return std::uint32_t{1} << static_cast<unsigned>(kind);
  }
  [[nodiscard]] bool has(PieceKind kind) const { return (pieces_ & bit(kind)) != 0; }
  [[nodiscard]] bool has(WordClass word_class) const { return (words_ & bit(word_class)) != 0; }

  void count_word(std::string_view word, bool follows_title) {
    letters_ += word.size();
    WordClass const word_class = class_of(word);
    if (word_class == WordClass::work) {
      if (follows_title || word.size() == 1) return;
      if (names_to_come_ > 0) {
        --names_to_come_;
        perhaps_names_ += word.size();
      }
      work_ += word.size();
      return;
    }
    words_ |= bit(word_class);
    after_title_ = word_class == WordClass::title;
    names_to_come_ = word_class == WordClass::name_follows ? 2 : 0;
  }

  [[nodiscard]] bool is_remark() const {
    return has(PieceKind::correction) || has(WordClass::correction) || has(WordClass::authorization);
  }
  [[nodiscard]] bool says_work() const {
    if (is_remark()) return work_ - perhaps_names_ >= enough_work_in_remark;
    return work_ >= enough_work || has(WordClass::abbreviation) || has(WordClass::discipline);
  }
  [[nodiscard]] bool points_elsewhere() const {
    return has(PieceKind::document) || has(PieceKind::says_not_available) || has(WordClass::pointer) ||
           has(WordClass::stub);
  }
  [[nodiscard]] bool nothing_but_the_code() const {
    return (pieces_ & ~(bit(PieceKind::procedure_code) | bit(PieceKind::number))) == 0 &&
           (words_ & ~(bit(WordClass::code) | bit(WordClass::glue))) == 0;
  }
  /// Whether something was recognized; plain numbers and single letters are not.
  [[nodiscard]] bool says_nothing_knowingly() const {
    return (pieces_ & ~(bit(PieceKind::number) | bit(PieceKind::procedure_code))) != 0 ||
           (words_ & ~(bit(WordClass::glue) | bit(WordClass::abbreviation) | bit(WordClass::discipline))) !=
               0;
  }

  std::string_view procedure_code_;
  std::size_t letters_ = 0;        // of all words; references don't count
  std::size_t work_ = 0;           // letters of words that stand in no list
  std::size_t perhaps_names_ = 0;  // those of them that follow PER, FROM …
  std::uint32_t pieces_ = 0;       // PieceKind met
  std::uint32_t words_ = 0;        // WordClass met
  int names_to_come_ = 0;
  bool after_title_ = false;
  bool own_code_ = false;
};

}  // namespace

NarrativeKind classify_narrative(std::string_view text, std::string_view procedure_code) {
  PlainText const plain_text(text);
  PlainText const code(procedure_code);
  std::string_view rest = plain_text.view();
  if (rest.empty()) return NarrativeKind::empty;
  if (repeats_one_character(rest)) return NarrativeKind::repeated_character;

  Tally tally(code.view());
  while (true) {
    Piece const piece = grammar::next_piece(rest);
    if (piece.kind == PieceKind::end) break;
    auto const gap = static_cast<std::size_t>(piece.text.data() - rest.data());
    tally.count(piece, rest.substr(0, gap));
    rest.remove_prefix(gap + piece.text.size());
  }
  return tally.verdict();
}

std::string_view in_plain_words(NarrativeKind kind) {
  switch (kind) {
    case NarrativeKind::usable:
      return "says what was done";
    case NarrativeKind::empty:
      return "is empty";
    case NarrativeKind::placeholder:
      return "only restates the code or points elsewhere";
    case NarrativeKind::code_itself:
      return "only repeats the procedure code";
    case NarrativeKind::repeated_character:
      return "is one character repeated";
    case NarrativeKind::too_short:
      return "is too short: fewer than ten letters say what was done";
    case NarrativeKind::clock_times:
      return "holds clock times of a visit, not what was done";
    case NarrativeKind::authorization_number:
      return "speaks of an authorization, not of what was done";
    case NarrativeKind::claim_control_number:
      return "holds a claim number, not what was done";
    case NarrativeKind::price:
      return "holds a price or invoice, not what was done";
    case NarrativeKind::ndc:
      return "holds a drug code, not what was done";
    case NarrativeKind::correction_remark:
      return "says why the claim is sent again, not what was done";
  }
  return "is not known";  // no enumerator
}

}  // namespace scrub837
