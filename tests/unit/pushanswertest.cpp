// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/codec.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

RecordId numbered(char last)
{
    return *RecordId::fromString(u"01000000-0000-7000-8000-00000000000"_s + QChar(u'0' + last));
}

QByteArray aPage()
{
    RecordRow row = emptyRow(RecordKind::Customer, numbered(1));
    row.root = row.id;
    row.stamp = {1, 7};
    // What stands in a text is none of the answer's members.
    row.values[size_t(recordType(RecordKind::Customer).indexOf(u"name"_s))] =
        u"\"page\":{\"end\":true} \\ 王"_s;
    PullPage page;
    page.cursor = u"next"_s;
    page.stamp = {1, 7};
    page.last = true;
    page.roots = {{row.root, RootOperation::Delta, {row}}};
    return encode(page);
}

QByteArray anAnswer()
{
    return encode(PushResponse{{{.mid = 1, .stamp = {1, 7}}}, 42, u"s"_s, aPage()});
}

} // namespace

class PushAnswerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageComesBackByteForByte();
    void anAnswerWithoutAPageHasNone();
    void everyTruncationIsRefused();
    void theWholeIsJson();
};

void PushAnswerTest::aPageComesBackByteForByte()
{
    const Result<PushResponse> read = decodePushResponse(anAnswer());
    QVERIFY(read.ok());
    QCOMPARE(read->page, aPage());
    QCOMPARE(read->outcomes.size(), size_t(1));
    QCOMPARE(read->serverTime, Milliseconds(42));
    QCOMPARE(read->seen, u"s"_s);
    QVERIFY(decodePullPage(read->page).ok());
    const std::optional<PageHead> head = headOfPage(read->page);
    QVERIFY(head);
    QCOMPARE(head->cursor, u"next"_s);
    QVERIFY(head->last);
}

void PushAnswerTest::anAnswerWithoutAPageHasNone()
{
    const auto read = decodePushResponse(encode(PushResponse{{{.mid = 1}}, 42, {}, {}}));
    QVERIFY(read.ok());
    QVERIFY(read->page.isEmpty());
}

void PushAnswerTest::everyTruncationIsRefused()
{
    const QByteArray body = anAnswer();
    for (qsizetype length = 0; length < body.size(); ++length)
        QVERIFY2(!decodePushResponse(body.first(length)).ok(), qPrintable(QString::number(length)));
}

void PushAnswerTest::theWholeIsJson()
{
    const QJsonObject answer = QJsonDocument::fromJson(anAnswer()).object();
    QCOMPARE(answer.value("page"_L1).toObject().value("cursor"_L1).toString(), u"next"_s);
}

HOMEROOM_TEST_MAIN(PushAnswerTest)
#include "pushanswertest.moc"
