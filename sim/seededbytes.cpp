// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/seededbytes.h"

#include "sim/simrandom.h"

#include <sodium.h>

namespace homeroom::sim {

namespace {

SimRandom& source()
{
    static SimRandom random(0);
    return random;
}

const char* implementationName()
{
    return "homeroom-sim";
}

uint32_t randomNumber()
{
    return uint32_t(source().next());
}

void fillBytes(void* const buffer, const size_t size)
{
    auto* bytes = static_cast<unsigned char*>(buffer);
    for (size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<unsigned char>(source().next());
}

} // namespace

void seedRandomBytes(quint64 seed)
{
    static randombytes_implementation implementation{
        implementationName, randomNumber, nullptr, nullptr, fillBytes, nullptr};
    randombytes_set_implementation(&implementation);
    source() = SimRandom(seed);
}

} // namespace homeroom::sim
