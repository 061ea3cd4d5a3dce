// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startsentence.h"

#include "models/values/connectionfault.h"
#include "ui/editing/sentences.h"

#include <QCoreApplication>

namespace homeroom {

QString startSentence(const Error& error)
{
    if (error.code == ErrorCode::Conflict)
        return QCoreApplication::translate("Sentences",
            "What is kept here belongs to another person. Sign in under that name, or start "
            "Homeroom with a folder of your own (--profile).");
    const bool unreached = error.code == ErrorCode::Unavailable || error.code == ErrorCode::Timeout;
    if (!unreached || connectionFault(error))
        return sentenceFor(error);
    return QCoreApplication::translate(
        "Sentences", "The server cannot be reached. Try again when you are online.");
}

} // namespace homeroom
