// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/familytexts.h"

#include "models/values/phone.h"
#include "models/values/spelling.h"

#include <algorithm>
#include <tuple>

namespace homeroom {

namespace {

struct Child {
    RecordId family;
    RecordId id;
    QString name;

    auto order() const { return std::tie(family, id); }
};

constexpr const char* readCustomers = "SELECT id, name, phone, \"wechatNick\", \"wechatId\", "
                                      "\"externalId\" FROM r_customer WHERE deleted = 0";
constexpr const char* readChildren =
    "SELECT root, id, name FROM r_student WHERE deleted = 0 AND name NOT NULL";

std::vector<Child> childrenIn(Statement& query)
{
    std::vector<Child> children;
    while (query.step())
        children.push_back({query.id(0), query.id(1), query.text(2)});
    std::sort(children.begin(), children.end(),
        [](const Child& one, const Child& other) { return one.order() < other.order(); });
    return children;
}

/// What of the phone is there to be read.
QByteArray shownDigits(const QString& phone)
{
    if (isMaskedPhone(phone))
        return digitsOf(phone.mid(phone.lastIndexOf(u'*')));
    return digitsOf(displayedPhone(phone));
}

/// `children` are sorted and hold those of this family among others.
FamilyTexts textsOf(Statement& customer, std::span<const Child> children, PinyinWriter& pinyin)
{
    FamilyTexts texts;
    texts.id = customer.id(0);
    texts.names.push_back(pinyin.readings(searchForm(customer.text(1))));
    const auto own = std::ranges::equal_range(children, texts.id, {}, &Child::family);
    for (const Child& child : own)
        texts.names.push_back(pinyin.readings(searchForm(child.name)));
    texts.digits = shownDigits(customer.text(2));
    const QString wechatId = customer.text(4);
    QStringList accounts{
        customer.text(3), isMaskedText(wechatId) ? QString() : wechatId, customer.text(5)};
    accounts.removeAll(QString());
    texts.accounts = searchForm(accounts.join(u'\n')).toUtf8();
    return texts;
}

} // namespace

QByteArray digitsOf(const QString& text)
{
    QByteArray digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += char(c.unicode());
    }
    return digits;
}

void readFamilyTexts(
    Database& database, PinyinWriter& pinyin, const std::function<void(const FamilyTexts&)>& take)
{
    Statement students = database.statement(readChildren);
    const std::vector<Child> children = childrenIn(students);
    Statement customers = database.statement(readCustomers);
    while (customers.step())
        take(textsOf(customers, children, pinyin));
}

std::vector<FamilyTexts> readFamilyTexts(
    Database& database, PinyinWriter& pinyin, std::span<const RecordId> families)
{
    Statement customer = database.statement(QByteArray(readCustomers) + " AND id = ?1");
    Statement students = database.statement(QByteArray(readChildren) + " AND root = ?1");
    std::vector<FamilyTexts> found;
    for (const RecordId& id : families) {
        students.bind(1, id);
        const std::vector<Child> children = childrenIn(students);
        customer.bind(1, id);
        if (customer.step())
            found.push_back(textsOf(customer, children, pinyin));
        students.reset();
        customer.reset();
    }
    return found;
}

} // namespace homeroom
