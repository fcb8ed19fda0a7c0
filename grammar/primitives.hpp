#pragma once

// X3 primitives over segment tokens. A loop is a trigger and a body that cannot fail, so the tape is only
// ever appended to; the shapes and their speed were measured.

#include <algorithm>
#include <array>
#include <boost/spirit/home/x3/auxiliary/eoi.hpp>
#include <boost/spirit/home/x3/core.hpp>
#include <boost/spirit/home/x3/nonterminal.hpp>
#include <boost/spirit/home/x3/operator.hpp>
#include <initializer_list>
#include <string_view>

#include "scrub837/claim/loops.hpp"
#include "scrub837/x12/segment_names.hpp"

namespace scrub837::grammar {

namespace x3 = boost::spirit::x3;

using Iterator = Segment const*;

struct sink_tag;
struct Sink {
  LoopSpans* loop_spans;
  Iterator begin;
};

consteval Kind kind(std::string_view id) {
  for (auto const& known : segment_names) {
    if (known.id == id && in_guide(known.kind)) return known.kind;
  }
  throw "no segment of the guide has this id";  // does not compile
}

using KindSet = std::uint64_t;
static_assert(static_cast<unsigned>(Kind::count_) <= 64);

constexpr KindSet bit(Kind kind) { return KindSet{1} << static_cast<unsigned>(kind); }

/// One segment with this id and first qualifier (HL: HL03).
struct seg_parser : x3::parser<seg_parser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  constexpr seg_parser(Kind kind_, Tag qualifier_) : kind(kind_), qualifier(qualifier_) {}

  template <typename It, typename Context, typename RContext, typename Attribute>
  [[gnu::always_inline]] bool parse(It& first, It const& last, Context const&, RContext&, Attribute&) const {
    if (first == last || first->kind != kind || (qualifier != 0 && first->qualifier != qualifier))
      return false;
    ++first;
    return true;
  }
  Kind kind;
  Tag qualifier;
};

consteval seg_parser seg(std::string_view id, std::string_view qualifier = {}) {
  return {kind(id), pack_tag(qualifier)};
}

/// One segment whose kind is in a set: a bit test.
struct any_of_parser : x3::parser<any_of_parser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  constexpr explicit any_of_parser(KindSet kinds_) : kinds(kinds_) {}

  template <typename It, typename Context, typename RContext, typename Attribute>
  [[gnu::always_inline]] bool parse(It& first, It const& last, Context const&, RContext&, Attribute&) const {
    if (first == last || (kinds & bit(first->kind)) == 0) return false;
    ++first;
    return true;
  }
  KindSet kinds;
};

template <typename... Ids>
consteval any_of_parser any_of(Ids... ids) {
  return any_of_parser{(bit(kind(ids)) | ...)};
}

/// What leaves a loop: segments of some kinds, and parties (NM1) with some qualifiers.
struct Next {
  static constexpr std::size_t max_parties = 12;
  KindSet kinds = 0;
  std::array<Tag, max_parties> parties{};  ///< 0 behind the last

  [[nodiscard]] bool includes(Segment const& segment) const {
    if (segment.kind != Kind::NM1) return (kinds & bit(segment.kind)) != 0;
    for (auto const party : parties) {
      if (party == 0) return false;
      if (party == segment.qualifier) return true;
    }
    return false;
  }
  consteval Next operator|(Next const& more) const {
    auto all = *this;
    all.kinds |= more.kinds;
    auto room = std::ranges::find(all.parties, Tag{0});
    for (auto const party : more.parties) {
      if (party == 0) break;
      if (room == all.parties.end()) throw "too many parties";  // does not compile
      *room++ = party;
    }
    return all;
  }
};

template <typename... Ids>
consteval Next next(Ids... ids) {
  return {(bit(kind(ids)) | ...), {}};
}
template <typename... Qualifiers>
consteval Next next_party(Qualifiers... qualifiers) {
  return {0, {pack_tag(qualifiers)...}};
}

/// Notes one segment as a stray of the loop that is open.
template <typename It, typename Context>
[[gnu::noinline]] void add_stray(It& first, Context const& context) {
  auto const& [loop_spans, begin] = x3::get<sink_tag>(context);
  auto const index = static_cast<std::uint32_t>(first - begin);
  loop_spans->push_back({LoopId::stray, index, index + 1});
  ++first;
}

/// One segment that has no place where it is and that begins nothing else: the loop goes on behind it.
struct stray_parser : x3::parser<stray_parser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  constexpr explicit stray_parser(Next const& next_) : next(next_) {}

  template <typename It, typename Context, typename RContext, typename Attribute>
  [[gnu::always_inline]] bool parse(It& first, It const& last, Context const& context, RContext&,
                                    Attribute&) const {
    if (first == last || next.includes(*first)) return false;
    add_stray(first, context);
    return true;
  }
  Next next;
};

