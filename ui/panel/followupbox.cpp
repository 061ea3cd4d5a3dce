// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/followupbox.h"

#include "models/store/drafts.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/moments.h"
#include "ui/editing/sentences.h"
#include "ui/editing/whendialog.h"
#include "ui/editing/wordbox.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int keepAfterMs = 400; // of quiet; a restart loses at most this much typing
constexpr int textLines = 3;

QJsonArray toJson(const std::vector<qint64>& numbers)
{
    QJsonArray array;
    for (const qint64 number : numbers)
        array.append(number);
    return array;
}

std::vector<qint64> fromJson(const QJsonArray& array)
{
    std::vector<qint64> numbers;
    for (const QJsonValue& number : array)
        numbers.push_back(number.toInteger());
    return numbers;
}

QString joined(QStringList lines, const QString& between)
{
    lines.removeAll(QString());
    return lines.join(between);
}

} // namespace

FollowUpBox::FollowUpBox(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_kind(new QComboBox), m_result(new QComboBox),
      m_text(new QPlainTextEdit), m_nextStep(new QLineEdit), m_when(new QLineEdit),
      m_error(new TextLabel(context.theme, TextRole::Small, &Colors::bad)),
      m_hint(new TextLabel(context.theme, TextRole::Small, &Colors::faint)), m_save(new QPushButton)
{
    setObjectName(u"followUpBox"_s);
    m_text->setObjectName(u"whatHappened"_s);
    m_nextStep->setObjectName(u"nextStep"_s);
    m_when->setObjectName(u"when"_s);
    m_kind->setObjectName(u"kind"_s);
    m_result->setObjectName(u"result"_s);
    arrange();
    retranslate();
    show(QJsonObject());
    connectFields();
}

FollowUpBox::~FollowUpBox()
{
    if (m_keeping.isActive())
        keepDraft();
}

void FollowUpBox::arrange()
{
    m_text->setFixedHeight(m_context.theme.lineHeight(TextRole::Body) * textLines + sizes::gap);
    m_text->setTabChangesFocus(true);
    m_error->setWordWrap(true);
    m_error->hide();
    setButtonKind(*m_save, ButtonKind::Primary);
    auto* choices = new QHBoxLayout;
    choices->addWidget(m_kind, 1);
    choices->addWidget(m_result, 1);
    auto* next = new QHBoxLayout;
    next->addWidget(m_nextStep, 1);
    next->addWidget(m_when, 1);
    auto* end = new QHBoxLayout;
    m_hint->setWordWrap(true);
    end->addWidget(m_hint, 1);
    end->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    constexpr int edge = sizes::gap + sizes::grid;
    column->setContentsMargins(sizes::margin, edge, sizes::margin, edge);
    column->setSpacing(sizes::gap);
    for (QHBoxLayout* row : {choices, next, end})
        row->setSpacing(sizes::gap);
    column->addLayout(choices);
    column->addWidget(m_text);
    column->addLayout(next);
    column->addWidget(m_error);
    column->addLayout(end);
}

void FollowUpBox::connectFields()
{
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(keepAfterMs);
    connect(&m_keeping, &QTimer::timeout, this, &FollowUpBox::keepDraft);
    connect(m_text, &QPlainTextEdit::textChanged, this, &FollowUpBox::touched);
    connect(m_nextStep, &QLineEdit::textChanged, this, &FollowUpBox::touched);
    connect(m_when, &QLineEdit::textChanged, this, &FollowUpBox::touched);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FollowUpBox::touched);
    connect(m_result, &QComboBox::currentIndexChanged, this, &FollowUpBox::touched);
    connect(m_save, &QPushButton::clicked, this, &FollowUpBox::save);
}

void FollowUpBox::retranslate()
{
    fillWords(*m_kind, &FollowUp::kind, 0);
    fillWords(*m_result, &FollowUp::result, 0);
    m_kind->setAccessibleName(tr("Kind of follow-up"));
    m_result->setAccessibleName(tr("Result"));
    m_text->setPlaceholderText(tr("What happened?"));
    m_text->setAccessibleName(tr("What happened"));
    m_nextStep->setPlaceholderText(tr("Next step"));
    m_nextStep->setAccessibleName(tr("Next step"));
    m_when->setPlaceholderText(tr("When: sat 14:00"));
    m_when->setAccessibleName(tr("When the next step is due"));
    m_save->setText(tr("Save"));
}

