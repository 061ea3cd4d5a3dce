// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/duplicates/duplicatetraits.h"

#include "models/store/import/duplicates.h"
#include "models/values/duplicaterules.h"
#include "models/values/phone.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// A phone that can be compared; nothing of a mask.
QString wholePhone(const QString& phone)
{
    return isMaskedPhone(phone) ? QString() : phone;
}

QString wholeWechat(const QString& id)
{
    return isMaskedText(id) ? QString() : id.toCaseFolded();
}

bool haveOneInCommon(const auto& some, const auto& others)
{
    return std::ranges::any_of(some,
        [&](const auto& each) { return std::ranges::find(others, each) != std::end(others); });
}

QString mask(const QString& phone)
{
    return isMaskedPhone(phone) ? phone : maskedPhone(phone);
}

bool isSamePhone(const FamilyLook& one, const FamilyLook& other)
{
    if (one.phone.isEmpty() || other.phone.isEmpty())
        return false;
    if (!isMaskedPhone(one.phone) && !isMaskedPhone(other.phone))
        return one.phone == other.phone;
    // Of what is masked only the server knows. A task from before one of them changed its number
    // is found out by the digits that are left.
    return haveOneInCommon(one.told, other.told) && mask(one.phone) == mask(other.phone);
}

bool isGuardianPhone(const FamilyLook& one, const FamilyLook& other)
{
    return one.guardianPhones.contains(wholePhone(other.phone))
        || other.guardianPhones.contains(wholePhone(one.phone))
        || haveOneInCommon(one.guardianPhones, other.guardianPhones);
}

/// 「浩浩妈妈」 of 浩浩: the parent is called by the child, so that it is one name and not two.
bool isOneName(const QString& names)
{
    const qsizetype half = names.size() / 2;
    return names.size() % 2 == 1 && QStringView(names).first(half) == QStringView(names).last(half);
}

/// What two families of the same names have besides.
struct Children {
    bool sameNames = false;
    bool twoNames = false; ///< of parent and child, and not one name for both
    bool sameGrade = false;
    bool otherGrade = false; ///< both known, and none the same
};

Children comparedChildren(const FamilyLook& one, const FamilyLook& other)
{
    Children found;
    bool bothKnown = false;
    for (const FamilyLook::Child& child : one.children) {
        for (const FamilyLook::Child& own : other.children) {
            if (child.names.isEmpty() || child.names != own.names)
                continue;
            found.sameNames = true;
            found.twoNames |= !isOneName(child.names);
            bothKnown |= child.grade && own.grade;
            found.sameGrade |= child.grade && child.grade == own.grade;
        }
    }
    found.otherGrade = bothKnown && !found.sameGrade;
    return found;
}

} // namespace

DuplicateTraits::DuplicateTraits(Database& database)
{
    readFamilies(database);
    readChildren(database);
    readGuardians(database);
    readTold(database);
}

void DuplicateTraits::share(DuplicateReason what, const QString& text, int family)
{
    if (!text.isEmpty())
        m_shared.emplace_back(qHash(text, size_t(what) * 0x9e3779b97f4a7c15ULL), family);
}

void DuplicateTraits::readFamilies(Database& database)
{
    Statement query = database.statement("SELECT id, name, phone, \"wechatId\", city "
                                         "FROM r_customer WHERE deleted = 0 ORDER BY id");
    while (query.step()) {
        const int place = int(m_families.size());
        FamilyLook look;
        look.id = query.id(0);
        look.name = query.text(1);
        look.phone = query.text(2);
        look.city = query.text(4);
        m_places.insert(look.id, place);
        share(DuplicateReason::Phone, wholePhone(look.phone), place);
        const QString wechat = wholeWechat(query.text(3));
        share(DuplicateReason::Wechat, wechat, place);
        if (!wechat.isEmpty())
            look.wechatIds.append(wechat);
        m_families.push_back(std::move(look));
    }
}

