#pragma once

#include "scrub837/rule.hpp"

namespace scrub837::notice {

extern Rule const not_scrubbed;      ///< SCR001: another transaction set
extern Rule const not_x12;           ///< SCR002: no interchange in the input
extern Rule const wide_characters;   ///< SCR003: UTF-16
extern Rule const header_missing;    ///< SCR004: a set or group without its ISA, GS or ST
extern Rule const no_claim;          ///< SCR005: an 837P set without a claim
extern Rule const did_not_converge;  ///< SCR006: fixes that undo each other
extern Rule const too_large;         ///< SCR007: a claim that no memory bound can hold
extern Rule const damaged_gzip;      ///< SCR008: a .gz that can't be unpacked
extern Rule const
    envelope_did_not_converge;  ///< SCR009: what only the end of a set shows could not be settled
extern Rule const not_mended;   ///< SCR010: a claim too long for fixes
extern Rule const cut_off;      ///< SCR011: the file ends inside the claim, and its trailers were added

}  // namespace scrub837::notice
