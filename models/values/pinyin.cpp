// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/pinyin.h"

#include <QStringList>

#include <unicode/translit.h>

namespace homeroom {

using namespace Qt::StringLiterals;

/// ICU's transliterator; empty where its data was left out of the ICU of this system.
struct PinyinWriter::Rules {
    std::unique_ptr<icu::Transliterator> transliterator;
};

namespace {

struct Surname {
    QStringView characters;
    QLatin1StringView syllables; ///< separated by spaces
};

// Surnames read otherwise than their characters usually are (现代汉语词典, 姓氏读音). Longer ones
// stand first: the longest match counts.
constexpr Surname surnames[] = {
    {u"吐谷浑", "tu yu hun"_L1},
    {u"尉迟", "yu chi"_L1},
    {u"长孙", "zhang sun"_L1},
    {u"万俟", "mo qi"_L1},
    {u"澹台", "tan tai"_L1},
    {u"令狐", "ling hu"_L1},
    {u"单于", "chan yu"_L1},
    {u"宰父", "zai fu"_L1},
    {u"皇甫", "huang fu"_L1},
    {u"子车", "zi ju"_L1},
    {u"拓跋", "tuo ba"_L1},
    {u"乐正", "yue zheng"_L1},
    {u"夏侯", "xia hou"_L1},
    {u"鲜于", "xian yu"_L1},
    {u"单", "shan"_L1},
    {u"解", "xie"_L1},
    {u"仇", "qiu"_L1},
    {u"查", "zha"_L1},
    {u"区", "ou"_L1},
    {u"曾", "zeng"_L1},
    {u"任", "ren"_L1},
    {u"华", "hua"_L1},
    {u"朴", "piao"_L1},
    {u"盖", "ge"_L1},
    {u"乐", "yue"_L1},
    {u"种", "chong"_L1},
    {u"繁", "po"_L1},
    {u"冼", "xian"_L1},
    {u"员", "yun"_L1},
    {u"折", "she"_L1},
    {u"缪", "miao"_L1},
    {u"翟", "zhai"_L1},
    {u"召", "shao"_L1},
    {u"秘", "bi"_L1},
    {u"黑", "he"_L1},
    {u"重", "chong"_L1},
    {u"覃", "qin"_L1},
    {u"逄", "pang"_L1},
    {u"晟", "cheng"_L1},
    {u"洗", "xian"_L1},
    {u"隗", "wei"_L1},
    {u"牟", "mou"_L1},
    {u"曲", "qu"_L1},
    {u"尹", "yin"_L1},
    {u"祭", "zhai"_L1},
    {u"佴", "nai"_L1},
    {u"过", "guo"_L1},
    {u"哈", "ha"_L1},
    {u"那", "na"_L1},
    {u"车", "che"_L1},
    {u"幺", "yao"_L1},
    {u"谌", "chen"_L1},
    {u"纪", "ji"_L1},
    {u"粘", "nian"_L1},
    {u"柏", "bai"_L1},
    {u"卜", "bu"_L1},
    {u"石", "shi"_L1},
    {u"宿", "su"_L1},
    {u"尉", "wei"_L1},
    {u"沈", "shen"_L1},
    {u"盛", "sheng"_L1},
    {u"贾", "jia"_L1},
    {u"于", "yu"_L1},
    {u"澹", "tan"_L1},
    {u"藏", "zang"_L1},
    {u"乜", "nie"_L1},
    {u"郇", "xun"_L1},
    {u"炅", "gui"_L1},
    {u"能", "nai"_L1},
    {u"蔚", "yu"_L1},
    {u"薄", "bo"_L1},
    {u"都", "du"_L1},
    {u"阚", "kan"_L1},
    {u"颉", "xie"_L1},
    {u"逢", "pang"_L1},
    {u"句", "gou"_L1},
    {u"适", "kuo"_L1},
    {u"角", "jue"_L1},
    {u"盍", "ge"_L1},
    {u"圈", "juan"_L1},
};

const Surname* surnameOf(QStringView name)
{
    // «乐乐» is what a child is called at home, and no surname.
    if (name.size() > 1 && name[0] == name[1])
        return nullptr;
    for (const Surname& surname : surnames) {
        if (name.startsWith(surname.characters))
            return &surname;
    }
    return nullptr;
}

/// Tone marks away; the two dots of ü make the v that keyboards use for it.
QString withoutMarks(const QString& latin)
{
    QString plain;
    for (const QChar c : latin.normalized(QString::NormalizationForm_D).toLower()) {
        if (c == QChar(0x0308) && plain.endsWith(u'u'))
            plain.back() = u'v';
        else if (c.isLetterOrNumber())
            plain.append(c);
    }
    return plain;
}

void appendSyllable(Pinyin& pinyin, const QString& syllable)
{
    pinyin.full += syllable;
    if (!syllable.isEmpty())
        pinyin.initials += syllable.front();
}

} // namespace

PinyinWriter::PinyinWriter() : m_rules(std::make_unique<Rules>())
{
    UErrorCode status = U_ZERO_ERROR;
    m_rules->transliterator.reset(
        icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
}

PinyinWriter::~PinyinWriter() = default;

std::vector<PinyinWriter::Reading> PinyinWriter::readings(QStringView text, Reads reads)
{
    const QString trimmed = text.trimmed().toString();
    const Surname* surname = reads == Reads::Name ? surnameOf(trimmed) : nullptr;
    const QStringList read = surname ? QString(surname->syllables).split(u' ') : QStringList();
    std::vector<Reading> readings;
    for (const char32_t character : trimmed.toStdU32String()) {
        const qsizetype place = qsizetype(readings.size());
        readings.push_back({character, place < read.size() ? read[place] : syllable(character)});
    }
    return readings;
}

Pinyin PinyinWriter::of(QStringView name)
{
    Pinyin pinyin;
    for (const Reading& reading : readings(name))
        appendSyllable(pinyin, reading.syllable);
    return pinyin;
}

QString PinyinWriter::sortKey(QStringView name)
{
    // Below every letter: a syllable comes before a longer one that begins with it.
    constexpr QChar end(u'\x01');
    QString key;
    for (const auto& [character, syllable] : readings(name)) {
        key += syllable;
        if (QChar::script(character) == QChar::Script_Han)
            key += end + QString::fromUcs4(&character, 1) + end;
        else if (syllable.isEmpty())
            key += end;
    }
    // Names that differ in case or marks alone still have one order.
    return key.isEmpty() ? key : key + end + name.trimmed().toString();
}

const QString& PinyinWriter::syllable(char32_t character)
{
    const auto known = m_syllables.constFind(character);
    if (known != m_syllables.constEnd())
        return *known;
    icu::UnicodeString text(static_cast<UChar32>(character));
    if (m_rules->transliterator)
        m_rules->transliterator->transliterate(text);
    const QString latin = QString::fromUtf16(text.getBuffer(), text.length());
    return *m_syllables.insert(character, withoutMarks(latin));
}

} // namespace homeroom
