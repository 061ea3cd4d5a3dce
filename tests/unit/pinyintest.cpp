// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/pinyin.h"
#include "models/values/filtertext.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

class PinyinTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesNames_data();
    void writesNames();
    void filterIgnoresCaseAndWidth();
    void everyTermMustOccur();
};

void PinyinTest::writesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("initials");
    QTest::newRow("common") << u"王芳"_s << u"wangfang"_s << u"wf"_s;
    QTest::newRow("Shan") << u"单雅琴"_s << u"shanyaqin"_s << u"syq"_s;
    QTest::newRow("Xie") << u"解晓东"_s << u"xiexiaodong"_s << u"xxd"_s;
    QTest::newRow("Qiu") << u"仇英"_s << u"qiuying"_s << u"qy"_s;
    QTest::newRow("Zha") << u"查良镛"_s << u"zhaliangyong"_s << u"zly"_s;
    QTest::newRow("Ou") << u"区志强"_s << u"ouzhiqiang"_s << u"ozq"_s;
    QTest::newRow("Zeng") << u"曾静"_s << u"zengjing"_s << u"zj"_s;
    QTest::newRow("Yuchi") << u"尉迟恭"_s << u"yuchigong"_s << u"ycg"_s;
    QTest::newRow("Wei, not Yu") << u"尉健"_s << u"weijian"_s << u"wj"_s;
    QTest::newRow("the table is for surnames only") << u"王解"_s << u"wangjie"_s << u"wj"_s;
    QTest::newRow("v for the dotted u") << u"吕梁"_s << u"lvliang"_s << u"ll"_s;
    QTest::newRow("latin and digits stay") << u"Amy王2"_s << u"amywang2"_s << u"amyw2"_s;
    QTest::newRow("empty") << QString() << QString() << QString();
}

void PinyinTest::writesNames()
{
    QFETCH(QString, name);
    PinyinWriter writer;
    const Pinyin pinyin = writer.of(name);
    QTEST(pinyin.full, "full");
    QTEST(pinyin.initials, "initials");
}

void PinyinTest::filterIgnoresCaseAndWidth()
{
    QCOMPARE(filterKey(u"ＡＢｃ１３８"), QByteArray("abc138"));
    QVERIFY(matchesFilter(filterKey(u"Sunny妈妈"), filterTerms(u"ｓｕｎ")));
}

void PinyinTest::everyTermMustOccur()
{
    const QByteArray key = filterKey(u"王芳\n浩浩\n13812342046");
    QVERIFY(matchesFilter(key, filterTerms(u"  王 浩 ")));
    QVERIFY(matchesFilter(key, filterTerms(u"2046")));
    QVERIFY(!matchesFilter(key, filterTerms(u"王 小雨")));
    QVERIFY(matchesFilter(key, filterTerms(u"  ")));
}

HOMEROOM_TEST_MAIN(PinyinTest)
#include "pinyintest.moc"
