#include "src/worklist/filled_row.hpp"

#include <algorithm>
#include <array>

namespace scrub837 {

std::string_view NamedCells::operator[](std::string_view column) const {
  auto const found =
      std::find_if(cells_.begin(), cells_.end(), [&](auto const& cell) { return cell.first == column; });
  return found == cells_.end() ? std::string_view{} : found->second;
}

void NamedCells::set(std::string_view column, std::string text) {
  auto const found =
      std::find_if(cells_.begin(), cells_.end(), [&](auto const& cell) { return cell.first == column; });
  if (found != cells_.end()) {
    found->second = std::move(text);
  } else if (!text.empty()) {
    cells_.emplace_back(column, std::move(text));
  }
}

std::span<TypedColumn const, typed_column_count> typed_columns() {
  using enum TypedColumn::Use;
  static constexpr std::array<TypedColumn, typed_column_count> columns = {{
      {Typed::narrative, &FilledRow::narrative},
      {Typed::attachment_type, &FilledRow::attachment_type},
      {Typed::attachment_transmission, &FilledRow::attachment_transmission},
      {Typed::attachment_control_number, &FilledRow::attachment_control_number},
      {Typed::authorization_number, &FilledRow::authorization_number},
      {Typed::value, &FilledRow::value},
      {Typed::release_reason, &FilledRow::release_reason},
      {Typed::released_by, &FilledRow::released_by, record},
      {Typed::document_name, &FilledRow::document_name, letter},
      {Typed::comparable_code, &FilledRow::comparable_code, letter},
      {Typed::charge_reason, &FilledRow::charge_reason, letter},
      {Typed::visit_nature, &FilledRow::visit_nature, letter},
      {Typed::intervention, &FilledRow::intervention, letter},
      {Typed::patient_response, &FilledRow::patient_response, letter},
  }};
  return columns;
}

bool typed_for_letter(FilledRow const& row) {
  auto const columns = typed_columns();
  return std::any_of(columns.begin(), columns.end(), [&](TypedColumn const& column) {
    return column.use == TypedColumn::Use::letter && !(row.*column.cell).empty();
  });
}

bool typed_for_claim(FilledRow const& row) {
  auto const columns = typed_columns();
  return std::any_of(columns.begin(), columns.end(), [&](TypedColumn const& column) {
    return column.column != Typed::release_reason && column.column != Typed::value &&
           column.use != TypedColumn::Use::record && !(row.*column.cell).empty();
  });
}

bool anything_typed(FilledRow const& row) {
  auto const columns = typed_columns();
  return std::any_of(columns.begin(), columns.end(), [&](TypedColumn const& column) {
    return column.use != TypedColumn::Use::record && !(row.*column.cell).empty();
  });
}

}  // namespace scrub837
