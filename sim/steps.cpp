// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/steps.h"

namespace homeroom::sim {

const Step& chooseStep(const SeedPlan& plan, SimRandom& random)
{
    std::vector<const Step*> open;
    int total = 0;
    for (const auto* steps : {&editSteps(), &officeSteps(), &harmSteps()}) {
        for (const Step& step : *steps) {
            if (step.needs && !plan.has(*step.needs))
                continue;
            open.push_back(&step);
            total += step.weight;
        }
    }
    int left = random.below(total);
    for (const Step* step : open) {
        left -= step->weight;
        if (left < 0)
            return *step;
    }
    return *open.back();
}

} // namespace homeroom::sim
