// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columnsstep.h"

#include "ui/import/columntable.h"
#include "ui/import/importtexts.h"
#include "ui/import/valuespane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array encodings{TextEncoding::Utf8, TextEncoding::Gb18030,
    TextEncoding::Utf16LittleEndian, TextEncoding::Utf16BigEndian};
constexpr std::array delimiters{u',', u';', u'\t', u'|'};
constexpr std::array modes{
    ImportMode::Create, ImportMode::Update, ImportMode::Append, ImportMode::Skip};
constexpr int valuesWidth = 280;

void addLabelled(QHBoxLayout& row, TextLabel* label, QWidget* field, int stretch)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(sizes::grid);
    column->addWidget(label);
    column->addWidget(field);
    label->setBuddy(field);
    row.addLayout(column, stretch);
}

TextLabel* smallLabel(const Theme& theme)
{
    return new TextLabel(theme, TextRole::Small, &Colors::muted);
}

/// What is typed in the field, `Select, N/A`, as words.
QStringList wordsOf(const QString& typed)
{
    QStringList words;
    for (const QString& word : typed.split(QRegularExpression(u"[,，;；]"_s))) {
        if (!word.trimmed().isEmpty())
            words.append(word.trimmed());
    }
    return words;
}

} // namespace

ColumnsStep::ColumnsStep(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_name(new ElidedLabel(context.theme, TextRole::Strong)),
      m_encodingLabel(smallLabel(context.theme)), m_encoding(new QComboBox),
      m_delimiterLabel(smallLabel(context.theme)), m_delimiter(new QComboBox),
      m_columns(new ColumnTable(context)), m_values(new ValuesPane(context)),
      m_modeLabel(smallLabel(context.theme)), m_mode(new QComboBox),
      m_keyLabel(smallLabel(context.theme)), m_key(new QComboBox),
      m_emptyLabel(smallLabel(context.theme)), m_empty(new QLineEdit), m_card(new QCheckBox),
      m_consent(new QCheckBox)
{
    m_values->setFixedWidth(valuesWidth);
    m_values->hide();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(sizes::margin);
    middle->addWidget(m_columns, 1);
    middle->addWidget(m_values);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::margin);
    column->addWidget(makeReadingRow());
    column->addLayout(middle, 1);
    column->addWidget(makeChoiceRow());
    connectParts();
    retranslate();
}

QWidget* ColumnsStep::makeReadingRow()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(sizes::gap);
    row->addWidget(m_name, 1);
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_encodingLabel, m_encoding, m_delimiterLabel, m_delimiter})
        row->addWidget(part);
    m_encodingLabel->setBuddy(m_encoding);
    m_delimiterLabel->setBuddy(m_delimiter);
    return bar;
}

QWidget* ColumnsStep::makeChoiceRow()
{
    auto* bar = new QWidget;
    bar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* all = new QVBoxLayout(bar);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(sizes::gap);
    auto* row = new QHBoxLayout;
    row->setSpacing(sizes::margin);
    addLabelled(*row, m_modeLabel, m_mode, 3);
    addLabelled(*row, m_keyLabel, m_key, 2);
    addLabelled(*row, m_emptyLabel, m_empty, 2);
    all->addLayout(row);
    all->addWidget(m_card);
    all->addWidget(m_consent);
    return bar;
}

void ColumnsStep::connectParts()
{
    connect(m_columns, &ColumnTable::mappingChanged, this, [this] {
        fillKeys();
        showValues();
        showCard();
        showConsent();
        Q_EMIT choicesChanged();
    });
    connect(m_columns, &QTableWidget::currentCellChanged, this, &ColumnsStep::showValues);
    connect(
        m_values, &ValuesPane::valuesChosen, this, [this](const QMap<QString, QString>& values) {
            m_columns->setValues(m_columns->currentRow(), values);
        });
    connect(m_encoding, &QComboBox::activated, this, &ColumnsStep::requestReading);
    connect(m_delimiter, &QComboBox::activated, this, &ColumnsStep::requestReading);
    connect(m_mode, &QComboBox::activated, this, [this] {
        m_key->setEnabled(modes[size_t(m_mode->currentIndex())] != ImportMode::Create);
        Q_EMIT choicesChanged();
    });
    connect(m_key, &QComboBox::activated, this, &ColumnsStep::choicesChanged);
    connect(m_empty, &QLineEdit::editingFinished, this, &ColumnsStep::takeChoices);
    connect(m_consent, &QCheckBox::clicked, this, &ColumnsStep::choicesChanged);
}

