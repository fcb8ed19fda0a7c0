#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>

namespace scrub837 {

/// Memory for large tables that are looked up all over: asks the system for pages of 2 MB, of which a table
/// has few enough for the processor to remember where they are. All of it is zero, and a default element is
/// not constructed again: the system clears a page when it is first touched, and clearing it twice is slow.
/// \tparam T is trivially copyable, and a default one is all zero bytes
template <typename T>
struct HugePages {
  using value_type = T;
  static constexpr std::size_t page = std::size_t{1} << 21U;

  HugePages() = default;
  template <typename U>
  HugePages(HugePages<U> const&) {}

  /// \throw std::bad_alloc if there is no memory
  [[nodiscard]] T* allocate(std::size_t count) {
    // Of calloc() most comes zeroed already.
    auto* const memory = count * sizeof(T) < page
                             ? std::calloc(count, sizeof(T))  // NOLINT(cppcoreguidelines-no-malloc)
                             : map(whole_pages(count));
    if (memory == nullptr) throw std::bad_alloc();
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t count) {
    if (count * sizeof(T) < page)
      return std::free(memory);  // NOLINT(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory)
    ::munmap(memory, whole_pages(count));
  }
  /// It is zero already.
  template <typename U>
  void construct(U* /*element*/) {}
  template <typename U>
  void construct(U* element, U const& value) {
    ::new (static_cast<void*>(element)) U(value);
  }
  template <typename U>
  bool operator==(HugePages<U> const&) const {
    return true;
  }

 private:
  static std::size_t whole_pages(std::size_t count) { return (count * sizeof(T) + page - 1) / page * page; }
  // Null if there is no memory. What is mapped begins anywhere, so a page more is asked for.
  static void* map(std::size_t size) {
    auto* const mapped =
        ::mmap(nullptr, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) return nullptr;
    auto* const first = static_cast<char*>(mapped);
    auto const before = (page - reinterpret_cast<std::uintptr_t>(mapped) % page) % page;
    if (before > 0) ::munmap(first, before);
    ::munmap(first + before + size, page - before);
    ::madvise(first + before, size, MADV_HUGEPAGE);
    return first + before;
  }
};

/// A text of megabytes.
using HugeText = std::basic_string<char, std::char_traits<char>, HugePages<char>>;

/// Reserves memory for a text of megabytes that is written once, from its beginning to its end: of large
/// pages few have to be fetched.
inline void reserve_in_huge_pages(std::string& text, std::size_t size) {
  constexpr auto page = HugePages<char>::page;
  text.reserve(size < page ? size : size + page);
  // Whole pages of it: from the first that begins in it to the last that ends in it.
  auto const begin = reinterpret_cast<std::uintptr_t>(text.data());
  auto const before = (page - begin % page) % page;
  if (before + page > text.capacity()) return;
  ::madvise(text.data() + before, (text.capacity() - before) / page * page, MADV_HUGEPAGE);
}

}  // namespace scrub837
