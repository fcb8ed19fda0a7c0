#include "support/workbook_file.hpp"

#include <minizip/zip.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace scrub837::test {

std::string zip_of(std::vector<std::pair<std::string, std::string>> const& parts) {
  auto pattern = (std::filesystem::temp_directory_path() / "scrub837-zip-XXXXXX").string();
  auto const descriptor = ::mkstemp(pattern.data());
  if (descriptor < 0) throw std::runtime_error("no temporary file");
  ::close(descriptor);
  auto* const archive = zipOpen64(pattern.c_str(), APPEND_STATUS_CREATE);
  for (auto const& [name, text] : parts) {
    zip_fileinfo const info{};
    zipOpenNewFileInZip(archive, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 9);
    zipWriteInFileInZip(archive, text.data(), static_cast<unsigned>(text.size()));
    zipCloseFileInZip(archive);
  }
  zipClose(archive, nullptr);
  std::ifstream file(pattern, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::filesystem::remove(pattern);
  return bytes;
}

std::string workbook_of(std::string_view rows, std::vector<std::pair<std::string, std::string>> const& more) {
  constexpr std::string_view types =
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  auto const relation = [&](std::string_view id, std::string_view kind, std::string_view target) {
    return std::string(R"(<Relationship Id=")")
        .append(id)
        .append(R"(" Type=")")
        .append(office)
        .append(kind)
        .append(R"(" Target=")")
        .append(target)
        .append(R"("/>)");
  };
  std::vector<std::pair<std::string, std::string>> parts = more;
  auto const add = [&](std::string const& name, std::string text) {
    for (auto const& part : more) {
      if (part.first == name) return;
    }
    parts.emplace_back(name, std::move(text));
  };
  add("_rels/.rels",
      std::string(types) + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
  add("xl/workbook.xml",
      R"(<workbook xmlns:r="r"><sheets><sheet name="Worklist" sheetId="1" r:id="rId1"/></sheets></workbook>)");
  add("xl/_rels/workbook.xml.rels", std::string(types) +
                                        relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                                        relation("rId2", "sharedStrings", "sharedStrings.xml") +
                                        relation("rId3", "styles", "styles.xml") + "</Relationships>");
  add("xl/worksheets/sheet1.xml", std::string(R"(<?xml version="1.0"?><worksheet><sheetData>)")
                                      .append(rows)
                                      .append("</sheetData></worksheet>"));
  return zip_of(parts);
}

}  // namespace scrub837::test
