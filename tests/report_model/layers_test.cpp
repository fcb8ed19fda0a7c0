#include "src/report_model/layers.hpp"

#include <doctest/doctest.h>

#include <string>

namespace scrub837::test::layers_test {
namespace {

struct Letters {
  std::string text;
  void join(Letters&& other) { text += other.text; }
  static Letters emptied() { return {}; }
};

TEST_CASE("layers: what came since an envelope began is taken back, the rest stays") {
  Layers<Letters> layers;
  layers.now().text += "a";
  layers.save(EnvelopeLevel::interchange);
  layers.now().text += "b";
  layers.save(EnvelopeLevel::group);
  layers.now().text += "c";
  layers.save(EnvelopeLevel::set);
  layers.now().text += "d";
  layers.restore(EnvelopeLevel::set);
  layers.now().text += "e";
  layers.save(EnvelopeLevel::set);
  layers.now().text += "f";
  layers.restore(EnvelopeLevel::group);
  layers.now().text += "g";
  layers.save(EnvelopeLevel::group);
  CHECK(layers.take().text == "abg");
  CHECK(layers.take().text.empty());
}

TEST_CASE("layers: a whole interchange is taken back") {
  Layers<Letters> layers;
  layers.now().text += "a";
  layers.save(EnvelopeLevel::interchange);
  layers.save(EnvelopeLevel::group);
  layers.now().text += "b";
  layers.save(EnvelopeLevel::set);
  layers.now().text += "c";
  layers.restore(EnvelopeLevel::interchange);
  CHECK(layers.take().text == "a");
  layers.now().text += "x";
  layers.clear();
  CHECK(layers.take().text.empty());
}

}  // namespace
}  // namespace scrub837::test::layers_test
