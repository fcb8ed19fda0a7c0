#include "src/narrative/narrative_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "grammar/narrative_patterns.hpp"

namespace scrub837 {
namespace {

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
     "DOCTORS PHYSICIAN PHYSICIANS CLINICIAN PRACTITIONER THERAPIST STAFF PROVIDER PROVIDERS PATIENT PATIENTS "
     "PT PTS CLIENT CLIENTS BENEFICIARY RECIPIENT AGENCY MANAGER "
     "ENFERMERA ENFERMERO PACIENTE DOCTORA TERAPEUTA"},
    {WordClass::title, "DR DOCTOR"},
    {WordClass::name_follows, "PER BY FROM WITH REP REPRESENTATIVE SPOKE CALLED POR"},

    // How long and when, without what.
    {WordClass::time,
     "TIME TIMES AM PM HR HRS HOUR HOURS MIN MINS MINUTE MINUTES UNIT UNITS DAY DAYS WEEK WEEKS MONTH "
     "MONTHS YEAR YEARS EVV CLOCK CLOCKED ELECTRONIC VERIFICATION VERIFIED DURATION LENGTH TOTAL SHIFT "
     "NIGHT DAYTIME AFTER HOURLY PRN STOP STOPPED END ENDED BEGIN BEGAN ARRIVED ARRIVAL DEPARTED "
     "DEPARTURE ARRIVE DEPART CLOCKIN CLOCKOUT CHECKIN CHECKOUT GPS TELEPHONY "
     "SANDATA HHAEXCHANGE ANESTHESIA ANES EST EDT CST CDT MST MDT PST PDT SUN MWF TTH "
     "MON TUE TUES WED THU THUR THURS FRI MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY "
     "WEEKEND TODAY HOLIDAY "
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
     "SUBSEQUENT FIRST DAILY WEEKLY MONTHLY EXTENDED PROLONGED SECOND THIRD FINAL ONGOING CONTINUED "
     "CONTINUING EXTRA PROFESSIONAL APPOINTMENT APPT MADE ESTABLISHED LAST DISTINCT HHC "
     "UNLISTED UNLIST UNLSTD NONLISTED LISTED LISTING SPECIFIED CLASSIFIED UNSPECIFIED UNCLASSIFIED "
     "UNSPEC UNSP NONSPECIFIC NONSPECIFIED SPECIFIC OTHERWISE ELSEWHERE NOS NOC NEC NES OTHER OTHERS "
     "MISC MISCELLANEOUS VARIOUS GENERAL SPECIAL GENERIC "
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
     "ORDERED PROTOCOL PLAN POC PLEASE PLS PLZ CLINICAL CLINICALS PDF CMS NTE CONTACT OFFICE REMARK REMARKS "
     "COMMENT COMMENTS BOX NEEDED SOAP SUBMIT SUBMITTING UPLOAD UPLOADED UPLOADING SCANNED SEPARATELY "
     "FORTHCOMING COPY COPIES HARDCOPY FORWARDED QUESTIONS FORWARD SHEET ATTN ATTENTION REVIEWER "
     "DEPT DEPARTMENT NOTICE SEGMENT DATA DIRECTED ADVISE CLEARINGHOUSE "
     "VER VEA NOTA NOTAS ADJUNTO ADJUNTA ADJUNTOS ADJUNTAS ANEXO EXPEDIENTE REGISTRO REGISTROS DOCUMENTO "
     "DOCUMENTOS DOCUMENTACION HISTORIAL DISPONIBLE DISPONIBLES SOLICITUD ORDEN ORDENES"},

    // What people type when a field must not be empty.
    {WordClass::stub,
     "NONE NA NIL NULL BLANK EMPTY TBD TBA UNKNOWN UNK UNAVAILABLE APPLICABLE PENDING TEST TESTDATA "
     "DUMMY PLACEHOLDER DEFAULT DITTO SAME NOTHING IDK DELETE FILLER LOREM IPSUM ASDF ASDFASDF "
     "ASDFGH ASDFGHJKL QWERTY QWERTYUIOP ABC ABCD ABCDE ABCDEFG ABCDEFGH ABCDEFGHIJ XYZ ENTER INSERT "
     "HERE TYPE TEXT EXAMPLE DETERMINED DETERMINE FOUND KNOWN APPLIES UNASSIGNED ASSIGNED AWAITING "
     "COMING SOON MISSED CANCELED CANCELLED ENTERED GENERATED AUTOGENERATED SYSTEM AUTO "
     "NINGUNO NINGUNA NADA PENDIENTE DESCONOCIDO APLICA"},

    // English, then Spanish.
    {WordClass::glue,
     "A AN THE OF FOR TO IN ON AT AND OR AS VIA IS WAS ARE WERE BE BEEN WILL HAS HAVE HAD THIS THAT "
     "THESE THOSE IT ITS NO NOT YES OK DURING WHEN WHILE IF ANY ALL ONE TWO THREE ONLY ALSO OUT DATE "
     "MY OUR YOUR YOU WE THEY SHE HIS HER THEIR THANK THANKS PURPOSE PURPOSES USE GOES MET COME NEXT "
     "ENOUGH DATES DATED NUMBER NUM NBR "
     "DE DEL LA LAS EL LOS AL EN PARA CON SIN UN UNA SE SU QUE"},

