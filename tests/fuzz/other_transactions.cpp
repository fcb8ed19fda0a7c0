#include "tests/fuzz/other_transactions.hpp"

#include <array>

#include "tests/support/header.hpp"

namespace scrub837::test {
namespace {

constexpr std::array<OtherTransaction, 7> transactions = {{
    {"HB", "005010X279A1",
     "ST*271*0001*005010X279A1~BHT*0022*11*1*20260914*1200~HL*1**20*1~NM1*PR*2*DEMO PAYER*****PI*PAY01~"
     "HL*2*1*21*1~NM1*1P*2*DEMO HOME HEALTH*****XX*1234567893~HL*3*2*22*0~NM1*IL*1*DOE*JO****MI*M1~"
     "EB*1**30~MSG*HOME VISITS  COVERED ~SE*11*0001~"},
    {"HN", "005010X214",
     "ST*277*0001*005010X214~BHT*0085*08*1*20260914*1200*TH~HL*1**20*1~NM1*PR*2*DEMO PAYER*****PI*PAY01~"
     "HL*2*1*21*1~NM1*41*2*DEMO*****46*1~TRN*2*A1~STC*A1:19:PR*20260914*WQ*100~SE*9*0001~"},
    {"PI", "006020X314",
     "ST*275*0001*006020X314~BGN*11*1*20260914~NM1*PR*2*DEMO PAYER*****PI*PAY01~LX*1~TRN*1*A000001~"
     "CAT*AE*MB~EFI*05~BIN*29*CLM*X1*100~SV1*HC:99600*100~~SE*9*0001~"},
    {"HP", "005010X221A1",
     "ST*835*0001~BPR*I*100*C*NON************20260914~TRN*1*1*1~N1*PR*DEMO PAYER~LX*1~CLP*D1*1*100*100~"
     "SVC*HC:99600*100*100~SE*8*0001~"},
    {"HC", "005010X223A2",
     "ST*837*0001*005010X223A2~BHT*0019*00*1*20260914*1200*CH~HL*1**20*1~NM1*85*2*DEMO*****XX*1234567893~"
     "HL*2*1*22*0~SBR*P*18*******CI~CLM*I1*100***32:A:1**A*Y*Y~LX*1~SV2*0551*HC:G0299*100*UN*1~SE*10*0001~"},
    {"HC", "005010X224A2",
     "ST*837*0001*005010X224A2~BHT*0019*00*1*20260914*1200*CH~HL*1**20*1~NM1*85*2*DEMO*****XX*1234567893~"
     "HL*2*1*22*0~SBR*P*18*******CI~CLM*T1*100***11:B:1**A*Y*Y~LX*1~SV3*AD:D0120*100~SE*10*0001~"},
    {"FA", "005010X231A1", "ST*999*0001*005010X231A1~AK1*HC*1*005010X222A1~AK9*A*1*1*1~SE*4*0001~"},
}};

std::string with_delimiters(std::string_view text, DocumentPart const& like) {
  std::string written;
  for (char const c : text) {
    written.push_back(c == '*' ? like.element : c == ':' ? like.component : c == '~' ? like.terminator : c);
    if (c == '~' && like.tail.size() > 1) written.append(like.tail.substr(1));
  }
  return written;
}

// BIN01 counts bytes as they stand, line ends included.
std::string set_of(OtherTransaction const& transaction, DocumentPart const& like) {
  if (transaction.functional_id != "PI") return with_delimiters(transaction.set, like);
  auto const begin = transaction.set.find("BIN*");
  auto const data = transaction.set.find("CLM*");
  auto const end = transaction.set.find("~SE*");
  auto const text = with_delimiters(transaction.set.substr(data, end - data), like);
  return with_delimiters(transaction.set.substr(0, begin), like) +
         with_delimiters("BIN*" + std::to_string(text.size()) + "*", like) + text +
         with_delimiters(transaction.set.substr(end), like);
}

std::string group_of(OtherTransaction const& transaction, DocumentPart const& like) {
  return with_delimiters("GS*" + std::string(transaction.functional_id) + "*A*B*20260914*1200*71*X*" +
                             std::string(transaction.version) + "~",
                         like) +
         set_of(transaction, like) + with_delimiters("GE*1*71~", like);
}

OtherTransaction const& any(Random& random) { return transactions[random.below(transactions.size())]; }

}  // namespace

std::span<OtherTransaction const> other_transactions() { return transactions; }

std::string other_set(Random& random, DocumentPart const& like) { return set_of(any(random), like); }
std::string other_group(Random& random, DocumentPart const& like) { return group_of(any(random), like); }

std::string other_interchange(Random& random, DocumentPart const& like) {
  return with_delimiters(isa_segment("000000771") + "~", like) + group_of(any(random), like) +
         with_delimiters("IEA*1*000000771~", like);
}

std::string binary_segment(Random& random, DocumentPart const& like) {
  constexpr std::string_view contents[] = {"ABC",
                                           "CLM*X1*100***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99600*100*UN*1***1~",
                                           "SE*3*0001~GE*1*1~IEA*1*1~",
                                           "ISA*00*          *00*",
                                           "HL*9*8*22*0~",
                                           "  two  blanks  ~  ",
                                           "\r\n\r\n",
                                           "BIN*5*~~~~~~",
                                           ""};
  auto const data = with_delimiters(random.of(contents), like);
  constexpr std::string_view wrong[] = {"0",          "99999", "-1", "", "ABC", "18446744073709551615",
                                        "4294967296", "007"};
  auto const length = random.one_in(3) ? std::string(random.of(wrong)) : std::to_string(data.size());
  if (random.one_in(3)) {
    return with_delimiters("BDS*ASC*" + length + "*", like) + data + with_delimiters("~", like);
  }
  return with_delimiters("BIN*" + length + "*", like) + data + with_delimiters("~", like);
}

}  // namespace scrub837::test
