// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importwords.h"

#include "models/values/csv/numbertext.h"

#include <QHash>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct Synonym {
    QLatin1StringView field;
    QStringView said;
    QLatin1StringView word;
};

constexpr Synonym synonyms[] = {
    {"relation"_L1, u"妈妈", "mother"_L1},
    {"relation"_L1, u"母亲", "mother"_L1},
    {"relation"_L1, u"爸爸", "father"_L1},
    {"relation"_L1, u"父亲", "father"_L1},
    {"relation"_L1, u"奶奶", "grandmother"_L1},
    {"relation"_L1, u"外婆", "grandmother"_L1},
    {"relation"_L1, u"姥姥", "grandmother"_L1},
    {"relation"_L1, u"爷爷", "grandfather"_L1},
    {"relation"_L1, u"外公", "grandfather"_L1},
    {"relation"_L1, u"姥爷", "grandfather"_L1},
    {"relation"_L1, u"其他", "other"_L1},
    {"relation"_L1, u"未知", "unknown"_L1},
    {"intention"_L1, u"高", "high"_L1},
    {"intention"_L1, u"中", "medium"_L1},
    {"intention"_L1, u"低", "low"_L1},
    {"intention"_L1, u"无", "none"_L1},
    {"intention"_L1, u"高意向", "high"_L1},
    {"intention"_L1, u"中意向", "medium"_L1},
    {"intention"_L1, u"低意向", "low"_L1},
    {"intention"_L1, u"无意向", "none"_L1},
    {"friendState"_L1, u"已添加", "added"_L1},
    {"friendState"_L1, u"已加好友", "added"_L1},
    {"friendState"_L1, u"未添加", "notAdded"_L1},
    {"friendState"_L1, u"已申请", "requested"_L1},
    {"friendState"_L1, u"已删除", "deletedMe"_L1},
    {"groupState"_L1, u"已入群", "in"_L1},
    {"groupState"_L1, u"未入群", "notIn"_L1},
    {"groupState"_L1, u"已退群", "left"_L1},
};

struct SchoolLevel {
    QStringView prefix;
    int before; ///< school years before its first
};
constexpr SchoolLevel schoolLevels[] = {{u"小学", 0}, {u"初中", 6}, {u"高中", 9}, {u"初", 6},
    {u"高", 9}, {u"小", 0}, {u"grade", 0}, {u"g", 0}};

constexpr QStringView chineseDigits = u"一二三四五六七八九";

/// 1 to 12 out of Arabic or Chinese digits, 0 for anything else.
int smallNumber(QStringView text)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    if (ok)
        return number >= 1 && number <= 12 ? number : 0;
    if (text.startsWith(u'十'))
        return text.size() == 1 ? 10 : 10 + smallNumber(text.sliced(1));
    return text.size() == 1 ? int(chineseDigits.indexOf(text.front())) + 1 : 0;
}

} // namespace

QString comparableName(QStringView text)
{
    QString name;
    for (const QChar c : halfWidthText(text)) {
        if (c.isLetterOrNumber())
            name.append(c.toLower());
    }
    return name;
}

QStringList usualEmptyWords()
{
    return {u"Select"_s, u"N/A"_s, u"NULL"_s, u"-"_s, u"无"_s};
}

std::optional<qint64> gradeFromText(QStringView text)
{
    QString name = comparableName(text);
    if (name == u"0" || name == u"幼儿园" || name == u"大班" || name == u"中班" || name == u"小班")
        return 0;
    name.remove(u"年级"_s);
    int before = 0;
    for (const SchoolLevel& level : schoolLevels) {
        if (name.size() > level.prefix.size() && name.startsWith(level.prefix)) {
            name = name.sliced(level.prefix.size());
            before = level.before;
            break;
        }
    }
    const int year = smallNumber(name);
    if (year == 0 || before + year > 12)
        return std::nullopt;
    return before + year;
}

QString wireWord(const FieldDescription& field, const QString& text)
{
    for (const Synonym& synonym : synonyms) {
        if (synonym.field == field.name && synonym.said == text)
            return QString(synonym.word);
    }
    return text;
}

} // namespace homeroom
