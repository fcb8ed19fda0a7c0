#include "tests/fuzz/worklist_mutators.hpp"

#include <algorithm>

namespace scrub837::test {
namespace {

std::string without_zeros(std::string text) {
  auto const at = text.find_first_not_of('0');
  return at == std::string::npos ? text : text.substr(at);
}

// Turns the cells of one column by a row, or sorts them.
void turn_column(Grid& grid, std::string_view name, Random& random) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) cells.push_back(grid.cell(i, name));
  if (cells.empty()) return;
  if (random.one_in(2)) {
    std::rotate(cells.begin(), cells.begin() + 1, cells.end());
  } else {
    std::sort(cells.begin(), cells.end());
  }
  for (std::size_t i = 0; i < cells.size(); ++i) grid.set(i, name, cells[i]);
}

void mangle_key(std::string& key, Random& random) {
  constexpr std::string_view lines[] = {
      "-99", "-0", "--2", "-4294967298",           "-9223372036854775807", "-2147483648", "-1", "-2",
      "-3",  "-",  "",    "-18446744073709551615", "-2147483649",          "-00000000002"};
  auto const dash = key.rfind('-');
  switch (random.below(5)) {
    case 0:
    case 1:
      if (dash != std::string::npos) key.resize(dash);
      key += random.of(lines);
      break;
    case 2:
      if (!key.empty()) key[random.below(key.size())] = random.byte_of("0123456789abcdefCX.-Z \"");
      break;
    case 3:
      key.resize(random.below(key.size() + 1));
      break;
    default:
      key += random.byte_of("0 a-.");
  }
}

}  // namespace

std::string token(std::size_t number) {
  std::string word = "QXZ";
  for (int i = 0; i < 3; ++i) {
    word.push_back(static_cast<char>('A' + number % 26));
    number /= 26;
  }
  return word;
}

void type_into(Grid& grid, Random& random) {
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    if (random.one_in(8)) continue;
    grid.set(i, "narrative", "WOUND CARE LEFT HEEL " + token(i) + " 45 MIN");
    if (random.one_in(3)) {
      grid.set(i, "attachment_type", "OZ");
      grid.set(i, "attachment_transmission", random.one_in(3) ? "fx" : "EL");
      grid.set(i, "attachment_control_number", random.one_in(6) ? "A1" : "A" + std::to_string(1000 + i));
    }
    if (random.one_in(4)) grid.set(i, "release_reason", "PAYER ACCEPTS IT AS IT IS, CALLED");
    if (random.one_in(3)) {
      constexpr std::string_view values[] = {"1234567893", "100.00", "20260914", "M123456",
                                             "1",          "A:B",    "N/A",      "\xC3\x91"};
      grid.set(i, "value", std::string(random.of(values)));
    }
    if (random.one_in(6)) grid.set(i, "authorization_number", "AUTH" + std::to_string(i));
    if (random.one_in(8)) grid.set(i, "intervention", "DRESSING CHANGED");
  }
}

void mangle(Grid& grid, Random& random) {
  if (grid.rows.empty()) return;
  auto const some = [&] { return random.below(grid.rows.size()); };
  switch (random.below(16)) {
    case 0:
    case 1: {  // two keys are swapped
      auto const a = some(), b = some();
      auto const key = grid.cell(a, "key");
      grid.set(a, "key", grid.cell(b, "key"));
      grid.set(b, "key", key);
      break;
    }
    case 2:
      turn_column(grid, "key", random);
      break;
    case 3:
      turn_column(grid, "narrative", random);
      break;
    case 4:
    case 5: {
      auto const row = some();
      auto key = grid.cell(row, "key");
      mangle_key(key, random);
      grid.set(row, "key", key);
      break;
    }
    case 6:
      for (std::size_t i = 0; i < grid.rows.size(); ++i)
        grid.set(i, "claim", without_zeros(grid.cell(i, "claim")));
      break;
    case 7: {
      constexpr std::string_view texts[] = {"-WOUND CARE",
                                            "- wound care",
                                            "=1+1",
                                            "#NAME?",
                                            "#######",
                                            "+1",
                                            "@x",
                                            "'=x",
                                            "11/12/2026",
                                            "SEE NOTES",
                                            "ok",
                                            "N/A",
                                            "0000000",
                                            "1:1000 DILUTION APPLIED",
                                            "FIRST LINE\nSECOND LINE",
                                            "\xE2\x80\x9CQUOTED\xE2\x80\x9D",
                                            "\xF0\x9F\x92\x8A",
                                            "A~B*C:D^E",
                                            "ISA*00*",
                                            "CLM*1",
                                            "\x01",
                                            "\xFF"};
      constexpr std::string_view columns[] = {"narrative",       "attachment_control_number",
                                              "attachment_type", "value",
                                              "release_reason",  "authorization_number"};
      grid.set(some(), random.of(columns), std::string(random.of(texts)));
      break;
    }
    case 8:
      turn_column(grid, random.one_in(2) ? "claim" : "line", random);
      break;
    case 9: {  // a column is taken out, with its name or without
      if (grid.header.empty()) break;
      auto const index = static_cast<std::ptrdiff_t>(random.below(grid.header.size()));
      bool const with_name = random.one_in(2);
      if (with_name) grid.header.erase(grid.header.begin() + index);
      for (auto& row : grid.rows) {
        if (index < static_cast<std::ptrdiff_t>(row.size())) row.erase(row.begin() + index);
      }
      break;
    }
    case 10: {  // cells move by one in a row
      auto& row = grid.rows[some()];
      row.insert(row.begin() + static_cast<std::ptrdiff_t>(random.below(row.size() + 1)), "");
      break;
    }
    case 11:
      grid.rows.push_back(grid.rows[some()]);
      break;
    case 12:
      grid.rows.erase(grid.rows.begin() + static_cast<std::ptrdiff_t>(some()));
      break;
    case 13: {
      auto& name = grid.header[random.below(grid.header.size())];
      name = random.one_in(2) ? name + "s" : "Narative";
      break;
    }
    case 14: {
      auto const row = some();
      grid.set(row, "line_index", random.one_in(2) ? "99" : "-1");
      if (random.one_in(2)) grid.set(row, "date_from", "20200101");
      break;
    }
    default:
      std::reverse(grid.rows.begin(), grid.rows.end());
  }
}

void mangle_bytes(std::string& csv, Random& random) {
  switch (random.below(6)) {
    case 0:
      csv.insert(random.below(csv.size() + 1), "\"");
      break;
    case 1:
      csv.resize(random.below(csv.size() + 1));
      break;
    case 2:
      std::replace(csv.begin(), csv.end(), ',', random.one_in(2) ? ';' : '\t');
      break;
    case 3:
      csv.insert(0, random.one_in(2) ? "\xEF\xBB\xBF" : "sep=,\r\n");
      break;
    case 4:
      if (!csv.empty()) csv[random.below(csv.size())] = static_cast<char>(random.below(256));
      break;
    default:
      csv += "\r\n,,,,\r\nTotal,,,\"";
  }
}

}  // namespace scrub837::test
