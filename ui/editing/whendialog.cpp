// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/whendialog.h"

#include "models/values/whenphrase.h"
#include "ui/editing/moments.h"
#include "ui/widgets/formdialog.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace homeroom {

namespace {

/// Texts of this file belong to one translation context.
struct WhenDialog {
    Q_DECLARE_TR_FUNCTIONS(WhenDialog)
};

} // namespace

QLineEdit* newWhenField()
{
    auto* field = new QLineEdit;
    field->setPlaceholderText(WhenDialog::tr("sat 14:00"));
    return field;
}

QString whenProblem(const QLineEdit& field, const PageContext& context, bool optional)
{
    if (optional && field.text().trimmed().isEmpty())
        return {};
    const auto answer = parseWhen(field.text(), context.clock.now(), context.zone);
    const auto* problem = std::get_if<WhenProblem>(&answer);
    return problem ? sentenceFor(*problem) : QString();
}

std::optional<Milliseconds> typedWhen(const QLineEdit& field, const PageContext& context)
{
    const auto answer = parseWhen(field.text(), context.clock.now(), context.zone);
    const auto* at = std::get_if<Milliseconds>(&answer);
    return at ? std::optional(*at) : std::nullopt;
}

void askWhen(const PageContext& context, QWidget* parent, const QString& title,
    const std::function<void(Milliseconds)>& then)
{
    auto* dialog = new FormDialog(context.theme, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTitle(title);
    dialog->setAcceptText(WhenDialog::tr("Save"));
    QLineEdit* when = newWhenField();
    dialog->addRow(WhenDialog::tr("When"), when,
        [when, &context] { return whenProblem(*when, context, false); });
    QObject::connect(dialog, &QDialog::accepted, parent,
        [when, &context, then] { then(typedWhen(*when, context).value_or(context.clock.now())); });
    dialog->open();
}

} // namespace homeroom
