// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace homeroom {

/// What the board remembers from run to run; the program keeps it in its settings, tests in memory.
class BoardSettings {
public:
    BoardSettings() = default;
    virtual ~BoardSettings() = default;
    Q_DISABLE_COPY_MOVE(BoardSettings)

    /// Id of the pipeline shown last; empty while never set.
    virtual QString boardPipeline() const = 0;
    virtual void setBoardPipeline(const QString& id) = 0;
    /// Ids of the stages whose columns are folded.
    virtual QStringList foldedStages() const = 0;
    virtual void setFoldedStages(const QStringList& ids) = 0;
};

} // namespace homeroom
