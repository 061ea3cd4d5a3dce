// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/matchingfamilies.h"
#include "ui/editing/pagecontext.h"

#include <QWidget>

class QPushButton;

namespace homeroom {

class ElidedLabel;

/// The conditions of a page: the line that says what they ask, with a way to change and to drop
/// them, and the button for the toolbar that opens their dialog. Hidden while there are none.
class ConditionBar : public QWidget {
    Q_OBJECT

public:
    explicit ConditionBar(const PageContext& context, QWidget* parent = nullptr);

    const MatchingFamilies& matching() const { return m_matching; }
    void setConditions(const ConditionGroup& conditions);
    /// As a saved view holds them. What cannot be read asks for a field that does not exist, so
    /// that nobody takes all families for those of the view.
    void setDefinition(const QJsonObject& definition);
    QJsonObject definition() const;
    /// Reads ahead what a view will ask for.
    void prepare(const QJsonObject& definition);
    /// Opens the dialog.
    void edit();
    /// Why nobody is found, in words; empty without a fault.
    QString faultText() const;
    /// For the toolbar of the page, which owns it then.
    QPushButton& button() { return *m_button; }
    QString sentence() const;

Q_SIGNALS:
    /// Other families, or none any more.
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showConditions();
    void retranslate();

    const PageContext m_context;
    MatchingFamilies m_matching;
    QPushButton* m_button;
    ElidedLabel* m_sentence;
    QPushButton* m_edit;
    QPushButton* m_clear;
};

} // namespace homeroom
