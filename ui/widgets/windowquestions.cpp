// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/windowquestions.h"

#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace homeroom {

namespace {

void openFileDialog(
    QFileDialog* dialog, const FileQuestion& question, const Questions::FileAnswer& answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(question.title);
    dialog->setNameFilter(question.filter);
    dialog->selectFile(question.suggestion);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, answer](int result) {
        answer(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
}

} // namespace

ConfirmDialog::ConfirmDialog(const Theme& theme, const Question& question, QWidget* parent)
    : QDialog(parent), m_yes(new QPushButton(question.yes)),
      m_no(new QPushButton(question.no.isEmpty() ? tr("Cancel") : question.no))
{
    setWindowTitle(question.title);
    arrange(theme, question);
    const bool losing = question.weight == Weight::Losing;
    setButtonKind(*m_yes, losing ? ButtonKind::Danger : ButtonKind::Primary);
    QPushButton* first = losing ? m_no : m_yes;
    first->setDefault(true);
    first->setFocus();
    connect(m_yes, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_no, &QPushButton::clicked, this, &QDialog::reject);
}

void ConfirmDialog::arrange(const Theme& theme, const Question& question)
{
    auto* title = new TextLabel(theme, TextRole::Title);
    title->setText(question.title);
    title->setWordWrap(true);
    auto* text = new TextLabel(theme, TextRole::Body, &Colors::muted);
    text->setText(question.text);
    text->setWordWrap(true);
    setAccessibleDescription(question.text);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(sizes::gap);
    buttons->addStretch(1);
    buttons->addWidget(m_no);
    buttons->addWidget(m_yes);
    auto* column = new QVBoxLayout(this);
    constexpr int around = sizes::margin + sizes::gap;
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::gap);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(sizes::margin);
    column->addLayout(buttons);
    setFixedWidth(400);
}

/// Before it is laid out, it does not know how many lines the question takes.
void ConfirmDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    layout()->activate();
    setMinimumHeight(layout()->totalHeightForWidth(width()));
}

void WindowQuestions::ask(QWidget* asker, const Question& question, Answer answer)
{
    auto* dialog = new ConfirmDialog(m_theme, question, asker);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, dialog,
        [answer = std::move(answer)](int result) { answer(result == QDialog::Accepted); });
    dialog->open();
}

void WindowQuestions::askFileToOpen(QWidget* asker, const FileQuestion& question, FileAnswer answer)
{
    auto* dialog = new QFileDialog(asker);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openFileDialog(dialog, question, answer);
}

void WindowQuestions::askFileToSave(QWidget* asker, const FileQuestion& question, FileAnswer answer)
{
    auto* dialog = new QFileDialog(asker);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    openFileDialog(dialog, question, answer);
}

void WindowQuestions::askFolder(QWidget* asker, const FileQuestion& question, FileAnswer answer)
{
    auto* dialog = new QFileDialog(asker);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    openFileDialog(dialog, question, answer);
}

} // namespace homeroom
