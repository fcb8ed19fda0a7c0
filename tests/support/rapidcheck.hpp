#pragma once

// RapidCheck through one door: its templates and macros are not held to our warnings.
#pragma GCC system_header
#include <rapidcheck.h>
