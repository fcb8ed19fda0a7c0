#include "src/claim/diagnoses.hpp"

#include <charconv>

namespace scrub837 {

std::vector<std::string_view> diagnosis_codes(ClaimView const& claim) {
  constexpr std::size_t most = 12;
  std::vector<std::string_view> codes;
  for (auto const index : claim.direct(0, Kind::HI)) {
    auto const hi = claim.segment(index);
    for (std::size_t element = 1; element <= most; ++element) {
      auto const qualifier = hi.component(element, 1);
      if (qualifier == "ABK" || qualifier == "ABF" || qualifier == "BK" || qualifier == "BF")
        codes.push_back(hi.component(element, 2));
    }
  }
  return codes;
}

std::vector<std::string_view> diagnoses_of(ClaimView const& claim, std::int32_t line) {
  auto codes = diagnosis_codes(claim);
  if (line < 0) return codes;
  auto const service = claim.line(static_cast<std::size_t>(line));
  if (!service.has_service()) return codes;
  constexpr std::size_t most_pointers = 4;
  std::vector<std::string_view> pointed;
  for (std::size_t part = 1; part <= most_pointers; ++part) {
    auto const pointer = service.sv1().component(7, part);
    std::size_t number = 0;
    auto const [end, error] = std::from_chars(pointer.data(), pointer.data() + pointer.size(), number);
    bool const whole = error == std::errc{} && end == pointer.data() + pointer.size();
    if (whole && number >= 1 && number <= codes.size()) pointed.push_back(codes[number - 1]);
  }
  return pointed.empty() ? codes : pointed;
}

}  // namespace scrub837
