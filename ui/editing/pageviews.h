// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"
#include "ui/widgets/toolbarrow.h"

#include <QJsonObject>

namespace homeroom {

class FormDialog;

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
    /// What the saved views of the page show.
    std::vector<QJsonObject> definitions() const;
    /// Goes back to the view that was shown when the program was left. Call it once the page
    /// listens.
    void restore();
    /// Saves what is shown as a view and goes there, after asking its name and, of who may decide
    /// it, whether the team has it, too.
    void save(QWidget* asker, const QJsonObject& definition);
    /// As save, with the name known; with a team for everybody in it.
    void saveAs(const QString& name, const QJsonObject& definition, const Id<Team>& team = {});
    /// Of the current view, if it is one's own or one's team's to change.
    void showMenu(const QPoint& globalPosition, const QJsonObject& definition);
    /// By position, counted from 0, as Alt+1 … do.
    void choose(int position);

Q_SIGNALS:
    /// A tab of the page's own.
    void ownTabChosen(const QString& id);
    void viewChosen(const QJsonObject& definition);

private:
    void fill();
    bool isShown(const SavedView& view) const;
    const SavedView* current() const;
    FormDialog* newNameDialog(QWidget* asker, const QString& title, const QString& before);
    bool mayShare() const;
    bool mayChange(const SavedView& view) const;
    void keepChosen();
    void rename(const SavedView& view);
    void update(const SavedView& view, const QJsonObject& definition);
    void remove(const SavedView& view);

    PageContext m_context;
    ToolbarRow& m_toolbar;
    const QString m_page;
    QList<TabText> m_ownTabs{};
};

} // namespace homeroom
