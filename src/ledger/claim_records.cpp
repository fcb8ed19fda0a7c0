#include "src/ledger/claim_records.hpp"

#include <array>
#include <cstring>
#include <type_traits>

#include "scrub837/settings.hpp"
#include "src/io/file_operations.hpp"

namespace scrub837::ledger {
namespace {

static_assert(std::is_trivially_copyable_v<ClaimRecord>);

std::string_view bytes_of(ClaimRecord const& record) {
  return {reinterpret_cast<char const*>(&record), sizeof record};
}

// Texts with their sizes before them.
std::string packed(SetRecord const& record) {
  std::string bytes;
  auto const add = [&](std::string_view text) {
    auto const size = static_cast<std::uint32_t>(text.size());
    bytes.append(reinterpret_cast<char const*>(&size), sizeof size).append(text);
  };
  bytes.append(reinterpret_cast<char const*>(&record.ordinal), sizeof record.ordinal);
  for (auto const* const text : {&record.sender, &record.receiver, &record.interchange, &record.group,
                                 &record.set, &record.sent_interchange, &record.sent_group})
    add(*text);
  return bytes;
}

// Takes a record from the beginning of the bytes. \return nothing if it is not whole
std::optional<SetRecord> unpack(std::string_view& bytes) {
  auto rest = bytes;
  SetRecord record;
  auto const take = [&](void* into, std::size_t size) {
    if (rest.size() < size) return false;
    std::memcpy(into, rest.data(), size);
    rest.remove_prefix(size);
    return true;
  };
  if (!take(&record.ordinal, sizeof record.ordinal)) return std::nullopt;
  for (auto* const text : {&record.sender, &record.receiver, &record.interchange, &record.group, &record.set,
                           &record.sent_interchange, &record.sent_group}) {
    std::uint32_t size = 0;
    if (!take(&size, sizeof size) || rest.size() < size) return std::nullopt;
    text->assign(rest.substr(0, size));
    rest.remove_prefix(size);
  }
  bytes = rest;
  return record;
}

std::string without_blanks(std::string_view text) {
  auto const last = text.find_last_not_of(' ');
  return std::string(text.substr(0, last == text.npos ? 0 : last + 1));
}

std::string_view element_of(std::string_view isa, char separator, int number) {
  for (; number > 0; --number) isa.remove_prefix(std::min(isa.find(separator), isa.size() - 1) + 1);
  return isa.substr(0, isa.find(separator));
}

Sink::Open const temporary = [] { return open_private_temporary(); };

void add_text(std::string& content, std::string_view segment) { content.append(segment).push_back('\n'); }

std::int64_t hash_of_sent(ClaimHash const& hash, ClaimUnit const& unit, WorkingClaim const& claim) {
  std::string content;
  for (auto const& line : claim.lines()) add_text(content, line.text);
  return hash(ClaimHash::Of::content, content + unit.above().digest());
}

// NAR001.
bool is_rule_id(std::string_view word) { return find_rule(word) != nullptr; }

std::string errors_left(ClaimVerdict const& verdict, Settings const& settings) {
  std::string rules;
  for (auto const& finding : verdict.left()) {
    if (!settings.holds(finding.severity) || rules.find(finding.rule->id) != rules.npos) continue;
    rules.append(rules.empty() ? "" : " ").append(finding.rule->id);
  }
  return rules;
}

}  // namespace

std::int64_t content_hash(ClaimHash const& hash, ClaimUnit const& unit) {
  std::string content;
  for (std::size_t i = 0; i < unit.segments().size(); ++i) add_text(content, unit.segment(i).text());
  return hash(ClaimHash::Of::content, content + unit.above().digest());
}

ClaimRecords::ClaimRecords(ClaimHash const& hash, std::optional<ControlNumbers> numbers)
    : hash_(&hash),
      numbers_(numbers),
      claims_(temporary, nullptr, "a temporary file in " + temporary_folder()),
      sets_(temporary, nullptr, "a temporary file in " + temporary_folder()),
      claim_marks_(claims_),
      set_marks_(sets_) {}

void ClaimRecords::begin(InterchangeStart const& start) {
  reasons_.begin(start);
  constexpr int sender = 6;
  constexpr int receiver = 8;
  auto const element = [&](int number) {
    return start.text.empty() ? std::string{}
                              : without_blanks(element_of(start.text, start.delimiters.element, number));
  };
  sender_ = element(sender);
  receiver_ = element(receiver);
}

void ClaimRecords::note_set(ClaimUnit const& unit) {
  auto const& where = unit.where();
  if (any_set_ && last_set_ == where.set_ordinal) return;
  any_set_ = true;
  last_set_ = where.set_ordinal;
  SetRecord record{.ordinal = where.set_ordinal,
                   .sender = sender_,
                   .receiver = receiver_,
                   .interchange = std::string(where.interchange),
                   .group = std::string(where.group),
                   .set = std::string(where.set)};
  record.sent_interchange = numbers_ ? numbers_->interchange(where.interchange_ordinal) : record.interchange;
  record.sent_group = numbers_ ? numbers_->group(where.group_ordinal) : record.group;
  sets_.append(packed(record));
}

std::uint32_t ClaimRecords::index_of(std::string text) {
  auto const found = text_indices_.find(text);
  if (found != text_indices_.end()) return found->second;
  auto const index = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(text);
  text_indices_.emplace(std::move(text), index);
  return index;
}

void ClaimRecords::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  note_set(unit);
  ClaimRecord record{.claim_index = unit.where().claim, .set_ordinal = unit.where().set_ordinal};
  record.id_hash = (*hash_)(ClaimHash::Of::id, unit.segment(0)[1]);
  record.received = content_hash(*hash_, unit);
  bool const went_out = verdict.disposition != Disposition::held;
  record.changed = went_out && verdict.fix_result.claim.has_value();
  record.sent = record.changed ? hash_of_sent(*hash_, unit, *verdict.fix_result.claim) : record.received;
  record.services = services_hash(*hash_, verdict);
  record.cents = verdict.cents;
  record.disposition = verdict.disposition;
  if (!went_out) {
    record.rules = index_of(rules_that_hold(unit, verdict));
  } else {
    record.rules = index_of(
        verdict.disposition == Disposition::released ? errors_left(verdict, unit.settings()) : std::string{});
  }
  record.released_by = index_of(verdict.released_by);
  claims_.append(bytes_of(record));
}

