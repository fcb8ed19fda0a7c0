#pragma once

#include <filesystem>
#include <vector>

#include "src/io/errors.hpp"

namespace scrub837 {

/// Gives new files the names of earlier ones: all of them, or none if something fails on the way. An earlier
/// file is moved aside and comes back, unless keep() was called. Whoever is killed in between leaves the
/// files that were moved aside; the next replacement with the same names takes them away.
class Replacement {
 public:
  Replacement() = default;
  /// Puts everything back, if it is neither kept nor put back yet.
  ~Replacement();
  Replacement(Replacement const&) = delete;
  Replacement& operator=(Replacement const&) = delete;

  /// Takes a name away. \param aside what the file is called meanwhile, in the same folder
  void remove(std::filesystem::path const& name, std::filesystem::path const& aside);
  /// Renames a file to a name that was removed.
  void place(std::filesystem::path const& from, std::filesystem::path const& name);
  /// From here on nothing comes back.
  void keep() { kept_ = true; }
  /// Removes the earlier files, after keep(). Tries all of them, then throws for the first that stays.
  void discard_earlier();
  /// Puts everything back because of an error. Throws it, and says in it what could not be put back.
  [[noreturn]] void put_back(EnvironmentError const& reason);

 private:
  struct Step {
    std::filesystem::path name;
    std::filesystem::path aside;  ///< empty: the name was given to a new file
  };
  std::string undo();

  std::vector<Step> steps_;
  bool kept_ = false;
};

/// The hidden name beside `name` under which an earlier file waits.
[[nodiscard]] std::filesystem::path aside_of(std::filesystem::path const& name);

}  // namespace scrub837