consteval stray_parser stray_unless(Next const& next) { return stray_parser{next}; }

/// One segment of these kinds, as a stray.
struct stray_of_parser : x3::parser<stray_of_parser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  constexpr explicit stray_of_parser(KindSet kinds_) : kinds(kinds_) {}

  template <typename It, typename Context, typename RContext, typename Attribute>
  bool parse(It& first, It const& last, Context const& context, RContext&, Attribute&) const {
    if (first == last || (kinds & bit(first->kind)) == 0) return false;
    add_stray(first, context);
    return true;
  }
  KindSet kinds;
};

template <typename... Ids>
consteval stray_of_parser as_stray(Ids... ids) {
  return stray_of_parser{(bit(kind(ids)) | ...)};
}

/// Segments of some kinds, and of others those with some qualifiers.
struct Members {
  static constexpr std::size_t max_qualified = 16;
  struct Qualified {
    Kind kind = Kind::unknown;
    Tag qualifier = 0;
  };
  KindSet kinds = 0;
  std::array<Qualified, max_qualified> qualified{};  ///< unknown behind the last

  [[nodiscard]] constexpr bool includes(Segment const& segment) const {
    if ((kinds & bit(segment.kind)) != 0) return true;
    for (auto const& one : qualified) {
      if (one.kind == Kind::unknown) return false;
      if (one.kind == segment.kind && one.qualifier == segment.qualifier) return true;
    }
    return false;
  }
  consteval Members operator|(Members const& more) const {
    auto all = *this;
    all.kinds |= more.kinds;
    auto room = std::ranges::find(all.qualified, Kind::unknown, &Qualified::kind);
    for (auto const& one : more.qualified) {
      if (one.kind == Kind::unknown) break;
      if (room == all.qualified.end()) throw "too many qualifiers";  // does not compile
      *room++ = one;
    }
    return all;
  }
};

template <typename... Ids>
consteval Members members(Ids... ids) {
  return {(bit(kind(ids)) | ...), {}};
}
template <typename... Qualifiers>
consteval Members members_with(std::string_view id, Qualifiers... qualifiers) {
  return {0, {Members::Qualified{kind(id), pack_tag(qualifiers)}...}};
}

/// A segment that has no place where it is, with what belongs to it behind it, as one stray.
struct stray_group_parser : x3::parser<stray_group_parser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  constexpr stray_group_parser(Members const& head_, Members const& parts_, Next const& next_)
      : head(head_), parts(parts_), next(next_) {}

  template <typename It, typename Context, typename RContext, typename Attribute>
  bool parse(It& first, It const& last, Context const& context, RContext&, Attribute&) const {
    if (first == last || !head.includes(*first) || next.includes(*first)) return false;
    add_stray(first, context);
    auto& group = x3::get<sink_tag>(context).loop_spans->back();
    for (; first != last && parts.includes(*first); ++first) ++group.last;
    return true;
  }
  Members head, parts;
  Next next;
};

/// \param next what begins another loop, and is no head
consteval stray_group_parser stray_group(Members const& head, Members const& parts, Next const& next = {}) {
  return {head, parts, next};
}

template <typename Trigger, typename Body>
struct loop_parser : x3::binary_parser<Trigger, Body, loop_parser<Trigger, Body>> {
  using base = x3::binary_parser<Trigger, Body, loop_parser<Trigger, Body>>;
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  constexpr loop_parser(LoopId id_, Trigger const& trigger, Body const& body)
      : base(trigger, body), id(id_) {}

  template <typename It, typename Context, typename RContext, typename Attribute>
  [[gnu::always_inline]] bool parse(It& first, It const& last, Context const& context, RContext& rcontext,
                                    Attribute&) const {
    auto const begin = first;
    if (!this->left.parse(first, last, context, rcontext, x3::unused)) return false;
    auto const& sink = x3::get<sink_tag>(context);
    auto const slot = sink.loop_spans->size();
    sink.loop_spans->push_back({id, static_cast<std::uint32_t>(begin - sink.begin), 0});
    this->right.parse(first, last, context, rcontext, x3::unused);
    (*sink.loop_spans)[slot].last = static_cast<std::uint32_t>(first - sink.begin);
    return true;
  }
  LoopId id;
};

template <typename Trigger>
struct loop_trigger {
  template <typename Body>
  constexpr auto operator[](Body const& body) const {
    auto const parser = x3::as_parser(body);
    return loop_parser<Trigger, std::remove_cv_t<decltype(parser)>>{id, trigger, parser};
  }
  LoopId id;
  Trigger trigger;
};

template <typename Trigger>
constexpr auto loop(LoopId id, Trigger const& trigger) {
  return loop_trigger<Trigger>{id, trigger};
}

}  // namespace scrub837::grammar
