// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formdialog.h"

#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace homeroom {

namespace {

constexpr int narrowest = 400;
constexpr std::chrono::milliseconds noticed{300}; // what is shorter needs no bar
constexpr std::chrono::seconds doubtful{8};

} // namespace

FormDialog::FormDialog(const Theme& theme, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_title(new TextLabel(theme, TextRole::Title)),
      m_introduction(new TextLabel(theme, TextRole::Body, &Colors::muted)), m_body(new QWidget),
      m_rowLayout(new QVBoxLayout(m_body)), m_wait(new QWidget),
      m_waitWords(new TextLabel(theme, TextRole::Body, &Colors::muted)),
      m_formError(new TextLabel(theme, TextRole::Body, &Colors::bad)), m_cancel(new QPushButton),
      m_accept(new QPushButton)
{
    arrange();
    setButtonKind(*m_accept, ButtonKind::Primary);
    m_accept->setDefault(true);
    m_cancel->setAutoDefault(false);
    connect(m_accept, &QPushButton::clicked, this, &FormDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &FormDialog::reject);
    m_soon.setSingleShot(true);
    m_slow.setSingleShot(true);
    setPatience(noticed, doubtful);
    connect(&m_soon, &QTimer::timeout, this, [this] { showBusy(m_waiting); });
    connect(&m_slow, &QTimer::timeout, this, [this] { showBusy(m_late); });
    setIntroduction({});
    setFormError({});
    retranslate();
}

void FormDialog::arrange()
{
    setMinimumWidth(narrowest);
    m_introduction->setWordWrap(true);
    m_formError->setWordWrap(true);
    m_rowLayout->setContentsMargins(0, 0, 0, 0);
    m_rowLayout->setSpacing(0);
    auto* bar = new QProgressBar;
    bar->setRange(0, 0); // nobody knows how long
    bar->setTextVisible(false);
    bar->setFixedHeight(sizes::gap);
    m_waitWords->setWordWrap(true);
    auto* wait = new QVBoxLayout(m_wait);
    wait->setContentsMargins(0, 0, 0, 0);
    wait->setSpacing(sizes::grid);
    wait->addWidget(bar);
    wait->addWidget(m_waitWords);
    m_wait->hide();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(sizes::gap);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    auto* column = new QVBoxLayout(this);
    constexpr int around = sizes::margin + sizes::gap;
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::gap);
    column->addWidget(m_title);
    column->addWidget(m_introduction);
    column->addSpacing(sizes::gap);
    column->addWidget(m_body, 1);
    column->addWidget(m_wait);
    column->addWidget(m_formError);
    column->addLayout(buttons);
}

void FormDialog::setTitle(const QString& title)
{
    m_title->setText(title);
    setWindowTitle(title);
}

void FormDialog::setIntroduction(const QString& words)
{
    m_introduction->setText(words);
    m_introduction->setVisible(!words.isEmpty());
}

void FormDialog::setAcceptText(const QString& words)
{
    m_acceptText = words;
    retranslate();
}

void FormDialog::addRow(const QString& label, QWidget* field, Check check)
{
    auto* words = new TextLabel(m_theme, TextRole::Small, &Colors::muted);
    words->setText(label);
    words->setBuddy(field);
    auto* error = new TextLabel(m_theme, TextRole::Small, &Colors::bad);
    error->setWordWrap(true);
    // The line is always there, so that nothing jumps while the person types.
    error->setMinimumHeight(m_theme.lineHeight(TextRole::Small));
    field->setAccessibleName(label);
    m_rowLayout->addWidget(words);
    m_rowLayout->addSpacing(sizes::grid);
    m_rowLayout->addWidget(field);
    m_rowLayout->addSpacing(2);
    m_rowLayout->addWidget(error);
    m_rowLayout->addSpacing(sizes::grid);
    m_rows.append({field, words, error, std::move(check)});
    watch(field);
    if (m_rows.size() == 1)
        field->setFocus();
}

