// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/codec.h"
#include "models/values/records/records.h"
#include "sync/protocol/crc32.h"
#include "tests/support/randomrecords.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

using namespace homeroom;
using homeroom::test::Randomness;
using namespace Qt::StringLiterals;

namespace {

RecordId numbered(quint8 number)
{
    std::array<quint8, 16> bytes{};
    bytes[0] = 0x01;
    bytes[6] = 0x70;
    bytes[8] = 0x80;
    bytes[15] = number;
    return RecordId(bytes);
}

Mutation aMutation()
{
    Mutation mutation = Change<Customer>(Id<Customer>(numbered(1)), numbered(1))
                            .set(&Customer::name, u"王\"小\\明"_s)
                            .set(&Customer::score, 7)
                            .mutation();
    mutation.mid = 412;
    mutation.group = 90;
    mutation.base = {1, 10433};
    mutation.at = 1763990000000;
    return mutation;
}

PullPage aPage()
{
    Customer family{.id = Id<Customer>(numbered(1)), .name = u"李雷"_s};
    family.custom = QJsonObject{{u"visits"_s, 3}};
    family.tags = {u"a"_s, u"b"_s};
    RecordRow customer = toRow(family);
    customer.stamp = {1, 20};
    customer.extra = QJsonObject{{u"shoeSize"_s, 38}};
    RecordRow note = toRow(FollowUp{.id = Id<FollowUp>(numbered(2)),
        .customer = Id<Customer>(numbered(1)),
        .text = u"two\nlines"_s,
        .happenedAt = 5});
    note.stamp = {1, 21};
    RecordRow gone = emptyRow(RecordKind::Tag, numbered(3));
    gone.root = numbered(3);
    gone.stamp = {1, 22};
    gone.deleted = true;
    PullPage page{.cursor = u"opaque"_s, .stamp = {1, 22}, .last = true, .remaining = 0};
    page.roots.push_back({numbered(1), RootOperation::Full, {customer, note}});
    page.roots.push_back({numbered(3), RootOperation::Delta, {gone}});
    page.roots.push_back({numbered(4), RootOperation::Evict, {}});
    return page;
}

PullPage randomPage(Randomness& random)
{
    PullPage page{.cursor = random.text(),
        .stamp = {1, random.below(1000)},
        .last = random.maybe(),
        .remaining = random.below(1000)};
    for (int roots = random.below(6); roots > 0; --roots) {
        RootUpdate update{random.id(), RootOperation(random.below(3)), {}};
        for (const RecordKind kind : allRecordKinds()) {
            if (update.operation != RootOperation::Evict && random.below(4) == 0)
                update.rows.push_back(random.row(recordType(kind), update.root));
        }
        page.roots.push_back(update);
    }
    return page;
}

} // namespace

class CodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void crcIsTheOneOfZlib();
    void messagesHaveTheirGoldenBytes_data();
    void messagesHaveTheirGoldenBytes();
    void aPageHasItsGoldenBytes();
    void messagesComeBack();
    void randomPushesComeBack();
    void randomPagesComeBack();
    void everyTruncationOfAPageIsRefused();
    void everyChangedByteOfAPageIsRefused();
    void unknownColumnsAndWordsSurvive();
    void recordsOfAnUnknownTypeArePassedOver();
    void wrongRequestsAreRefused_data();
    void wrongRequestsAreRefused();
    void tooManyMutationsAreTooLarge();
    void answersMaySayMore();
    void errorsCarryTheirReason();
    void theChainDependsOnEveryMember();
};

void CodecTest::crcIsTheOneOfZlib()
{
    QCOMPARE(crc32("123456789"), quint32(0xCBF43926));
    QCOMPARE(crc32(""), quint32(0));
    QCOMPARE(crc32("The quick brown fox jumps over the lazy dog"), quint32(0x414FA339));
}

