# SPDX-License-Identifier: GPL-3.0-or-later
# What ctest runs of the simulator. A broken rule must be noticed, and by an invariant that is about
# it: behind the colon are those that may. sync/simulation-mutants compares the names with the
# program's own list.
set(mutants
    "base-per-page:I1,I12"
    "pos-by-seq:I1,I12"
    "evict-despite-grant:I1"
    "delta-on-entry:I1,I11,I12"
    "lost-membership-ignored:I1,I5,I6"
    "gained-membership-not-backdated:I1"
    "full-merges:I1,I6"
    "visibility-overwritten:I1,I5,I6"
    "seq-at-start:I1"
    "generation-ignored:I1,I2,I4,I12"
    "own-edit-conflicts:I9"
    "ack-before-commit:I2,I4"
    "echo-too-early:I8"
    "cursor-before-data:I1,I12"
    "refusal-blocks:I13"
    "gone-wipes:I4,I8,I14"
    "refresh-lost:I13"
    "group-split:I10"
    "create-not-idempotent:I3"
    "evict-keeps-index:I6"
    # Beyond the page's twenty.
    "drop-row:I2"
    "drop-conflict:I2"
    "drop-history:I2"
    "wake-lost:I13"
    "key-forgotten:I3")

# homeroom_simulation_test(NAME TIMEOUT COMMAND...): one ctest entry of the label sync.
function(homeroom_simulation_test name timeout)
    add_test(NAME sync/${name} COMMAND ${ARGN})
    set_tests_properties(sync/${name} PROPERTIES LABELS sync TIMEOUT ${timeout}
        ENVIRONMENT "TZ=UTC;LC_ALL=C.UTF-8")
endfunction()

# As above; the program must end with 1 and report that one of the words is broken.
function(homeroom_noticed_test name words)
    list(JOIN ARGN " " arguments)
    homeroom_simulation_test(${name} 300 ${CMAKE_COMMAND} "-DPROGRAM=$<TARGET_FILE:homeroom_sim>"
        "-DARGUMENTS=${arguments}" "-DWORDS=${words}" -P "${CMAKE_CURRENT_SOURCE_DIR}/Noticed.cmake")
endfunction()

set(names "")
foreach(mutant IN LISTS mutants)
    string(REGEX MATCH "^[^:]+" name "${mutant}")
    string(REGEX REPLACE "^[^:]+:" "" invariants "${mutant}")
    list(APPEND names ${name})
    homeroom_noticed_test(simulation-mutant-${name} "${invariants}"
        --mutant ${name} --seeds 150 --from 1)
endforeach()
homeroom_noticed_test(simulation-canary I12 --canary)
list(JOIN names "," names)
homeroom_simulation_test(simulation-mutants 60 ${CMAKE_COMMAND}
    "-DPROGRAM=$<TARGET_FILE:homeroom_sim>" "-DNAMES=${names}"
    -P "${CMAKE_CURRENT_SOURCE_DIR}/SameMutants.cmake")
homeroom_simulation_test(simulation-fixed 900 homeroom_sim --seeds 200 --from 1)
homeroom_simulation_test(simulation 900 homeroom_sim --minutes 5)
# The longest first, so that nobody waits for them at the end.
set_tests_properties(sync/simulation-fixed PROPERTIES COST 500)
set_tests_properties(sync/simulation PROPERTIES COST 1000)
