// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/familyheader.h"

#include "models/values/cohortday.h"
#include "models/values/guardianconsent.h"
#include "models/values/phone.h"
#include "ui/editing/contactcopy.h"
#include "ui/editing/phrases.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/recordtexts.h"
#include "ui/editing/sentences.h"
#include "ui/handover/familydeeds.h"
#include "ui/panel/consentrow.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tierbadge.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// A tag with a dot in its colour; the name tells it, the colour only helps.
class TagLabel : public QWidget {
public:
    TagLabel(const Theme& theme, const Tag& tag, QWidget* parent)
        : QWidget(parent), m_theme(theme), m_tag(tag)
    {
        setAccessibleName(tag.name);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(TextRole::Small));
        return {metrics.horizontalAdvance(m_tag.name) + dot + 3 * sizes::gap, height};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colors().sunken);
        painter.drawRoundedRect(rect(), height / 2.0, height / 2.0);
        painter.setBrush(m_theme.colors().category(int(m_tag.color.value_or(1)) - 1));
        painter.drawEllipse(QRect(sizes::gap, (height - dot) / 2, dot, dot));
        painter.setPen(m_theme.colors().muted);
        painter.setFont(m_theme.font(TextRole::Small));
        painter.drawText(rect().adjusted(sizes::gap + dot + sizes::grid + 2, 0, 0, 0),
            Qt::AlignVCenter | Qt::AlignLeft, m_tag.name);
    }

private:
    static constexpr int dot = 6;
    static constexpr int height = 20;
    const Theme& m_theme;
    Tag m_tag;
};

QPushButton* quietButton()
{
    auto* button = new QPushButton;
    setButtonKind(*button, ButtonKind::Quiet);
    return button;
}

} // namespace

