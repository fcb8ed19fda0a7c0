#include "src/html/page_text.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace scrub837::test::page_text_test {
namespace {

std::string json_text(std::string_view text) {
  std::string json;
  add_json_text(json, text);
  return json;
}

TEST_CASE("page text: no text is markup, and what is not seen is shown") {
  CHECK(html_text("DOE, JO") == "DOE, JO");
  CHECK(html_text("<script>alert('x')</script> & \"y\"") ==
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;");
  CHECK(html_text("MU\u00D1OZ \u202EEOD\u202C\u200B\uFEFF") ==
        "MU\u00D1OZ \u27E8202E\u27E9EOD\u27E8202C\u27E9\u27E8200B\u27E9\u27E8FEFF\u27E9");
  CHECK(html_text(std::string_view("A\x01\tB\x7F\xC2\x85", 7)) ==
        "A\u27E80001\u27E9\u27E80009\u27E9B\u27E8007F\u27E9\u27E80085\u27E9");
  CHECK(html_text(std::string_view("\xFF\0", 2)) == "\\xFF\\x00");
  CHECK(html_text("\U0001F600") == "\U0001F600");
  CHECK(html_text("A\u2066B\U000E0041") == "A\u27E82066\u27E9B\u27E8E0041\u27E9");
}

TEST_CASE("page text: JSON can't end its script element, and says what was given") {
  CHECK(json_text("</script><!--") == "\"\\u003c/script\\u003e\\u003c!--\"");
  CHECK(json_text("a\u2028b\u2029") == "\"a\\u2028b\\u2029\"");
  CHECK(json_text("\xFF") == "\"\\\\xFF\"");
  for (std::string const text :
       {"plain", "q\"uote\\", "<&>'", "tab\tline\n", "\u2028\u2029\u202E", "\u00D1"}) {
    CAPTURE(text);
    CHECK(nlohmann::json::parse(json_text(text)).get<std::string>() == text);
  }
}

TEST_CASE("page text: a policy's hash is SHA-256 in Base64") {
  CHECK(policy_hash("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(policy_hash("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

}  // namespace
}  // namespace scrub837::test::page_text_test
