// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/textlabel.h"

namespace homeroom {

/// Lines that are as narrow as they must be: what has no place to break is broken anywhere.
class WrappedLabel : public TextLabel {
    Q_OBJECT

public:
    explicit WrappedLabel(const Theme& theme, TextRole role = TextRole::Body,
        QColor Colors::*tone = &Colors::text, QWidget* parent = nullptr);

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace homeroom
