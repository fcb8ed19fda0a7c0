#include "src/claim/service_line.hpp"

#include <algorithm>

namespace scrub837 {

ServiceDates service_dates(LineView const& line) {
  for (auto const index : line.direct(Kind::DTP)) {
    auto const dtp = line.claim().segment(index);
    if (dtp[1] != "472") continue;
    auto const date = dtp[3];
    auto const dash = date.find('-');
    return {date.substr(0, dash), dash == std::string_view::npos ? date : date.substr(dash + 1)};
  }
  return {};
}

std::string_view first_service_date(ClaimView const& claim) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    if (auto const dates = service_dates(claim.line(i)); !dates.from.empty()) return dates.from;
  }
  return {};
}

bool same_day(ServiceDates const& one, ServiceDates const& other) {
  if (one.from.empty() || other.from.empty()) return false;
  return one.from <= other.to && other.from <= one.to;
}

bool identifies_drug(LineView const& line) {
  if (!line.claim().has(Kind::LIN)) return false;
  auto const children = line.children();
  return std::any_of(children.begin(), children.end(),
                     [](Loop const& loop) { return loop.id == LoopId::L2410; });
}

bool is_cpt(std::string_view code) { return !code.empty() && code[0] >= '0' && code[0] <= '9'; }

bool bills_item(LineView const& line) {
  return (!line.procedure().empty() && !is_cpt(line.procedure())) || identifies_drug(line);
}

bool is_category_iii(std::string_view code) {
  return code.size() == 5 && code[4] == 'T' &&
         std::all_of(code.begin(), code.begin() + 4, [](char byte) { return byte >= '0' && byte <= '9'; });
}

bool mentions_category_iii(std::string_view text) {
  for (std::size_t i = 4; i < text.size(); ++i) {
    if ((text[i] == 'T' || text[i] == 't') && text[i - 1] >= '0' && text[i - 1] <= '9') return true;
  }
  return false;
}

}  // namespace scrub837
