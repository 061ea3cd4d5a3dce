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
    void wordsHaveNoSurname();
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
    QTest::newRow("Piao") << u"朴敏"_s << u"piaomin"_s << u"pm"_s;
    QTest::newRow("Ge") << u"盖小英"_s << u"gexiaoying"_s << u"gxy"_s;
    QTest::newRow("Yue") << u"乐天宇"_s << u"yuetianyu"_s << u"yty"_s;
    QTest::newRow("Chong") << u"种晓明"_s << u"chongxiaoming"_s << u"cxm"_s;
    QTest::newRow("Po") << u"繁星"_s << u"poxing"_s << u"px"_s;
    QTest::newRow("Yun") << u"员莉"_s << u"yunli"_s << u"yl"_s;
    QTest::newRow("She") << u"折文静"_s << u"shewenjing"_s << u"swj"_s;
    QTest::newRow("Miao") << u"缪敏"_s << u"miaomin"_s << u"mm"_s;
    QTest::newRow("Zhai") << u"翟丽"_s << u"zhaili"_s << u"zl"_s;
    QTest::newRow("Shao") << u"召敏"_s << u"shaomin"_s << u"sm"_s;
    QTest::newRow("Bi") << u"秘强"_s << u"biqiang"_s << u"bq"_s;
    QTest::newRow("He") << u"黑明"_s << u"heming"_s << u"hm"_s;
    QTest::newRow("Qin") << u"覃芳"_s << u"qinfang"_s << u"qf"_s;
    QTest::newRow("Wei of Kui") << u"隗静"_s << u"weijing"_s << u"wj"_s;
    QTest::newRow("Nai") << u"能敏"_s << u"naimin"_s << u"nm"_s;
    QTest::newRow("Bu") << u"卜芳"_s << u"bufang"_s << u"bf"_s;
    QTest::newRow("Zang") << u"藏强"_s << u"zangqiang"_s << u"zq"_s;
    QTest::newRow("Nie") << u"乜丽"_s << u"nieli"_s << u"nl"_s;
    QTest::newRow("Yu of Wei") << u"蔚敏"_s << u"yumin"_s << u"ym"_s;
    QTest::newRow("Bo") << u"薄静"_s << u"bojing"_s << u"bj"_s;
    QTest::newRow("Du") << u"都丽"_s << u"duli"_s << u"dl"_s;
    QTest::newRow("Kan") << u"阚敏"_s << u"kanmin"_s << u"km"_s;
    QTest::newRow("Gou") << u"句芳"_s << u"goufang"_s << u"gf"_s;
    QTest::newRow("Pang") << u"逢敏"_s << u"pangmin"_s << u"pm"_s;
    QTest::newRow("Ren") << u"任静"_s << u"renjing"_s << u"rj"_s;
    QTest::newRow("Hua") << u"华敏"_s << u"huamin"_s << u"hm"_s;
    QTest::newRow("Zhangsun") << u"长孙敏"_s << u"zhangsunmin"_s << u"zsm"_s;
    QTest::newRow("Moqi") << u"万俟敏"_s << u"moqimin"_s << u"mqm"_s;
    QTest::newRow("Tantai") << u"澹台静"_s << u"tantaijing"_s << u"ttj"_s;
    QTest::newRow("Linghu") << u"令狐冲"_s << u"linghuchong"_s << u"lhc"_s;
    QTest::newRow("Chanyu") << u"单于敏"_s << u"chanyumin"_s << u"cym"_s;
    QTest::newRow("Huangfu") << u"皇甫静"_s << u"huangfujing"_s << u"hfj"_s;
    QTest::newRow("Yuezheng") << u"乐正敏"_s << u"yuezhengmin"_s << u"yzm"_s;
    QTest::newRow("Tuoba") << u"拓跋敏"_s << u"tuobamin"_s << u"tbm"_s;
    QTest::newRow("Xiahou") << u"夏侯静"_s << u"xiahoujing"_s << u"xhj"_s;
    QTest::newRow("Xianyu") << u"鲜于敏"_s << u"xianyumin"_s << u"xym"_s;
    QTest::newRow("Ouyang") << u"欧阳静"_s << u"ouyangjing"_s << u"oyj"_s;
    QTest::newRow("Zhuge") << u"诸葛亮"_s << u"zhugeliang"_s << u"zgl"_s;
    QTest::newRow("Tuyuhun") << u"吐谷浑敏"_s << u"tuyuhunmin"_s << u"tyhm"_s;
    QTest::newRow("a doubled pet name has no surname")
        << u"乐乐妈妈"_s << u"lelemama"_s << u"llmm"_s;
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

void PinyinTest::wordsHaveNoSurname()
{
    PinyinWriter writer;
    const auto first = [&](PinyinWriter::Reads reads) {
        return writer.readings(u"查找", reads).front().syllable;
    };
    QCOMPARE(first(PinyinWriter::Reads::Words), u"cha"_s);
    QCOMPARE(first(PinyinWriter::Reads::Name), u"zha"_s);
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
