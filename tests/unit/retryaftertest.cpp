// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/retryafter.h"
#include "tests/support/testmain.h"

using namespace homeroom;

/// How long a server asks to be left alone (sync.md section 7).
class RetryAfterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsReadInBothForms_data();
    void itIsReadInBothForms();
};

void RetryAfterTest::itIsReadInBothForms_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("none") << QByteArray() << qint64(0);
    QTest::newRow("seconds") << QByteArray(" 7") << 7 * secondMs;
    QTest::newRow("negative") << QByteArray("-7") << qint64(0);
    QTest::newRow("absurd") << QByteArray("9223372036854775807") << 60 * minuteMs;
    QTest::newRow("beyond numbers") << QByteArray("92233720368547758070") << qint64(0);
    QTest::newRow("a date") << QByteArray("Sun, 22 Nov 2026 13:10:30 GMT") << 90 * secondMs;
    QTest::newRow("over midnight") << QByteArray("Mon, 23 Nov 2026 13:09:00 GMT") << 60 * minuteMs;
    QTest::newRow("past") << QByteArray("Sun, 22 Nov 2026 13:08:59 GMT") << qint64(0);
    QTest::newRow("no date") << QByteArray("soon") << qint64(0);
}

void RetryAfterTest::itIsReadInBothForms()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, milliseconds);
    QCOMPARE(retryAfterOf(header, "Sun, 22 Nov 2026 13:09:00 GMT"), milliseconds);
}

HOMEROOM_TEST_MAIN(RetryAfterTest)
#include "retryaftertest.moc"
