#include "src/html/report_page.hpp"

#include <cassert>
#include <kainjow/mustache.hpp>
#include <string_view>

#include "src/html/embedded.hpp"
#include "src/html/page_data.hpp"
#include "src/html/page_summary.hpp"
#include "src/html/page_text.hpp"
#include "src/io/huge_pages.hpp"

namespace scrub837 {

namespace {

std::string rendered(std::string_view part, kainjow::mustache::data const& values) {
  kainjow::mustache::mustache page{std::string(part)};
  assert(page.is_valid());
  page.set_custom_escape(html_text);
  return page.render(values);
}

// About: growing a text of megabytes costs more than filling it.
std::size_t expected_size(ReportModel const& model) {
  constexpr std::size_t of_claim = 2200;
  constexpr std::size_t of_above = 700;
  return model.claims.size() * of_claim + model.above.size() * of_above;
}

}  // namespace

std::string report_page(ReportModel const& model) {
  auto values = page_summary(model);
  values.set("style", std::string(page_style));
  values.set("style_hash", policy_hash(page_style));
  values.set("script", std::string(page_script));
  values.set("script_hash", policy_hash(page_script));
  // The data may be of many megabytes: they are written in their place, not handed through the template.
  constexpr std::string_view mark = "{{{data}}}";
  auto const place = page_template.find(mark);
  assert(place != std::string_view::npos);
  auto page = rendered(page_template.substr(0, place), values);
  auto const rest = rendered(page_template.substr(place + mark.size()), values);
  reserve_in_huge_pages(page, page.size() + expected_size(model) + rest.size());
  add_page_data(page, model);
  page += rest;
  return page;
}

}  // namespace scrub837
