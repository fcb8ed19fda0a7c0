#include "grammar/attachment_phrases.hpp"

#include <boost/spirit/home/x3.hpp>

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using enum Cite;

/// A word that is one of these, and none of those.
struct is : x3::parser<is> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  constexpr explicit is(Cite these_, Cite but_not_ = none) : these(these_), but_not(but_not_) {}

  template <typename It, typename Context, typename RContext, typename Attribute>
  bool parse(It& first, It const& last, Context const&, RContext&, Attribute&) const {
    if (first == last || !has(*first, these) || has(*first, but_not)) return false;
    ++first;
    return true;
  }
  Cite these, but_not;
};

// clang-format off

// ---- where it goes: SENT TO PCP, FAXED MD, ATTACHED TO CHART are nothing to the payer

auto const not_to_payer = *is(how) >> is(to) >> *is(adjective, payer | person) >> !is(payer | number);
auto const elsewhere    = not_to_payer | *is(how) >> is(person);

auto const is_attached  = is(attached) >> !not_to_payer;
auto const is_sent      = is(sent) >> !elsewhere;
auto const follows      = is(follow) >> (x3::eoi | &is(stop | colon | how));     // not: TO FOLLOW UP

// ---- the phrases

auto const is_included  = is(included) >> (x3::eoi | &is(stop) | is(to) >> *is(adjective, payer) >> is(payer));

auto const see_fax      = is(see, by) >> *is(to | adjective) >> is(channel, payer) >> (x3::eoi | &is(stop | link));
auto const see_attached = is(see) >> *is(to | adjective) >> is(attached | attachment | abbreviated);
auto const paper_goes   = is(paper | other_paper) >> *is(link) >> is_attached       // ORDERS ARE ATTACHED
                        | is(paper) >> *is(link) >> (is_sent | follows | is_included)   // OP REPORT SENT
                        | is(paper) >> is(by) >> *is(link) >> is(channel) >> !elsewhere;  // NOTES BY FAX
auto const is_first     = &is(begins);
auto const attached_paper =
    is_first >> is(attached) >> -is(colon) >> *is(adjective | please) >> is(paper | other_paper);
auto const sent_paper   = is_first >> is(sent | sending) >> -is(colon) >> *is(adjective) >> is(paper) >> !elsewhere;
auto const separately   = is(separate) >> is(cover);

auto const cited        = see_attached | see_fax | paper_goes | attached_paper | sent_paper | separately;

// NO RECORDS ATTACHED; what a negation governs is read over.
auto const denied       = is(negation) >> *is(adjective | link | attached | attachment | sent | paper | other_paper);

auto const alone        = *is(please) >> is(attached | attachment) >> -is(stop) >> x3::eoi;

// clang-format on

}  // namespace

bool says_attached(std::span<Cite const> words) {
  auto const* first = words.data();
  auto const* const last = first + words.size();
  if (auto start = first; x3::parse(start, last, alone)) return true;
  while (first != last) {
    if (x3::parse(first, last, denied)) continue;
    if (x3::parse(first, last, cited)) return true;
    ++first;
  }
  return false;
}

}  // namespace scrub837::grammar
