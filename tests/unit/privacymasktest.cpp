// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/privacymask.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

/// What others read on a shared screen.
class PrivacyMaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreShortened_data();
    void namesAreShortened();
    void phonesInTexts_data();
    void phonesInTexts();
    void aFamilysNamesGoOutOfItsNotes();
    void ofTwoNamesTheLongerGoesFirst();
    void oneCharacterAloneIsNoName();
};

void PrivacyMaskTest::namesAreShortened_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("two characters") << u"王芳"_s << u"王**"_s;
    QTest::newRow("three say no more than two") << u"王小宝"_s << u"王**"_s;
    QTest::newRow("with what she is") << u"浩浩妈妈"_s << u"浩**"_s;
    QTest::newRow("one character") << u"王"_s << u"王**"_s;
    QTest::newRow("latin") << u"anna  Smith "_s << u"A. S."_s;
    QTest::newRow("outside of the basic plane") << u"😀 Bao"_s << u"😀. B."_s;
    QTest::newRow("nothing") << QString() << QString();
}

void PrivacyMaskTest::namesAreShortened()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    QCOMPARE(shortenedName(name), shown);
}

void PrivacyMaskTest::phonesInTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"打13812342046"_s << u"打138****2046"_s;
    QTest::newRow("in groups") << u"138 1234 2046, later"_s << u"138****2046, later"_s;
    QTest::newRow("stored") << u"+8613812342046"_s << u"138****2046"_s;
    QTest::newRow("an order number is none")
        << u"20251124138123420461"_s << u"20251124138123420461"_s;
    QTest::newRow("an amount is none") << u"¥2990"_s << u"¥2990"_s;
}

void PrivacyMaskTest::phonesInTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(withMaskedPhones(text), shown);
}

void PrivacyMaskTest::aFamilysNamesGoOutOfItsNotes()
{
    FamilyMask mask;
    mask.addName(u"陈静"_s);
    mask.addName(u"陈浩然"_s);
    mask.addContact(u"cj_2046"_s);
    QCOMPARE(mask.masked(u"陈静说浩然喜欢数学, 加 cj_2046 或 13812342046"_s),
        u"陈**说**喜欢数学, 加 c****6 或 138****2046"_s);
}

void PrivacyMaskTest::ofTwoNamesTheLongerGoesFirst()
{
    FamilyMask mask;
    mask.addName(u"李娜"_s);
    mask.addContact(u"李娜妈妈"_s);
    QCOMPARE(mask.masked(u"李娜妈妈来电"_s), u"李****妈来电"_s);
}

void PrivacyMaskTest::oneCharacterAloneIsNoName()
{
    FamilyMask mask;
    mask.addName(u"王"_s);
    QCOMPARE(mask.masked(u"王牌课程"_s), u"王牌课程"_s);
}

HOMEROOM_TEST_MAIN(PrivacyMaskTest)
#include "privacymasktest.moc"
