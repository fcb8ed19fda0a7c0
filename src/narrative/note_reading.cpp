#include "src/narrative/note_reading.hpp"

#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <functional>
#include <span>
#include <string>

#include "src/narrative/last_read.hpp"
#include "src/narrative/note_tokens.hpp"
#include "src/narrative/phrases.hpp"
#include "src/narrative/vocabulary.hpp"
#include "src/text/as_compared.hpp"

namespace scrub837 {
namespace {

using enum WordSense;

constexpr auto care = senses(act, work, did, teach, object);
constexpr auto deeds = senses(work, did, teach);
constexpr auto weightless = senses(status, plan, errand, agent, absent, away, call);
// What UNLISTED may stand beside and still say nothing; what SEE ATTACHED may; and a kind of item.
constexpr auto beside_unlisted = senses(unlisted, qualifier, generic, visit, glue, negation);
constexpr auto beside_pointer =
    senses(pointer, paper, visit, service, glue, generic, person, doctor, office, again);
constexpr auto beside_category = senses(category, generic, unlisted, qualifier, glue, object);

// A call is what a text is about if it begins with it: CALLED MD, PC TO DAUGHTER.
constexpr std::size_t words_of_a_beginning = 3;
// WOUND SUPPLIES names no item; five words may.
constexpr std::size_t words_of_a_category = 4;

struct Clause {
  bool dead = false;        // tells of the patient, of plans, of others
  bool trait = false;       // the same, if nothing in it is told as done
  WordSenses senses = 0;    // of its words
  std::uint32_t cares = 0;  // words of care
  bool names_act = false;   // by a phrase or by one word
  bool remark = false;      // for a claims department
  bool remote = false;      // by telephone, by video
  bool phrased = false;     // dead by a phrase, which speaks of all of it
  bool any = false;         // a word or number stands in it
};

class Reader {
 public:
  NoteReading read(std::string_view text) {
    reading_.is_remark = cut_note(text, tokens_);
    find_phrases();
    find_patients();
    reading_.mentions_care = std::any_of(tokens_.begin(), tokens_.end(), [](NoteToken const& token) {
      return (token.senses & (care | senses(visit, service))) != 0;
    });
    for (auto const& token : tokens_) weigh(token);
    return conclude();
  }

 private:
  // ---- phrases ----------------------------------------------------------------------------------

  void find_phrases() {
    auto const& phrases = Phrases::built_in();
    clauses_.resize(tokens_.empty() ? 1 : tokens_.back().clause + 1U);
    auto in_aside = static_cast<std::uint32_t>(clauses_.size());  // none yet
    for (std::size_t i = 0; i < tokens_.size();) {
      bool const at_start = i == 0 || tokens_[i - 1].clause != tokens_[i].clause;
      auto const match = phrases.match(std::span(tokens_.data(), tokens_.size()).subspan(i), at_start);
      auto& clause = clauses_[tokens_[i].clause];
      switch (match.verdict) {
        case PhraseVerdict::ignore:
          for (std::size_t k = i; k < i + match.length; ++k) tokens_[k].senses &= keep_;
          break;
        case PhraseVerdict::aside:
          for (auto k = i; k < tokens_.size() && tokens_[k].clause == tokens_[i].clause; ++k)
            tokens_[k].senses &= keep_ | remark_senses | senses(remote, absent, away);
          in_aside = tokens_[i].clause;
          break;
        case PhraseVerdict::act:
          clause.names_act = clause.names_act || in_aside != tokens_[i].clause;
          break;
        case PhraseVerdict::deed:
          for (std::size_t k = i; k < i + match.length; ++k) tokens_[k].senses &= ~against_;
          clause.names_act = clause.names_act || in_aside != tokens_[i].clause;
          break;
        case PhraseVerdict::turn:
          turn(i);
          break;
        case PhraseVerdict::status:
          clause.phrased = clause.dead = clause.dead || in_aside != tokens_[i].clause;
          break;
        case PhraseVerdict::remark:
          reading_.is_remark = clause.remark = true;
          break;
        case PhraseVerdict::absent:
          absent_ = clause.dead = true;
          break;
        case PhraseVerdict::remote:
          remote_ = clause.remote = clause.dead = true;
          break;
        case PhraseVerdict::home:
          home_ = true;
          break;
        case PhraseVerdict::doubt:
          reading_.in_doubt = reading_.is_remark = true;
          break;
        case PhraseVerdict::none:
        case PhraseVerdict::reason:
        case PhraseVerdict::consent:
        case PhraseVerdict::wait:
        case PhraseVerdict::gone:
          break;
      }
      // What a phrase takes away is gone with all of it; other phrases may begin inside one.
      bool const whole = match.verdict == PhraseVerdict::ignore || match.verdict == PhraseVerdict::deed;
      i += whole ? match.length : 1;
    }
  }

