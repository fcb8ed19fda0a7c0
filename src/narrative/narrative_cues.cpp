#include "src/narrative/narrative_cues.hpp"

#include <algorithm>
#include <array>

#include "src/narrative/words_by_letter.hpp"

namespace scrub837 {
namespace {

using namespace std::string_view_literals;

// clang-format off
// Beginnings of words, in order: ASSESS stands for ASSESSED, ASSESSMENT, ASSESSING.
constexpr std::array stems{
    "ADMINIST"sv, "APPLI"sv, "APPLY"sv, "ASPIRAT"sv, "ASSESS"sv, "ASSIST"sv, "BANDAG"sv, "BATH"sv, "BLADDER"sv,
    "CAMBIO"sv, "CARE"sv, "CATHETERI"sv, "CHANG"sv, "CHECK"sv, "CLEAN"sv, "COMPRESS"sv, "CONSEJ"sv, "CONSULT"sv,
    "COORDIN"sv, "COUNSEL"sv, "CUIDAD"sv, "CULTUR"sv, "CURACI"sv, "DEBRID"sv, "DEMONSTRAT"sv, "DISIMPACT"sv,
    "DRAIN"sv, "DRAW"sv, "DRESS"sv, "EDUC"sv, "ENSENANZ"sv, "ENTRENA"sv, "EVALUA"sv, "EXAM"sv, "EXERCI"sv,
    "FEED"sv, "FITT"sv, "FLUSH"sv, "GAIT"sv, "HYGIEN"sv, "INFUS"sv, "INJECT"sv, "INSERT"sv, "INSTRUCT"sv,
    "INTERVEN"sv, "INYECC"sv, "IRRIGAT"sv, "MANAG"sv, "MANEJO"sv, "MASSAG"sv, "MEASUR"sv, "MOBILI"sv,
    "MONITOR"sv, "OBSERV"sv, "PACK"sv, "PALPAT"sv, "PERFORM"sv, "PHLEBOT"sv, "PLAN"sv, "POSITION"sv,
    "PREFILL"sv, "PREPAR"sv, "PROGRAM"sv, "PUMP"sv, "RECONCIL"sv, "REHAB"sv, "REMOV"sv, "REPLAC"sv, "REPOSITION"sv,
    "RESPITE"sv, "REVIEW"sv, "SAFETY"sv, "SCREEN"sv, "SETUP"sv, "SUCTION"sv, "SUPERVIS"sv, "SUPPORT"sv,
    "TEACH"sv, "TELEHEALTH"sv, "TELEMONITOR"sv, "TERAPIA"sv, "TEST"sv, "THERAP"sv, "TITRAT"sv, "TRAIN"sv,
    "TRANSFER"sv, "TREAT"sv, "VENIPUNC"sv, "WEAN"sv, "WEIGH"sv};

// Whole words: abbreviations that nurses use.
constexpr std::array abbreviations{
    "ADL"sv, "ADLS"sv, "ADMIN"sv, "ASMT"sv, "ASSMT"sv, "CK"sv, "DRSG"sv, "DRSGS"sv, "DSG"sv, "EDU"sv, "EVAL"sv,
    "EVALS"sv, "INJ"sv, "INSTR"sv, "LABS"sv, "MEDREC"sv, "MGMT"sv, "MGT"sv, "MON"sv, "NPWT"sv, "OBS"sv, "OT"sv,
    "PT"sv, "ROM"sv, "ST"sv, "TCHG"sv, "TX"sv, "TXS"sv, "VAC"sv};

constexpr std::array units{
    "CC"sv, "CM"sv, "DAYS"sv, "DAY"sv, "DOSES"sv, "FT"sv, "H"sv, "HOUR"sv, "HOURS"sv, "HR"sv, "HRS"sv, "IN"sv,
    "L"sv, "LITERS"sv, "M"sv, "MCG"sv, "MG"sv, "MIN"sv, "MINS"sv, "MINUTE"sv, "MINUTES"sv, "MINUTOS"sv, "ML"sv,
    "MM"sv, "MN"sv, "SESSIONS"sv, "SITES"sv, "TIMES"sv, "UNITS"sv, "VISITS"sv, "VISIT"sv, "WEEKS"sv, "WK"sv,
    "WKS"sv, "WOUNDS"sv, "X"sv};

constexpr std::array extents{"BID"sv,    "BILAT"sv,  "BILATERAL"sv, "DAILY"sv,   "DIARIO"sv, "HOURLY"sv,
                             "MONTHLY"sv, "ONCE"sv,  "PRN"sv,       "QD"sv,      "QID"sv,    "QOD"sv,
                             "THRICE"sv, "TID"sv,    "TWICE"sv,     "WEEKLY"sv};
// clang-format on

static_assert(std::is_sorted(stems.begin(), stems.end()));
static_assert(std::is_sorted(abbreviations.begin(), abbreviations.end()));
static_assert(std::is_sorted(extents.begin(), extents.end()));

constexpr WordsByLetter stems_by_letter(stems);
constexpr WordsByLetter abbreviations_by_letter(abbreviations);
constexpr WordsByLetter extents_by_letter(extents);
constexpr auto keyed_units = keyed(units);

}  // namespace

bool is_activity(KeyedWord const& word) {
  return stems_by_letter.begin(word) || abbreviations_by_letter.hold(word);
}

bool is_unit(KeyedWord const& word) {
  return std::find(keyed_units.begin(), keyed_units.end(), word) != keyed_units.end();
}

bool is_extent(KeyedWord const& word) { return extents_by_letter.hold(word); }

}  // namespace scrub837
