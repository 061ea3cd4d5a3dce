// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/customertablemodel.h"

#include "models/items/customertablereading.h"
#include "models/store/customerorder.h"
#include "models/values/filtertext.h"
#include "models/values/phone.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int chunkRows = 40; // rows read at once; a screen shows about 30
constexpr int rowsBefore = 4; // of them above the one that was missing
constexpr qsizetype maximumCachedRows = 1200;
constexpr size_t mostSingleRows = 300;

bool isEditable(CustomerColumn column)
{
    switch (column) {
    case CustomerColumn::Name:
    case CustomerColumn::Phone:
    case CustomerColumn::NextStep:
    case CustomerColumn::NextStepAt:
    case CustomerColumn::City:
    case CustomerColumn::WechatNick:
    case CustomerColumn::WechatId:
    case CustomerColumn::ExternalId:
    case CustomerColumn::Remark:
        return true;
    default:
        return false;
    }
}

/// A contact that is read masked here: nobody could bring back what was written over.
bool isMasked(CustomerColumn column, const Customer& customer)
{
    return (column == CustomerColumn::Phone && isMaskedPhone(customer.phone))
        || (column == CustomerColumn::WechatId && isMaskedText(customer.wechatId));
}

} // namespace

CustomerTableModel::CustomerTableModel(
    Workspace& workspace, Catalogue& catalogue, Words words, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_catalogue(catalogue),
      m_words(std::move(words)), m_reading(std::make_shared<Reading>())
{
    followCatalogue();
    connect(&workspace.store(), &RecordStore::changed, this, &CustomerTableModel::follow);
    connect(&catalogue, &Catalogue::changed, this, &CustomerTableModel::followCatalogue);
}

CustomerTableModel::~CustomerTableModel() = default;

void CustomerTableModel::reload()
{
    const quint64 generation = ++m_generation;
    using Read = std::shared_ptr<CustomerIndex>;
    m_workspace
        .query([sort = m_sort, reading = m_reading](Database& database) {
            return std::make_shared<CustomerIndex>(
                readCustomerIndex(database, sort, reading->pinyin()));
        })
        .then(this, [this, generation](const Result<Read>& read) {
            if (read.ok() && generation == m_generation)
                takeIndex(std::move(**read));
        });
}

void CustomerTableModel::takeIndex(CustomerIndex index)
{
    beginResetModel();
    m_index = std::move(index);
    m_rows.clear();
    m_shown.clear();
    m_loaded = true;
    filterRows();
    endResetModel();
    Q_EMIT loaded();
    Q_EMIT countsChanged();
}

void CustomerTableModel::setFilter(const QString& typed)
{
    if (typed == m_typed)
        return;
    QList<QByteArray> terms = filterTerms(typed);
    const bool narrower = !m_terms.isEmpty() && typed.startsWith(m_typed);
    m_typed = typed;
    if (terms == m_terms)
        return;
    m_terms = std::move(terms);
    beginResetModel();
    if (narrower) {
        m_shown.erase(std::remove_if(m_shown.begin(), m_shown.end(),
                          [this](quint32 at) { return !passes(at); }),
            m_shown.end());
    } else {
        filterRows();
    }
    endResetModel();
    Q_EMIT countsChanged();
}

void CustomerTableModel::setFamilies(std::optional<QSet<RecordId>> families)
{
    if (families == m_families)
        return;
    const bool switched = families.has_value() != m_families.has_value();
    m_families = std::move(families);
    if (switched || differsWidely()) {
        beginResetModel();
        filterRows();
        endResetModel();
        Q_EMIT countsChanged();
        return;
    }
    // The rows under a person's hands stay where they are: only what came and went is told.
    for (size_t at = 0; at < m_index.size(); ++at) {
        if (isShown(at) != passes(at))
            showOrHide(at);
    }
}

// Another view shows other families: nothing stays where it was, and telling each row that comes
// and goes takes longer than showing them all anew.
bool CustomerTableModel::differsWidely() const
{
    size_t different = 0;
    for (size_t at = 0; at < m_index.size() && different <= mostSingleRows; ++at)
        different += isShown(at) != passes(at) ? 1 : 0;
    return different > mostSingleRows;
}

void CustomerTableModel::setSort(const CustomerSort& sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    if (!m_loaded) {
        if (m_generation > 0)
            reload();
        return;
    }
    const quint64 generation = ++m_generation;
    m_workspace
        .query([sort, reading = m_reading](Database& database) {
            return sortedCustomers(database, sort, reading->pinyin());
        })
        .then(this, [this, generation](const Result<std::vector<RecordId>>& ids) {
            if (ids.ok() && generation == m_generation)
                takeOrder(*ids);
        });
}

void CustomerTableModel::takeOrder(const std::vector<RecordId>& ids)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<RecordId> held;
    for (const QModelIndex& persistent : before)
        held.push_back(idAt(persistent.row()));
    m_index.reorder(ids);
    filterRows();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf(held[size_t(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void CustomerTableModel::followCatalogue()
{
    QStringList keys;
    for (const CustomField& field : m_catalogue.customFields()) {
        if (field.active)
            keys.append(field.key);
    }
    if (keys != m_customKeys) {
        beginResetModel();
        m_customKeys = keys;
        endResetModel();
    } else if (rowCount() > 0) {
        // Names of stages, channels or tags may read otherwise now.
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void CustomerTableModel::filterRows()
{
    m_shown.clear();
    m_shown.reserve(m_index.size());
    for (size_t at = 0; at < m_index.size(); ++at) {
        if (passes(at))
            m_shown.push_back(quint32(at));
    }
}

bool CustomerTableModel::passes(const RecordId& id, QByteArrayView text) const
{
    return (!m_families || m_families->contains(id)) && matchesFilter(text, m_terms);
}

bool CustomerTableModel::passes(size_t at) const
{
    return passes(m_index.id(at), m_index.text(at));
}

std::optional<size_t> CustomerTableModel::find(const RecordId& id) const
{
    for (size_t at = 0; at < m_index.size(); ++at) {
        if (m_index.id(at) == id)
            return at;
    }
    return std::nullopt;
}

void CustomerTableModel::fetchAround(int row) const
{
    if (m_rows.size() > maximumCachedRows)
        m_rows.clear();
    std::vector<RecordId> missing;
    const int first = std::max(0, row - rowsBefore);
    const int last = std::min(rowCount(), first + chunkRows);
    for (int at = first; at < last; ++at) {
        const RecordId id = idAt(at);
        if (!m_rows.contains(id))
            missing.push_back(id);
    }
    Result<std::vector<CustomerRow>> rows = m_workspace.reader().read(
        [&](Database& database) { return readCustomerRows(database, missing); });
    if (!rows.ok())
        return;
    for (CustomerRow& read : *rows)
        m_rows.insert(read.customer.id, std::move(read));
}

int CustomerTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int CustomerTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : customerColumnCount + int(m_customKeys.size());
}

QVariant CustomerTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return QVariant::fromValue(idAt(index.row()));
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != WaitingRole
        && role != ConflictRole)
        return {};
    const CustomerRow* held = row(index.row());
    if (!held)
        return {};
    if (role == WaitingRole)
        return held->waiting;
    if (role == ConflictRole)
        return held->conflict;
    // What stands for a missing name is not what a person goes on typing.
    if (role == Qt::EditRole && columnOf(index.column()) == CustomerColumn::Name)
        return held->customer.name;
    return m_words.cell(*held, columnOf(index.column()), customKeyOf(index.column()));
}

QVariant CustomerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_words.head(columnOf(section), customKeyOf(section));
}

Qt::ItemFlags CustomerTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const CustomerRow* held = index.isValid() ? row(index.row()) : nullptr;
    if (!held)
        return flags;
    const CustomerColumn column = columnOf(index.column());
    const bool hidden = m_words.hides && m_words.hides(*held, column, customKeyOf(index.column()));
    if (isEditable(column) && !isMasked(column, held->customer) && !hidden)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool CustomerTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || value.toString() == data(index, role))
        return false;
    Q_EMIT editRequested(
        idAt(index.row()), columnOf(index.column()), customKeyOf(index.column()), value.toString());
    return false;
}

void CustomerTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < columnCount())
        setSort({columnOf(column), order, customKeyOf(column)});
}

RecordId CustomerTableModel::idAt(int row) const
{
    return m_index.id(m_shown[size_t(row)]);
}

int CustomerTableModel::rowOf(const RecordId& id) const
{
    for (size_t row = 0; row < m_shown.size(); ++row) {
        if (m_index.id(m_shown[row]) == id)
            return int(row);
    }
    return -1;
}

std::vector<RecordId> CustomerTableModel::shownIds() const
{
    std::vector<RecordId> ids;
    ids.reserve(m_shown.size());
    for (const quint32 at : m_shown)
        ids.push_back(m_index.id(at));
    return ids;
}

const CustomerRow* CustomerTableModel::row(int row) const
{
    const RecordId id = idAt(row);
    auto found = m_rows.constFind(id);
    if (found == m_rows.constEnd()) {
        fetchAround(row);
        found = m_rows.constFind(id);
    }
    return found == m_rows.constEnd() ? nullptr : &*found;
}

CustomerColumn CustomerTableModel::columnOf(int section) const
{
    return section < customerColumnCount ? CustomerColumn(section) : CustomerColumn::Custom;
}

QString CustomerTableModel::customKeyOf(int section) const
{
    return section < customerColumnCount ? QString() : m_customKeys[section - customerColumnCount];
}

int CustomerTableModel::sectionOf(const CustomerSort& sort) const
{
    if (sort.column != CustomerColumn::Custom)
        return int(sort.column);
    const qsizetype key = m_customKeys.indexOf(sort.customKey);
    return key < 0 ? -1 : customerColumnCount + int(key);
}

} // namespace homeroom
