// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openanswer.h"

#include "ui/import/importdialog.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace homeroom {

namespace {

bool holdsText(const QDialog& dialog)
{
    const auto lines = dialog.findChildren<QLineEdit*>();
    const auto texts = dialog.findChildren<QPlainTextEdit*>();
    return std::any_of(lines.begin(), lines.end(), [](const QLineEdit* line) {
        return !line->isReadOnly() && !line->text().isEmpty();
    }) || std::any_of(texts.begin(), texts.end(), [](const QPlainTextEdit* text) {
        return !text->isReadOnly() && !text->document()->isEmpty();
    });
}

} // namespace

bool isAnswering(const QWidget& window)
{
    const auto dialogs = window.findChildren<QDialog*>();
    return std::any_of(dialogs.begin(), dialogs.end(), [](const QDialog* dialog) {
        return dialog->isVisible()
            && (qobject_cast<const ImportDialog*>(dialog) || holdsText(*dialog));
    });
}

} // namespace homeroom