    // Words of claims, payers and payment.
    {WordClass::billing,
     "CLAIM CLAIMS CLM ICN DCN TCN BILL BILLED BILLING PAYER PAYOR INSURANCE INS CARRIER MEDICARE "
     "MEDICAID TRICARE BCBS AETNA CIGNA HUMANA UHC ANTHEM DOS POS DOB NPI TIN TAX TAXONOMY MODIFIER "
     "MODIFIERS MOD MODS DIAGNOSIS DIAGNOSES DX ICD LINE LINES QUANTITY QTY AMOUNT AMT PAID PAY PAYMENT "
     "PAYABLE DENIED DENIAL DENY REJECTED REJECTION EOB EOMB COB TPL PRIMARY SECONDARY TERTIARY TIMELY "
     "FILING PROOF LATE COVERED NONCOVERED NON COVERAGE BENEFIT BENEFITS CONTRACT CONTRACTED ALLOWED "
     "LIMIT MEDICALLY NECESSARY NECESSITY SIGNED SIGNATURE SOF ABN MEMBER SUBSCRIBER POLICY GROUP ID NAME "
     "ADDRESS PLACE LOCATION RENDERING REFERRING ORDERING FACILITY ADDED ADD CHANGED CHANGE CHANGES "
     "UPDATED UPDATE REMOVED REMOVE DELETED WRONG INCORRECT INCORRECTLY ERROR MISSING MISSPELLED TYPO "
     "DUE PREVIOUS PREVIOUSLY ORIGINAL ORIGINALLY ORIG PRIOR REQUIRED OBTAINED APPROVED APPROVAL NEW "
     "RETRO EFF EFFECTIVE VALID EXP EXPIRES THRU THROUGH ELIGIBLE ELIGIBILITY WEBSITE PORTAL ONLINE "
     "WAIVER AGREEMENT GUIDELINES SCHEDULE DIEM FLAT CASE SUBMISSION ADDING DOES NEED PROCESS PROCESSED "
     "PROCESSING REQUIRE REQUIRES INVALID APPROPRIATE BILLABLE NONBILLABLE UNBILLABLE PRIVATE CROSSOVER "
     "EXHAUSTED WAIVED INTERNAL EXPEDITE EXPEDITED SPENDDOWN COPAY COPAYMENT COINSURANCE DEDUCTIBLE "
     "VENDOR LOADED RECLAMO"},

    {WordClass::authorization,
     "AUTH AUTHS AUTHORIZATION AUTHORIZATIONS AUTHORIZED PREAUTH PREAUTHORIZATION PREAUTHORIZED PRECERT "
     "PRECERTIFICATION REFERRAL AUTORIZACION"},

    // These speak of claims only; the next can be clinical (CORRECTED INSULIN DOSE, G-TUBE REPLACEMENT).
    {WordClass::correction,
     "RESUBMISSION RESUBMIT RESUBMITTED RESUBMITTING REBILL REBILLED REBILLING REPROCESS REPROCESSED "
     "REPROCESSING RECONSIDERATION APPEAL RECOUP RECOUPMENT OVERPAYMENT DUPLICATE TRACER REENVIO CORREGIDA"},
    {WordClass::maybe_correction,
     "CORRECTED CORRECT CORRECTION CORRECTING CORRECTS REPLACEMENT REPLACE REPLACES REPLACING VOID "
     "VOIDED VOIDING AMENDED REVISED ADJUSTMENT ADJ CORREGIDO"},

    {WordClass::price,
     "INVOICE INVOICED INV ACQ ACQUISITION COST COSTS PRICE PRICED PRICING MSRP AWP USD DOLLARS USUAL "
     "CUSTOMARY RETAIL CHARGE CHARGES CHARGED FEE FEES RATE MANUALLY"},
    {WordClass::ndc, "NDC"},
};
// clang-format on

struct Entry {
  KeyedWord word{{}};
  WordClass word_class{};
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
            [](Entry const& left, Entry const& right) { return left.word.text < right.word.text; });
  return entries;
}();
static_assert(std::adjacent_find(dictionary.begin(), dictionary.end(),
                                 [](Entry const& left, Entry const& right) {
                                   return left.word == right.word;
                                 }) == dictionary.end(),
              "a word stands in two lists, or twice in one");

// Where the words of each letter begin: half of the search is done by the first one.
constexpr auto first_of_letter = [] {
  std::array<std::uint16_t, 27> first{};
  for (std::size_t letter = 0; letter <= 26; ++letter) {
    while (first[letter] < dictionary.size() &&
           static_cast<std::size_t>(dictionary[first[letter]].word.text[0] - 'A') < letter) {
      ++first[letter];
    }
  }
  return first;
}();

[[nodiscard]] bool all_alike(std::string_view text) {
  return text.find_first_not_of(text.front()) == std::string_view::npos;
}

}  // namespace

WordClass class_of(KeyedWord const& word) {
  auto const& text = word.text;
  if (text.size() >= 3 && all_alike(text) && text != "III" && text.front() != grammar::foreign_letter) {
    return WordClass::stub;  // XXXX
  }
  if (text.empty() || text[0] < 'A' || text[0] > 'Z') return WordClass::work;
  auto const letter = static_cast<std::size_t>(text[0] - 'A');
  auto const last = dictionary.begin() + first_of_letter[letter + 1];
  auto found =
      std::lower_bound(dictionary.begin() + first_of_letter[letter], last, word.key,
                       [](Entry const& entry, std::uint64_t sought) { return entry.word.key < sought; });
  for (; found != last && found->word.key == word.key; ++found) {
    if (found->word == word) return found->word_class;
  }
  return WordClass::work;
}

}  // namespace scrub837
