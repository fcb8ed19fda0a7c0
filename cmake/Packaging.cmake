# A Debian package: `cpack -G DEB` in the build folder.
set(made ${PROJECT_BINARY_DIR}/packaging)
add_custom_command(OUTPUT ${made}/scrub837.bash
                   COMMAND python3 ${PROJECT_SOURCE_DIR}/packaging/man_pages.py $<TARGET_FILE:scrub837> ${made}
                           ${PROJECT_VERSION}
                   DEPENDS scrub837 ${PROJECT_SOURCE_DIR}/packaging/man_pages.py VERBATIM)
add_custom_target(scrub837_manual DEPENDS ${made}/scrub837.bash)

set(from ${PROJECT_SOURCE_DIR}/packaging)
install(TARGETS scrub837 RUNTIME DESTINATION bin COMPONENT program EXCLUDE_FROM_ALL)
install(DIRECTORY ${made}/ DESTINATION share/man/man1 COMPONENT program EXCLUDE_FROM_ALL FILES_MATCHING PATTERN "*.1.gz")
install(FILES ${made}/scrub837.bash DESTINATION share/bash-completion/completions RENAME scrub837 COMPONENT program
        EXCLUDE_FROM_ALL)
install(FILES ${from}/scrub837-inbox.service ${from}/scrub837-inbox.path ${from}/scrub837-inbox.timer
        DESTINATION /lib/systemd/system COMPONENT program EXCLUDE_FROM_ALL)
install(FILES ${from}/scrub837.toml DESTINATION /etc/scrub837 COMPONENT program EXCLUDE_FROM_ALL)
install(FILES ${from}/scrub837.logrotate DESTINATION /etc/logrotate.d RENAME scrub837 COMPONENT program EXCLUDE_FROM_ALL)
install(FILES ${from}/cron.sample ${from}/copyright README.md docs/inbox.md docs/operations.md docs/analyst-guide.md
              docs/profiles.md docs/contract.md docs/code-lists.md
        DESTINATION share/doc/scrub837 COMPONENT program EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME scrub837)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "the maintainers of scrub837 <scrub837@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "batch claim scrubber for X12 837P")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS adduser)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Checks claims, fixes what is safe to fix, and splits them into claims that go\nout and claims that are held for a person.")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${from}/postinst ${from}/prerm ${from}/postrm ${from}/conffiles)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
include(CPack)
