// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

#include <optional>

namespace homeroom {

/// A filter that is on or off, with the number of rows it would leave. Space and Enter switch it.
class Chip : public QPushButton {
    Q_OBJECT

public:
    Chip(const Theme& theme, const QString& label, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    QString label() const { return m_label; }
    /// Nothing while the count is not known yet.
    void setCount(std::optional<int> count);
    std::optional<int> count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString countText() const;
    QFont countFont() const;
    void describe();

    const Theme& m_theme;
    QString m_label;
    std::optional<int> m_count;
};

} // namespace homeroom
