# SPDX-License-Identifier: GPL-3.0-or-later
# The rules that PROGRAM can break must be exactly NAMES (with commas), each of which has a test.
execute_process(COMMAND "${PROGRAM}" --list-mutants
    RESULT_VARIABLE result OUTPUT_VARIABLE listed OUTPUT_STRIP_TRAILING_WHITESPACE)
string(REPLACE "\n" "," listed "${listed}")
if(NOT result STREQUAL "0" OR NOT listed STREQUAL "${NAMES}")
    message(FATAL_ERROR "the program lists (${result}): ${listed}\nthere are tests for: ${NAMES}")
endif()
message("${listed}")