void CodecTest::messagesHaveTheirGoldenBytes_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QByteArray>("golden");
    QTest::newRow("sign-in") << encode(SignInRequest{u"wang"_s, u"geheim"_s, numbered(9)})
                             << QByteArray(R"({"device":"01000000-0000-7000-8000-000000000009",)"
                                           R"("password":"geheim","user":"wang"})");
    QTest::newRow("refresh") << encode(RefreshRequest{u"token"_s, numbered(9)})
                             << QByteArray(R"({"device":"01000000-0000-7000-8000-000000000009",)"
                                           R"("refreshToken":"token"})");
    QTest::newRow("pull") << encode(PullRequest{.device = numbered(9), .cursor = u"c"_s})
                          << QByteArray(R"({"cursor":"c",)"
                                        R"("device":"01000000-0000-7000-8000-000000000009",)"
                                        R"("rows":20000,"schema":1})");
    QTest::newRow("pull with a sign") << encode(
        PullRequest{.device = numbered(9), .cursor = u"c"_s, .seen = u"s"_s, .columns = u"5a"_s})
                                      << QByteArray(
                                             R"({"columns":"5a","cursor":"c",)"
                                             R"("device":"01000000-0000-7000-8000-000000000009",)"
                                             R"("rows":20000,"schema":1,"seen":"s"})");
    QTest::newRow("push")
        << encode(PushRequest{numbered(9), 1, 1764000000000, u"00ff"_s, {aMutation()}, {}, {}})
        << QByteArray(
               R"({"chain":"00ff","device":"01000000-0000-7000-8000-000000000009","mutations":[)"
               R"({"at":1763990000000,"base":{"generation":1,"seq":10433},"clock":"ok","group":90,)"
               R"("id":"01000000-0000-7000-8000-000000000001","mid":412,"op":"set",)"
               R"("root":"01000000-0000-7000-8000-000000000001",)"
               R"("set":{"name":"王\"小\\明","score":7},"type":"customer"}],)"
               R"("schema":1,"sentAt":1764000000000})");
    const std::vector<Outcome> outcomes{{.mid = 1, .stamp = {1, 7}},
        {.mid = 2, .kind = OutcomeKind::Merged, .stamp = {1, 8}, .kept = {u"rank"_s}},
        {.mid = 3, .kind = OutcomeKind::Conflict, .stamp = {1, 9}, .conflict = numbered(5)},
        {.mid = 4,
            .kind = OutcomeKind::Refused,
            .code = ErrorCode::Forbidden,
            .message = u"no"_s,
            .field = u"owner"_s}};
    QTest::newRow("outcomes")
        << encode(PushResponse{outcomes, 42, u"s"_s, {}})
        << QByteArray(
               R"({"outcomes":[{"mid":1,"outcome":"applied","stamp":{"generation":1,"seq":7}},)"
               R"({"kept":["rank"],"mid":2,"outcome":"merged","stamp":{"generation":1,"seq":8}},)"
               R"({"conflict":"01000000-0000-7000-8000-000000000005","mid":3,)"
               R"("outcome":"conflict","stamp":{"generation":1,"seq":9}},)"
               R"({"code":"forbidden","field":"owner","message":"no","mid":4,)"
               R"("outcome":"refused"}],"seen":"s","serverTime":42})");
    QTest::newRow("assign")
        << encode(AssignRequest{{{numbered(1), numbered(2)}, {numbered(3), {}}}, numbered(4)})
        << QByteArray(R"({"items":[{"customer":"01000000-0000-7000-8000-000000000001",)"
                      R"("expectedOwner":"01000000-0000-7000-8000-000000000002"},)"
                      R"({"customer":"01000000-0000-7000-8000-000000000003",)"
                      R"("expectedOwner":null}],)"
                      R"("to":"01000000-0000-7000-8000-000000000004"})");
    QTest::newRow("wait") << encode(WaitResponse{u"m"_s}) << QByteArray(R"({"mark":"m"})");
    QTest::newRow("error") << encodeError({ErrorCode::Invalid, u"why"_s, u"phone"_s})
                           << QByteArray(R"({"error":{"code":"invalid","field":"phone",)"
                                         R"("message":"why"}})");
}

void CodecTest::messagesHaveTheirGoldenBytes()
{
    QFETCH(QByteArray, encoded);
    QFETCH(QByteArray, golden);
    QCOMPARE(encoded, golden);
}

