// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

namespace homeroom {

/// Opens the palette and tells its key. Gives way to everything else in its row: first the words
/// are elided, then only the lens is left.
class SearchHint : public QPushButton {
    Q_OBJECT

public:
    explicit SearchHint(const Theme& theme, QWidget* parent = nullptr);

    void setHint(const QString& words, const QString& keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_keys;
};

} // namespace homeroom
