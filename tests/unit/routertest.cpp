// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.h"
#include "server/http/delivery.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>

#include <zlib.h>
#include <zstd.h>

#include <thread>

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

HttpResponse named(const QString& name)
{
    return HttpResponse::json(QJsonObject{{u"route"_s, name}});
}

QString routeOf(const HttpResponse& response)
{
    return QJsonDocument::fromJson(response.body).object().value("route"_L1).toString();
}

HttpRequest request(const QByteArray& method, const QString& path)
{
    HttpRequest made;
    made.method = method;
    made.path = path;
    return made;
}

Router fileRoutes()
{
    Router router;
    router.add("GET"_ba, u"/v1/health"_s, [](const HttpRequest&) { return named(u"health"_s); });
    router.add("GET"_ba, u"/v1/files/{id}"_s, [](const HttpRequest& asked) {
        return named(u"get "_s + asked.parameters.value(u"id"_s));
    });
    router.add("PUT"_ba, u"/v1/files/{id}"_s, [](const HttpRequest& asked) {
        return named(u"put "_s + asked.parameters.value(u"id"_s));
    });
    return router;
}

QByteArray gunzip(QByteArray packed)
{
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    QByteArray plain(1 << 20, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    const int ended = inflate(&stream, Z_FINISH);
    plain.resize(ended == Z_STREAM_END ? qsizetype(stream.total_out) : 0);
    inflateEnd(&stream);
    return plain;
}

} // namespace

class RouterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheRouteOfMethodAndPath_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("route");
        QTest::newRow("plain") << "GET"_ba << u"/v1/health"_s << u"health"_s;
        QTest::newRow("HEAD as GET") << "HEAD"_ba << u"/v1/health"_s << u"health"_s;
        QTest::newRow("parameter") << "GET"_ba << u"/v1/files/12"_s << u"get 12"_s;
        QTest::newRow("other method") << "PUT"_ba << u"/v1/files/12"_s << u"put 12"_s;
        QTest::newRow("escaped slash") << "GET"_ba << u"/v1/files/a%2Fb"_s << u"get a/b"_s;
        QTest::newRow("escaped word") << "GET"_ba << u"/v1/%68ealth"_s << u"health"_s;
        QTest::newRow("UTF-8") << "GET"_ba << u"/v1/files/%E9%94%80"_s << u"get 销"_s;
    }
    void findsTheRouteOfMethodAndPath()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        const HttpResponse response = fileRoutes().handle(request(method, path));
        QCOMPARE(response.status, 200);
        QTEST(routeOf(response), "route");
    }

    void doesNotFindOtherPaths_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString& path : {u"/"_s, u"/v1"_s, u"/v1/health/"_s, u"/v1/files/"_s,
                 u"/v1/files/1/2"_s, u"//v1/health"_s, u"/V1/health"_s, u"/v1/files/%zz"_s,
                 u"/v1/files/%00"_s, u"/v1/files/%ff"_s, u"/v1/files/%4"_s, u""_s})
            QTest::newRow(qPrintable(path.isEmpty() ? u"empty"_s : path)) << path;
    }
    void doesNotFindOtherPaths()
    {
        QFETCH(QString, path);
        const HttpResponse response = fileRoutes().handle(request("GET"_ba, path));
        QCOMPARE(response.status, 404);
        QCOMPARE(response, HttpResponse::failure({ErrorCode::NotFound, u"record 12"_s, u"id"_s}));
    }

    void saysWhichMethodsAPathHas()
    {
        const HttpResponse response = fileRoutes().handle(request("POST"_ba, u"/v1/files/1"_s));
        QCOMPARE(response.status, 405);
        QCOMPARE(response.headers.value("Allow"_ba), "GET, HEAD, PUT"_ba);
    }

    void letsTheFirstAddedRouteAnswer()
    {
        Router router;
        router.add("GET"_ba, u"/files/new"_s, [](const HttpRequest&) { return named(u"new"_s); });
        router.add("GET"_ba, u"/files/{id}"_s, [](const HttpRequest&) { return named(u"id"_s); });
        QCOMPARE(routeOf(router.handle(request("GET"_ba, u"/files/new"_s))), u"new"_s);
        QCOMPARE(routeOf(router.handle(request("GET"_ba, u"/files/old"_s))), u"id"_s);
    }

    void answersADeferredRouteWithoutASocket()
    {
        Router router;
        std::optional<Parked> kept;
        const auto timedOut = [](const HttpRequest&) { return named(u"timed out"_s); };
        router.addDeferred("GET"_ba, u"/now"_s,
            {[](const HttpRequest&, const Parked& parked) { parked.answer(named(u"now"_s)); },
                timedOut});
        router.addDeferred("GET"_ba, u"/later"_s,
            {[&kept](const HttpRequest&, const Parked& parked) { kept = parked; }, timedOut});
        QCOMPARE(routeOf(router.handle(request("GET"_ba, u"/now"_s))), u"now"_s);
        QCOMPARE(routeOf(router.handle(request("GET"_ba, u"/later"_s))), u"timed out"_s);
        QVERIFY(!kept->answer(named(u"too late"_s)));
    }

    void takesOnlyTheFirstOfManyAnswers()
    {
        std::atomic<int> delivered = 0;
        std::atomic<int> won = 0;
        const Parked parked([&delivered](const HttpResponse&) { ++delivered; });
        QVERIFY(!parked.answered());
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([parked, &won] { won += parked.answer(HttpResponse{}) ? 1 : 0; });
        for (std::thread& thread : threads)
            thread.join();
        QVERIFY(parked.answered());
        QCOMPARE(delivered.load(), 1);
        QCOMPARE(won.load(), 1);
    }

    void givesEveryErrorItsStatus_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("malformed") << ErrorCode::Malformed << 400;
        QTest::newRow("invalid") << ErrorCode::Invalid << 400;
        QTest::newRow("unauthorized") << ErrorCode::Unauthorized << 401;
        QTest::newRow("forbidden") << ErrorCode::Forbidden << 403;
        QTest::newRow("not-found") << ErrorCode::NotFound << 404;
        QTest::newRow("conflict") << ErrorCode::Conflict << 409;
        QTest::newRow("forked") << ErrorCode::Fork << 409;
        QTest::newRow("gap") << ErrorCode::Gap << 409;
        QTest::newRow("expired") << ErrorCode::Expired << 410;
        QTest::newRow("generation") << ErrorCode::Generation << 410;
        QTest::newRow("schema") << ErrorCode::Schema << 410;
        QTest::newRow("too-large") << ErrorCode::TooLarge << 413;
        QTest::newRow("too-many") << ErrorCode::TooMany << 429;
        QTest::newRow("unavailable") << ErrorCode::Unavailable << 503;
    }
    void givesEveryErrorItsStatus()
    {
        QFETCH(ErrorCode, code);
        const HttpResponse response = HttpResponse::failure({code, u"why"_s, u"phone"_s});
        QTEST(response.status, "status");
        const QJsonObject body = QJsonDocument::fromJson(response.body).object();
        const QJsonObject error = body.value("error"_L1).toObject();
        QCOMPARE(error.value("code"_L1).toString(), QLatin1StringView(QTest::currentDataTag()));
        QVERIFY(!error.value("message"_L1).toString().isEmpty());
        QCOMPARE(body.contains("reason"_L1), response.status == 410);
        QCOMPARE(error.contains("field"_L1), response.status != 404 && response.status != 503);
        QCOMPARE(response.headers.contains("Retry-After"_ba),
            response.status == 429 || response.status == 503);
        QCOMPARE(response.headers.contains("WWW-Authenticate"_ba), response.status == 401);
    }

    void hidesTheServersOwnFaults()
    {
        const Error fault{ErrorCode::Database, u"no such column: phone"_s, u"phone"_s};
        const HttpResponse response = HttpResponse::failure(fault, std::chrono::seconds{7});
        QCOMPARE(response.status, 503);
        QVERIFY(!response.body.contains("phone"));
        QVERIFY(!response.body.contains("database"));
        QCOMPARE(response.headers.value("Retry-After"_ba), "7"_ba);
    }

    void understandsAcceptEncoding_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("gzip");
        QTest::addColumn<bool>("zstd");
        QTest::newRow("none") << ""_ba << false << false;
        QTest::newRow("alone") << "gzip"_ba << true << false;
        QTest::newRow("in a list") << "zstd, br, gzip, deflate"_ba << true << true;
        QTest::newRow("upper case") << "GZIP, ZSTD"_ba << true << true;
        QTest::newRow("with a weight") << "gzip ; q=0.5"_ba << true << false;
        QTest::newRow("refused") << "gzip;q=0, zstd;q=0"_ba << false << false;
        QTest::newRow("refused with decimals") << "gzip; q=0.000"_ba << false << false;
        QTest::newRow("refused before anything") << "gzip;q=0, *"_ba << false << false;
        QTest::newRow("anything") << "*"_ba << true << false;
        QTest::newRow("anything but") << "*;q=0"_ba << false << false;
        QTest::newRow("another name") << "gzipped, zstd2, identity"_ba << false << false;
        QTest::newRow("broken weight") << "gzip;q=x, zstd;q=x"_ba << false << false;
    }
    void understandsAcceptEncoding()
    {
        QFETCH(QByteArray, value);
        QTEST(acceptsGzip(value), "gzip");
        QTEST(acceptsZstd(value), "zstd");
    }

    void compressesLargeTextForWhoTakesIt()
    {
        const QByteArray body = "{\"a\":\"" + QByteArray(3000, 'x') + "\"}";
        HttpRequest taking;
        taking.headers.insert("accept-encoding"_ba, "gzip, deflate"_ba);
        const HttpResponse packed = delivered(HttpResponse::json(body), taking);
        QCOMPARE(packed.headers.value("Content-Encoding"_ba), "gzip"_ba);
        QCOMPARE(packed.headers.value("Vary"_ba), "Accept-Encoding"_ba);
        QVERIFY(packed.body.size() < 200);
        QCOMPARE(gunzip(packed.body), body);
        const HttpResponse plain = delivered(HttpResponse::json(body), HttpRequest{});
        QVERIFY(!plain.headers.contains("Content-Encoding"_ba));
        QCOMPARE(plain.headers.value("Vary"_ba), "Accept-Encoding"_ba);
        QCOMPARE(plain.body, body);
    }

    void packsPagesWithZstdWhereBothHaveIt()
    {
        const QByteArray page = "{\"a\":\"" + QByteArray(300'000, 'x') + "\"}";
        HttpRequest taking;
        taking.headers.insert("accept-encoding"_ba, "zstd, br, gzip, deflate"_ba);
        const HttpResponse packed = delivered(HttpResponse::json(page), taking);
        QCOMPARE(packed.headers.value("Content-Encoding"_ba), "zstd"_ba);
        QByteArray read(page.size(), Qt::Uninitialized);
        const size_t size = ZSTD_decompress(
            read.data(), size_t(read.size()), packed.body.constData(), size_t(packed.body.size()));
        QCOMPARE(size, size_t(page.size()));
        QCOMPARE(read, page);
        // What is small zlib packs as tightly, and every client has it.
        const HttpResponse small = delivered(HttpResponse::json(page.first(3000)), taking);
        QCOMPARE(small.headers.value("Content-Encoding"_ba), "gzip"_ba);
    }

    void leavesSmallAndOpaqueBodiesAlone()
    {
        HttpRequest taking;
        taking.headers.insert("accept-encoding"_ba, "gzip"_ba);
        const QByteArray edge(compressionThreshold, ' ');
        QCOMPARE(delivered(HttpResponse::json(edge), taking).body, edge);
        QVERIFY(delivered(HttpResponse::json(edge + ' '), taking).body != edge + ' ');
        const HttpResponse picture{
            200, {{"Content-Type"_ba, "image/png"_ba}}, QByteArray(5000, 'p')};
        QCOMPARE(delivered(picture, taking).body, picture.body);
    }

    void neverLetsAnAnswerBeStored()
    {
        QCOMPARE(
            delivered(HttpResponse::empty(), {}).headers.value("Cache-Control"_ba), "no-store"_ba);
        QCOMPARE(delivered(HttpResponse::failure({ErrorCode::NotFound}), {})
                     .headers.value("Cache-Control"_ba),
            "no-store"_ba);
    }
};

HOMEROOM_TEST_MAIN(RouterTest)
#include "routertest.moc"
