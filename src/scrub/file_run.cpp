#include "src/scrub/file_run.hpp"

#include <array>
#include <string>
#include <utility>

#include "src/io/errors.hpp"
#include "src/report/claims_seen.hpp"
#include "src/report/control_totals.hpp"
#include "src/rules/notices.hpp"
#include "src/scrub/claim_inheritance.hpp"
#include "src/scrub/envelope_scrubber.hpp"
#include "src/scrub/workers.hpp"

namespace scrub837 {
namespace {

constexpr std::uint64_t usual_claim_size = 400;  // bytes, with its subscriber

// Why an input can't be read at all; null: it can be tried.
Rule const* why_unreadable(Input& input) {
  if (input.damaged()) return &notice::damaged_gzip;
  std::array<char, 4> start{};
  auto const count = input.read_at(start, 0);
  std::string_view const bytes(start.data(), count);
  bool const wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                    bytes == std::string_view("I\0S\0", 4) || bytes == std::string_view("\0I\0S", 4);
  return wide ? &notice::wide_characters : nullptr;
}

class FileRun {
 public:
  explicit FileRun(FileJob const& job)
      : job_(job),
        stream_(*job.input, job.block_size),
        inheritance_(job.judge->settings().profiles.get(), job.judge->does(Duty::numbers_levels),
                     job.judge->guide().most_claims()),
        scrubber_(*job.judge),
        seen_(job.judge->settings()),
        events_({job.events, &totals_}),
        splitter_(*job.clean, *job.held,
                  {.levels = {.number_levels = job.judge->does(Duty::numbers_levels),
                              .part_subscribers = job.judge->does(Duty::parts_subscribers)},
                   .surface = {job.judge->does(Duty::strips_gaps), job.judge->does(Duty::strips_folds),
                               job.judge->does(Duty::closes_envelopes) && job.judge->settings().unsafe_fixes},
                   .numbers = job.numbers}),
        envelopes_({.judge = job.judge,
                    .supplies = job.supplies,
                    .record = job.record,
                    .splitter = &splitter_,
                    .events = &events_,
                    .repeats = job.repeats != nullptr ? job.repeats : &own_repeats(job),
                    .file = job.file}) {
    if (seen_.is_needed()) events_.add(seen_);
  }

  Outcome run() {
    if (auto const* const why = why_unreadable(*job_.input)) return refuse(*why, 0);
    envelopes_.expect_claims(job_.input->size() / usual_claim_size);
    try {
      read_all();
    } catch (SegmentStream::UnitTooLarge const& error) {
      return refuse(notice::too_large, error.offset);
    }
    if (!envelopes_.saw_envelope()) return refuse(notice::not_x12, 0);
    events_.commit();
    return outcome();
  }

 private:
  RepeatMemory& own_repeats(FileJob const& job) {
    own_repeats_.emplace(RepeatMemory::Options{.new_control_numbers = job.numbers.has_value()});
    own_repeats_->begin_input(job.file);
    return *own_repeats_;
  }

  void read_all() {
    Workers workers({.read =
                         [this](Piece& piece) {
                           stream_.next(piece);
                           inheritance_.mark(piece);
                         },
                     .handle = [this](Piece& piece) { return handle(piece); },
                     .done = [this](Piece& piece, auto give_back) { done(piece, std::move(give_back)); }},
                    scrubber_, job_.queue, job_.input->size());
    workers.run([this] {
      auto rewound = envelopes_.rewind();
      stream_.seek(rewound.position, rewound.size);
      inheritance_.reset(std::move(rewound.receivers));
    });
  }

  bool handle(Piece& piece) {
    bool const goes_on = envelopes_.handle(piece);
    if (job_.progress) job_.progress(piece.offset());
    return goes_on;
  }

  void done(Piece& piece, std::function<void()> give_back) {
    if (job_.queue != nullptr)
      return job_.input->take_later(*job_.queue, piece.offset(), piece.bytes(), std::move(give_back));
    job_.input->take(piece.offset(), piece.bytes());
    give_back();
  }

  // Nothing of the input goes out: it can't be told what belongs to what.
  Outcome refuse(Rule const& notice, std::uint64_t offset) {
    splitter_.discard();
    events_.discard();
    envelopes_.refuse_all(notice, offset);
    return {.totals = totals_.totals(), .status = Status::unreadable};
  }

  [[nodiscard]] Outcome outcome() const {
    auto const& state = envelopes_.state();
    auto const& repeats = job_.repeats != nullptr ? *job_.repeats : *own_repeats_;
    Outcome outcome{.totals = totals_.totals(),
                    .status = Status::ok,
                    .interchanges = state.interchange_index,
                    .groups = state.group_ordinal,
                    .claims_not_compared = repeats.not_compared(),
                    .by_payer = totals_.by_payer(),
                    .by_billing_provider = totals_.by_billing_provider(),
                    .seen = seen_.seen()};
    auto& totals = outcome.totals;
    totals.in = state.in;
    totals.refused = state.refused;
    totals.withheld = state.withheld;
    if (!totals.balanced()) {
      throw EnvironmentError("the control totals of " + std::string(job_.file) +
                             " do not balance; nothing is published");
    }
    if (totals.refused) {
      outcome.status = Status::refused;
    } else if (totals.of(Disposition::held).claims > 0 || totals.withheld) {
      outcome.status = Status::held;
    }
    return outcome;
  }

  FileJob const& job_;
  SegmentStream stream_;
  ClaimInheritance inheritance_;
  ClaimScrubber scrubber_;
  std::optional<RepeatMemory> own_repeats_;
  ControlTotals totals_;
  ClaimsSeenCounter seen_;
  Consumers events_;  ///< the job's, and the totals
  ClaimSplitter splitter_;
  EnvelopeScrubber envelopes_;
};

}  // namespace

Outcome run_file(FileJob const& job) { return FileRun(job).run(); }

}  // namespace scrub837
