// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QWidget>

#include <optional>

class QPushButton;

namespace homeroom {

class Chip;
class ElidedLabel;
class FlowLayout;

struct ChipText {
    QString id;
    QString label;
};

/// A line of filter chips; left and right arrows walk them, Home and End jump. At its end stands
/// what the filters leave, with one action that switches them all off.
class ChipBar : public QWidget {
    Q_OBJECT

public:
    explicit ChipBar(const Theme& theme, QWidget* parent = nullptr);

    /// Keeps state and count of chips whose id stays.
    void setChips(const QList<ChipText>& chips);
    void setCount(const QString& id, std::optional<int> count);
    void setChecked(const QString& id, bool checked);
    QStringList checkedIds() const;
    Chip* chip(const QString& id) const;
    /// The sentence at the end, such as «18 of 512 families».
    void setSummary(const QString& summary);
    void clearAll();

Q_SIGNALS:
    /// The person switched chips; ids of those that are on, in their order.
    void filtersChanged(const QStringList& checkedIds);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Chip* makeChip(const ChipText& text);
    void dropChipsNotIn(const QList<ChipText>& chips);
    void retranslate();
    void showEnd();
    bool walk(int key, int from);

    const Theme& m_theme;
    QList<Chip*> m_chips;
    FlowLayout* m_flow;
    ElidedLabel* m_summary;
    QPushButton* m_clear;
};

} // namespace homeroom