  // PT DECLINED AT FIRST, THEN RN CHANGED FOLEY: what kept the nurse from it is over.
  void turn(std::size_t at) {
    for (std::size_t k = 0; k < at; ++k) tokens_[k].senses &= ~(weightless | senses(trait));
    for (std::uint32_t k = 0; k <= tokens_[at].clause; ++k) clauses_[k].dead = false;
    absent_ = false;
    turned_ = at;
  }

  // PT WENT TO …, PATIENT FEARFUL OF …: a clause that begins with the patient and goes on with no word of
  // care tells of the patient.
  void find_patients() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      bool const begins = i == 0 || tokens_[i - 1].clause != tokens_[i].clause;
      auto const& next = tokens_[i + 1];
      if (!begins || i < turned_ || (tokens_[i].senses & senses(person)) == 0 ||
          next.clause != tokens_[i].clause)
        continue;
      auto& clause = clauses_[next.clause];
      bool const spoken_of =
          (next.senses & (care | senses(service, visit, glue, family))) != 0 || next.number;
      clause.dead = clause.dead || (!spoken_of && !clause.names_act);
    }
  }

  void weigh(NoteToken const& token) {
    auto& clause = clauses_[token.clause];
    clause.any = true;
    clause.senses |= token.senses;
    if ((token.senses & care) != 0) ++clause.cares;
    clause.names_act = clause.names_act || (token.senses & senses(act)) != 0;
    clause.dead = clause.dead || (token.senses & weightless) != 0;
    clause.trait = clause.trait || (token.senses & senses(trait)) != 0;
    absent_ = absent_ || (token.senses & senses(absent)) != 0;
    away_ = away_ || (token.senses & senses(away)) != 0;
    auto const position = static_cast<std::size_t>(&token - tokens_.data());
    if ((token.senses & senses(call)) != 0)
      call_ = call_ || !(to_doctor(position) || of_doctor(position)) || position < words_of_a_beginning;
    call_ = call_ || (token.senses & senses(phone)) != 0;
    remote_ = remote_ || (token.senses & senses(remote)) != 0;
    reading_.is_remark = reading_.is_remark || (token.senses & remark_senses) != 0;
    clause.remark = clause.remark || (token.senses & remark_senses & ~senses(phone)) != 0;
    clause.remote = clause.remote || (token.senses & senses(remote, phone)) != 0;
  }

  // CALLED MD after the work is done is part of it.
  [[nodiscard]] bool to_doctor(std::size_t position) const {
    for (auto i = position + 1; i < std::min(position + 3, tokens_.size()); ++i) {
      if ((tokens_[i].senses & senses(doctor)) != 0) return true;
    }
    return false;
  }

  // FOLEY CHANGED, MD CALLED: so is a call that follows what is told as done.
  [[nodiscard]] bool of_doctor(std::size_t position) const {
    return position > 0 && (tokens_[position - 1].senses & senses(doctor)) != 0 &&
           tokens_[position].clause > 0 &&
           std::any_of(clauses_.begin(), clauses_.begin() + tokens_[position].clause,
                       [](Clause const& clause) {
                         return !clause.dead && (clause.senses & senses(did, teach)) != 0;
                       });
  }

  // ---- verdicts ---------------------------------------------------------------------------------

