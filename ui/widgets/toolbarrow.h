// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/tabstrip.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace homeroom {

class SearchHint;
class TextLabel;

/// The one row at the top of a page: title, saved views, the way to search, one primary action.
class ToolbarRow : public QWidget {
    Q_OBJECT

public:
    explicit ToolbarRow(const Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Without views neither the tabs nor the «+» are shown.
    void setViews(const QList<TabText>& views);
    TabStrip& views() { return *m_views; }
    /// What the tabs are to a screen reader, where they are not saved views.
    void setViewsName(const QString& name);
    /// `keys` as shown to people; empty words hide the hint.
    void setSearchHint(const QString& words, const QString& keys);
    /// Empty words hide the button.
    void setPrimaryAction(const QString& words, const QString& keys = {});
    QPushButton& primaryButton() { return *m_primary; }
    /// Puts a control of the page before the primary action.
    void addControl(QWidget* control);

Q_SIGNALS:
    void viewChosen(const QString& id);
    void addViewRequested();
    void searchRequested();
    void primaryRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();

    const Theme& m_theme;
    TextLabel* m_title;
    TabStrip* m_views;
    QString m_viewsName;
    QPushButton* m_addView;
    SearchHint* m_search;
    QHBoxLayout* m_controls;
    QPushButton* m_primary;
};

} // namespace homeroom
