// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/duplicates/duplicatewords.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

class QGridLayout;

namespace homeroom {

class WrappedLabel;

/// Two families side by side; what differs is marked.
class DuplicateDetail : public QScrollArea {
    Q_OBJECT

public:
    explicit DuplicateDetail(const PageContext& context, QWidget* parent = nullptr);

    /// Null empties the pane.
    void setPair(
        const DuplicatePair* pair, const std::optional<std::array<DuplicateSide, 2>>& sides);
    const std::vector<ComparedLine>& lines() const { return m_lines; }

private:
    void addLine(QGridLayout& grid, int row, const ComparedLine& line);
    WrappedLabel* newLabel(const QString& text, TextRole role, QColor Colors::*tone) const;

    const PageContext& m_context;
    std::vector<ComparedLine> m_lines{};
};

} // namespace homeroom
