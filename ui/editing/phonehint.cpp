// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/phonehint.h"

#include "models/values/phone.h"
#include "ui/editing/privacymode.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace homeroom {

namespace {

QString sentenceOf(const PhoneHolder& holder, const PageContext& context)
{
    const QString name = holder.name.isEmpty() ? PhoneHint::tr("A family without a name")
                                               : shownName(holder.name, context);
    // Who reads numbers masked is told that one looks the same, and no more than the mask shows.
    if (!holder.certain)
        return PhoneHint::tr("%1 has a number that looks the same; it is hidden from you.")
            .arg(name);
    if (!holder.isGuardian)
        return PhoneHint::tr("%1 already has this phone.").arg(name);
    return holder.guardian.isEmpty()
        ? PhoneHint::tr("A guardian of %1 already has this phone.").arg(name)
        : PhoneHint::tr("%1, a guardian of %2, already has this phone.")
              .arg(shownName(holder.guardian, context), name);
}

} // namespace

PhoneHint::PhoneHint(const PageContext& context, const QLineEdit& field, QWidget* parent)
    : QWidget(parent), m_context(context),
      m_sentence(new TextLabel(context.theme, TextRole::Small, &Colors::warn)),
      m_open(new QPushButton)
{
    setButtonKind(*m_open, ButtonKind::Quiet);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_sentence);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    setFocusProxy(m_open);
    hide();
    connect(&field, &QLineEdit::textEdited, this, &PhoneHint::look);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT familyRequested(m_holder); });
}

void PhoneHint::look(const QString& typed)
{
    forget();
    const std::optional<QString> phone = normalisedPhone(typed);
    if (!phone)
        return;
    m_context.workspace
        .query([phone = *phone, family = m_family](
                   Database& database) { return familyWithPhone(database, phone, family); })
        .then(
            this, [this, question = m_question](const Result<std::optional<PhoneHolder>>& holder) {
                if (question == m_question && holder.ok())
                    say(*holder);
            });
}

void PhoneHint::forget()
{
    ++m_question;
    say({});
}

void PhoneHint::say(const std::optional<PhoneHolder>& holder)
{
    m_holder = holder ? RecordId(holder->family) : RecordId();
    m_sentence->setText(holder ? sentenceOf(*holder, m_context) : QString());
    m_open->setText(tr("Open the family"));
    // A wrapping label, even a hidden one, makes every row above it be laid out by its width.
    m_sentence->setWordWrap(holder.has_value());
    setVisible(holder.has_value());
}

QString PhoneHint::sentence() const
{
    return m_sentence->text();
}

} // namespace homeroom
