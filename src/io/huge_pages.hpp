#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <new>

namespace scrub837 {

/// Memory for large tables that are looked up all over: asks the system for pages of 2 MB, of which a table
/// has few enough for the processor to remember where they are. A table smaller than that gets what `new`
/// gives.
template <typename T>
struct HugePages {
  using value_type = T;
  static constexpr std::size_t page = std::size_t{1} << 21U;

  HugePages() = default;
  template <typename U>
  HugePages(HugePages<U> const&) {}

  /// \throw std::bad_alloc if there is no memory
  [[nodiscard]] T* allocate(std::size_t count) {
    auto const bytes = count * sizeof(T);
    if (bytes < page) return static_cast<T*>(::operator new(bytes));
    auto const whole = (bytes + page - 1) / page * page;
    auto* const memory = static_cast<T*>(::operator new (whole, std::align_val_t{page}));
    ::madvise(memory, whole, MADV_HUGEPAGE);
    return memory;
  }
  void deallocate(T* memory, std::size_t count) {
    if (count * sizeof(T) < page) return ::operator delete(memory);
    ::operator delete (memory, std::align_val_t{page});
  }
  template <typename U>
  bool operator==(HugePages<U> const&) const {
    return true;
  }
};

}  // namespace scrub837
