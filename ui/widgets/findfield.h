// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace homeroom {

/// The field in a toolbar in which a page is searched: as wide as its hint where there is room, and
/// the first to give way where there is not.
class FindField : public QLineEdit {
    Q_OBJECT

public:
    explicit FindField(int width, QWidget* parent = nullptr) : QLineEdit(parent), m_width(width)
    {
        setMaximumWidth(width);
    }

    QSize sizeHint() const override { return {m_width, QLineEdit::sizeHint().height()}; }
    QSize minimumSizeHint() const override
    {
        return {m_width / 2, QLineEdit::minimumSizeHint().height()};
    }

private:
    int m_width;
};

} // namespace homeroom
