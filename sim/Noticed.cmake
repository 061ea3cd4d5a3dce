# SPDX-License-Identifier: GPL-3.0-or-later
# Runs PROGRAM with ARGUMENTS; it must end with 1 and say that one of WORDS (with commas) is broken.
separate_arguments(arguments UNIX_COMMAND "${ARGUMENTS}")
execute_process(COMMAND "${PROGRAM}" ${arguments}
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
message("${output}")
string(REPLACE "," "|" words "${WORDS}")
if(NOT result STREQUAL "1")
    message(FATAL_ERROR "it ended with ${result}, not with 1")
endif()
if(NOT "\n${output}" MATCHES "\n(${words}) is broken: ")
    message(FATAL_ERROR "it was not noticed by ${WORDS}")
endif()