void FormDialog::setRowLabel(const QWidget* field, const QString& label)
{
    for (const Row& row : std::as_const(m_rows)) {
        if (row.field != field)
            continue;
        row.label->setText(label);
        row.field->setAccessibleName(label);
    }
}

void FormDialog::watch(QWidget* field)
{
    if (auto* line = qobject_cast<QLineEdit*>(field))
        connect(line, &QLineEdit::textChanged, this, &FormDialog::check);
    else if (auto* text = qobject_cast<QPlainTextEdit*>(field))
        connect(text, &QPlainTextEdit::textChanged, this, &FormDialog::check);
    else if (auto* combo = qobject_cast<QComboBox*>(field))
        connect(combo, &QComboBox::currentTextChanged, this, &FormDialog::check);
    else if (auto* spin = qobject_cast<QSpinBox*>(field))
        connect(spin, &QSpinBox::valueChanged, this, &FormDialog::check);
}

void FormDialog::setFormError(const QString& sentence)
{
    m_formError->setText(sentence);
    m_formError->setVisible(!sentence.isEmpty());
    makeRoom();
}

/// A sentence that came meanwhile must not squeeze the fields.
void FormDialog::makeRoom()
{
    if (!isVisible())
        return;
    layout()->activate();
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : layout()->totalSizeHint().height();
    if (needed > height())
        resize(width(), needed);
}

QString FormDialog::rowError(const QWidget* field) const
{
    for (const Row& row : m_rows) {
        if (row.field == field)
            return row.error->text();
    }
    return {};
}

void FormDialog::check()
{
    setFormError({});
    for (const Row& row : std::as_const(m_rows)) {
        if (!row.error->text().isEmpty())
            showError(row, row.check());
    }
}

bool FormDialog::isValid() const
{
    return std::all_of(m_rows.begin(), m_rows.end(),
        [](const Row& row) { return !row.check || row.check().isEmpty(); });
}

void FormDialog::showError(const Row& row, const QString& sentence)
{
    row.error->setText(sentence);
    row.field->setAccessibleDescription(sentence);
    setFieldInvalid(*row.field, !sentence.isEmpty());
    makeRoom();
}

void FormDialog::setBusy(bool busy)
{
    m_body->setEnabled(!busy);
    m_accept->setEnabled(!busy);
    if (busy && !m_waiting.isEmpty()) {
        m_soon.start();
        m_slow.start();
        return;
    }
    m_soon.stop();
    m_slow.stop();
    m_wait->hide();
}

void FormDialog::setBusyWords(const QString& waiting, const QString& late)
{
    m_waiting = waiting;
    m_late = late;
}

void FormDialog::setPatience(std::chrono::milliseconds soon, std::chrono::milliseconds late)
{
    m_soon.setInterval(soon);
    m_slow.setInterval(late);
}

QString FormDialog::busyText() const
{
    return m_wait->isHidden() ? QString() : m_waitWords->text();
}

void FormDialog::showBusy(const QString& words)
{
    m_waitWords->setText(words);
    m_wait->setAccessibleName(words);
    m_wait->show();
    makeRoom();
}

void FormDialog::accept()
{
    QWidget* firstWrong = nullptr;
    for (const Row& row : std::as_const(m_rows)) {
        const QString sentence = row.check ? row.check() : QString();
        showError(row, sentence);
        if (!sentence.isEmpty() && !firstWrong)
            firstWrong = row.field;
    }
    if (firstWrong)
        firstWrong->setFocus(Qt::OtherFocusReason);
    else if (m_keepsOpen)
        Q_EMIT submitted();
    else
        QDialog::accept();
}

void FormDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier) && m_accept->isEnabled())
        m_accept->click();
    else
        QDialog::keyPressEvent(event);
}

/// Before it is laid out, a form does not know how many lines its words take at its width.
void FormDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    makeRoom();
}

void FormDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FormDialog::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_accept->setText(m_acceptText.isEmpty() ? tr("OK") : m_acceptText);
}

} // namespace homeroom
