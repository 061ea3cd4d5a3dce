// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/openapidocument.h"
#include "server/routes/services.h"
#include "sync/protocol/codec.h"
#include "tests/support/serverfixture.h"
#include "tests/support/testmain.h"

#include <QFile>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"correct horse"_s;

/// The routes on a server's rules, without a socket.
class Site {
public:
    Site()
    {
        const Commands commands(server.parts());
        for (const QString& user : {u"a1"_s, u"leadA"_s, u"admin"_s}) {
            const auto set =
                commands.setPassword(server.callerOf(u"admin"_s), {server.idOf(user), password});
            if (!set.ok())
                qFatal("%s", qPrintable(set.error().detail));
        }
        services = std::make_unique<Services>(server.parts(), inlined, inlined);
        entries = addRoutes(router, *services);
    }

    HttpResponse post(QLatin1StringView path, const QByteArray& body, const QString& token = {})
    {
        HttpRequest request;
        request.method = "POST"_ba;
        request.path = path;
        request.body = body;
        if (!token.isEmpty())
            request.headers.insert("authorization"_ba, "Bearer "_ba + token.toLatin1());
        return router.handle(request);
    }

    HttpResponse get(QLatin1StringView path, const QString& token = {}, const QString& mark = {})
    {
        HttpRequest request;
        request.path = path;
        request.query.insert(u"mark"_s, mark);
        if (!token.isEmpty())
            request.headers.insert("authorization"_ba, "Bearer "_ba + token.toLatin1());
        return router.handle(request);
    }

    QString tokenOf(const QString& user)
    {
        const HttpResponse answer =
            post(route::signIn, encode(SignInRequest{user, password, server.newId()}));
        const auto session = decodeSessionResponse(answer.body);
        return session.ok() ? session->accessToken : QString();
    }

    ServerFixture server;
    Router router;
    InlineExecutor inlined;
    std::unique_ptr<Services> services;
    std::vector<RouteEntry> entries;
};

/// Waits of one person's devices, and which of them were answered.
class Woken {
public:
    RecordId park(Site& site, const QString& name)
    {
        Caller caller = site.server.callerOf(u"a1"_s);
        caller.device = site.server.newId();
        const QString mark = *site.services->pull().mark(caller);
        site.services->waitBoard().wait(caller, mark, Parked([this, name](const HttpResponse&) {
            const std::lock_guard locked(m_mutex);
            m_names.append(name);
            m_answered.notify_all();
        }));
        return caller.device;
    }

    /// Their names, once there are as many.
    QStringList names(qsizetype count)
    {
        std::unique_lock locked(m_mutex);
        m_answered.wait(locked, [&] { return m_names.size() >= count; });
        return m_names;
    }

private:
    std::mutex m_mutex{};
    std::condition_variable m_answered{};
    QStringList m_names{};
};

} // namespace

class ServerRoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDescriptionNamesEveryRouteAndNoOther();
    void theDescriptionIsServedAsWritten();
    void everyReferenceOfTheDescriptionLeadsSomewhere();
    void everythingButTheDoorNeedsASession();
    void aWholeRoundTrip();
    void aPushBringsTheWishedPage();
    void nonsenseIsRefusedAndChangesNothing();
    void manyWrongPasswordsAreSlowedDown();
    void anotherSchemaIsToldToUpgrade();
    void aLongPollAnswersAtOnceWhenThereIsNews();
    void aCommitWakesWhomItConcerns();
    void whoPushedIsNotWokenByItButTheirOtherDeviceIs();
    void whoKnowsTheMarkIsNotWoken();
};

void ServerRoutesTest::theDescriptionNamesEveryRouteAndNoOther()
{
    Site site;
    QStringList served;
    for (const RouteEntry& entry : site.entries)
        served.append(QString::fromLatin1(entry.method.toLower()) + u' ' + entry.path);
    QStringList described;
    const QJsonObject paths = openapiDocument().value(u"paths"_s).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        for (const QString& method : path.value().toObject().keys())
            described.append(method + u' ' + path.key());
    }
    served.sort();
    described.sort();
    QCOMPARE(described, served);
}

