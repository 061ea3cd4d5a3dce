// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"
#include "ui/widgets/toolbarrow.h"

#include <QJsonObject>

namespace homeroom {

/// The tabs of a page: its own, which are always there, then the saved views, one's own and the
/// team's. Saves, renames and deletes views as records.
class PageViews : public QObject {
    Q_OBJECT

public:
    /// `page` is the word by which views know their page; all arguments must outlive it.
    PageViews(const PageContext& context, ToolbarRow& toolbar, const QString& page,
        QObject* parent = nullptr);

    /// The tabs in front of the saved views.
    void setOwnTabs(const QList<TabText>& tabs);
    /// Saves what is shown as a private view and goes there, after asking its name.
    void save(QWidget* asker, const QJsonObject& definition);
    /// As save, with the name known.
    void saveAs(const QString& name, const QJsonObject& definition);
    /// Of the current view, if it is one's own.
    void showMenu(const QPoint& globalPosition, const QJsonObject& definition);
    /// By position, counted from 0, as Alt+1 … do.
    void choose(int position);

Q_SIGNALS:
    /// A tab of the page's own.
    void ownTabChosen(const QString& id);
    void viewChosen(const QJsonObject& definition);

private:
    void fill();
    const SavedView* current() const;
    void askName(QWidget* asker, const QString& title, const QString& before,
        std::function<void(const QString&)> then);
    void rename(const SavedView& view);
    void update(const SavedView& view, const QJsonObject& definition);
    void remove(const SavedView& view);

    PageContext m_context;
    ToolbarRow& m_toolbar;
    const QString m_page;
    QList<TabText> m_ownTabs{};
};

} // namespace homeroom