void CodecTest::aPageHasItsGoldenBytes()
{
    const QByteArray start =
        R"({"cursor":"opaque","generation":1,"seq":22,"last":true,"remaining":0,"roots":[)"
        R"(["01000000-0000-7000-8000-000000000001","full"],)"
        R"(["01000000-0000-7000-8000-000000000003","delta"],)"
        R"(["01000000-0000-7000-8000-000000000004","evict"]],"records":[)"
        R"({"type":"tag","cols":["root","id","generation","seq","deleted"],)"
        R"("rows":[[1,"01000000-0000-7000-8000-000000000003",1,22,true]]},)"
        R"({"type":"customer","cols":["root","id","generation","seq","name","relation","tier",)"
        R"("intention","friendState","groupState","kitState","tags","consent","doNotDisturb",)"
        R"("lifecycle","custom","createdAt","shoeSize"],)"
        R"("rows":[[0,"01000000-0000-7000-8000-000000000001",1,20,"李雷","unknown","none",)"
        R"("unknown","notAdded","notIn","none",["a","b"],false,false,"potential",)"
        R"({"visits":3},0,38]]},)"
        R"({"type":"followup","cols":["root","id","generation","seq","customer","kind","result",)"
        R"("text","happenedAt"],"rows":[[0,"01000000-0000-7000-8000-000000000002",1,21,)"
        R"("01000000-0000-7000-8000-000000000001","note","none","two\u000alines",5]]}])";
    const QByteArray body = encode(aPage());
    QCOMPARE(
        body, start + R"(,"end":true,"rows":3,"crc":)" + QByteArray::number(crc32(start)) + '}');
}

void CodecTest::messagesComeBack()
{
    const SignInRequest signIn{u"wang"_s, u"p\u0000w"_s, numbered(9)};
    QCOMPARE(*decodeSignInRequest(encode(signIn)), signIn);
    const RefreshRequest refresh{u"token"_s, numbered(9)};
    QCOMPARE(*decodeRefreshRequest(encode(refresh)), refresh);
    const SessionResponse session{u"a"_s, 900, u"r"_s, {numbered(1), UserRole::Lead, numbered(2)},
        u"wang"_s, u"王"_s, u"Demo"_s, u"Asia/Shanghai"_s, 1764000000000};
    QCOMPARE(*decodeSessionResponse(encode(session)), session);
    const PullRequest pull{numbered(9), u"c"_s, 300, 1, u"s"_s};
    QCOMPARE(*decodePullRequest(encode(pull)), pull);
    const AssignRequest assign{{{numbered(1), numbered(2)}, {numbered(3), {}}}, numbered(4)};
    QCOMPARE(*decodeAssignRequest(encode(assign)), assign);
    const AssignResponse assigned{2, {1, 9}};
    QCOMPARE(*decodeAssignResponse(encode(assigned)), assigned);
    QCOMPARE(*decodeWaitResponse(encode(WaitResponse{u"m"_s})), WaitResponse{u"m"_s});
    const PullPage page = aPage();
    const Result<PullPage> read = decodePullPage(encode(page));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->roots, page.roots);
}

void CodecTest::randomPushesComeBack()
{
    for (quint32 seed = 1; seed <= 200; ++seed) {
        Randomness random(seed);
        PushRequest request{random.id(), 1, random.below(1000), u"ab"_s, {}, u"s"_s, {}};
        if (random.below(2) == 0)
            request.page =
                PageWish{u"c"_s, 1 + random.below(500), random.below(2) == 0 ? QString() : u"5a"_s};
        for (int i = random.below(20); i > 0; --i)
            request.mutations.push_back(random.mutation(21 - i));
        const Result<PushRequest> read = decodePushRequest(encode(request));
        QVERIFY2(read.ok(),
            read.ok() ? "" : qPrintable(u"seed %1: %2"_s.arg(seed).arg(read.error().detail)));
        QVERIFY2(*read == request, qPrintable(u"seed %1"_s.arg(seed)));
        for (size_t i = 0; i < request.mutations.size(); ++i)
            QCOMPARE(
                chainAfter(u"x"_s, read->mutations[i]), chainAfter(u"x"_s, request.mutations[i]));
    }
}

