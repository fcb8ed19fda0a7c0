#include "src/narrative/categories.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "src/narrative/word_key.hpp"

namespace scrub837 {
namespace {

using enum WordSense;
using grammar::Cite;

struct Category {
  KeyedWord name;
  WordMeaning meaning;
};

constexpr WordMeaning of(WordSense sense) { return {.senses = senses(sense)}; }
constexpr WordMeaning of(Cite cite) { return {.cite = cite}; }
constexpr WordMeaning of(WordNoise noise) { return {.noise = noise}; }

// In the order of vocabulary.txt, which explains them.
constexpr std::array categories{
    Category{{"act"}, of(act)},
    Category{{"work"}, of(work)},
    Category{{"did"}, of(did)},
    Category{{"teach"}, of(teach)},
    Category{{"object"}, of(object)},
    Category{{"service"}, of(service)},
    Category{{"family"}, of(family)},
    Category{{"person"}, of(person)},
    Category{{"doctor"}, of(doctor)},
    Category{{"visit"}, of(visit)},
    Category{{"claim"}, of(claim)},
    Category{{"auth"}, of(auth)},
    Category{{"money"}, of(money)},
    Category{{"license"}, of(license)},
    Category{{"verify"}, of(verify)},
    Category{{"again"}, of(again)},
    Category{{"office"}, of(office)},
    Category{{"phone"}, of(phone)},
    Category{{"call"}, of(call)},
    Category{{"remote"}, of(remote)},
    Category{{"absent"}, of(absent)},
    Category{{"away"}, of(away)},
    Category{{"status"}, of(status)},
    Category{{"trait"}, of(trait)},
    Category{{"plan"}, of(plan)},
    Category{{"errand"}, of(errand)},
    Category{{"agent"}, of(agent)},
    Category{{"unlisted"}, of(unlisted)},
    Category{{"qualifier"}, of(qualifier)},
    Category{{"generic"}, of(generic)},
    Category{{"category"}, of(category)},
    Category{{"pointer"}, of(pointer)},
    Category{{"paper"}, of(paper)},
    Category{{"glue"}, of(glue)},
    Category{{"negation"}, of(negation)},
    Category{{"plain"}, of(plain)},
    Category{{"activity"}, of(activity)},
    Category{{"extent"}, of(extent)},
    Category{{"unit"}, of(unit)},
    Category{{"clinical"}, of(clinical)},
    Category{{"role"}, of(role)},
    Category{{"punch"}, of(punch)},
    Category{{"code:denies"}, of(denies)},
    Category{{"code:denies-next"}, of(denies_next)},
    Category{{"code:compares"}, of(compares)},
    Category{{"code:parts"}, of(parts)},
    Category{{"code:nursing"}, of(nursing)},
    Category{{"short:work"}, of(WordNoise::short_work)},
    Category{{"short:service"}, of(WordNoise::short_service)},
    Category{{"noise:who"}, of(WordNoise::who)},
    Category{{"noise:before-name"}, of(WordNoise::before_name)},
    Category{{"noise:title"}, of(WordNoise::title)},
    Category{{"noise:time"}, of(WordNoise::time)},
    Category{{"noise:code"}, of(WordNoise::code)},
    Category{{"noise:visit"}, of(WordNoise::visit)},
    Category{{"noise:pointer"}, of(WordNoise::pointer)},
    Category{{"noise:stub"}, of(WordNoise::stub)},
    Category{{"noise:glue"}, of(WordNoise::glue)},
    Category{{"noise:billing"}, of(WordNoise::billing)},
    Category{{"noise:authorization"}, of(WordNoise::authorization)},
    Category{{"noise:correction"}, of(WordNoise::correction)},
    Category{{"noise:maybe-correction"}, of(WordNoise::maybe_correction)},
    Category{{"noise:price"}, of(WordNoise::price)},
    Category{{"noise:ndc"}, of(WordNoise::ndc)},
    Category{{"cite:see"}, of(Cite::see)},
    Category{{"cite:attached"}, of(Cite::attached)},
    Category{{"cite:attachment"}, of(Cite::attachment)},
    Category{{"cite:abbreviated"}, of(Cite::abbreviated)},
    Category{{"cite:sent"}, of(Cite::sent)},
    Category{{"cite:sending"}, of(Cite::sending)},
    Category{{"cite:send"}, of(Cite::send)},
    Category{{"cite:future"}, of(Cite::future)},
    Category{{"cite:follow"}, of(Cite::follow)},
    Category{{"cite:included"}, of(Cite::included)},
    Category{{"cite:paper"}, of(Cite::paper)},
    Category{{"cite:told"}, of(Cite::told)},
    Category{{"cite:other-paper"}, of(Cite::other_paper)},
    Category{{"cite:adjective"}, of(Cite::adjective)},
    Category{{"cite:link"}, of(Cite::link)},
    Category{{"cite:by"}, of(Cite::by)},
    Category{{"cite:channel"}, of(Cite::channel)},
    Category{{"cite:how"}, of(Cite::how)},
    Category{{"cite:to"}, of(Cite::to)},
    Category{{"cite:payer"}, of(Cite::payer)},
    Category{{"cite:person"}, of(Cite::person)},
    Category{{"cite:negation"}, of(Cite::negation)},
    Category{{"cite:separate"}, of(Cite::separate)},
    Category{{"cite:cover"}, of(Cite::cover)},
    Category{{"cite:please"}, of(Cite::please)},
    Category{{"cite:leads"}, of(Cite::leads)},
};

// Of each pair a word has one side at most.
constexpr auto senses_of_care = senses(act, work, did, teach, object, service);
constexpr std::array contradicting_senses{
    std::pair{senses_of_care, remark_senses | senses(remote, absent, away, pointer, glue, negation)},
    std::pair{senses(plain), note_senses & ~senses(plain)},
    std::pair{senses(denies), senses(denies_next, compares, parts)},
    std::pair{senses(extent), senses(unit)},
};
constexpr std::array contradicting_cites{
    std::pair{Cite::negation, ~Cite::negation},
    std::pair{Cite::sent, Cite::sending},
    std::pair{Cite::paper, Cite::other_paper},
};

bool contradicts(WordMeaning const& word) {
  return std::any_of(contradicting_senses.begin(), contradicting_senses.end(),
                     [&](auto const& pair) {
                       return (word.senses & pair.first) != 0 && (word.senses & pair.second) != 0;
                     }) ||
         std::any_of(contradicting_cites.begin(), contradicting_cites.end(), [&](auto const& pair) {
           return has(word.cite, pair.first) && has(word.cite, pair.second);
         });
}

}  // namespace

WordMeaning category_named(std::string_view name) {
  KeyedWord const sought(name);
  auto const found = std::find_if(categories.begin(), categories.end(),
                                  [&](Category const& each) { return each.name == sought; });
  return found == categories.end() ? WordMeaning{} : found->meaning;
}

bool add_category(WordMeaning& word, WordMeaning const& added) {
  if (word.noise != WordNoise::none && added.noise != WordNoise::none) return false;
  word.senses |= added.senses;
  word.cite = word.cite | added.cite;
  if (added.noise != WordNoise::none) word.noise = added.noise;
  return !contradicts(word);
}

}  // namespace scrub837
