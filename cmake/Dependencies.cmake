# SPDX-License-Identifier: GPL-3.0-or-later
# Every library from outside, found once. docs/decisions/ says why each was chosen.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Concurrent Gui Widgets Network Svg Charts Test LinguistTools)
find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(ZLIB REQUIRED)
# Which of its two targets there is depends on how it was built.
find_package(zstd CONFIG REQUIRED)
add_library(homeroom_zstd INTERFACE)
target_link_libraries(homeroom_zstd INTERFACE
    $<IF:$<TARGET_EXISTS:zstd::libzstd_shared>,zstd::libzstd_shared,zstd::libzstd_static>)
find_package(Qt6Keychain REQUIRED)
find_package(KDSingleApplication-qt6 REQUIRED)

if(WIN32 OR APPLE)
    find_package(unofficial-sqlcipher CONFIG REQUIRED)
    find_package(unofficial-sodium CONFIG REQUIRED)
    find_package(libmicrohttpd CONFIG REQUIRED)
    add_library(SQLite::SQLite3 ALIAS unofficial::sqlcipher::sqlcipher)
    add_library(homeroom::sodium ALIAS unofficial-sodium::sodium)
    add_library(homeroom::microhttpd ALIAS libmicrohttpd::libmicrohttpd)
else()
    find_package(PkgConfig REQUIRED)
    # The .pc file carries the version of SQLite inside: SQLCipher 4.6 holds 3.46.
    pkg_check_modules(SQLCIPHER REQUIRED IMPORTED_TARGET sqlcipher>=3.46)
    pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
    pkg_check_modules(MICROHTTPD REQUIRED IMPORTED_TARGET libmicrohttpd)
    # SQLiteCpp asks for SQLite::SQLite3; naming SQLCipher so before it is found keeps one SQLite
    # in the process. With the plain library PRAGMA key would be a silent no-op.
    add_library(SQLite::SQLite3 INTERFACE IMPORTED GLOBAL)
    target_link_libraries(SQLite::SQLite3 INTERFACE PkgConfig::SQLCIPHER)
    add_library(homeroom::sodium ALIAS PkgConfig::SODIUM)
    add_library(homeroom::microhttpd ALIAS PkgConfig::MICROHTTPD)
endif()
find_package(SQLiteCpp REQUIRED)
# The server's description is written in YAML and served as JSON.
find_package(yaml-cpp REQUIRED)
if(NOT TARGET yaml-cpp::yaml-cpp)
    add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()
