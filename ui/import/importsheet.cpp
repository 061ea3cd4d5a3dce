// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importsheet.h"

#include "models/store/import/importguess.h"
#include "ui/import/importtexts.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableWidget>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t sampleRows = 3;
constexpr int targetColumn = 2;

QString delimiterName(char16_t delimiter)
{
    return delimiter == u'\t' ? ImportSheet::tr("tab") : QString(QChar(delimiter));
}

/// Where families can be looked for by the target.
bool finds(const ImportTarget& target)
{
    return target.kind == ImportTargetKind::Custom
        || (target.kind == ImportTargetKind::Customer && target.name != u"tags"_s);
}

} // namespace

ImportSheet::ImportSheet(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_targets(offeredTargets(context.catalogue)),
      m_understood(new TextLabel(context.theme, TextRole::Small, &Colors::muted)),
      m_encoding(new QComboBox),
      m_modeLabel(new TextLabel(context.theme, TextRole::Small, &Colors::muted)),
      m_mode(new QComboBox),
      m_keyLabel(new TextLabel(context.theme, TextRole::Small, &Colors::muted)),
      m_key(new QComboBox),
      m_emptyLabel(new TextLabel(context.theme, TextRole::Small, &Colors::muted)),
      m_empty(new QLineEdit), m_columns(new QTableWidget)
{
    arrange();
    for (const TextEncoding encoding : {TextEncoding::Utf8, TextEncoding::Gb18030,
             TextEncoding::Utf16LittleEndian, TextEncoding::Utf16BigEndian})
        m_encoding->addItem(encodingName(encoding), int(encoding));
    connect(m_encoding, &QComboBox::activated, this, [this] {
        if (const Result<void> read = reread(); !read.ok())
            m_understood->setText(tr("The file is not written in this encoding."));
    });
    connect(m_mode, &QComboBox::currentIndexChanged, this, &ImportSheet::changed);
    connect(m_key, &QComboBox::currentIndexChanged, this, &ImportSheet::changed);
    connect(m_empty, &QLineEdit::textChanged, this, &ImportSheet::changed);
    retranslate();
}

void ImportSheet::arrange()
{
    m_columns->setColumnCount(targetColumn + 1);
    m_columns->verticalHeader()->hide();
    m_columns->setShowGrid(false);
    m_columns->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_columns->setSelectionMode(QAbstractItemView::NoSelection);
    m_columns->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(sizes::margin);
    grid->setVerticalSpacing(sizes::grid);
    grid->addWidget(m_understood, 0, 0, 1, 3);
    grid->addWidget(m_encoding, 0, 3);
    grid->addWidget(m_modeLabel, 1, 0);
    grid->addWidget(m_keyLabel, 1, 1);
    grid->addWidget(m_emptyLabel, 1, 2, 1, 2);
    grid->addWidget(m_mode, 2, 0);
    grid->addWidget(m_key, 2, 1);
    grid->addWidget(m_empty, 2, 2, 1, 2);
    grid->addWidget(m_columns, 3, 0, 1, 4);
    grid->setRowStretch(3, 1);
}

Result<void> ImportSheet::openFile(const QString& path)
{
    Result<QByteArray> bytes = importFileBytes(path);
    if (!bytes.ok())
        return bytes.error();
    Result<ImportTable> table = importTable(*bytes);
    if (!table.ok())
        return table.error();
    m_path = path;
    m_bytes = std::move(*bytes);
    take(std::move(*table));
    return {};
}

Result<void> ImportSheet::openRange(const QString& text)
{
    Result<ImportTable> table = importTableOfRange(text);
    if (!table.ok())
        return table.error();
    m_path.clear();
    m_bytes.clear();
    take(std::move(*table));
    return {};
}

Result<void> ImportSheet::reread()
{
    ImportReading reading;
    reading.encoding = TextEncoding(m_encoding->currentData().toInt());
    Result<ImportTable> table = importTable(m_bytes, reading);
    if (!table.ok())
        return table.error();
    take(std::move(*table));
    return {};
}

void ImportSheet::take(ImportTable table)
{
    m_table = std::move(table);
    propose();
    fill();
    retranslate();
    Q_EMIT changed();
}

void ImportSheet::propose()
{
    using Known = std::pair<ImportCatalogue, std::optional<ImportChoices>>;
    const Result<Known> known = m_context.workspace.reader().read([this](Database& database) {
        return Known{loadImportCatalogue(database), keptChoices(database, m_table.columns)};
    });
    if (!known.ok())
        return;
    ImportNames names;
    for (const ImportTarget& target : m_targets)
        names.emplace_back(targetText(target, m_context.catalogue), target);
    const auto& [catalogue, kept] = *known;
    m_mapping = completedMapping(
        kept ? kept->mapping : ImportMapping{}, m_table, {catalogue, m_context.zone, names});
    const QSignalBlocker blocker(m_mode);
    m_mode->setCurrentIndex(kept ? int(kept->mode) : int(ImportMode::Create));
    if (kept)
        m_empty->setText(kept->emptyWords.join(u", "_s));
}

void ImportSheet::fill()
{
    m_columns->setRowCount(int(m_table.columns.size()));
    for (size_t column = 0; column < m_table.columns.size(); ++column) {
        const int row = int(column);
        m_columns->setItem(row, 0, new QTableWidgetItem(m_table.columns[column]));
        m_columns->setItem(row, 1, new QTableWidgetItem(samples(column)));
        const ColumnMapping* mapping = m_mapping.find(m_table.columns[column]);
        QComboBox* box = targetBox(mapping ? mapping->target : ImportTarget{});
        box->setAccessibleName(m_table.columns[column]);
        m_columns->setCellWidget(row, targetColumn, box);
        m_columns->setRowHeight(row, sizes::control + sizes::grid);
    }
    m_encoding->setCurrentIndex(int(m_table.encoding));
    m_encoding->setEnabled(!m_bytes.isEmpty());
    fillChoices();
}

QComboBox* ImportSheet::targetBox(const ImportTarget& target)
{
    auto* box = new QComboBox;
    const auto known = std::find(m_targets.begin(), m_targets.end(), target);
    if (known == m_targets.end())
        m_targets.push_back(target);
    for (const ImportTarget& offered : m_targets)
        box->addItem(targetText(offered, m_context.catalogue), offered.word());
    box->setCurrentIndex(box->findData(target.word()));
    connect(box, &QComboBox::activated, this, [this] {
        fillChoices();
        Q_EMIT changed();
    });
    return box;
}

void ImportSheet::setTarget(int column, const ImportTarget& target)
{
    auto* box = qobject_cast<QComboBox*>(m_columns->cellWidget(column, targetColumn));
    box->setCurrentIndex(box->findData(target.word()));
    fillChoices();
    Q_EMIT changed();
}

/// The keys by which families can be found are the targets in use.
void ImportSheet::fillChoices()
{
    const QString before = m_key->currentData().toString();
    const QSignalBlocker blocker(m_key);
    m_key->clear();
    ImportMapping mapping;
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const ImportTarget target = targetAt(row);
        mapping.columns.push_back({m_table.columns[size_t(row)], target, {}});
        if (finds(target))
            m_key->addItem(targetText(target, m_context.catalogue), target.word());
    }
    const std::optional<ImportTarget> guessed = guessedKey(mapping);
    int wanted = m_key->findData(before);
    if (wanted < 0 && guessed)
        wanted = m_key->findData(guessed->word());
    m_key->setCurrentIndex(std::max(0, wanted));
}

