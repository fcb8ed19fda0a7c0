#pragma once

// What nearly every test includes, compiled once.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/property.hpp"
#include "tests/support/scrub_text.hpp"
