# check_guide_tables(TARGET CHECKER SOURCE_FOLDER TABLE...): TARGET is built once the program CHECKER has read the guide
# tables. A mistake in one stops the build with file, line and column, and a caret (scripts/guide-trial shows that).
function(check_guide_tables target checker source_folder)
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${target}.stamp)
  add_custom_command(OUTPUT ${stamp}
                     COMMAND ${checker} ${source_folder} ${ARGN}
                     COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
                     DEPENDS ${checker} ${ARGN} COMMENT "Checking the guide table")
  add_custom_target(${target} DEPENDS ${stamp})
endfunction()
