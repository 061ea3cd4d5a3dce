// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/formdialog.h"

class QComboBox;

namespace homeroom {

/// Why a family was lost: one of the usual reasons or words of one's own, never nothing.
class LostDialog : public FormDialog {
    Q_OBJECT

public:
    LostDialog(const Theme& theme, const QString& stageName, const QString& family, int families,
        QWidget* parent = nullptr);

    QString reason() const;
    QComboBox& reasonField() { return *m_reason; }

private:
    QComboBox* m_reason;
};

} // namespace homeroom
