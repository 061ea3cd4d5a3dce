// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace homeroom {

class TextLabel;

/// One of the values to choose from: its key, whose it is and since when, and the value in full.
/// Without a key it only shows a value and cannot be chosen.
class ChoiceCard : public QAbstractButton {
    Q_OBJECT

public:
    struct Content {
        QString key{}; ///< the digit that chooses it
        QString caption{};
        QString who{};
        QString value{};
    };

    ChoiceCard(const Theme& theme, const Content& content, QWidget* parent = nullptr);

    const Content& content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Content m_content;
};

} // namespace homeroom