FamilyHeader::FamilyHeader(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_name(new ElidedLabel(context.theme, TextRole::Title)),
      m_relation(new ElidedLabel(context.theme, TextRole::Body, &Colors::muted)),
      m_tier(new TierBadge(context.theme)), m_close(quietButton()),
      m_child(new ElidedLabel(context.theme, TextRole::Body, &Colors::muted)),
      m_minors(new QWidget), m_minorsIcon(new IconLabel(context.theme, Icon::Child)),
      m_minorsWords(new TextLabel(context.theme, TextRole::Small, &Colors::muted)),
      m_phone(new TextLabel(context.theme, TextRole::Body)), m_copyPhone(quietButton()),
      m_copyWechat(quietButton()), m_unmask(quietButton()),
      m_deeds(new FamilyDeeds(context, *this)),
      m_score(new TextLabel(context.theme, TextRole::Number)),
      m_reason(new TextLabel(context.theme, TextRole::Small, &Colors::muted)), m_tags(new QWidget),
      m_tagFlow(new FlowLayout(m_tags)),
      m_marks(new TextLabel(context.theme, TextRole::Small, &Colors::warn))
{
    arrange();
    retranslate();
    connect(m_copyPhone, &QPushButton::clicked, this, &FamilyHeader::copyPhone);
    connect(m_copyWechat, &QPushButton::clicked, this, &FamilyHeader::copyWechat);
    connect(m_unmask, &QPushButton::clicked, this,
        [this] { m_deeds->openUnmask(m_family.customer.id); });
    connect(m_deeds, &FamilyDeeds::told, this, &FamilyHeader::told);
    connect(m_close, &QPushButton::clicked, this, &FamilyHeader::closeRequested);
}

void FamilyHeader::arrange()
{
    m_close->setIcon(m_context.theme.icon(Icon::Close));
    m_phone->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reason->setWordWrap(true);
    auto* minors = new QHBoxLayout(m_minors);
    minors->setContentsMargins(0, 0, 0, 0);
    minors->setSpacing(sizes::grid);
    minors->addWidget(m_minorsIcon);
    minors->addWidget(m_minorsWords);
    auto* first = new QHBoxLayout;
    first->setSpacing(sizes::gap);
    first->addWidget(m_name);
    first->addWidget(m_relation, 1);
    first->addWidget(m_tier);
    first->addWidget(m_close);
    auto* contact = new QHBoxLayout;
    contact->setSpacing(sizes::grid);
    contact->addWidget(m_phone);
    contact->addStretch(1);
    contact->addWidget(m_unmask);
    contact->addWidget(m_copyPhone);
    contact->addWidget(m_copyWechat);
    auto* score = new QHBoxLayout;
    score->setSpacing(sizes::gap);
    score->addWidget(m_score);
    score->addWidget(m_reason, 1);
    m_tagFlow->setContentsMargins(0, 0, 0, 0);
    m_tagFlow->setSpacing(sizes::grid);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(sizes::margin, sizes::gap, sizes::gap, sizes::gap);
    column->setSpacing(sizes::grid);
    column->addLayout(first);
    auto* children = new QHBoxLayout;
    children->setSpacing(sizes::gap);
    children->addWidget(m_child, 1);
    children->addWidget(m_minors);
    column->addLayout(children);
    column->addLayout(contact);
    column->addLayout(score);
    column->addWidget(m_tags);
    column->addWidget(m_marks);
}

void FamilyHeader::retranslate()
{
    m_copyPhone->setText(tr("Copy phone"));
    m_copyWechat->setText(tr("Copy WeChat"));
    m_unmask->setText(tr("Show contact…"));
    m_close->setAccessibleName(tr("Close the panel"));
    m_close->setToolTip(tr("Close the panel"));
    m_score->setToolTip(tr("Intention score"));
    m_score->setAccessibleDescription(tr("Intention score"));
}

void FamilyHeader::setFamily(const Family& family)
{
    m_family = family;
    const Customer& customer = family.customer;
    const QString name = customer.name.isEmpty() ? shownContact(customer.wechatNick, m_context)
                                                 : shownName(customer.name, m_context);
    m_name->setText(name.isEmpty() ? tr("No name") : name);
    // Of the last family otherwise, where the width stays.
    m_name->setToolTip(m_name->isElided() ? m_name->text() : QString());
    const FieldDescription& field =
        recordTypeOf<Customer>().fields[size_t(fieldIndexOf(&Customer::relation))];
    QStringList about;
    if (customer.relation != FamilyRelation::Unknown)
        about.append(displayWord(field, Words<FamilyRelation>::words[size_t(customer.relation)]));
    if (!customer.city.isEmpty())
        about.append(customer.city);
    const QString owner = ownerWords();
    if (!owner.isEmpty())
        about.append(owner);
    m_relation->setText(about.join(u" · "_s));
    QStringList children;
    for (const Student& student : family.students) {
        QStringList child{shownName(student.name, m_context), gradeText(student.grade)};
        child.removeAll(QString());
        children.append(child.join(u" · "_s));
    }
    m_child->setText(children.join(u"  |  "_s));
    m_child->setVisible(!children.isEmpty());
    showMinors();
    const QString reason = shownWords(customer.tierReason, customer.id, m_context);
    m_tier->setTier(customer.tier, reason);
    m_score->setVisible(customer.score.has_value());
    m_score->setText(QString::number(customer.score.value_or(0)));
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    showContact();
    showTags();
}

/// Whose family it is, for those who keep it company only; nothing for its tutor.
QString FamilyHeader::ownerWords() const
{
    const Id<User>& owner = m_family.customer.owner;
    if (owner == m_context.viewer.user)
        return {};
    if (owner.isNull())
        return tr("in the pool");
    const QString name = catalogueName(m_context.catalogue, RecordKind::User, owner);
    return name.isEmpty() ? QString() : tr("with %1").arg(name);
}

void FamilyHeader::showContact()
{
    const Customer& customer = m_family.customer;
    m_phone->setText(
        customer.phone.isEmpty() ? tr("No phone") : shownPhone(customer.phone, m_context));
    m_copyPhone->setEnabled(!customer.phone.isEmpty() && !isMaskedPhone(customer.phone));
    m_unmask->setVisible(m_deeds->mayUnmask(m_family));
    // One of the two is enough where the other could do nothing.
    m_copyPhone->setVisible(!m_unmask->isVisibleTo(this) || m_copyPhone->isEnabled());
    m_copyWechat->setEnabled(!customer.wechatId.isEmpty() || !customer.wechatNick.isEmpty());
    QStringList marks;
    if (m_family.waiting)
        marks.append(tr("↻ Not sent yet"));
    if (m_family.conflict)
        marks.append(tr("! Conflict to decide"));
    m_marks->setText(marks.join(u" · "_s));
    m_marks->setVisible(!marks.isEmpty());
}

void FamilyHeader::showMinors()
{
    const QDate today = dateAt(m_context.clock.now(), m_context.zone);
    const QString words = minorsText(m_family.students, today);
    const bool lacks = std::ranges::any_of(m_family.students,
        [&](const Student& student) { return lacksGuardianConsent(student, today); });
    m_minors->setVisible(!words.isEmpty());
    m_minorsIcon->setIcon(
        lacks ? Icon::Warning : Icon::Child, lacks ? &Colors::warn : &Colors::muted);
    m_minorsWords->setTone(lacks ? &Colors::warn : &Colors::muted);
    m_minorsWords->setText(words);
}

void FamilyHeader::showTags()
{
    while (QLayoutItem* item = m_tagFlow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& id : m_family.customer.tags) {
        const std::optional<RecordId> tagId = RecordId::fromString(id);
        if (const Tag* tag = tagId ? m_context.catalogue.find(Id<Tag>(*tagId)) : nullptr)
            m_tagFlow->addWidget(new TagLabel(m_context.theme, *tag, m_tags));
    }
    m_tags->setVisible(m_tagFlow->count() > 0);
}

void FamilyHeader::dialPhone()
{
    Q_EMIT told(homeroom::dialPhone(m_family.customer));
}

void FamilyHeader::copyPhone()
{
    Q_EMIT told(homeroom::copyPhone(m_family.customer));
}

void FamilyHeader::copyWechat()
{
    Q_EMIT told(homeroom::copyWechat(m_family.customer));
}

void FamilyHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        setFamily(Family(m_family));
    }
}

} // namespace homeroom
