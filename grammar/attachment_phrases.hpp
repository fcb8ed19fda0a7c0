#pragma once

#include <cstdint>
#include <span>

namespace scrub837::grammar {

/// What a word of a note can be when it speaks of documents: bits, since TO joins and points, and a PLAN is
/// both a paper and a payer.
enum class Cite : std::uint32_t {
  none = 0,
  see = 1U << 0U,          ///< SEE, REFER
  attached = 1U << 1U,     ///< ATTACHED, ENCLOSED
  attachment = 1U << 2U,   ///< ATTACHMENT, ENCLOSURE
  abbreviated = 1U << 3U,  ///< ATT: attached only behind SEE
  sent = 1U << 4U,         ///< FAXED, SENT
  sending = 1U << 5U,      ///< FAXING
  follow = 1U << 6U,       ///< FOLLOW behind TO or WILL
  paper = 1U << 7U,        ///< RECORDS, REPORT: what is sent to payers
  other_paper = 1U << 8U,  ///< ORDER, LABS: as often sent to a physician
  adjective = 1U << 9U,    ///< NURSING, MEDICAL, THE: before a paper
  link = 1U << 10U,        ///< IS, WILL BE, FOR, a date: between a paper and what happens to it
  by = 1U << 11U,          ///< BY, VIA
  channel = 1U << 12U,     ///< FAX, MAIL
  how = 1U << 13U,         ///< behind SENT: BY, FAX, TODAY
  to = 1U << 14U,          ///< TO, WITH
  payer = 1U << 15U,       ///< behind TO: INSURANCE, CLAIM, SUPPORT
  person = 1U << 16U,      ///< MD, PATIENT
  negation = 1U << 17U,    ///< NO, NOT
  begins = 1U << 18U,      ///< the first word of a sentence, or behind one that leads
  leads = 1U << 24U,       ///< SEE, AND, WITH: what follows is read as if it began a sentence
  stop = 1U << 19U,        ///< a full stop, comma or semicolon
  colon = 1U << 20U,
  separate = 1U << 21U,
  cover = 1U << 22U,
  please = 1U << 23U,
  included = 1U << 25U,  ///< INCLUDED: attached only where nothing follows but the claim
  number = 1U << 26U,    ///< digits: behind TO, the number of a fax
  send = 1U << 27U,      ///< SEND, FAX: behind `future`, sending
  future = 1U << 28U,    ///< WILL, TO
  told = 1U << 29U,      ///< REPORTS: no paper behind a person
};

constexpr Cite operator|(Cite left, Cite right) {
  return static_cast<Cite>(static_cast<std::uint32_t>(left) | static_cast<std::uint32_t>(right));
}
constexpr Cite operator~(Cite bits) { return static_cast<Cite>(~static_cast<std::uint32_t>(bits)); }
constexpr bool has(Cite word, Cite any_of) {
  return (static_cast<std::uint32_t>(word) & static_cast<std::uint32_t>(any_of)) != 0;
}

/// Whether the words say that a document is attached or goes to the payer. Looks ahead a sentence at most
/// from each word, and texts are short.
[[nodiscard]] bool says_attached(std::span<Cite const> words);

}  // namespace scrub837::grammar
