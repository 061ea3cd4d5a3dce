// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/resolution.h"
#include "models/store/synccentrequery.h"
#include "ui/editing/pagecontext.h"

#include <QCoreApplication>

#include <functional>

class QWidget;

namespace homeroom {

/// One thing that can be done about an item.
struct CentreDeed {
    QString text{};
    bool possible = true;
    std::function<void()> run{};
};

/// What can be done about items of the sync centre. All of it goes through the edit desk, so that
/// it is told and can be undone like every edit.
class CentreDeeds {
    Q_DECLARE_TR_FUNCTIONS(CentreDeeds)

public:
    /// `asker` is the window that questions belong to.
    CentreDeeds(PageContext& context, QWidget& asker) : m_context(context), m_asker(asker) { }

    /// The deeds of an item without values to choose from, at most three. `editAgain` leads to
    /// where it was typed.
    std::vector<CentreDeed> deedsOf(
        const CentreItem& item, const std::function<void(const CentreItem&)>& editAgain);
    void resolve(const CentreItem& item, const std::vector<Decision>& decisions);

private:
    void retry(const CentreItem& item);
    void askDiscard(const CentreItem& item);
    void dismiss(const std::vector<qint64>& numbers);
    void keepAsFollowUp(const CentreItem& item);
    void askLetGo(const CentreItem& item);
    /// As the follow-up, which gets the words of the orphan, or without a trace.
    void closeOrphan(const CentreItem& item, std::optional<FollowUp> copy);
    void apply(Result<Edit> edit, const QString& label);

    PageContext& m_context;
    QWidget& m_asker;
};

} // namespace homeroom
