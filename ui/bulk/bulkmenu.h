// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/edit.h"
#include "models/store/stagemoves.h"
#include "ui/editing/pagecontext.h"

#include <QObject>

class QMenu;

namespace homeroom {

/// What every list offers for one or many families at once: tags, tier, stage, what is prepared,
/// the time of the next step. Each is one undo step; families that are like that already are left
/// out of it.
class BulkMenu : public QObject {
    Q_OBJECT

public:
    /// `asker` is the window the questions belong to, and owns this.
    BulkMenu(const PageContext& context, QWidget& asker);

    /// A board has its own way to another stage.
    enum class Stages { Offered, LeftOut };
    void fill(QMenu& menu, const std::vector<RecordId>& families, Stages stages = Stages::Offered);
    /// Asks what the stage wants to know, then moves the card of each family there.
    void moveTo(const Stage& stage, const std::vector<RecordId>& families);

Q_SIGNALS:
    /// How it went, in one sentence for the toast.
    void told(const QString& sentence);

private:
    using Make = std::function<Edit(const std::vector<RecordId>&)>;
    void fillTags(QMenu& add, QMenu& remove, const std::vector<RecordId>& families);
    void fillStages(QMenu& menu, const std::vector<RecordId>& families);
    void fillTiers(QMenu& menu, const std::vector<RecordId>& families);
    void fillPreparation(QMenu& menu, const std::vector<RecordId>& families);
    void askNextStepTime(const std::vector<RecordId>& families);
    /// One edit of those families that it changes; says so where there is none.
    void applyToEach(const std::vector<RecordId>& families, const Make& make);
    /// One edit of the families that are read to be changed; says so where there are none.
    void applyTo(std::function<std::vector<RecordId>(Database&)> changing, const Make& make);
    void plan(const Stage& stage, const std::vector<RecordId>& families, StageMoveAnswers answers);
    void commit(const Stage& stage, StageMovePlan plan);

    PageContext m_context;
    QWidget& m_asker;
};

} // namespace homeroom