ImportTarget ImportSheet::targetAt(int row) const
{
    const auto* box = qobject_cast<const QComboBox*>(m_columns->cellWidget(row, targetColumn));
    const QString word = box ? box->currentData().toString() : QString();
    return ImportTarget::fromWord(word).value_or(ImportTarget{});
}

QString ImportSheet::samples(size_t column) const
{
    QStringList cells;
    for (size_t row = 0; row < std::min(sampleRows, m_table.rows.size()); ++row) {
        if (const QString cell = m_table.cell(row, column); !cell.isEmpty())
            cells.append(cell.left(30));
    }
    return cells.join(u" · "_s);
}

ImportChoices ImportSheet::choices() const
{
    ImportChoices choices;
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const QString& column = m_table.columns[size_t(row)];
        const ColumnMapping* guessed = m_mapping.find(column);
        choices.mapping.columns.push_back(
            {column, targetAt(row), guessed ? guessed->values : QMap<QString, QString>{}});
    }
    choices.mode = ImportMode(m_mode->currentIndex());
    choices.key = ImportTarget::fromWord(m_key->currentData().toString());
    for (const QString& word : m_empty->text().split(u',', Qt::SkipEmptyParts)) {
        if (!word.trimmed().isEmpty())
            choices.emptyWords.append(word.trimmed());
    }
    return choices;
}

std::shared_ptr<const ImportOrder> ImportSheet::order(const QString& label) const
{
    auto order = std::make_shared<ImportOrder>();
    order->table = m_table;
    order->choices = choices();
    order->viewer = m_context.viewer;
    order->zone = m_context.zone;
    order->label = label;
    return order;
}

QString ImportSheet::problem() const
{
    if (!isOpen() || m_table.rows.empty())
        return tr("The sheet has no rows.");
    const ImportChoices chosen = choices();
    QStringList seen;
    for (const ColumnMapping& column : chosen.mapping.columns) {
        const QString word = column.target.word();
        if (!word.isEmpty() && seen.contains(word))
            return tr("Two columns go to %1. Leave one of them out.")
                .arg(targetText(column.target, m_context.catalogue));
        seen.append(word);
    }
    if (chosen.mode != ImportMode::Create && !chosen.key)
        return tr("Choose by which column families are found.");
    return {};
}

void ImportSheet::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportSheet::retranslate()
{
    const QString name = m_path.isEmpty() ? tr("Pasted range") : QFileInfo(m_path).fileName();
    m_understood->setText(tr("%1 · %n row(s) · separated by %2", nullptr, int(m_table.rows.size()))
                              .arg(name, delimiterName(m_table.format.delimiter)));
    m_modeLabel->setText(tr("Families that are here already"));
    m_keyLabel->setText(tr("are found by"));
    m_emptyLabel->setText(tr("Words that mean empty, with commas between"));
    m_empty->setPlaceholderText(u"Select, N/A, 无"_s);
    const int mode = std::max(0, m_mode->currentIndex());
    const QSignalBlocker blocker(m_mode);
    m_mode->clear();
    m_mode->addItems({tr("are made again"), tr("are changed"), tr("only get empty fields filled"),
        tr("are left out")});
    m_mode->setCurrentIndex(mode);
    m_mode->setAccessibleName(m_modeLabel->text());
    m_key->setAccessibleName(m_keyLabel->text());
    m_empty->setAccessibleName(m_emptyLabel->text());
    m_encoding->setAccessibleName(tr("Encoding"));
    m_columns->setAccessibleName(tr("Columns of the sheet"));
    m_columns->setHorizontalHeaderLabels({tr("Column"), tr("Examples"), tr("Goes to")});
}

} // namespace homeroom
