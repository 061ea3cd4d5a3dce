// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace homeroom {

namespace {

constexpr QSize comfortable{640, 520};
constexpr int keyColumn = 2;
constexpr std::array lockMinutes{0, 5, 10, 15, 30}; // 0: never

/// A label above its control, as in every form of the program.
void addLabelled(QVBoxLayout& column, TextLabel* label, QWidget* control)
{
    label->setBuddy(control);
    column.addWidget(label);
    column.addWidget(control);
    column.addSpacing(sizes::margin);
}

QVBoxLayout* pageLayout(QWidget* page)
{
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(sizes::margin, sizes::margin, sizes::margin, sizes::margin);
    column->setSpacing(sizes::grid);
    return column;
}

} // namespace

SettingsDialog::SettingsDialog(
    Theme& theme, Language& language, Shortcuts& shortcuts, const QString& folder, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_language(language), m_shortcuts(shortcuts),
      m_tabs(new QTabWidget),
      m_languageLabel(new TextLabel(theme, TextRole::Small, &Colors::muted)),
      m_languageBox(new QComboBox),
      m_themeLabel(new TextLabel(theme, TextRole::Small, &Colors::muted)),
      m_themeBox(new QComboBox), m_sizeLabel(new TextLabel(theme, TextRole::Small, &Colors::muted)),
      m_sizeBox(new QComboBox), m_reminders(new QCheckBox),
      m_lockLabel(new TextLabel(theme, TextRole::Small, &Colors::muted)), m_lockBox(new QComboBox),
      m_keys(new QTableWidget), m_keysHint(new TextLabel(theme, TextRole::Small, &Colors::muted)),
      m_resetKeys(new QPushButton),
      m_folderLabel(new TextLabel(theme, TextRole::Small, &Colors::muted)),
      m_folder(new QLineEdit(folder)), m_openFolder(new QPushButton), m_close(new QPushButton)
{
    resize(comfortable);
    m_tabs->addTab(makeLooks(), {});
    m_tabs->addTab(makeKeys(), {});
    m_tabs->addTab(makeStorage(), {});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(sizes::margin, sizes::margin, sizes::margin, sizes::margin);
    column->setSpacing(sizes::margin);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
}

bool SettingsDialog::reminders() const
{
    return m_reminders->isChecked();
}

void SettingsDialog::setReminders(bool on)
{
    m_reminders->setChecked(on);
}

int SettingsDialog::lockAfter() const
{
    return lockMinutes[size_t(std::max(0, m_lockBox->currentIndex()))];
}

void SettingsDialog::setLockAfter(int minutes)
{
    const auto* found = std::find(lockMinutes.begin(), lockMinutes.end(), minutes);
    m_lockBox->setCurrentIndex(found == lockMinutes.end() ? int(lockMinutes.size()) - 1
                                                          : int(found - lockMinutes.begin()));
}

QWidget* SettingsDialog::makeLooks()
{
    auto* page = new QWidget;
    QVBoxLayout* column = pageLayout(page);
    addLabelled(*column, m_languageLabel, m_languageBox);
    addLabelled(*column, m_themeLabel, m_themeBox);
    addLabelled(*column, m_sizeLabel, m_sizeBox);
    addLabelled(*column, m_lockLabel, m_lockBox);
    m_lockBox->setObjectName(QStringLiteral("lockAfter"));
    connect(m_lockBox, &QComboBox::activated, this, &SettingsDialog::changed);
    m_reminders->setObjectName(QStringLiteral("reminders"));
    column->addWidget(m_reminders);
    column->addStretch(1);
    connect(m_reminders, &QCheckBox::clicked, this, &SettingsDialog::changed);
    connect(m_languageBox, &QComboBox::activated, this, [this](int index) {
        m_language.setLanguage(UiLanguage(index));
        Q_EMIT changed();
    });
    connect(m_themeBox, &QComboBox::activated, this, [this](int index) {
        m_theme.setMode(ThemeMode(index));
        Q_EMIT changed();
    });
    connect(m_sizeBox, &QComboBox::activated, this, [this](int index) {
        m_theme.setTextSize(TextSize(index));
        Q_EMIT changed();
    });
    return page;
}

QWidget* SettingsDialog::makeKeys()
{
    auto* page = new QWidget;
    QVBoxLayout* column = pageLayout(page);
    m_keys->setColumnCount(keyColumn + 1);
    m_keys->verticalHeader()->hide();
    m_keys->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_keys->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_keys->setShowGrid(false);
    m_keys->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_keysHint->setWordWrap(true);
    column->addWidget(m_keys, 1);
    column->addWidget(m_keysHint);
    column->addWidget(m_resetKeys, 0, Qt::AlignLeft);
    connect(m_keys, &QTableWidget::cellActivated, this, [this](int row) { editKeys(row); });
    connect(m_resetKeys, &QPushButton::clicked, this, [this] {
        m_shortcuts.resetKeys();
        fillKeys();
        Q_EMIT changed();
    });
    return page;
}

QWidget* SettingsDialog::makeStorage()
{
    auto* page = new QWidget;
    QVBoxLayout* column = pageLayout(page);
    m_folder->setReadOnly(true);
    addLabelled(*column, m_folderLabel, m_folder);
    column->addWidget(m_openFolder, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_openFolder, &QPushButton::clicked, this, &SettingsDialog::folderRequested);
    return page;
}

void SettingsDialog::fillChoices()
{
    m_languageBox->clear();
    // The languages' own names: who cannot read the present one must find theirs.
    m_languageBox->addItems(
        {tr("As the system"), QStringLiteral("English"), QStringLiteral("简体中文")});
    m_languageBox->setCurrentIndex(int(m_language.language()));
    m_themeBox->clear();
    m_themeBox->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_themeBox->setCurrentIndex(int(m_theme.mode()));
    m_sizeBox->clear();
    m_sizeBox->addItems({tr("Small"), tr("Normal"), tr("Large")});
    m_sizeBox->setCurrentIndex(int(m_theme.textSize()));
    const int lock = std::max(0, m_lockBox->currentIndex());
    m_lockBox->clear();
    for (const int minutes : lockMinutes)
        m_lockBox->addItem(minutes == 0 ? tr("Never") : tr("After %n minute(s)", nullptr, minutes));
    m_lockBox->setCurrentIndex(lock);
}

void SettingsDialog::fillKeys()
{
    const auto lines = shortcutTable();
    m_keys->setRowCount(int(lines.size()));
    for (int row = 0; row < int(lines.size()); ++row) {
        const ShortcutLine& line = lines[size_t(row)];
        m_keys->setItem(row, 0, new QTableWidgetItem(shortcutTextAlone(line)));
        m_keys->setItem(row, 1, new QTableWidgetItem(scopeText(line.scope)));
        m_keys->setItem(row, keyColumn, new QTableWidgetItem(m_shortcuts.keyText(line.command)));
    }
    showCollisions();
}

void SettingsDialog::editKeys(int row)
{
    const Command command = shortcutTable()[size_t(row)].command;
    auto* editor = new QKeySequenceEdit(m_shortcuts.keys(command));
    m_keys->setCellWidget(row, keyColumn, editor);
    editor->setFocus();
    connect(editor, &QKeySequenceEdit::editingFinished, this, [this, editor, command, row] {
        m_shortcuts.setKeys(command, editor->keySequence());
        m_keys->removeCellWidget(row, keyColumn);
        fillKeys();
        Q_EMIT changed();
    });
}

void SettingsDialog::showCollisions()
{
    const QList<ShortcutCollision> collisions = m_shortcuts.collisions();
    if (collisions.isEmpty()) {
        m_keysHint->setTone(&Colors::muted);
        m_keysHint->setText(tr("Press Enter on a line and then the new keys."));
        return;
    }
    m_keysHint->setTone(&Colors::bad);
    m_keysHint->setText(tr("%1 means two things in one place. Change one of them.")
                            .arg(m_shortcuts.keyText(collisions.first().one)));
}

void SettingsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_tabs->setTabText(0, tr("Look and language"));
    m_tabs->setTabText(1, tr("Keys"));
    m_tabs->setTabText(2, tr("Storage"));
    m_languageLabel->setText(tr("Language"));
    m_themeLabel->setText(tr("Theme"));
    m_reminders->setText(tr("Tell me when something is due"));
    m_sizeLabel->setText(tr("Text size"));
    m_lockLabel->setText(tr("Lock while nobody uses the program"));
    m_folderLabel->setText(tr("Folder of the encrypted profile"));
    m_openFolder->setText(tr("Show the folder"));
    m_resetKeys->setText(tr("Reset all keys"));
    m_close->setText(tr("Close"));
    m_languageBox->setAccessibleName(m_languageLabel->text());
    m_themeBox->setAccessibleName(m_themeLabel->text());
    m_sizeBox->setAccessibleName(m_sizeLabel->text());
    m_lockBox->setAccessibleName(m_lockLabel->text());
    m_folder->setAccessibleName(m_folderLabel->text());
    m_keys->setAccessibleName(tr("Keys"));
    m_keys->setHorizontalHeaderLabels({tr("What it does"), tr("Where"), tr("Keys")});
    fillChoices();
    fillKeys();
}

} // namespace homeroom