// Its own and those above it, without their places: `NAR001 COD002` of `NAR001; COD002 at 2010AA NM109
// segment 8`.
std::string ClaimRecords::rules_that_hold(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  held_for_.clear();
  reasons_.assign(held_for_, unit, verdict);
  std::string rules;
  for (std::string_view rest = held_for_; !rest.empty();) {
    auto const word = rest.substr(0, rest.find_first_of(" ;"));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (!is_rule_id(word) || rules.find(word) != rules.npos) continue;
    rules.append(rules.empty() ? "" : " ").append(word);
  }
  return rules;
}

std::int64_t services_hash(ClaimHash const& hash, ClaimVerdict const& verdict) {
  auto const key = verdict.services_key;
  return key == 0 ? 0 : hash(ClaimHash::Of::services, {reinterpret_cast<char const*>(&key), sizeof key});
}

void ClaimRecords::save(EnvelopeLevel level) {
  claim_marks_.save(level);
  set_marks_.save(level);
  saved_.at(static_cast<std::size_t>(level)) = {sender_, receiver_, last_set_, any_set_};
}

void ClaimRecords::restore(EnvelopeLevel level) {
  claim_marks_.restore(level);
  set_marks_.restore(level);
  auto const& saved = saved_.at(static_cast<std::size_t>(level));
  sender_ = saved.sender;
  receiver_ = saved.receiver;
  last_set_ = saved.last_set;
  any_set_ = saved.any_set;
}

void ClaimRecords::discard() {
  claim_marks_.discard();
  set_marks_.discard();
  any_set_ = false;
}

void ClaimRecords::each_claim(std::function<void(ClaimRecord const&)> const& take) {
  std::string waiting;
  claims_.read_all([&](std::string_view bytes) {
    waiting.append(bytes);
    std::size_t used = 0;
    for (ClaimRecord record; waiting.size() - used >= sizeof record; used += sizeof record) {
      std::memcpy(&record, waiting.data() + used, sizeof record);
      take(record);
    }
    waiting.erase(0, used);
  });
}

void ClaimRecords::each_set(std::function<void(SetRecord const&)> const& take) {
  std::string waiting;
  sets_.read_all([&](std::string_view bytes) {
    waiting.append(bytes);
    std::string_view rest = waiting;
    while (auto const record = unpack(rest)) take(*record);
    waiting.erase(0, waiting.size() - rest.size());
  });
}

}  // namespace scrub837::ledger
