# SPDX-License-Identifier: GPL-3.0-or-later
# One place for what every target of ours is compiled with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# Assertions stay on in what we test and ship: a wrong state must stop, not be saved.
string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
if(NOT MSVC)
    set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # Precompiled headers need these sloppiness settings to be cacheable at all.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM AND UNIX AND NOT APPLE)
    add_link_options(-fuse-ld=mold)
endif()

add_library(homeroom_settings INTERFACE)
target_compile_definitions(homeroom_settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_FORCE_ASSERTS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    HOMEROOM_VERSION="${PROJECT_VERSION}")
target_include_directories(homeroom_settings INTERFACE "${CMAKE_SOURCE_DIR}")
if(MSVC)
    target_compile_options(homeroom_settings INTERFACE /W4 /WX /permissive- /utf-8 /bigobj)
else()
    target_compile_options(homeroom_settings INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast
        -Woverloaded-virtual -Werror
        # PCH made with other macros is a lost optimisation, not a fault of the code.
        -Wno-error=invalid-pch -fpch-preprocess)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # GCC 12 reports these inside libstdc++ and Qt headers at -O2; they are known false alarms.
        target_compile_options(homeroom_settings INTERFACE
            -Wno-error=maybe-uninitialized -Wno-error=restrict -Wno-error=array-bounds
            -Wno-error=stringop-overflow)
    endif()
endif()
if(HOMEROOM_SANITIZE)
    add_compile_options(-fsanitize=${HOMEROOM_SANITIZE} -fno-omit-frame-pointer -g1)
    add_link_options(-fsanitize=${HOMEROOM_SANITIZE})
endif()
if(HOMEROOM_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()
