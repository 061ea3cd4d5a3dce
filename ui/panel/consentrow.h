// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"

#include <QWidget>

class QPushButton;

namespace homeroom {

class IconLabel;
class TextLabel;
class Theme;

/// That a child is under 14, in a sign and in words, and whether a guardian has agreed that its
/// data is kept; with the one button by which a person says that they have.
class ConsentRow : public QWidget {
    Q_OBJECT

public:
    explicit ConsentRow(const Theme& theme, QWidget* parent = nullptr);

    /// `held` is the name of a field that waits for the consent before it is saved; empty where
    /// none does. Hidden for a child of 14, and where nobody knows.
    void setStudent(const Student& student, const QDate& today, const QString& held);
    void setReadOnly(bool readOnly);
    QString text() const;
    QPushButton& button() { return *m_agreed; }

Q_SIGNALS:
    /// The guardian agreed.
    void agreed();

private:
    void show(bool lacks, const QString& words, const QString& deed);

    IconLabel* m_icon;
    TextLabel* m_words;
    QPushButton* m_agreed;
    bool m_readOnly = false;
    bool m_asks = false;
};

/// What stands beside a family's children in few words: that one is under 14, and whether the
/// consent of a guardian is missing. Empty where none of them is.
QString minorsText(const std::vector<Student>& students, const QDate& today);

} // namespace homeroom
