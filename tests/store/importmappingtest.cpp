// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importwords.h"
#include "tests/support/importfixture.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class ImportMappingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesMapFiles();
    void refusesWhatIsNoField_data();
    void refusesWhatIsNoField();
    void guessesColumnsByTheirNames_data();
    void guessesColumnsByTheirNames();
    void doesNotTrustANameThatItsCellsDeny();
    void findsPhonesWithoutAName();
    void guessesNoTargetTwice();
    void keepsTheColumnsThatAMapNames();
    void knowsTheColumnsOfCustomFields();
    void remembersChoicesForTheSameColumns();
    void understandsGrades_data();
    void understandsGrades();
};

void ImportMappingTest::readsAndWritesMapFiles()
{
    const QJsonObject map = json(R"({"A":"phone","B":{"field":"stage","values":{"1":"paid"}},
        "C":"custom.visits","D":"student.grade","E":null,"F":"followup","G":"cohort"})");
    const Result<ImportMapping> mapping = mappingFromJson(map, {});
    QVERIFY(mapping.ok());
    QCOMPARE(mapping->columns.size(), size_t(7));
    QCOMPARE(mapping->find(u"B"_s)->values.value(u"1"_s), u"paid"_s);
    QCOMPARE(mapping->find(u"E"_s)->target.kind, ImportTargetKind::Skip);
    QCOMPARE(mappingToJson(*mapping), map);
}

void ImportMappingTest::refusesWhatIsNoField_data()
{
    QTest::addColumn<QByteArray>("map");
    QTest::newRow("unknown word") << QByteArray(R"({"A":"shoeSize"})");
    QTest::newRow("set by the server only") << QByteArray(R"({"A":"owner"})");
    QTest::newRow("a number") << QByteArray(R"({"A":5})");
    QTest::newRow("unknown child field") << QByteArray(R"({"A":"student.shoes"})");
    QTest::newRow("unknown key") << QByteArray(R"({"A":{"field":"name","value":{}}})");
}

void ImportMappingTest::refusesWhatIsNoField()
{
    QFETCH(QByteArray, map);
    const Result<ImportMapping> mapping = mappingFromJson(json(map.constData()), {});
    QVERIFY(!mapping.ok());
    QCOMPARE(mapping.error().code, ErrorCode::Malformed);
    QVERIFY(mapping.error().detail.contains(u"column A"_s));
}

void ImportMappingTest::guessesColumnsByTheirNames_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("target");
    QTest::newRow("zh name") << u"家长姓名"_s << u"王芳"_s << u"name"_s;
    QTest::newRow("zh phone") << u"手机号"_s << u"13800000001"_s << u"phone"_s;
    QTest::newRow("zh channel") << u"来源"_s << u"地推"_s << u"channel"_s;
    QTest::newRow("zh child") << u"孩子姓名"_s << u"小雨"_s << u"student.name"_s;
    QTest::newRow("zh grade") << u"年级"_s << u"三年级"_s << u"student.grade"_s;
    QTest::newRow("zh relation") << u"关系"_s << u"妈妈"_s << u"relation"_s;
    QTest::newRow("en phone") << u"Mobile Phone"_s << u"+4915123456789"_s << u"phone"_s;
    QTest::newRow("en source") << u"Lead Source"_s << u"Search"_s << u"channel"_s;
    QTest::newRow("en number") << u"Lead Number"_s << u"660728"_s << u"externalId"_s;
    QTest::newRow("wire name") << u"wechatNick"_s << u"sunny"_s << u"wechatNick"_s;
    QTest::newRow("stage by name") << u"阶段"_s << u"PAID"_s << u"stage"_s;
    QTest::newRow("anything else")
        << u"Favourite Colour"_s << u"red"_s << u"custom.Favourite Colour"_s;
}

void ImportMappingTest::guessesColumnsByTheirNames()
{
    QFETCH(QString, column);
    QFETCH(QString, cell);
    QFETCH(QString, target);
    ImportFixture fixture;
    const ImportOrder order = fixture.order((column + u'\n' + cell + u'\n').toUtf8());
    QCOMPARE(order.choices.mapping.columns.at(0).target.word(), target);
}

