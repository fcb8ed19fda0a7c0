#include "tests/support/generated/generators.hpp"

#include <ostream>
#include <string_view>
#include <utility>

#include "tests/support/generated/render.hpp"
#include "tests/support/rapidcheck.hpp"

namespace scrub837::test {
namespace {

namespace gen = rc::gen;

// The size of small files: RapidCheck's measure of how much is drawn.
constexpr int small = 12;

// A list of up to `most` things, and at least `least`.
template <typename T>
rc::Gen<std::vector<T>> some(int least, int most, rc::Gen<T> one) {
  auto list = gen::resize(most, gen::container<std::vector<T>>(std::move(one)));
  if (least == 0) return list;
  return gen::nonEmpty(std::move(list));
}

rc::Gen<GeneratedClaim> any_claim() {
  return gen::build<GeneratedClaim>(
      gen::set(&GeneratedClaim::flaw, gen::weightedElement<Flaw>({{5, Flaw::none},
                                                                  {5, Flaw::none_unlisted},
                                                                  {2, Flaw::untidy},
                                                                  {2, Flaw::note_only},
                                                                  {2, Flaw::unqualified},
                                                                  {2, Flaw::two_notes},
                                                                  {3, Flaw::no_narrative},
                                                                  {1, Flaw::no_control_number},
                                                                  {1, Flaw::unbalanced},
                                                                  {1, Flaw::unknown_segment}})),
      gen::set(&GeneratedClaim::more_lines, gen::weightedElement<int>({{4, 0}, {2, 1}, {1, 2}})),
      gen::set(&GeneratedClaim::dollars, gen::inRange(1, 400)));
}

rc::Gen<std::vector<GeneratedClaim>> any_claims() {
  return gen::weightedOneOf<std::vector<GeneratedClaim>>(
      {{60, some<GeneratedClaim>(0, 3, any_claim())}, {1, some<GeneratedClaim>(1, 100, any_claim())}});
}

rc::Gen<GeneratedSubscriber> any_subscriber() {
  auto const dependent = gen::build<GeneratedDependent>(gen::set(&GeneratedDependent::claims, any_claims()));
  return gen::build<GeneratedSubscriber>(
      gen::set(&GeneratedSubscriber::claims, any_claims()),
      gen::set(&GeneratedSubscriber::dependents, some<GeneratedDependent>(0, 3, dependent)));
}

rc::Gen<EnvelopeFault> any_fault(bool sound) {
  if (sound)
    return gen::weightedElement<EnvelopeFault>({{9, EnvelopeFault::none}, {1, EnvelopeFault::miscounted}});
  return gen::weightedElement<EnvelopeFault>({{20, EnvelopeFault::none},
                                              {1, EnvelopeFault::miscounted},
                                              {1, EnvelopeFault::other_control},
                                              {1, EnvelopeFault::no_trailer}});
}

rc::Gen<GeneratedSet> any_set(bool sound) {
  auto const provider = gen::build<GeneratedProvider>(
      gen::set(&GeneratedProvider::subscribers, some<GeneratedSubscriber>(1, 3, any_subscriber())));
  return gen::build<GeneratedSet>(
      gen::set(&GeneratedSet::kind, gen::weightedElement<SetKind>({{9, SetKind::professional},
                                                                   {1, SetKind::institutional},
                                                                   {1, SetKind::remittance},
                                                                   {1, SetKind::eligibility}})),
      gen::set(&GeneratedSet::versioned, gen::just(true)),
      gen::set(&GeneratedSet::padded_levels, gen::weightedElement<bool>({{4, false}, {1, true}})),
      gen::set(&GeneratedSet::shifted_levels, gen::weightedElement<bool>({{9, false}, {1, true}})),
      gen::set(&GeneratedSet::fault, any_fault(sound)),
      gen::set(&GeneratedSet::providers, some<GeneratedProvider>(1, 3, provider)));
}

rc::Gen<GeneratedGroup> any_group(bool sound) {
  return gen::build<GeneratedGroup>(
      gen::set(&GeneratedGroup::version,
               gen::weightedElement<std::string>(
                   {{4, "005010X222A1"}, {1, "005010X222"}, {1, "005010X222A2"}, {1, ""}})),
      gen::set(&GeneratedGroup::fault, any_fault(sound)),
      gen::set(&GeneratedGroup::sets, some<GeneratedSet>(1, 4, any_set(sound))));
}

rc::Gen<Style> any_style() {
  std::vector<Style> styles;
  for (std::string const line_end : {"", "\n", "\r\n", "\n\n", "\r\n\r\n"}) {
    for (std::string_view const bytes :
         {"*^:~", "|{^~", "*U:~", "*::~", ":^>~", "!&#'", "~^:'", "\x1d\x1e\x1f\x1c", "*^>\x85", "*^:|"}) {
      styles.push_back({bytes[0], bytes[1], bytes[2], bytes[3], line_end});
    }
  }
  styles.push_back({'*', '^', ':', '\n', ""});
  styles.push_back({'|', '^', '>', '\n', ""});
  styles.push_back({'*', '^', ':', '\r', "\n"});
  return gen::elementOf(std::move(styles));
}

rc::Gen<GeneratedFile> file_with(bool sound) {
  auto const surface = sound ? gen::just(Surface837::none)
                             : gen::weightedElement<Surface837>({{16, Surface837::none},
                                                                 {1, Surface837::indented},
                                                                 {1, Surface837::folded},
                                                                 {1, Surface837::narrow_isa},
                                                                 {1, Surface837::wide_isa}});
  auto const before =
      sound ? gen::just(std::string{})
            : gen::weightedElement<std::string>(
                  {{12, ""}, {1, "\xEF\xBB\xBF"}, {1, "  \r\n"}, {1, "Batch of Monday, IS ALL THERE\n"}});
  auto const interchange = gen::build<GeneratedInterchange>(
      gen::set(&GeneratedInterchange::style, any_style()), gen::set(&GeneratedInterchange::surface, surface),
      gen::set(&GeneratedInterchange::acknowledged, gen::weightedElement<bool>({{9, false}, {1, true}})),
      gen::set(&GeneratedInterchange::fault, any_fault(sound)),
      gen::set(&GeneratedInterchange::groups, some<GeneratedGroup>(1, 2, any_group(sound))),
      gen::set(&GeneratedInterchange::before, before));
  return gen::build<GeneratedFile>(
      gen::set(&GeneratedFile::interchanges, some<GeneratedInterchange>(1, 3, interchange)));
}

rc::Gen<std::vector<Damage>> damage() {
  auto const byte = gen::weightedOneOf<char>(
      {{1, gen::arbitrary<char>()},
       {2, gen::element('*', ':', '~', '^', '|', '\n', '\r', ' ', '\0', '0', '1', 'I', 'S', 'A')}});
  return some<Damage>(
      1, 6,
      gen::build<Damage>(gen::set(&Damage::what, gen::weightedElement<int>({{3, 0}, {3, 1}, {3, 2}, {1, 3}})),
                         gen::set(&Damage::where, gen::inRange<std::uint32_t>(0, 1U << 30U)),
                         gen::set(&Damage::byte, byte),
                         gen::set(&Damage::length, gen::weightedElement<int>({{5, 1}, {2, 7}, {1, 150}}))));
}

}  // namespace

void showValue(GeneratedFile const& file, std::ostream& out) { rc::show(render(file), out); }

void showValue(Damage const& damage, std::ostream& out) {
  out << damage.what << "@" << damage.where << " x" << damage.length << " byte "
      << static_cast<int>(static_cast<unsigned char>(damage.byte));
}

GeneratedFile any_file() { return *file_with(false); }
GeneratedFile sound_file() { return *file_with(true); }

std::string small_file(bool sound) { return render(*gen::resize(small, file_with(sound))); }

std::vector<Damage> any_damage() { return *damage(); }

GeneratedFile numbered_file(std::uint64_t number, int size, bool sound) {
  static auto const sound_files = file_with(true);
  static auto const all_files = file_with(false);
  auto const& files = sound ? sound_files : all_files;
  return files(rc::Random(number), size).value();
}

}  // namespace scrub837::test
