# SPDX-License-Identifier: GPL-3.0-or-later

# homeroom_library(NAME LINK <targets> [PCH <headers>] [EXCLUDE <folders>] [ALLOW <folders>])
# One static library out of every source below the current folder. ALLOW lists the folders of this
# tree that its files may include from; anything else stops the build.
function(homeroom_library name)
    cmake_parse_arguments(ARG "" "" "LINK;PCH;EXCLUDE;ALLOW" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "*.cpp" "*.h" "*.qrc")
    foreach(folder IN LISTS ARG_EXCLUDE)
        list(FILTER sources EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${folder}/")
    endforeach()
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC homeroom_settings ${ARG_LINK})
    set_target_properties(${name} PROPERTIES AUTOMOC ON AUTORCC ON)
    homeroom_rerun_moc(${name} "${sources}")
    target_precompile_headers(${name} PRIVATE <memory> <optional> <vector> <variant> <functional>
        <QtCore/QtCore> ${ARG_PCH})
    file(RELATIVE_PATH folder "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
    homeroom_check_layer(${name} "${folder}" "${ARG_EXCLUDE}" "${ARG_ALLOW}")
endfunction()

# A new header in a globbed folder changes no CMakeLists.txt, which is all that makes CMake 3.25 run
# moc again; without this its signals would be undefined symbols.
function(homeroom_rerun_moc name sources)
    set(list "${CMAKE_CURRENT_BINARY_DIR}/${name}_sources.txt")
    set(before "")
    if(EXISTS "${list}")
        file(READ "${list}" before)
    endif()
    if(NOT before STREQUAL sources)
        file(WRITE "${list}" "${sources}")
        file(REMOVE "${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/timestamp")
    endif()
endfunction()

# Runs cmake/Layers.cmake over a folder before its library is built.
function(homeroom_check_layer name folder exclude allow)
    add_custom_target(${name}_layer
        COMMAND ${CMAKE_COMMAND} "-DROOT=${CMAKE_SOURCE_DIR}" "-DFOLDER=${folder}"
            "-DEXCLUDE=${exclude}" "-DALLOW=${allow}" -P "${CMAKE_SOURCE_DIR}/cmake/Layers.cmake"
        VERBATIM COMMENT "")
    add_dependencies(${name} ${name}_layer)
endfunction()

# homeroom_program(NAME OUTPUT LINK <targets> SOURCES <files>)
function(homeroom_program name output)
    cmake_parse_arguments(ARG "" "" "LINK;SOURCES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE homeroom_settings ${ARG_LINK})
    set_target_properties(${name} PROPERTIES OUTPUT_NAME ${output} AUTOMOC ON AUTORCC ON
        RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
    target_precompile_headers(${name} PRIVATE <memory> <optional> <vector> <variant> <functional>
        <QtCore/QtCore>)
endfunction()