void FollowUpBox::setHint(const QString& keys)
{
    m_hint->setText(keys);
}

QString FollowUpBox::error() const
{
    return m_error->isHidden() ? QString() : m_error->text();
}

void FollowUpBox::setCustomer(const RecordId& customer)
{
    if (customer == m_customer && m_gone.isNull())
        return;
    if (m_keeping.isActive())
        keepDraft();
    m_customer = customer;
    m_saving = false;
    if (!customer.isNull() && customer == m_gone) { // it came back
        m_gone = {};
        keepDraft();
        return;
    }
    m_gone = {};
    show(customer.isNull() ? QJsonObject() : followUpDraft(m_context.workspace.reader(), customer));
}

void FollowUpBox::letGo()
{
    m_keeping.stop();
    if (!m_customer.isNull())
        m_gone = m_customer;
    m_customer = {};
}

void FollowUpBox::putAway(const QStringList& lines)
{
    if (!lines.isEmpty())
        m_text->setPlainText(joined(QStringList(m_text->toPlainText()) + lines, u"\n"_s));
    if (m_keeping.isActive())
        keepDraft();
}

QString FollowUpBox::words() const
{
    const QString plan = joined({m_nextStep->text().trimmed(), m_when->text().trimmed()}, u" · "_s);
    return joined({m_text->toPlainText().trimmed(), plan}, u"\n"_s);
}

void FollowUpBox::takeBack(const RefusedFollowUp& refused)
{
    const FollowUp& followUp = refused.followUp;
    const auto taken = [this](
                           qint64 n) { return std::ranges::find(m_refused, n) != m_refused.end(); };
    if (m_customer != followUp.customer || std::ranges::any_of(refused.numbers, taken))
        return;
    if (draft().isEmpty())
        choose(*m_kind, int(followUp.kind));
    if (m_result->currentData().toInt() == int(FollowUpResult::None))
        choose(*m_result, int(followUp.result));
    m_text->setPlainText(joined({m_text->toPlainText(), followUp.text}, u"\n"_s));
    takeBackPlan(followUp);
    m_text->moveCursor(QTextCursor::End);
    m_refused.insert(m_refused.end(), refused.numbers.begin(), refused.numbers.end());
    keepDraft();
}

// Where the box has a plan already, both are told: only one of them can be in the fields.
void FollowUpBox::takeBackPlan(const FollowUp& followUp)
{
    const QString when =
        followUp.nextAt ? fullTimeText(*followUp.nextAt, m_context.zone) : QString();
    if (m_nextStep->text().isEmpty() && m_when->text().isEmpty()) {
        m_nextStep->setText(followUp.nextStep);
        m_when->setText(when);
        return;
    }
    const QString plan = joined({followUp.nextStep, when}, u" · "_s);
    if (!plan.isEmpty())
        m_text->setPlainText(joined({m_text->toPlainText(), tr("Next: %1").arg(plan)}, u"\n"_s));
}

void FollowUpBox::touched()
{
    setError({});
    // Who has emptied the box writes something else: what was refused stays to be dealt with.
    if (draft().isEmpty())
        m_refused.clear();
    if (!m_customer.isNull())
        m_keeping.start();
}

void FollowUpBox::keepDraft()
{
    m_keeping.stop();
    if (!m_customer.isNull())
        keepFollowUpDraft(m_context.workspace.store(), m_customer, draft());
}

QJsonObject FollowUpBox::draft() const
{
    QJsonObject draft;
    const auto add = [&](const QString& key, const QString& text) {
        if (!text.isEmpty())
            draft.insert(key, text);
    };
    add(u"text"_s, m_text->toPlainText());
    add(u"nextStep"_s, m_nextStep->text());
    add(u"when"_s, m_when->text());
    if (m_result->currentData().toInt() != int(FollowUpResult::None))
        draft.insert(u"result"_s, m_result->currentData().toInt());
    if (!draft.isEmpty())
        draft.insert(u"kind"_s, m_kind->currentData().toInt());
    if (!draft.isEmpty() && !m_refused.empty())
        draft.insert(u"refused"_s, toJson(m_refused));
    return draft;
}