void DuplicateTraits::readChildren(Database& database)
{
    Statement query = database.statement("SELECT root, name, grade FROM r_student "
                                         "WHERE deleted = 0 AND name IS NOT NULL");
    while (query.step()) {
        const auto place = m_places.constFind(query.id(0));
        if (place == m_places.constEnd())
            continue;
        FamilyLook& look = m_families[size_t(*place)];
        FamilyLook::Child child{comparableNames(look.name, query.text(1)), {}};
        if (!query.isNull(2))
            child.grade = query.integer(2);
        share(DuplicateReason::Names, child.names, *place);
        look.children.push_back(std::move(child));
    }
}

void DuplicateTraits::readGuardians(Database& database)
{
    Statement query =
        database.statement("SELECT root, phone, \"wechatId\" FROM r_guardian "
                           "WHERE deleted = 0 AND (phone IS NOT NULL OR \"wechatId\" IS NOT NULL)");
    while (query.step()) {
        const auto place = m_places.constFind(query.id(0));
        if (place == m_places.constEnd())
            continue;
        FamilyLook& look = m_families[size_t(*place)];
        if (const QString phone = wholePhone(query.text(1)); !phone.isEmpty()) {
            look.guardianPhones.append(phone);
            share(DuplicateReason::Phone, phone, *place);
        }
        if (const QString wechat = wholeWechat(query.text(2)); !wechat.isEmpty()) {
            look.wechatIds.append(wechat);
            share(DuplicateReason::Wechat, wechat, *place);
        }
    }
}

void DuplicateTraits::readTold(Database& database)
{
    Statement query = database.statement("SELECT text FROM r_task WHERE rule = ?1 AND deleted = 0 "
                                         "AND state = 'open' ORDER BY id");
    query.bind(1, QString(samePhoneRule));
    for (int task = 0; query.step(); ++task) {
        const QString families = query.text(0);
        for (const QStringView id : QStringView(families).split(u' ')) {
            const auto place = m_places.constFind(RecordId::fromString(id).value_or(RecordId()));
            if (place == m_places.constEnd())
                continue;
            m_families[size_t(*place)].told.push_back(task);
            share(DuplicateReason::Phone, families, *place);
        }
    }
}

std::vector<std::vector<int>> DuplicateTraits::groups() const
{
    std::vector<std::pair<quint64, int>> shared = m_shared;
    std::ranges::sort(shared);
    // A number that is the parent's and a guardian's of one family.
    shared.erase(std::unique(shared.begin(), shared.end()), shared.end());
    std::vector<std::vector<int>> groups;
    for (size_t begin = 0, end = 0; begin < shared.size(); begin = end) {
        for (end = begin; end < shared.size() && shared[end].first == shared[begin].first;)
            ++end;
        if (end - begin < 2)
            continue;
        std::vector<int>& group = groups.emplace_back();
        for (size_t i = begin; i < end; ++i)
            group.push_back(shared[i].second);
    }
    // Hashes have no order that means anything.
    std::ranges::sort(groups, [](const std::vector<int>& one, const std::vector<int>& other) {
        return one.size() != other.size() ? one.size() < other.size() : one < other;
    });
    return groups;
}

std::vector<DuplicateReason> DuplicateTraits::reasons(int one, int other) const
{
    const FamilyLook& first = family(one);
    const FamilyLook& second = family(other);
    std::vector<DuplicateReason> reasons;
    if (isSamePhone(first, second))
        reasons.push_back(DuplicateReason::Phone);
    if (haveOneInCommon(first.wechatIds, second.wechatIds))
        reasons.push_back(DuplicateReason::Wechat);
    if (isGuardianPhone(first, second))
        reasons.push_back(DuplicateReason::GuardianPhone);
    const Children children = comparedChildren(first, second);
    const bool sameCity = !first.city.isEmpty() && first.city == second.city;
    const bool otherCity = !sameCity && !first.city.isEmpty() && !second.city.isEmpty();
    // Many share a name: where grade and city both speak against it, they are two families. One
    // name alone is shared by so many that both have to speak for it.
    const bool likely =
        children.twoNames ? !(children.otherGrade && otherCity) : children.sameGrade && sameCity;
    if (children.sameNames && (likely || !reasons.empty()))
        reasons.push_back(DuplicateReason::Names);
    if (reasons.empty())
        return {};
    if (children.sameGrade)
        reasons.push_back(DuplicateReason::Grade);
    if (sameCity)
        reasons.push_back(DuplicateReason::City);
    return reasons;
}

} // namespace homeroom
