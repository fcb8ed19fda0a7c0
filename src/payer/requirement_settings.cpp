#include "src/payer/requirement_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "src/claim/attachment.hpp"
#include "src/guide/report_types.hpp"
#include "src/text/near_name.hpp"

namespace scrub837 {
namespace {

constexpr std::array<std::string_view, 4> narrative_places{"SV101-7", "2400 NTE", "2300 NTE", "NTE"};
// NTE*TPO is for third parties and never a narrative (docs/architecture.md, "Order of the narrative rules").
constexpr std::array<std::string_view, 4> note_types{"ADD", "CER", "DCP", "DGN"};
constexpr std::array<std::string_view, 2> required_or_not{"required", "optional"};
constexpr std::array<std::string_view, 3> demands_of_attachments{"required", "optional", "forbidden"};
constexpr std::array<std::string_view, 3> levels{"line", "claim", "either"};
constexpr std::array<std::string_view, 6> ways{"AA", "BM", "EL", "EM", "FT", "FX"};
constexpr std::size_t longest_narrative = 80;

Demand demand_of(std::string_view word) {
  return word == "required" ? Demand::required : word == "forbidden" ? Demand::forbidden : Demand::optional;
}

std::vector<ConfigNode> filled_list(ConfigNode const& value, std::string_view what) {
  auto nodes = value.list(what);
  if (nodes.empty()) value.refuse("the list is empty; leave the key out if nothing is required");
  return nodes;
}

// The codes of a list, each of them one of the guide's.
std::vector<std::string> codes(ConfigNode const& value, std::string_view what,
                               std::span<std::string_view const> known) {
  std::vector<std::string> result;
  for (auto const& node : filled_list(value, what)) {
    result.push_back(node.text(what));
    if (std::find(known.begin(), known.end(), result.back()) == known.end())
      node.refuse(
          fmt::format("the guide has no such code; did you mean \"{}\"?", near_name(result.back(), known)));
  }
  return result;
}

void read_narrative_in(ConfigNode const& value, PayerRequirements& requirements) {
  constexpr std::array places{NarrativePlace::description, NarrativePlace::line_note,
                              NarrativePlace::claim_note, NarrativePlace::any_note};
  requirements.narrative_in.clear();
  for (auto const& node : filled_list(value, "places")) {
    auto const word = node.word(narrative_places);
    auto const at = std::find(narrative_places.begin(), narrative_places.end(), word);
    requirements.narrative_in.push_back(places[static_cast<std::size_t>(at - narrative_places.begin())]);
  }
}

void read_note_type(ConfigNode const& value, PayerRequirements& requirements) {
  requirements.note_type = value.word(note_types);
}

void read_min_letters(ConfigNode const& value, PayerRequirements& requirements) {
  requirements.narrative_min_letters = value.number(1, longest_narrative);
}

void read_comparable(ConfigNode const& value, PayerRequirements& requirements) {
  requirements.comparable_code = demand_of(value.word(required_or_not));
}

void read_attachment(ConfigNode const& value, PayerRequirements& requirements) {
  requirements.attachment = demand_of(value.word(demands_of_attachments));
}

void read_level(ConfigNode const& value, PayerRequirements& requirements) {
  auto const word = value.word(levels);
  requirements.attachment_level = word == "line"    ? AttachmentLevel::line
                                  : word == "claim" ? AttachmentLevel::claim
                                                    : AttachmentLevel::either;
}

void read_report_types(ConfigNode const& value, PayerRequirements& requirements) {
  requirements.report_types = codes(value, "report types (PWK01)", report_types());
}

void read_transmissions(ConfigNode const& value, PayerRequirements& requirements) {
  requirements.transmissions = codes(value, "transmission codes (PWK02)", ways);
}

void read_control_number(ConfigNode const& value, PayerRequirements& requirements) {
  try {
    requirements.control_number = ControlNumberForm(value.text("the format of a control number"));
  } catch (std::invalid_argument const& error) {
    value.refuse(error.what());
  }
}

void read_places(ConfigNode const& value, PayerRequirements& requirements) {
  requirements.places.clear();
  for (auto const& node : filled_list(value, "places of service")) {
    auto const place = node.text("a place of service");
    bool const usable = place.size() == 2 &&
                        std::all_of(place.begin(), place.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!usable) node.refuse("a place of service is expected: two digits, in quotes");
    requirements.places.push_back(place);
  }
}

void read_max_units(ConfigNode const& value, PayerRequirements& requirements) {
  constexpr std::int64_t most = 99'999'999;  // SV104 has eight digits
  requirements.max_units = value.number(1, most);
}

void read_authorization(ConfigNode const& value, PayerRequirements& requirements) {
  requirements.authorization = value.word(required_or_not) == "required";
}

constexpr std::array settings{
    RequirementSetting{"narrative_in", read_narrative_in},
    RequirementSetting{"note_type", read_note_type},
    RequirementSetting{"narrative_min_letters", read_min_letters},
    RequirementSetting{"comparable_code", read_comparable},
    RequirementSetting{"attachment", read_attachment},
    RequirementSetting{"attachment_level", read_level},
    RequirementSetting{"report_types", read_report_types},
    RequirementSetting{"transmissions", read_transmissions},
    RequirementSetting{"control_number_pattern", read_control_number},
    RequirementSetting{"places", read_places},
    RequirementSetting{"max_units", read_max_units},
    RequirementSetting{"authorization", read_authorization},
};

}  // namespace

std::span<RequirementSetting const> demand_settings() { return settings; }

}  // namespace scrub837
