#include <algorithm>
#include <map>

#include "scrub837/rule.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/generated/generators.hpp"
#include "tests/support/generated/render.hpp"
#include "tests/support/property.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/structure.hpp"

// The invariants of docs/architecture.md on generated files. tests/support/generated/file.hpp says what those
// look like.

namespace scrub837::test::scrub_property_test {
namespace {

Settings judged() { return {}; }
Settings judged_with_unsafe_fixes() {
  auto settings = judged();
  settings.unsafe_fixes = true;
  return settings;
}

Settings const& nothing_judged() {
  static Settings const settings = ignoring({"ALL"});
  return settings;
}

std::string told(Scrubbed const& scrubbed) {
  std::string text;
  for (auto const& f : scrubbed.findings) {
    for (auto const* const part : {&f.rule, &f.severity, &f.element, &f.loop, &f.message, &f.before, &f.after,
                                   &f.segment, &f.claim, &f.line, &f.disposition}) {
      text += *part + "|";
    }
    for (auto const value : {f.claim_index, f.line_index, f.segment_number, f.offset, f.interchange_index}) {
      text += std::to_string(value) + "|";
    }
    text += std::string(f.applied ? "applied" : "") + (f.has_fix ? "fix" : "") + "\n";
  }
  for (auto const& row : scrubbed.rows) {
    text += row.key + "|" + row.rule + "|" + row.needed + "|" + row.claim + "|" +
            std::to_string(row.claim_index) + "|" + std::to_string(row.line_index) +
            (row.required ? "|required\n" : "\n");
  }
  auto const& totals = scrubbed.outcome.totals;
  for (auto const& tally : totals.by_disposition) {
    text += std::to_string(tally.claims) + " " + std::to_string(tally.cents) + "\n";
  }
  for (auto const& [rule, count] : totals.by_rule) text += rule + " " + std::to_string(count) + "\n";
  text += std::to_string(totals.lines) + " " + std::to_string(totals.unlisted_lines) + " " +
          std::string(name_of(scrubbed.outcome.status));
  return text;
}

TEST_CASE("identity: with every rule ignored, a generated file comes back byte for byte") {
  holds(300, [] {
    auto const bytes = render(any_file());
    auto const out = scrub_text(bytes, nothing_judged());
    ensure_equal(out.clean, bytes);
    ensure(out.held.empty());
    ensure_equal(out.outcome.status, Status::ok);
  });
}

TEST_CASE("identity: damaged bytes come back too wherever an ISA, or the beginning of a set, can be read") {
  holds(1200, [] {
    auto const whole = render(any_file());
    auto const bytes = damaged(whole, any_damage());
    auto const out = scrub_text(bytes, nothing_judged());
    if (out.outcome.status == Status::unreadable) {
      ensure(out.clean.empty());
      // Its beginning was damaged: an ISA that nothing happened to is read.
      ensure(!bytes.starts_with(whole.substr(0, 160)));
    } else {
      ensure_equal(out.clean, bytes);
    }
    ensure(out.held.empty());
  });
}

TEST_CASE("identity: a file in which nothing was mended or held comes back as it was") {
  holds(200, [] {
    auto file = sound_file();
    for (auto& interchange : file.interchanges) {
      interchange.fault = EnvelopeFault::none;
      for (auto& group : interchange.groups) {
        group.fault = EnvelopeFault::none;
        for (auto& set : group.sets) {
          set.fault = EnvelopeFault::none;
          set.shifted_levels = false;
          for (auto& provider : set.providers) {
            for (auto& subscriber : provider.subscribers) {
              for (auto& claim : subscriber.claims) claim.flaw = Flaw::none;
              for (auto& dependent : subscriber.dependents) {
                for (auto& claim : dependent.claims) claim.flaw = Flaw::none_unlisted;
              }
            }
          }
        }
      }
    }
    auto const bytes = render(file);
    auto const out = scrub_text(bytes, judged());
    ensure_equal(out.clean, bytes);
    ensure(out.held.empty());
    ensure_equal(out.claims(Disposition::fixed), 0U);
  });
}

TEST_CASE("damaged bytes are judged without a crash, and nothing is lost") {
  holds(1200, [] {
    auto const bytes = damaged(render(any_file()), any_damage());
    auto const out = scrub_text(bytes, judged());
    ensure(out.outcome.totals.balanced());
    if (out.outcome.status == Status::unreadable) ensure(out.clean.empty());
    if (out.outcome.status == Status::unreadable) return;
    // No claim is lost: its number stands in one of the files.
    std::string both = out.clean + out.held;
    std::erase_if(both, [](char c) { return c == '\r' || c == '\n'; });
    for (auto const& claim : read_structure(bytes).claims) ensure(both.find(claim.id) != std::string::npos);
  });
}

TEST_CASE("idempotence: a clean file scrubbed again has no error, nothing held, and keeps its bytes") {
  holds(300, [] {
    auto const first = scrub_text(render(any_file()), judged());
    // Text between interchanges stays in the clean file, even if all of those are held.
    if (read_structure(first.clean).interchanges == 0) return;
    auto const second = scrub_text(first.clean, judged());
    ensure_equal(second.clean, first.clean);
    ensure(second.held.empty());
    ensure_equal(second.claims(Disposition::fixed), 0U);
    auto const clean = read_structure(first.clean);
    for (auto const& found : second.findings) {
      ensure(!found.applied);
      // An interchange without a claim stays as it is, whatever is the matter with it.
      ensure(found.severity != "error" ||
             std::none_of(clean.claims.begin(), clean.claims.end(), [&](SeenClaim const& claim) {
               return claim.interchange == found.interchange_index;
             }));
    }
  });
}

TEST_CASE("idempotence: what unsafe fixes mended stays mended") {
  holds(150, [] {
    auto const settings = judged_with_unsafe_fixes();
    auto const first = scrub_text(render(any_file()), settings);
    if (first.clean.empty()) return;
    ensure(first.outcome.status != Status::refused);
    auto const second = scrub_text(first.clean, settings);
    ensure_equal(second.clean, first.clean);
    ensure(second.held.empty());
  });
}

TEST_CASE("idempotence: under a demanding payer profile too, in whatever blocks") {
  auto const settings = under(
      "codes.unlisted = { narrative_in = ['2400 NTE', '2300 NTE'], narrative_min_letters = 15, attachment = "
      "'forbidden', transmissions = ['FX'], max_units = 1 }\nseverity.NAR011 = 'warning'",
      judged_with_unsafe_fixes());
  holds(150, [&] {
    auto const bytes = render(any_file());
    auto const first = scrub_text(bytes, settings);
    auto const pieces = scrub_text(bytes, settings, 64);
    ensure_equal(pieces.clean, first.clean);
    ensure_equal(pieces.rules(), first.rules());
    if (first.clean.empty() || first.outcome.status == Status::refused) return;
    auto const second = scrub_text(first.clean, settings);
    ensure_equal(second.clean, first.clean);
    ensure(second.held.empty());
  });
}

TEST_CASE("conservation: claims and cents in are those in the clean and in the held file, each claim once") {
  holds(300, [] {
    auto const file = any_file();
    auto const bytes = render(file);
    auto const received = read_structure(bytes);
    ensure_equal(received.claims.size(), flaws_of(file).size());
    auto const out = scrub_text(bytes, judged());
    auto const clean = read_structure(out.clean);
    auto const held = read_structure(out.held);
    auto const& totals = out.outcome.totals;
    ensure_equal(totals.in.claims, received.claims.size());
    ensure_equal(totals.in.cents, received.cents());
    ensure_equal(totals.of(Disposition::held).claims, held.claims.size());
    ensure_equal(totals.of(Disposition::held).cents, held.cents());
    ensure(totals.of(Disposition::clean).claims + totals.of(Disposition::fixed).claims ==
           clean.claims.size());
    ensure_equal(totals.of(Disposition::clean).cents + totals.of(Disposition::fixed).cents, clean.cents());
    ensure_equal(totals.of(Disposition::released).claims, 0U);
    for (std::size_t i = 0; i < received.claims.size(); ++i) {
      auto const& claim = received.claims[i];
      auto const* const kept = held.find(claim.id);
      auto const* const sent = clean.find(claim.id);
      ensure((kept != nullptr) != (sent != nullptr));
      // Held claims are as they were received, whatever is the matter with the file.
      if (kept != nullptr) ensure_equal(kept->bytes, claim.bytes);
    }
  });
}

TEST_CASE("conservation: with --hold never claims are held only where a receiver refuses the whole set") {
  holds(150, [] {
    Settings settings;
    settings.hold = Hold::never;
    auto const bytes = render(any_file());
    auto const out = scrub_text(bytes, settings);
    ensure(out.held.empty() || out.outcome.totals.refused);
    auto const clean = read_structure(out.clean);
    auto const held = read_structure(out.held);
    auto const received = read_structure(bytes);
    ensure_equal(out.outcome.totals.in.claims, clean.claims.size() + held.claims.size());
    ensure_equal(out.claims(Disposition::held), held.claims.size());
    ensure_equal(received.claims.size(), clean.claims.size() + held.claims.size());
    ensure_equal(received.cents(), clean.cents() + held.cents());
  });
}

TEST_CASE("splitting: clean and held file are what the model says, byte for byte") {
  holds(400, [] {
    auto const file = sound_file();
    auto const out = scrub_text(render(file), judged());
    ensure_equal(out.clean, render(file, Part::clean));
    ensure_equal(out.held, render(file, Part::held));
  });
}

TEST_CASE("splitting: dispositions are what the claims' flaws say") {
  holds(150, [] {
    auto const file = sound_file();
    auto const out = scrub_text(render(file), judged());
    auto const flaws = flaws_of(file);
    auto const held = static_cast<std::uint64_t>(std::count_if(flaws.begin(), flaws.end(), is_held));
    auto const fixed = static_cast<std::uint64_t>(std::count_if(flaws.begin(), flaws.end(), is_fixed));
    ensure_equal(out.claims(Disposition::held), held);
    ensure_equal(out.claims(Disposition::fixed), fixed);
    ensure_equal(out.claims(Disposition::clean), flaws.size() - held - fixed);
    ensure_equal(out.outcome.status, (held > 0 ? Status::held : Status::ok));
  });
}

TEST_CASE("validity: both files of a sound input are whole interchanges with right counts and numbers") {
  holds(300, [] {
    auto const out = scrub_text(render(sound_file()));
    ensure_equal(read_structure(out.clean).all_faults(), "");
    ensure_equal(read_structure(out.held).all_faults(), "");
  });
}

TEST_CASE("validity: the clean file is whole whatever the envelopes of the input were") {
  holds(300, [] {
    auto const out = scrub_text(render(any_file()), judged());
    ensure_equal(read_structure(out.clean).all_faults(), "");
  });
}

TEST_CASE("independence: findings, rows, totals and bytes do not depend on the block size") {
  holds(120, [] {
    auto bytes = render(any_file());
    if (any_flag()) bytes = damaged(std::move(bytes), any_damage());
    auto const whole = scrub_text(bytes);
    auto const whole_told = told(whole);
    for (std::size_t const size : {std::size_t{64}, std::size_t{65}, std::size_t{127}, std::size_t{4096}}) {
      auto const out = scrub_text(bytes, {}, size);
      ensure_equal(out.clean, whole.clean);
      ensure_equal(out.held, whole.held);
      ensure_equal(told(out), whole_told);
    }
  });
}

TEST_CASE("every held claim has a worklist row, or something above it has one") {
  holds(200, [] {
    auto bytes = render(any_file());
    auto const received = read_structure(bytes);
    auto const out = scrub_text(bytes, judged());
    auto const held = read_structure(out.held);
    std::map<std::uint64_t, std::string> asked;
    bool above = false;
    for (auto const& row : out.rows) {
      ensure(!row.key.empty());
      ensure(row.key[0] >= 'A' && row.key[0] <= 'Z');
      ensure(!row.needed.empty());
      if (row.claim_index == 0) {
        above = true;
      } else {
        asked[row.claim_index] = row.claim;
      }
    }
    std::map<std::uint64_t, bool> refused;
    for (auto const& found : out.findings) {
      if (found.severity == "error" && found.claim_index == 0 && !found.applied)
        refused[found.interchange_index] = true;
    }
    for (auto const& claim : held.claims) {
      auto const at = static_cast<std::uint64_t>(received.find(claim.id) - received.claims.data()) + 1;
      if (asked.contains(at)) {
        ensure_equal(asked[at], claim.id);
      } else {
        ensure(above);
        ensure(refused.contains(received.claims[at - 1].interchange));
      }
    }
  });
}

TEST_CASE("a held file scrubbed again holds the same claims") {
  holds(150, [] {
    auto const first = scrub_text(render(sound_file()));
    if (first.held.empty()) return;
    auto const again = scrub_text(first.held);
    ensure(again.clean.empty());
    ensure_equal(again.held, first.held);
  });
}

}  // namespace
}  // namespace scrub837::test::scrub_property_test