void CodecTest::randomPagesComeBack()
{
    for (quint32 seed = 1; seed <= 200; ++seed) {
        Randomness random(seed);
        const PullPage page = randomPage(random);
        const Result<PullPage> read = decodePullPage(encode(page));
        QVERIFY2(read.ok(),
            read.ok() ? "" : qPrintable(u"seed %1: %2"_s.arg(seed).arg(read.error().detail)));
        QVERIFY2(*read == page, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void CodecTest::everyTruncationOfAPageIsRefused()
{
    const QByteArray body = encode(aPage());
    for (qsizetype length = 0; length < body.size(); ++length)
        QVERIFY2(!decodePullPage(body.first(length)).ok(), qPrintable(QString::number(length)));
}

void CodecTest::everyChangedByteOfAPageIsRefused()
{
    const QByteArray body = encode(aPage());
    for (qsizetype at = 0; at < body.size(); ++at) {
        QByteArray damaged = body;
        damaged[at] = char(damaged[at] ^ 1);
        QVERIFY2(!decodePullPage(damaged).ok(), qPrintable(QString::number(at)));
    }
}

namespace {

QByteArray pageOf(const QByteArray& roots, const QByteArray& records, int rows)
{
    const QByteArray start =
        R"({"cursor":"c","generation":1,"seq":2,"last":true,"remaining":0,"more":1,"roots":[)"
        + roots + R"(],"records":[)" + records + ']';
    return start + R"(,"end":true,"rows":)" + QByteArray::number(rows) + R"(,"crc":)"
        + QByteArray::number(crc32(start)) + '}';
}

const QByteArray oneRoot = R"(["01000000-0000-7000-8000-000000000001","full"])";

} // namespace

void CodecTest::unknownColumnsAndWordsSurvive()
{
    const Result<PullPage> page = decodePullPage(pageOf(oneRoot,
        R"({"type":"customer","cols":["root","id","generation","seq","tier","mood"],"rows":[)"
        R"([0,"01000000-0000-7000-8000-000000000001",1,2,"platinum",{"a":[1]}]]})",
        1));
    QVERIFY(page.ok());
    const RecordRow& row = page->roots.at(0).rows.at(0);
    QCOMPARE(row.value(u"tier"), FieldValue(u"platinum"_s));
    QCOMPARE(row.extra.value(u"mood"_s), QJsonValue(QJsonObject{{u"a"_s, QJsonArray{1}}}));
    QCOMPARE(decodePullPage(encode(*page))->roots, page->roots);
}

void CodecTest::recordsOfAnUnknownTypeArePassedOver()
{
    const QByteArray records = R"({"type":"dragon","cols":["id"],"rows":[["x"],["y"]]})";
    const Result<PullPage> page = decodePullPage(pageOf(oneRoot, records, 2));
    QVERIFY(page.ok());
    QVERIFY(page->roots.at(0).rows.empty());
    QVERIFY(!decodePullPage(pageOf(oneRoot, records, 1)).ok());
}

void CodecTest::wrongRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const QByteArray good =
        encode(PushRequest{numbered(9), 1, 0, u"00"_s, {aMutation()}, {}, PageWish{u"c"_s, 9}});
    const auto with = [&](const char* before, const char* after) {
        QByteArray body = good;
        Q_ASSERT(body.contains(before));
        return body.replace(before, after);
    };
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("cut") << good.chopped(1) << QString();
    QTest::newRow("list") << QByteArray("[]") << QString();
    QTest::newRow("not UTF-8") << with("score", "sc\xffre") << QString();
    QTest::newRow("unknown member") << with("\"schema\"", "\"x\":1,\"schema\"") << u"x"_s;
    QTest::newRow("unknown in a mutation") << with("\"op\"", "\"oops\":1,\"op\"") << u"oops"_s;
    QTest::newRow("unknown field") << with("score", "sc0re") << u"sc0re"_s;
    QTest::newRow("missing chain") << with("\"chain\":\"00\",", "") << u"chain"_s;
    QTest::newRow("missing base") << with("\"base\":{\"generation\":1,\"seq\":10433},", "")
                                  << u"base"_s;
    QTest::newRow("wrong type of a field") << with("\"score\":7", "\"score\":\"7\"") << u"score"_s;
    QTest::newRow("fraction") << with("\"score\":7", "\"score\":7.5") << u"score"_s;
    QTest::newRow("mid 0") << with("\"mid\":412", "\"mid\":0") << u"mid"_s;
    QTest::newRow("mid beyond 2^53") << with("\"mid\":412", "\"mid\":9007199254740993") << u"mid"_s;
    QTest::newRow("null device") << with(
        "01000000-0000-7000-8000-000000000009", "00000000-0000-0000-0000-000000000000")
                                 << u"device"_s;
    QTest::newRow("unknown type") << with("\"customer\"", "\"dragon\"") << u"type"_s;
    QTest::newRow("unknown operation") << with("\"op\":\"set\"", "\"op\":\"zap\"") << u"op"_s;
    QTest::newRow("members of no set") << with("\"op\":\"set\"", "\"op\":\"add\"") << u"name"_s;
    QTest::newRow("page of no rows") << with("\"rows\":9", "\"rows\":0") << u"rows"_s;
    QTest::newRow("page without a cursor") << with("\"cursor\":\"c\",", "") << u"cursor"_s;
    QTest::newRow("delete with fields") << with("\"op\":\"set\"", "\"op\":\"delete\"") << u"set"_s;
}

void CodecTest::wrongRequestsAreRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const Result<PushRequest> read = decodePushRequest(body);
    QVERIFY(!read.ok());
    QVERIFY(read.error().code == ErrorCode::Malformed || read.error().code == ErrorCode::Invalid);
    QCOMPARE(read.error().field, field);
}

void CodecTest::tooManyMutationsAreTooLarge()
{
    PushRequest request{.device = numbered(9)};
    request.mutations.assign(size_t(maximumPushMutations), aMutation());
    QVERIFY(decodePushRequest(encode(request)).ok());
    request.mutations.push_back(aMutation());
    QCOMPARE(decodePushRequest(encode(request)).error().code, ErrorCode::TooLarge);
    QCOMPARE(
        decodePushRequest(QByteArray(maximumBodyBytes + 1, ' ')).error().code, ErrorCode::TooLarge);
}

void CodecTest::answersMaySayMore()
{
    QCOMPARE(decodeWaitResponse(R"({"mark":"m","weather":"fine"})")->mark, u"m"_s);
    QVERIFY(!decodeWaitResponse(R"({"weather":"fine"})").ok());
    QVERIFY(!decodeWaitResponse("<html>").ok());
}

void CodecTest::errorsCarryTheirReason()
{
    const Error error{ErrorCode::Forbidden, u"why"_s, u"owner"_s};
    QCOMPARE(decodeError(encodeError(error)), error);
    QCOMPARE(encodeError({ErrorCode::Expired, u"old"_s}),
        QByteArray(R"({"error":{"code":"expired","message":"old"},"reason":"expired"})"));
    QCOMPARE(decodeError("<html>bad gateway</html>").code, ErrorCode::Unavailable);
    QCOMPARE(decodeError("{}").code, ErrorCode::Unavailable);
}

void CodecTest::theChainDependsOnEveryMember()
{
    const QString chain = chainAfter(u"00ff"_s, aMutation());
    QCOMPARE(chain.size(), qsizetype(64));
    QVERIFY(chain != chainAfter(u"00fe"_s, aMutation()));
    Mutation other = aMutation();
    other.at += 1;
    QVERIFY(chain != chainAfter(u"00ff"_s, other));
    QCOMPARE(chain, u"046e38ad91b226b6c98d6a7f7b120553f55e8a7218ed5929e50a91772a30a12c"_s);
}

HOMEROOM_TEST_MAIN(CodecTest)
#include "codectest.moc"
