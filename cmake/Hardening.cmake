# What makes a fault in the program harder to exploit: scripts/check-hardening reads it back from the binary.
#   scrub837_harden(FLAGS): adds it to this interface target
include(CheckPIESupported)
check_pie_supported()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

function(scrub837_harden flags)
  target_compile_options(${flags} INTERFACE -fstack-protector-strong)
  target_link_options(${flags} INTERFACE LINKER:-z,relro LINKER:-z,now LINKER:-z,noexecstack)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
    target_compile_options(${flags} INTERFACE -fcf-protection=full)
    # Debian's start files have no note of it, so the linker would leave it out; a shadow stack is all right with them.
    # They lack the marks of indirect branches, so the note of those (-z ibt) would not be true.
    target_link_options(${flags} INTERFACE LINKER:-z,shstk)
  endif()
  # The sanitizers look at the same calls themselves.
  if(NOT SCRUB837_SANITIZE)
    target_compile_options(${flags} INTERFACE $<$<CONFIG:Release>:-U_FORTIFY_SOURCE>
                                              $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=3>)
  endif()
endfunction()
