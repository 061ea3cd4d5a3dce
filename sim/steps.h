// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/plan.h"

namespace homeroom::sim {

class SimClient;
class World;

/// One thing that can happen in a run.
struct Step {
    const char* name;
    int weight; ///< against the others
    std::optional<Fault> needs; ///< only where the run has this fault
    void (*run)(World& world, SimRandom& random);
};

/// What people do at their desks, what the organisation does, and what goes wrong.
const std::vector<Step>& editSteps();
const std::vector<Step>& officeSteps();
const std::vector<Step>& harmSteps();

/// A person takes a new family in.
void takeFamilyIn(World& world, SimRandom& random, SimClient& client);

/// The administrator gives a family to somebody else.
void handOverOne(World& world, SimRandom& random);

/// One of all of them by weight; without the harms that the plan does not have.
const Step& chooseStep(const SeedPlan& plan, SimRandom& random);

} // namespace homeroom::sim
