#include "src/scrub/level_context.hpp"

namespace scrub837 {
namespace {

void forget_subscriber(Inherited& above) {
  above.has_subscriber = above.of_dependent = false;
  for (auto* const value : {&above.payer_order, &above.relationship, &above.insurance_type,
                            &above.claim_filing, &above.payer_id, &above.payer_name, &above.birth_date})
    value->clear();
}

void note_party(SegmentView nm1, int rank, Inherited& above) {
  if (rank == 0 && nm1[1] == "85" && nm1[8] == "XX") above.billing_npi = nm1[9];
  if (rank != 1 || nm1[1] != "PR") return;
  above.payer_name = nm1[3];
  above.payer_id = nm1[9];
}

void note_subscriber(SegmentView sbr, Inherited& above) {
  above.payer_order = sbr[1];
  above.relationship = sbr[2];
  above.insurance_type = sbr[5];
  above.claim_filing = sbr[9];
}

// G2 and LU stand in 2010BB alone.
void note_number(Segment const& ref, int rank, Inherited& above) {
  bool const of_payer = ref.qualifier == pack_tag("G2") || ref.qualifier == pack_tag("LU");
  if (rank == 1 && of_payer && above.billing_npi.empty()) above.atypical_provider = true;
}

}  // namespace

void note_header(SegmentRun const& header, Inherited& above) {
  above = {};
  for (std::size_t i = 0; i < header.segments.size(); ++i) {
    if (header.segments[i].kind != Kind::BHT) continue;
    above.created = header.segment(i)[4];
    above.transaction_type = header.segment(i)[6];
    return;
  }
}

void note_level(SegmentRun const& level, int rank, Inherited& above) {
  above.birth_date.clear();
  if (rank == 0) {
    above.billing_npi.clear();
    above.billing_taxonomy.clear();
    above.atypical_provider = false;
  }
  if (rank <= 1) forget_subscriber(above);
  above.has_subscriber = above.has_subscriber || rank == 1;
  above.of_dependent = rank == 2;
  for (std::size_t i = 0; i < level.segments.size(); ++i) {
    switch (level.segments[i].kind) {
      case Kind::PRV:
        if (rank == 0) above.billing_taxonomy = level.segment(i)[3];
        break;
      case Kind::SBR:
        if (rank == 1) note_subscriber(level.segment(i), above);
        break;
      case Kind::DMG:
        above.birth_date = level.segment(i)[2];
        break;
      case Kind::NM1:
        note_party(level.segment(i), rank, above);
        break;
      case Kind::REF:
        note_number(level.segments[i], rank, above);
        break;
      default:
        break;
    }
  }
}

}  // namespace scrub837