void ServerRoutesTest::theDescriptionIsServedAsWritten()
{
    Site site;
    QFile file(QStringLiteral(HOMEROOM_SOURCE_DIR "/docs/openapi.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto written = jsonFromYaml(file.readAll());
    QVERIFY(written.ok());
    const HttpResponse answer = site.get(route::openapi);
    QCOMPARE(QJsonDocument::fromJson(answer.body).object(), *written);
    QCOMPARE(written->value(u"openapi"_s).toString(), u"3.1.0"_s);
    QVERIFY(!jsonFromYaml("a: [").ok());
}

void ServerRoutesTest::everyReferenceOfTheDescriptionLeadsSomewhere()
{
    const QByteArray text = QJsonDocument(openapiDocument()).toJson();
    static const QRegularExpression reference(u"\"\\$ref\": \"#/([^\"]+)\""_s);
    int found = 0;
    auto matches = reference.globalMatch(QString::fromUtf8(text));
    while (matches.hasNext()) {
        const QString path = matches.next().captured(1);
        QJsonValue value = openapiDocument();
        for (const QString& part : path.split(u'/'))
            value = value.toObject().value(part);
        QVERIFY2(value.isObject(), qPrintable(path));
        ++found;
    }
    QVERIFY(found > 50);
}

void ServerRoutesTest::everythingButTheDoorNeedsASession()
{
    Site site;
    const QSet<QLatin1StringView> open{
        route::signIn, route::refresh, route::signOut, route::health, route::openapi};
    for (const RouteEntry& entry : site.entries) {
        if (open.contains(entry.path))
            continue;
        const HttpResponse answer =
            entry.method == "GET" ? site.get(entry.path) : site.post(entry.path, "{}");
        QCOMPARE(answer.status, 401);
    }
}

void ServerRoutesTest::aWholeRoundTrip()
{
    Site site;
    const QString tutor = site.tokenOf(u"a1"_s);
    const QString lead = site.tokenOf(u"leadA"_s);
    QVERIFY(!tutor.isEmpty() && !lead.isEmpty());
    Customer customer;
    customer.id = Id<Customer>(site.server.newId());
    customer.name = u"Li"_s;
    TestDevice device = site.server.device(u"a1"_s);
    const PushRequest push = site.server.requestFor(device, {createMutation(customer)});
    const HttpResponse pushed = site.post(route::push, encode(push), tutor);
    QCOMPARE(pushed.status, 200);
    const auto outcomes = decodePushResponse(pushed.body);
    QVERIFY(outcomes.ok());
    QCOMPARE(outcomes->outcomes.front().kind, OutcomeKind::Applied);
    const PullRequest pull{site.server.newId(), {}};
    const auto page = decodePullPage(site.post(route::pull, encode(pull), lead).body);
    QVERIFY(page.ok());
    bool seen = false;
    for (const RootUpdate& update : page->roots)
        seen = seen || update.root == customer.id;
    QVERIFY(seen);
}

void ServerRoutesTest::aPushBringsTheWishedPage()
{
    Site site;
    const QString tutor = site.tokenOf(u"a1"_s);
    const RecordId device = site.server.newId();
    const auto pulled = [&](const QString& cursor) {
        return decodePullPage(
            site.post(route::pull, encode(PullRequest{device, cursor}), tutor).body);
    };
    const auto first = pulled({});
    QVERIFY(first.ok() && first->last);
    Customer customer;
    customer.id = Id<Customer>(site.server.newId());
    customer.name = u"Li"_s;
    TestDevice writer = site.server.device(u"a1"_s);
    PushRequest push = site.server.requestFor(writer, {createMutation(customer)});
    push.page = PageWish{first->cursor, 100};
    const auto answer = decodePushResponse(site.post(route::push, encode(push), tutor).body);
    QVERIFY(answer.ok());
    const auto page = decodePullPage(answer->page);
    QVERIFY(page.ok() && page->last);
    QCOMPARE(page->roots.size(), size_t(1));
    QCOMPARE(page->roots.front().root, RecordId(customer.id));
    QCOMPARE(page->stamp, answer->outcomes.front().stamp);
    QVERIFY(pulled(page->cursor)->roots.empty());
    // One that cannot be used is the next pull's business, and keeps no edit out.
    push.page->cursor = u"nonsense"_s;
    const auto again = decodePushResponse(site.post(route::push, encode(push), tutor).body);
    QVERIFY(again.ok() && again->page.isEmpty());
    QCOMPARE(again->outcomes, answer->outcomes);
}

void ServerRoutesTest::nonsenseIsRefusedAndChangesNothing()
{
    Site site;
    const QString tutor = site.tokenOf(u"a1"_s);
    const Stamp before = site.server.stamp();
    for (const QByteArray& body : {""_ba, "{"_ba, "[]"_ba, "\xff"_ba, "{\"x\":1}"_ba}) {
        for (const auto path : {route::push, route::pull, route::assign, route::createUser}) {
            const HttpResponse answer = site.post(path, body, tutor);
            QVERIFY(answer.status == 400 || answer.status == 403);
            QVERIFY(QJsonDocument::fromJson(answer.body).object().contains(u"error"_s));
        }
    }
    QVERIFY(site.server.stamp() == before);
}

void ServerRoutesTest::manyWrongPasswordsAreSlowedDown()
{
    Site site;
    const QByteArray body =
        encode(SignInRequest{u"nobody"_s, u"wrong horse"_s, site.server.newId()});
    int attempts = 0;
    HttpResponse answer;
    do {
        answer = site.post(route::signIn, body);
        ++attempts;
    } while (answer.status == 401 && attempts < 100);
    QCOMPARE(answer.status, 429);
    QVERIFY(answer.headers.value("Retry-After").toInt() >= 1);
    QVERIFY(!site.tokenOf(u"a1"_s).isEmpty());
    site.server.clock.advance(30 * secondMs);
    QCOMPARE(site.post(route::signIn, body).status, 401);
}

void ServerRoutesTest::anotherSchemaIsToldToUpgrade()
{
    Site site;
    PullRequest pull{site.server.newId(), {}};
    pull.schema = protocolSchema + 1;
    QCOMPARE(site.post(route::pull, encode(pull), site.tokenOf(u"a1"_s)).status, 426);
}

void ServerRoutesTest::aLongPollAnswersAtOnceWhenThereIsNews()
{
    Site site;
    const QString token = site.tokenOf(u"a1"_s);
    const auto first = decodeWaitResponse(site.get(route::wait, token).body);
    QVERIFY(first.ok());
    QVERIFY(!first->mark.isEmpty());
    // Nothing has happened since: the router answers as after the time limit.
    const auto second = decodeWaitResponse(site.get(route::wait, token, first->mark).body);
    QCOMPARE(second->mark, first->mark);
}

void ServerRoutesTest::aCommitWakesWhomItConcerns()
{
    Site site;
    std::mutex mutex;
    std::condition_variable answered;
    QStringList woken;
    const auto park = [&](const QString& user) {
        const Caller caller = site.server.callerOf(user);
        const QString mark = *site.services->pull().mark(caller);
        site.services->waitBoard().wait(caller, mark, Parked([&, user](const HttpResponse&) {
            const std::lock_guard locked(mutex);
            woken.append(user);
            answered.notify_all();
        }));
    };
    park(u"a2"_s);
    park(u"leadA"_s);
    TestDevice device = site.server.device(u"a1"_s);
    Customer customer;
    customer.id = Id<Customer>(site.server.newId());
    const auto answer = site.services->push().run(
        device.caller, site.server.requestFor(device, {createMutation(customer)}));
    QVERIFY(answer.ok());
    site.services->waitBoard().committed(answer->touched);
    std::unique_lock locked(mutex);
    answered.wait(locked, [&] { return !woken.isEmpty(); });
    QCOMPARE(woken, QStringList{u"leadA"_s});
}

void ServerRoutesTest::whoPushedIsNotWokenByItButTheirOtherDeviceIs()
{
    Site site;
    Woken woken;
    TestDevice maker = site.server.device(u"a1"_s);
    const Touched touched{{}, {site.server.idOf(u"a1"_s)}};
    const RecordId author = woken.park(site, u"author"_s);
    const RecordId other = woken.park(site, u"other"_s);
    site.server.family(maker, u"Li"_s);
    site.services->waitBoard().committed(touched, author);
    QCOMPARE(woken.names(1), QStringList{u"other"_s});
    // What somebody else did wakes the author, too.
    site.server.family(maker, u"Wu"_s);
    site.services->waitBoard().committed(touched, other);
    QCOMPARE(woken.names(2).last(), u"author"_s);
}

void ServerRoutesTest::whoKnowsTheMarkIsNotWoken()
{
    Site site;
    Woken woken;
    TestDevice maker = site.server.device(u"a1"_s);
    const Touched touched{{}, {site.server.idOf(u"a1"_s)}};
    woken.park(site, u"waits for long"_s);
    site.server.family(maker, u"Li"_s);
    woken.park(site, u"has pulled"_s);
    site.services->waitBoard().committed(touched);
    QCOMPARE(woken.names(1), QStringList{u"waits for long"_s});
    site.server.family(maker, u"Wu"_s);
    site.services->waitBoard().committed(touched);
    QCOMPARE(woken.names(2).last(), u"has pulled"_s);
}

HOMEROOM_TEST_MAIN(ServerRoutesTest)
#include "serverroutestest.moc"
