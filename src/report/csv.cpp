#include "src/report/csv.hpp"

#include "scrub837/claim/money.hpp"

namespace scrub837 {

void append_csv_field(std::string& line, std::string_view text) {
  constexpr std::string_view starts_formula = "=+-@\t\r";
  bool const formula = !text.empty() && starts_formula.find(text[0]) != std::string_view::npos &&
                       !(text[0] == '-' && parse_money(text));
  bool const quoted = formula || text.find_first_of(",\"\r\n;\t") != std::string_view::npos ||
                      (!text.empty() && (text.front() == ' ' || text.back() == ' '));
  if (!quoted) {
    line.append(text);
    return;
  }
  line.push_back('"');
  if (formula) line.push_back('\'');
  for (char const byte : text) {
    if (byte == '"') line.push_back('"');
    line.push_back(byte);
  }
  line.push_back('"');
}

}  // namespace scrub837
