#include "src/html/report_page.hpp"

#include <cassert>
#include <kainjow/mustache.hpp>

#include "src/html/embedded.hpp"
#include "src/html/page_data.hpp"
#include "src/html/page_summary.hpp"
#include "src/html/page_text.hpp"

namespace scrub837 {

std::string report_page(ReportModel const& model) {
  kainjow::mustache::mustache page{std::string(page_template)};
  assert(page.is_valid());
  page.set_custom_escape(html_text);
  auto values = page_summary(model);
  values.set("style", std::string(page_style));
  values.set("style_hash", policy_hash(page_style));
  values.set("script", std::string(page_script));
  values.set("script_hash", policy_hash(page_script));
  values.set("data", page_data(model));
  std::string text;
  page.render(values, [&](std::string const& part) { text += part; });
  return text;
}

}  // namespace scrub837
