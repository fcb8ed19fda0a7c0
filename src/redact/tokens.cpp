#include "src/redact/tokens.hpp"

#include <algorithm>
#include <array>

#include "src/io/sha256.hpp"
#include "src/narrative/vocabulary.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::redact {
namespace {

constexpr std::string_view vowels = "AEIOUY";
constexpr std::string_view consonants = "BCDFGHJKLMNPQRSTVWXZ";

// In a large file nearly every number of four digits may be there: that two differ goes before.
constexpr std::uint64_t strict_attempts = 300, most_attempts = 2000;

bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }
bool all_letters(std::string_view text) { return std::ranges::all_of(text, is_letter); }

// Luhn over 80840 and the NPI; the prefix adds 24.
bool is_npi(std::string_view digits) {
  constexpr std::size_t length = 10;
  if (digits.size() != length || !all_digits(digits)) return false;
  int sum = 24;
  for (std::size_t i = 0; i < length; ++i) {
    int digit = digits[i] - '0';
    if (i % 2 == 0) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 == 0;
}

// The form of a Medicare number: C A AN N A AN N A A N N, without S, L, O, I, B, Z.
bool is_medicare_number(std::string_view id) {
  constexpr std::string_view form = "CAXNAXNAANN";
  if (id.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    bool const digit = is_digit(id[i]);
    bool const letter = !digit && std::string_view("SLOIBZ").find(id[i]) == std::string_view::npos;
    if (form[i] == 'C'   ? !(digit && id[i] != '0')
        : form[i] == 'N' ? !digit
        : form[i] == 'A' ? !letter
                         : !digit && !letter)
      return false;
  }
  return true;
}

// XXXXXX, 999999. Zeros are not: what is filled up with them has to change.
bool is_one_character(std::string_view text) {
  return text.size() > 1 && text[0] != '0' && text.find_first_not_of(text[0]) == std::string_view::npos;
}

// What must stay as it is.
struct Features {
  bool npi = false, medicare = false, day = false, one_character = false, npi_begin = false;
  friend bool operator==(Features const&, Features const&) = default;
};

Features features_of(std::string_view run) {
  Features found;
  found.npi = is_npi(run);
  found.npi_begin = run.size() == 10 && all_digits(run) && (run[0] == '1' || run[0] == '2');
  found.medicare = is_medicare_number(run);
  found.day = day_of(run) != 0;
  found.one_character = is_one_character(run);
  return found;
}

}  // namespace

bool in_vocabulary(std::string_view word) {
  return Vocabulary::built_in().meaning_of(KeyedWord(word)) != WordMeaning{};
}

std::string Secret::bytes(std::string_view purpose, std::string_view value, std::uint64_t attempt) const {
  auto text = digest_;
  text.append(" ").append(std::to_string(round_)).append(" ").append(std::to_string(attempt));
  text.append(" ").append(purpose).append(" ").append(value);
  return sha256(text);
}

std::uint64_t Secret::number(std::string_view purpose, std::string_view value, std::uint64_t attempt) const {
  return std::stoull(bytes(purpose, value, attempt).substr(0, 15), nullptr, 16);
}

std::string Tokens::draw(std::string_view run, std::string_view purpose, std::uint64_t attempt) const {
  std::string token(run);
  std::string source;
  for (std::size_t i = 0; i < token.size(); ++i) {
    // Four hexadecimal digits a character.
    constexpr std::size_t per_hash = 16;
    if (i % per_hash == 0) source = secret_->bytes(purpose, run, attempt * 1000 + i / per_hash);
    auto const random = std::stoul(source.substr(i % per_hash * 4, 4), nullptr, 16);
    auto const byte = run[i];
    if (is_digit(byte)) {
      // A number does not begin with 0, or does, as before.
      token[i] = i == 0 ? (byte == '0' ? '0' : static_cast<char>('1' + random % 9))
                        : static_cast<char>('0' + random % 10);
    } else {
      auto const alike = vowels.find(byte) != std::string_view::npos ? vowels : consonants;
      token[i] = alike[random % alike.size()];
    }
  }
  if (is_one_character(run)) token.assign(run.size(), token[0]);
  return token;
}

bool Tokens::take(std::string_view original, std::string const& token) {
  if (known_.size() >= most) return true;
  auto const [owner, fresh] = owner_.try_emplace(token, original);
  return fresh || owner->second == original;
}

std::string Tokens::of(std::string_view run) {
  auto const original = upper_case(run);
  if (auto const found = known_.find(original); found != known_.end()) return in_case_of(run, found->second);
  auto const wanted = features_of(original);
  auto token = original;
  for (std::uint64_t attempt = 0; attempt < most_attempts; ++attempt) {
    auto const drawn = draw(original, "run", attempt);
    if (drawn == original || features_of(drawn) != wanted) continue;
    if (all_letters(drawn) && in_vocabulary(drawn)) continue;
    token = drawn;
    // A single initial has nowhere to go if it must differ from all others.
    if (original.size() <= short_run) break;
    bool const of_another = attempt < strict_attempts && survey_->has(drawn);
    if (!of_another && take(original, drawn)) break;
  }
  if (known_.size() < most) known_.emplace(original, token);
  return in_case_of(run, token);
}

std::string Tokens::of_control(std::string_view level, std::string_view value) {
  if (value.empty() || !all_digits(value)) {
    std::string result(value);
    for_each_run(value, [&](std::size_t begin, std::size_t end) {
      if (end - begin > short_run) result.replace(begin, end - begin, of(value.substr(begin, end - begin)));
    });
    return result;
  }
  auto const number = stripped(value);
  if (number.empty()) return std::string(value);
  // Where it is written with zeros in front, they give room for another number.
  auto const room =
      std::max(number.size(), number.size() > short_run ? 0 : survey_->control_width(level, number));
  auto const original = std::string(level).append(" ").append(number);
  auto found = known_.find(original);
  if (found == known_.end()) {
    // They have to differ from each other alone: other numbers may use up those of four digits.
    // Any digits: a row of ones would be taken for a placeholder.
    std::string shape(room, '1');
    shape.back() = '2';
    std::string token(number);
    for (std::uint64_t attempt = 0; attempt < most_attempts; ++attempt) {
      token = draw(shape, original, attempt);
      bool const of_another = attempt < strict_attempts && survey_->has_control(token);
      if (token != number && !of_another && take(original, std::string(level).append(" ").append(token)))
        break;
    }
    found = known_.emplace(original, token).first;
  }
  auto token = found->second;
  if (token.size() < value.size()) token.insert(0, value.size() - token.size(), '0');
  return token;
}

std::string in_case_of(std::string_view original, std::string token) {
  for (std::size_t i = 0; i < token.size() && i < original.size(); ++i) {
    if (original[i] >= 'a' && original[i] <= 'z' && is_letter(token[i]))
      token[i] = static_cast<char>(token[i] | 0x20);
  }
  return token;
}

}  // namespace scrub837::redact
