// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"
#include "ui/widgets/toolbarrow.h"

#include <QJsonObject>

namespace homeroom {

/// The saved views of the families page as tabs: everybody's first, then one's own and the team's.
/// Saves, renames and deletes them as records.
class CustomerViews : public QObject {
    Q_OBJECT

public:
    CustomerViews(PageContext& context, ToolbarRow& toolbar, QObject* parent = nullptr);

    void retranslate();
    /// Saves what is shown as a private view and goes there, after asking its name.
    void save(QWidget* asker, const QJsonObject& definition);
    /// As save, with the name known.
    void saveAs(const QString& name, const QJsonObject& definition);
    void showMenu(const QPoint& globalPosition, const QJsonObject& definition);
    /// By position, counted from 0, as Alt+1 … do.
    void choose(int position);

Q_SIGNALS:
    void viewChosen(const QJsonObject& definition);

private:
    void fill();
    const SavedView* current() const;
    void askName(QWidget* asker, const QString& title, const QString& before,
        std::function<void(const QString&)> then);
    void rename(const SavedView& view);
    void update(const SavedView& view, const QJsonObject& definition);
    void remove(const SavedView& view);

    PageContext& m_context;
    ToolbarRow& m_toolbar;
};

} // namespace homeroom