void ColumnsStep::setSheet(const ReadSheet& sheet)
{
    m_sheet = &sheet;
    m_columns->setSheet(sheet.table, sheet.catalogue);
    m_columns->setChoices(sheet.choices);
    m_mode->setCurrentIndex(int(sheet.choices.mode));
    m_empty->setText(sheet.choices.emptyWords.join(u", "_s));
    m_card->setChecked(sheet.choices.cardForAll);
    m_consent->setChecked(sheet.choices.guardiansAgreed);
    fillKeys();
    if (sheet.choices.key)
        m_key->setCurrentIndex(std::max(0, m_key->findData(sheet.choices.key->word())));
    m_key->setEnabled(sheet.choices.mode != ImportMode::Create);
    m_given = choices();
    retranslate();
    // The column that needs a look is opened: one whose words have to be told.
    for (int i = 0; i < m_columns->rowCount(); ++i) {
        const ImportTargetKind kind = sheet.choices.mapping.columns[size_t(i)].target.kind;
        if (kind == ImportTargetKind::Stage) {
            m_columns->setCurrentCell(i, 0);
            return;
        }
    }
    m_columns->setCurrentCell(0, 0);
    showValues();
}

ImportChoices ColumnsStep::choices() const
{
    ImportChoices choices;
    choices.mapping = m_columns->mapping();
    choices.mode = modes[size_t(m_mode->currentIndex())];
    choices.emptyWords = wordsOf(m_empty->text());
    choices.cardForAll = m_card->isChecked();
    choices.guardiansAgreed = m_consent->isChecked() && !m_consent->isHidden();
    if (choices.mode != ImportMode::Create)
        choices.key = ImportTarget::fromWord(m_key->currentData().toString());
    return choices;
}

QString ColumnsStep::problem() const
{
    if (!m_sheet || m_sheet->table.rows.empty())
        return tr("The sheet has no rows.");
    const ImportChoices chosen = choices();
    const bool keyless = chosen.mode != ImportMode::Create && m_key->currentIndex() < 0;
    if (keyless)
        return tr("Say which column tells known families: map a phone or an external number.");
    for (const ColumnMapping& column : chosen.mapping.columns) {
        if (column.target.kind != ImportTargetKind::Skip)
            return QString();
    }
    return tr("No column is imported yet.");
}

void ColumnsStep::fillKeys()
{
    const QString before = m_key->currentData().toString();
    const ImportMapping& mapping = m_columns->mapping();
    const std::optional<ImportTarget> guess = guessedKey(mapping);
    m_key->clear();
    for (const ColumnMapping& column : mapping.columns) {
        const bool finds = column.target.kind == ImportTargetKind::Customer
            || column.target.kind == ImportTargetKind::Custom;
        if (finds && column.target.name != "tags"_L1)
            m_key->addItem(targetText(column.target, m_context.catalogue), column.target.word());
    }
    int index = before.isEmpty() ? -1 : m_key->findData(before);
    if (index < 0 && guess)
        index = m_key->findData(guess->word());
    m_key->setCurrentIndex(index);
}

void ColumnsStep::showValues()
{
    const int row = m_columns->currentRow();
    const auto& columns = m_columns->mapping().columns;
    const bool listed = m_sheet && row >= 0 && size_t(row) < columns.size()
        && m_values->showColumn(
            m_sheet->table, size_t(row), columns[size_t(row)], m_sheet->catalogue);
    m_values->setVisible(listed);
}

