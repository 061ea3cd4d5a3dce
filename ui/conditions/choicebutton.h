// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPushButton>
#include <QStringList>

class QLineEdit;
class QListWidget;

namespace homeroom {

/// Chooses some of a list: the button says which, its list has a box for each and a line to find
/// them by.
class ChoiceButton : public QPushButton {
    Q_OBJECT

public:
    struct Choice {
        QString value{};
        QString label{};
    };

    explicit ChoiceButton(QWidget* parent = nullptr);

    /// Keeps of what is chosen also what is not among the choices, until somebody unticks it.
    void setChoices(const QList<Choice>& choices, const QStringList& chosen);
    const QStringList& chosen() const { return m_chosen; }
    /// Opens the list.
    void choose();

Q_SIGNALS:
    void chosenChanged();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill(QListWidget& list) const;
    void take(const QListWidget& list);
    void showChosen();
    QString labelOf(const QString& value) const;

    QList<Choice> m_choices{};
    QStringList m_chosen{};
};

} // namespace homeroom
