// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/palettemodel.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostRecent = 8;
constexpr size_t mostFamilies = 20;

} // namespace

PaletteModel::PaletteModel(
    Workspace& workspace, LiveFamilySearch& families, const RecentFamilies& recent, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_search(families), m_recent(recent),
      m_walk(workspace)
{
    connect(&m_search, &LiveFamilySearch::changed, this, &PaletteModel::list);
    connect(&m_search, &LiveFamilySearch::changed, this, &PaletteModel::searchingChanged);
    connect(&m_walk, &NoteWalk::found, this, &PaletteModel::addNotes);
    connect(&m_walk, &NoteWalk::finished, this, &PaletteModel::searchingChanged);
    m_search.start();
}

void PaletteModel::setTyped(const QString& typed)
{
    if (searchForm(typed) == searchForm(m_typed))
        return;
    m_typed = typed;
    m_notes.clear();
    m_walk.search(typed);
    list();
    Q_EMIT searchingChanged();
}

void PaletteModel::setCommands(std::vector<PaletteCommand> commands)
{
    m_commands = std::move(commands);
    m_commandTexts.clear();
    list();
    using Read = std::vector<std::vector<PinyinWriter::Reading>>;
    const auto read = [texts = m_commands, reading = m_reading](Database&) {
        Read readings;
        for (const PaletteCommand& command : texts)
            readings.push_back(
                reading->pinyin().readings(searchForm(command.text), PinyinWriter::Reads::Words));
        return readings;
    };
    m_workspace.query(read).then(this, [this](const Result<Read>& readings) {
        if (!readings.ok() || readings->size() != m_commands.size())
            return;
        m_commandTexts.clear();
        for (const auto& text : *readings)
            m_commandTexts.push_back(m_syllables.spelled(text));
        list();
    });
}

void PaletteModel::list()
{
    beginResetModel();
    m_rows.clear();
    readFamilies();
    m_fitting = fittingCommands();
    const bool nothingTyped = searchForm(m_typed).isEmpty();
    addSection(nothingTyped ? PaletteSection::Recent : PaletteSection::Families, m_families.size());
    addSection(PaletteSection::Commands, m_fitting.size());
    addSection(PaletteSection::Notes, m_notes.size());
    endResetModel();
}

void PaletteModel::addSection(PaletteSection section, size_t items)
{
    for (int item = -1; items > 0 && item < int(items); ++item)
        m_rows.push_back({section, item});
}

void PaletteModel::readFamilies()
{
    std::vector<FamilyHit> hits = m_search.find(m_typed, mostFamilies);
    if (searchForm(m_typed).isEmpty()) {
        for (const RecordId& id : m_recent.families()) {
            if (hits.size() < mostRecent)
                hits.push_back({id, FamilyMatch::Name, {}});
        }
    }
    std::vector<RecordId> ids;
    for (const FamilyHit& hit : hits)
        ids.push_back(hit.id);
    const Result<std::vector<CustomerRow>> rows = m_workspace.reader().read(
        [&](Database& database) { return readCustomerRows(database, ids); });
    m_families.clear();
    if (!rows.ok())
        return;
    auto hit = hits.begin();
    for (const CustomerRow& row : *rows) {
        hit = std::find_if(
            hit, hits.end(), [&](const FamilyHit& one) { return one.id == row.customer.id; });
        m_families.push_back({row, hit->marks});
    }
}

std::vector<int> PaletteModel::fittingCommands() const
{
    std::vector<TypedWord> words;
    for (const QString& word : searchForm(m_typed).simplified().split(u' ', Qt::SkipEmptyParts))
        words.emplace_back(word, m_syllables);
    std::vector<std::pair<int, int>> fitting;
    for (size_t number = 0; number < m_commands.size(); ++number) {
        std::optional<int> points = words.empty() ? std::optional(0) : std::nullopt;
        if (!words.empty() && number < m_commandTexts.size())
            points = commandPoints(words, m_commandTexts[number]);
        if (points)
            fitting.emplace_back(*points, int(number));
    }
    std::sort(fitting.begin(), fitting.end());
    std::vector<int> numbers;
    for (const auto& [points, number] : fitting)
        numbers.push_back(number);
    return numbers;
}

/// The fewer, the better it fits.
std::optional<int> PaletteModel::commandPoints(
    const std::vector<TypedWord>& words, const std::vector<SpelledUnit>& text) const
{
    constexpr int inside = int(WordFit::Shortened) + 1;
    int points = 0;
    for (const TypedWord& word : words) {
        const std::optional<WordPlace> place = word.find(text);
        if (!place)
            return std::nullopt;
        points += int(place->fit) + (place->from > 0 ? inside : 0);
    }
    return points;
}

void PaletteModel::addNotes(const std::vector<NoteHit>& hits)
{
    const bool first = m_notes.empty();
    const int from = rowCount();
    beginInsertRows({}, from, from + int(hits.size()) + (first ? 1 : 0) - 1);
    if (first)
        m_rows.push_back({PaletteSection::Notes, -1});
    for (const NoteHit& hit : hits) {
        m_rows.push_back({PaletteSection::Notes, int(m_notes.size())});
        m_notes.push_back(hit);
    }
    endInsertRows();
}

template <typename Item>
const Item* PaletteModel::itemAt(
    int row, std::initializer_list<PaletteSection> sections, const std::vector<Item>& all) const
{
    const Row& at = m_rows[size_t(row)];
    if (at.item < 0 || std::find(sections.begin(), sections.end(), at.section) == sections.end())
        return nullptr;
    return &all[size_t(at.item)];
}

const PaletteFamily* PaletteModel::family(int row) const
{
    return itemAt(row, {PaletteSection::Recent, PaletteSection::Families}, m_families);
}

const NoteHit* PaletteModel::note(int row) const
{
    return itemAt(row, {PaletteSection::Notes}, m_notes);
}

const PaletteCommand* PaletteModel::command(int row) const
{
    const int number = commandNumber(row);
    return number < 0 ? nullptr : &m_commands[size_t(number)];
}

int PaletteModel::commandNumber(int row) const
{
    const int* number = itemAt(row, {PaletteSection::Commands}, m_fitting);
    return number ? *number : -1;
}

int PaletteModel::nextItem(int row, int step) const
{
    for (int next = row + step; next >= 0 && next < rowCount(); next += step) {
        if (!isHeading(next))
            return next;
    }
    return -1;
}

QString PaletteModel::keyOf(int row) const
{
    if (const PaletteFamily* one = family(row))
        return u"family "_s + one->row.customer.id.toString();
    if (const NoteHit* one = note(row))
        return u"note "_s + (one->followUp.isNull() ? one->family : one->followUp).toString();
    const int number = commandNumber(row);
    return number < 0 ? QString() : u"command "_s + QString::number(number);
}

int PaletteModel::rowOf(const QString& key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!isHeading(row) && keyOf(row) == key)
            return row;
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const bool spoken = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    return index.isValid() && spoken && m_spoken ? m_spoken(index.row()) : QVariant();
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (index.isValid() && isHeading(index.row()))
        return Qt::ItemIsEnabled;
    return QAbstractListModel::flags(index);
}

} // namespace homeroom