  NoteReading conclude() {
    Clause live;
    bool any_dead = false;
    bool first_lives = false;
    bool first = true;
    bool any_live = false;
    bool told = false;   // as done, beside the patient's state
    bool apart = false;  // an act of care that is not only what a remark is about
    bool by_another = false;
    for (auto& clause : clauses_) {
      if (!clause.any) continue;
      clause.dead =
          clause.dead || (clause.trait && !clause.names_act && (clause.senses & senses(did, teach)) == 0);
      any_dead = any_dead || clause.dead;
      bool const deed = (clause.senses & senses(did, teach)) != 0;
      by_another = by_another || (clause.senses & others_) != 0;
      reading_.tells_deed = reading_.tells_deed || (deed && !clause.phrased);
      any_live = any_live || (!clause.dead && (clause.senses & care) != 0);
      if (!clause.dead) {
        first_lives = first_lives || (first && (clause.names_act || (clause.senses & care) != 0));
        bool const clause_cares = clause.names_act || deed || (clause.senses & senses(act, work)) != 0;
        told = told || deed;
        apart = apart || (clause_cares && (home_ || !clause.remote) && (!clause.remark || deed));
        live.senses |= clause.senses;
        live.cares += clause.cares;
        live.names_act = live.names_act || clause.names_act;
      }
      first = false;
    }
    bool const both = (live.senses & deeds) != 0 && (live.senses & senses(object)) != 0 && live.cares >= 2;
    bool const named = live.names_act || both;
    reading_.names_act = named && (!any_dead || first_lives || told);
    reading_.act_is_apart = reading_.names_act && apart;
    bool const done = reading_.names_act && told;
    if ((absent_ && !done) || (away_ && !reading_.names_act)) {
      reading_.visit = VisitDoubt::not_made;
    } else if ((remote_ && !home_) || (call_ && !reading_.names_act)) {
      reading_.visit = VisitDoubt::not_in_home;
    }
    reading_.is_remark = reading_.is_remark || absent_ || away_ || (remote_ && !home_) || call_;
    reading_.only_patient = any_dead && !any_live && !reading_.names_act;
    reading_.tells_deed = reading_.tells_deed && !by_another && !absent_;
    reading_.stub = stub();
    return reading_;
  }

  [[nodiscard]] StubDoubt stub() const {
    WordSenses all = 0;
    bool only_unlisted = true;
    bool only_pointer = true;
    bool only_category = true;
    std::size_t words = 0;
    for (auto const& token : tokens_) {
      if (token.number) {
        only_category = false;
        continue;
      }
      ++words;
      all |= token.senses;
      only_unlisted = only_unlisted && (token.senses & beside_unlisted) != 0;
      only_pointer = only_pointer && (token.senses & beside_pointer) != 0;
      only_category = only_category && (token.senses & beside_category) != 0;
    }
    bool const says_unlisted =
        (all & senses(unlisted)) != 0 || ((all & senses(qualifier)) != 0 && (all & senses(negation)) != 0);
    if (only_unlisted && says_unlisted) return StubDoubt::certain;
    if (only_pointer && (all & senses(pointer)) != 0) return StubDoubt::certain;
    if (only_category && (all & senses(category)) != 0 && words <= words_of_a_category)
      return StubDoubt::category;
    return StubDoubt::none;
  }

  // Of words that lose their meaning, what a stub is made of stays.
  static constexpr WordSenses keep_ =
      senses(unlisted, qualifier, generic, category, pointer, paper, glue, negation, visit);
  // Who may have done it instead of the nurse, or where.
  static constexpr WordSenses others_ = senses(family, person, doctor, agent, errand, office, away, absent);
  // What speaks against an act of care.
  static constexpr WordSenses against_ = remark_senses | weightless | senses(trait, remote);
  NoteTokens tokens_;
  boost::container::small_vector<Clause, 8> clauses_;
  std::size_t turned_ = 0;  // a token before which nothing kept the nurse from care
  NoteReading reading_;
  bool absent_ = false;
  bool away_ = false;
  bool remote_ = false;
  bool home_ = false;
  bool call_ = false;
};

}  // namespace

NoteReading read_note(std::string_view text) {
  thread_local LastRead<NoteReading> last_read;
  if (auto const* known = last_read.find(text)) return *known;
  auto reading = Reader().read(text);
  reading.compared = std::hash<std::string>{}(as_compared(text.substr(0, longest_compared)));
  last_read.keep(reading, text);
  return reading;
}

}  // namespace scrub837