void ImportMappingTest::doesNotTrustANameThatItsCellsDeny()
{
    ImportFixture fixture;
    const ImportOrder order = fixture.order("Tags,Grade,Stage\nRinging,B+,open road\n");
    QCOMPARE(order.choices.mapping.find(u"Tags"_s)->target.word(), u"custom.Tags"_s);
    QCOMPARE(order.choices.mapping.find(u"Grade"_s)->target.word(), u"custom.Grade"_s);
    QCOMPARE(order.choices.mapping.find(u"Stage"_s)->target.word(), u"custom.Stage"_s);
}

void ImportMappingTest::findsPhonesWithoutAName()
{
    ImportFixture fixture;
    const ImportOrder order = fixture.order("A,B\n1,138 0000 0001\n2,13800000002\n");
    QCOMPARE(order.choices.mapping.find(u"B"_s)->target.word(), u"phone"_s);
}

void ImportMappingTest::guessesNoTargetTwice()
{
    ImportFixture fixture;
    const ImportOrder order = fixture.order("Mobile,Phone,a\"b,ab\n13800000001,13800000002,1,2\n");
    QCOMPARE(order.choices.mapping.find(u"Mobile"_s)->target.word(), u"phone"_s);
    QCOMPARE(order.choices.mapping.find(u"Phone"_s)->target.word(), u"custom.Phone"_s);
    QCOMPARE(order.choices.mapping.columns.at(2).target.word(), u"custom.ab"_s);
    QCOMPARE(order.choices.mapping.columns.at(3).target.word(), u"custom.ab (2)"_s);
}

void ImportMappingTest::keepsTheColumnsThatAMapNames()
{
    ImportFixture fixture;
    const ImportOrder order =
        fixture.order("Name,Nick\nAnn,Annie\n", json(R"({"Nick":"name","Name":null})"));
    QCOMPARE(order.choices.mapping.find(u"Name"_s)->target.kind, ImportTargetKind::Skip);
    QCOMPARE(order.choices.mapping.find(u"Nick"_s)->target.word(), u"name"_s);
}

void ImportMappingTest::knowsTheColumnsOfCustomFields()
{
    ImportFixture fixture;
    CustomField field;
    field.id = fixture.newId<CustomField>();
    field.name = u"来访次数"_s;
    field.key = u"visits"_s;
    QVERIFY(fixture.apply({createMutation(field)}).ok());
    const ImportOrder order = fixture.order("来访 次数\n3\n");
    QCOMPARE(order.choices.mapping.columns.at(0).target.word(), u"custom.visits"_s);
}

void ImportMappingTest::remembersChoicesForTheSameColumns()
{
    ImportFixture fixture;
    ImportChoices choices = fixture.order("Name,Phone\nAnn,13800000001\n").choices;
    choices.mode = ImportMode::Append;
    choices.key = ImportTarget{ImportTargetKind::Customer, u"phone"_s};
    choices.emptyWords = {u"Select"_s};
    choices.mapping.columns[0].values.insert(u"a"_s, u"b"_s);
    const std::vector<QString> columns{u"Name"_s, u"Phone"_s};
    QVERIFY(keepChoices(fixture.store(), columns, choices).result().ok());
    fixture.reopen();
    QCOMPARE(keptChoices(fixture.reader(), columns), std::optional(choices));
    QVERIFY(!keptChoices(fixture.reader(), {u"Name"_s, u"Mobile"_s}));
}

void ImportMappingTest::understandsGrades_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("grade"); // -1 where it is none
    QTest::newRow("zh primary") << u"三年级"_s << 3;
    QTest::newRow("digit and word") << u"3年级"_s << 3;
    QTest::newRow("junior") << u"初二"_s << 8;
    QTest::newRow("senior") << u"高三"_s << 12;
    QTest::newRow("ten") << u"十年级"_s << 10;
    QTest::newRow("twelve") << u"十二年级"_s << 12;
    QTest::newRow("nursery") << u"大班"_s << 0;
    QTest::newRow("English") << u"Grade 5"_s << 5;
    QTest::newRow("short") << u"G7"_s << 7;
    QTest::newRow("bare") << u"12"_s << 12;
    QTest::newRow("too high") << u"13"_s << -1;
    QTest::newRow("too high for its school") << u"高五"_s << -1;
    QTest::newRow("no grade") << u"B+"_s << -1;
    QTest::newRow("empty") << QString() << -1;
}

void ImportMappingTest::understandsGrades()
{
    QFETCH(QString, text);
    QFETCH(int, grade);
    QCOMPARE(int(gradeFromText(text).value_or(-1)), grade);
}

HOMEROOM_TEST_MAIN(ImportMappingTest)
#include "importmappingtest.moc"