void ColumnsStep::takeChoices()
{
    m_columns->setChoices(choices());
    Q_EMIT choicesChanged();
}

void ColumnsStep::requestReading()
{
    ImportReading reading;
    reading.encoding = encodings[size_t(m_encoding->currentIndex())];
    reading.delimiter = delimiters[size_t(m_delimiter->currentIndex())];
    Q_EMIT readingChanged(reading);
}

void ColumnsStep::fillBoxes()
{
    const int mode = std::max(0, m_mode->currentIndex());
    for (QComboBox* box : {m_encoding, m_delimiter, m_mode})
        box->clear();
    for (const TextEncoding encoding : encodings)
        m_encoding->addItem(encodingText(encoding));
    for (const char16_t delimiter : delimiters)
        m_delimiter->addItem(delimiterText(delimiter));
    for (const ImportMode one : modes)
        m_mode->addItem(modeText(one));
    m_mode->setCurrentIndex(mode);
    if (!m_sheet)
        return;
    const auto delimiter =
        std::find(delimiters.begin(), delimiters.end(), m_sheet->table.format.delimiter);
    m_encoding->setCurrentIndex(int(m_sheet->table.encoding));
    m_delimiter->setCurrentIndex(int(delimiter - delimiters.begin()));
}

void ColumnsStep::showCard()
{
    const Pipeline* pipeline = m_context.catalogue.defaultPipeline();
    const auto stages =
        pipeline ? m_context.catalogue.stagesOf(pipeline->id) : std::vector<Stage>();
    const bool staged = m_columns->mapping().uses({ImportTargetKind::Stage, {}});
    m_card->setVisible(!stages.empty() && !staged);
    if (!stages.empty())
        m_card->setText(tr("New families get a card in «%1»").arg(stages.front().name));
}

/// Asked where the sheet says how old its children are; a column of its own answers it for each.
void ColumnsStep::showConsent()
{
    const ImportMapping& mapping = m_columns->mapping();
    const bool tellsAge = mapping.uses({ImportTargetKind::Student, u"grade"_s})
        || mapping.uses({ImportTargetKind::Student, u"birthMonth"_s});
    m_consent->setVisible(
        tellsAge && !mapping.uses({ImportTargetKind::Student, u"guardianConsent"_s}));
    m_consent->setText(tr("The guardians of all children under 14 in this sheet have agreed that "
                          "we keep the children's data"));
}

void ColumnsStep::retranslate()
{
    fillBoxes();
    m_encodingLabel->setText(tr("Encoding"));
    m_delimiterLabel->setText(tr("Separator"));
    m_modeLabel->setText(tr("What happens to families that are here already"));
    m_keyLabel->setText(tr("Families are known by"));
    m_emptyLabel->setText(tr("Words that mean an empty cell"));
    m_encoding->setAccessibleName(m_encodingLabel->text());
    m_delimiter->setAccessibleName(m_delimiterLabel->text());
    m_mode->setAccessibleName(m_modeLabel->text());
    m_key->setAccessibleName(m_keyLabel->text());
    m_empty->setAccessibleName(m_emptyLabel->text());
    showCard();
    showConsent();
    if (!m_sheet)
        return;
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_encodingLabel, m_encoding, m_delimiterLabel, m_delimiter})
        part->setVisible(!m_sheet->name.isEmpty());
    const QString name = m_sheet->name.isEmpty() ? tr("Pasted range") : m_sheet->name;
    //: Name of a file, its rows and its columns.
    QString text = tr("%1 · %2 rows · %3 columns")
                       .arg(name, locale().toString(qlonglong(m_sheet->table.rows.size())),
                           locale().toString(qlonglong(m_sheet->table.columns.size())));
    if (m_sheet->remembered)
        text += u" · "_s + tr("as the last time");
    m_name->setText(text);
}

void ColumnsStep::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace homeroom
