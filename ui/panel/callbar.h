// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <array>

class QPushButton;

namespace homeroom {

class Shortcuts;
class TextLabel;

/// Calling a list of families one after the other: which one this is, how long the call takes, and
/// a button a result. Above the family while calls go on.
class CallBar : public QWidget {
    Q_OBJECT

public:
    static constexpr int resultCount = 5;

    CallBar(const PageContext& context, const Shortcuts& shortcuts, QWidget* parent = nullptr);

    /// The n-th of so many, counted from 1; the clock stands at zero. `warning` is what the caller
    /// must know before dialling, or empty.
    void showFamily(int number, int of, const QString& warning);
    /// The call begins; a second time changes nothing.
    void startClock();
    /// Whole seconds, or nothing where no call was begun. The clock stops.
    std::optional<qint64> takeDuration();
    QString clockText() const;
    QString placeText() const;

Q_SIGNALS:
    void resultChosen(int number);
    void dialRequested();
    void skipRequested();
    void endRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void arrange();
    void retranslate();
    void showClock();
    void showPlace();

    const PageContext m_context;
    const Shortcuts& m_shortcuts;
    TextLabel* m_place;
    TextLabel* m_clock;
    TextLabel* m_warning;
    QPushButton* m_dial;
    QPushButton* m_skip;
    QPushButton* m_end;
    std::array<QPushButton*, resultCount> m_results{};
    QTimer m_tick;
    std::optional<Milliseconds> m_since{};
    int m_number = 0;
    int m_of = 0;
};

} // namespace homeroom
