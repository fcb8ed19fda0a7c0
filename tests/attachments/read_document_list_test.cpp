#include "src/attachments/read_document_list.hpp"

#include <doctest/doctest.h>

#include <string>

namespace scrub837::test::read_document_list_test {
namespace {

std::string const digest = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";

std::string shown(ListedDocument const& document) {
  return std::to_string(document.number) + ":" + document.claim + "/" + document.line + "/" + document.type +
         "/" + document.transmission + "/" + document.control_number + "/" + document.document_name + "/" +
         document.sha256.substr(0, 4) + (document.refused.empty() ? "" : " refused: " + document.refused) +
         (document.remark.empty() ? "" : " remark: " + document.remark);
}

std::string shown(std::string const& bytes) {
  auto const file = read_document_list(bytes);
  std::string text = file.problem.empty() ? "" : "problem";
  for (auto const& document : file.documents) text += (text.empty() ? "" : "\n") + shown(document);
  return text;
}

TEST_CASE("read_document_list: CSV in every separator, with names as people write them") {
  std::string const right = "2:H1/1/NN/FX/ACN1/notes.pdf/e3b0";
  CHECK(shown("claim,line,type,transmission,control_number,document_name,sha256\r\n"
              "H1,1,NN,FX,ACN1,notes.pdf," +
              digest + "\r\n") == right);
  CHECK(shown("\xEF\xBB\xBF"
              "Claim;Line;Attachment Type;Transmission;Control Number;Document;SHA-256\n"
              "H1;1;NN;FX;ACN1;notes.pdf;" +
              digest) == right);
  CHECK(shown("sha256\tdocumentName\tcontrolNumber\ttransmission\ttype\tline\tclaim\tpages\n" + digest +
              "\tnotes.pdf\tACN1\tFX\tNN\t1\tH1\t12\n\n\n") == right);
  CHECK(shown("claim|type|transmission\nH1|oz|aa\n") == "2:H1//OZ/AA///");
  // Cells that were copied from a web page.
  CHECK(shown("claim,type,transmission\n\xC2\xA0H1 \xC2\xA0,oz\xC2\xA0,\xC2\xA0"
              "aa\n\xC2\xA0,,\n") == "2:H1//OZ/AA///");
}

TEST_CASE("read_document_list: JSON lines, with numbers and nulls") {
  CHECK(shown("\n{\"claim\":\"H1\",\"line\":1,\"type\":\"NN\",\"transmission\":\"FX\",\"control_number\":"
              "\"ACN1\","
              "\"document_name\":\"notes.pdf\",\"sha256\":\"" +
              digest + "\",\"pages\":[1,2]}\r\n{\"claim\":\"H2\",\"line\":null,\"type\":\"OZ\"}\n") ==
        "2:H1/1/NN/FX/ACN1/notes.pdf/e3b0\n3:H2//OZ////");
  CHECK(
      shown("{\"claim\":\"H1\"\n{\"claim\":[\"H2\"]}\n{\"claim\":\"H3\",\"line\":1.5}\n{\"claim\":\"H4\"}") ==
      "1:////// refused: The line is not a JSON object.\n"
      "2:////// refused: claim must be text or a whole number.\n"
      "3:H3////// refused: line must be text or a whole number.\n"
      "4:H4//////");
}

TEST_CASE("read_document_list: what is wrong with one row says nothing of the others") {
  CHECK(shown("claim,type,transmission,control_number,document_name,sha256\n"
              ",NN,FX,A1,,\n"
              "H2,NN,FX,A2,=cmd|' /C calc'!A0,\n"
              "H3,NN,FX,@A3,,\n"
              "H4,NN,FX,A4,,notahash\n"
              "H5,NN,FX,A5,,,too,many\n"
              "H6,NN,FX,A6\n") ==
        "2://NN/FX/A1// refused: The claim number is missing.\n"
        "3:H2//NN/FX/A2/=cmd|' /C calc'!A0/ refused: document_name begins like a formula.\n"
        "4:H3//NN/FX/@A3// refused: control_number begins like a formula.\n"
        "5:H4//NN/FX/A4// remark: its SHA-256 is not 64 hexadecimal digits and is ignored\n"
        "6:H5//NN/FX/A5// refused: The row has more cells than the header.\n"
        "7:H6//NN/FX/A6//");
}

TEST_CASE("read_document_list: what is no document list") {
  CHECK(shown("").empty());
  CHECK(shown("\r\n \n").empty());
  for (std::string const& bytes :
       {std::string("Dear Sir\nor Madam"), std::string("claim,line\nH1,1\n"),
        std::string("[{\"claim\":\"H1\"}]"), std::string(1000, '\0'), std::string("ISA*00*          *")}) {
    CHECK(shown(bytes) == "problem");
  }
}

}  // namespace
}  // namespace scrub837::test::read_document_list_test
