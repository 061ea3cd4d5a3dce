// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/editing/sentences.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

class FieldNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeAndFieldHasAName();
    void everyWordHasAName();
    void aTypeMayCallAFieldItsOwnWay();
    void anUnknownWordIsShownAsItCame();
};

void FieldNamesTest::everyTypeAndFieldHasAName()
{
    for (const RecordKind kind : allRecordKinds()) {
        QVERIFY2(!displayName(kind).isEmpty(), recordType(kind).name.data());
        for (const FieldDescription& field : recordType(kind).fields)
            QVERIFY2(!displayName(kind, field).isEmpty(),
                qPrintable(QString(recordType(kind).name) + u'.' + field.name));
    }
}

void FieldNamesTest::everyWordHasAName()
{
    for (const RecordKind kind : allRecordKinds()) {
        for (const FieldDescription& field : recordType(kind).fields) {
            for (const QLatin1StringView word : field.words) {
                const QString text = displayWord(field, word);
                QVERIFY2(!text.isEmpty() && text.front().isUpper(), qPrintable(QString(word)));
            }
        }
    }
}

void FieldNamesTest::aTypeMayCallAFieldItsOwnWay()
{
    const RecordType& user = recordType(RecordKind::User);
    const RecordType& channel = recordType(RecordKind::Channel);
    QCOMPARE(displayName(RecordKind::User, user.fields[0]), u"Sign-in name"_s);
    QCOMPARE(displayName(RecordKind::Channel, channel.fields[0]), u"Name"_s);
}

void FieldNamesTest::anUnknownWordIsShownAsItCame()
{
    const RecordType& customer = recordType(RecordKind::Customer);
    const FieldDescription& tier = customer.fields[size_t(customer.indexOf(u"tier"))];
    QCOMPARE(displayWord(tier, u"platinum"_s), u"platinum"_s);
    QCOMPARE(displayWord(tier, u"none"_s), u"No tier"_s);
}

HOMEROOM_TEST_MAIN(FieldNamesTest)
#include "fieldnamestest.moc"