void FollowUpBox::show(const QJsonObject& draft)
{
    m_text->setPlainText(draft.value(u"text"_s).toString());
    m_nextStep->setText(draft.value(u"nextStep"_s).toString());
    m_when->setText(draft.value(u"when"_s).toString());
    choose(*m_kind, draft.value(u"kind"_s).toInt(int(FollowUpKind::Call)));
    choose(*m_result, draft.value(u"result"_s).toInt(int(FollowUpResult::None)));
    m_refused = fromJson(draft.value(u"refused"_s).toArray());
    m_proposed = {};
    m_duration.reset();
    setError({});
    m_keeping.stop();
}

void FollowUpBox::chooseResult(int number)
{
    choose(*m_result, number);
}

void FollowUpBox::chooseCall(int result)
{
    choose(*m_kind, int(FollowUpKind::Call));
    chooseResult(result);
}

void FollowUpBox::propose(const QString& nextStep, Milliseconds at)
{
    const std::pair standing{m_nextStep->text(), m_when->text()};
    if (standing != m_proposed && standing != std::pair<QString, QString>())
        return;
    m_proposed = {nextStep, fullTimeText(at, m_context.zone)};
    m_nextStep->setText(m_proposed.first);
    m_nextStep->setCursorPosition(0); // a long one is read from its beginning
    m_when->setText(m_proposed.second);
}

void FollowUpBox::setError(const QString& sentence, QWidget* field)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    setFieldInvalid(*m_when, field == m_when && !sentence.isEmpty());
    if (field)
        field->setFocus();
}

std::optional<Edit> FollowUpBox::makeEdit()
{
    FollowUp followUp;
    followUp.kind = FollowUpKind(m_kind->currentData().toInt());
    followUp.result = FollowUpResult(m_result->currentData().toInt());
    followUp.text = m_text->toPlainText().trimmed();
    followUp.nextStep = m_nextStep->text().trimmed();
    if (followUp.text.isEmpty() && followUp.result == FollowUpResult::None
        && followUp.nextStep.isEmpty()) {
        setError(tr("Write what happened, or choose a result."), m_text);
        return std::nullopt;
    }
    if (const QString problem = whenProblem(*m_when, m_context, true); !problem.isEmpty()) {
        setError(problem, m_when);
        return std::nullopt;
    }
    followUp.nextAt = typedWhen(*m_when, m_context);
    followUp.id = Id<FollowUp>(m_context.ids.next());
    followUp.customer = Id<Customer>(m_customer);
    followUp.happenedAt = m_context.clock.now();
    if (followUp.kind == FollowUpKind::Call)
        followUp.duration = m_duration;
    return editFor(followUp);
}

Edit FollowUpBox::editFor(const FollowUp& followUp) const
{
    Edit edit;
    edit.label = tr("Follow-up saved");
    edit.mutations.push_back(createMutation(followUp));
    Change<Customer> change(followUp.customer, followUp.customer);
    change.set(&Customer::lastContactAt, std::optional<Milliseconds>(followUp.happenedAt));
    // A follow-up that says nothing of what comes next leaves the plan as it is.
    if (!followUp.nextStep.isEmpty() || followUp.nextAt) {
        change.set(&Customer::nextStep, followUp.nextStep);
        change.set(&Customer::nextStepAt, followUp.nextAt);
    }
    edit.mutations.push_back(change.mutation());
    return edit;
}

void FollowUpBox::write()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void FollowUpBox::save()
{
    if (m_customer.isNull() || m_saving)
        return;
    std::optional<Edit> edit = makeEdit();
    if (!edit)
        return;
    m_saving = true;
    m_context.desk.apply(std::move(*edit), this,
        [this, customer = m_customer, refused = m_refused](const Result<EditReceipt>& receipt) {
            if (customer == m_customer)
                m_saving = false;
            if (!receipt.ok()) {
                if (customer == m_customer)
                    setError(sentenceFor(receipt.error()));
                return;
            }
            keepFollowUpDraft(m_context.workspace.store(), customer, {});
            if (!refused.empty())
                dismissRefused(m_context.workspace.store(), refused);
            if (customer == m_customer)
                show(QJsonObject());
            Q_EMIT saved();
        });
}

void FollowUpBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colors().sunken);
    painter.fillRect(0, 0, width(), 1, m_context.theme.colors().line);
}

void FollowUpBox::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace homeroom
