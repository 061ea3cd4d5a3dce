// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/cellvalues.h"
#include "tests/support/testmain.h"

#include <array>
#include <cmath>
#include <cstring>
#include <limits>

using namespace Qt::StringLiterals;
using namespace homeroom;

namespace {

constexpr quint32 seed = 20261121;
constexpr qint64 firstTime = -62135596800000; // 0001-01-01 UTC
constexpr qint64 lastTime = 253402300799999; // the last millisecond of 9999
constexpr std::array<QLatin1StringView, 3> words{"open"_L1, "inProgress"_L1, "closed"_L1};
constexpr std::array allKinds{FieldKind::Text, FieldKind::LongText, FieldKind::Phone,
    FieldKind::Word, FieldKind::Integer, FieldKind::Money, FieldKind::Real, FieldKind::Boolean,
    FieldKind::Time, FieldKind::Day, FieldKind::Month, FieldKind::Reference, FieldKind::Set,
    FieldKind::Object};

FieldDescription aField(FieldKind kind)
{
    FieldDescription field;
    field.name = "field"_L1;
    field.kind = kind;
    if (kind == FieldKind::Word)
        field.words = words;
    return field;
}

/// Random valid values of every kind, edges more often than chance would have them.
class ValueSource {
public:
    explicit ValueSource(quint32 from) : m_random(from) { }

    FieldValue value(FieldKind kind)
    {
        switch (kind) {
        case FieldKind::Text:
            return text(u"ab客 ;'=\\\u3000𠮷é0"_s);
        case FieldKind::LongText:
            return text(u"ab客 \n\t;'="_s);
        case FieldKind::Phone:
            return phone();
        case FieldKind::Word:
            return QString(words[size_t(m_random.bounded(3))]);
        case FieldKind::Integer:
        case FieldKind::Money:
            return integer(std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
        case FieldKind::Real:
            return real();
        case FieldKind::Boolean:
            return qint64(m_random.bounded(2));
        case FieldKind::Time:
            return time();
        case FieldKind::Day:
            return day().toString(u"yyyy-MM-dd"_s);
        case FieldKind::Month:
            return day().toString(u"yyyy-MM"_s);
        case FieldKind::Reference:
            return reference();
        case FieldKind::Set:
            return set();
        case FieldKind::Object:
            break;
        }
        return object();
    }

    qint64 time()
    {
        // Half of them near now, where zones change their clocks.
        if (m_random.bounded(2) == 0)
            return m_random.bounded(qint64(4'000'000'000'000));
        return integer(firstTime, lastTime);
    }

private:
    QString text(const QString& alphabet)
    {
        const QList<uint> points = alphabet.toUcs4();
        QString made;
        for (int length = m_random.bounded(1, 9); length > 0; --length) {
            const char32_t point = points[m_random.bounded(int(points.size()))];
            made += QString::fromUcs4(&point, 1);
        }
        return made;
    }

    QString phone()
    {
        QString made = u"+"_s + QString::number(m_random.bounded(1, 10));
        for (int length = m_random.bounded(6, 15); length > 0; --length)
            made += QString::number(m_random.bounded(10));
        return m_random.bounded(4) == 0 ? made.first(4) + u"****"_s + made.last(4) : made;
    }

    qint64 integer(qint64 lowest, qint64 highest)
    {
        switch (m_random.bounded(6)) {
        case 0:
            return lowest;
        case 1:
            return highest;
        case 2:
            return m_random.bounded(-1000, 1000);
        default:
            break;
        }
        const quint64 span = quint64(highest) - quint64(lowest);
        const quint64 step = span == std::numeric_limits<quint64>::max()
            ? m_random.generate64()
            : m_random.generate64() % (span + 1);
        return qint64(quint64(lowest) + step);
    }

    double real()
    {
        for (;;) {
            const quint64 bits = m_random.generate64();
            double made = 0;
            std::memcpy(&made, &bits, sizeof made);
            if (m_random.bounded(2) == 0)
                made = double(m_random.bounded(-100000, 100000)) / 100;
            if (std::isfinite(made))
                return made;
        }
    }

    QDate day() { return QDate(1, 1, 1).addDays(m_random.bounded(3'652'058)); }

    RecordId reference()
    {
        std::array<quint8, 16> bytes{};
        for (quint8& byte : bytes)
            byte = quint8(m_random.bounded(256));
        return RecordId(bytes);
    }

    QStringList set()
    {
        QStringList members;
        for (int size = m_random.bounded(1, 5); size > 0; --size)
            members += text(u"a \\;； \n,\"客"_s);
        return members;
    }

    QJsonObject object()
    {
        QJsonObject made;
        for (int size = m_random.bounded(0, 4); size > 0; --size) {
            const QList<QJsonValue> values{QJsonValue(text(u"a\"\\\n客"_s)), QJsonValue(real()),
                QJsonValue(m_random.bounded(2) == 0),
                QJsonValue(qint64(m_random.generate64() >> 12)), QJsonValue()};
            made.insert(text(u"ab客 \""_s), values[m_random.bounded(int(values.size()))]);
        }
        return made;
    }

    QRandomGenerator m_random;
};

} // namespace

class CellRoundTripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyValueComesBack_data();
    void everyValueComesBack();
};

void CellRoundTripTest::everyValueComesBack_data()
{
    QTest::addColumn<FieldKind>("kind");
    QTest::addColumn<QByteArray>("zone");
    for (const char* zone : {"UTC", "Asia/Shanghai", "America/New_York"}) {
        for (const FieldKind kind : allKinds)
            QTest::addRow("kind %d in %s", int(kind), zone) << kind << QByteArray(zone);
    }
}

void CellRoundTripTest::everyValueComesBack()
{
    QFETCH(const FieldKind, kind);
    QFETCH(const QByteArray, zone);
    const QTimeZone in(zone);
    const FieldDescription field = aField(kind);
    qInfo("seed %u", seed);
    ValueSource source(seed);
    for (int i = 0; i < 500; ++i) {
        const FieldValue value = source.value(kind);
        QVERIFY(validateField(field, value).ok());
        const QString text = cellText(field, value, in);
        const auto back = cellValue(field, text, in);
        QVERIFY2(back.ok(), qPrintable(text));
        QVERIFY2(*back == value, qPrintable(text));
    }
}

HOMEROOM_TEST_MAIN(CellRoundTripTest)
#include "cellroundtriptest.moc"
