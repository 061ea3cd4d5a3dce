// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString source;
    QStringList translations; // one, or one for each plural form
    bool finished = true;
};

Message readMessage(QXmlStreamReader& xml)
{
    Message message;
    while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"message")) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            const QStringView type = xml.attributes().value(u"type"_s);
            message.finished = type.isEmpty();
            if (message.source.contains(u"%n"_s))
                continue;
            message.translations = {xml.readElementText()};
        } else if (xml.name() == u"numerusform") {
            message.translations.append(xml.readElementText());
        }
    }
    return message;
}

QList<Message> readMessages(const QString& language)
{
    QFile file(QStringLiteral(HOMEROOM_SOURCE_DIR "/translations/homeroom_%1.ts").arg(language));
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"message")
            messages.append(readMessage(xml));
    }
    return messages;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(u"%(?:L?[0-9]+|n)"_s);
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void placeholdersAgree_data() { everyTextIsTranslated_data(); }
    void placeholdersAgree();
};

void TranslationsTest::everyTextIsTranslated_data()
{
    QTest::addColumn<int>("pluralForms");
    QTest::newRow("zh_CN") << 1;
    QTest::newRow("en") << 2; // which has nothing but plural forms
}

void TranslationsTest::everyTextIsTranslated()
{
    QFETCH(int, pluralForms);
    const QList<Message> messages = readMessages(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(messages.size() > 10);
    for (const Message& message : messages) {
        QVERIFY2(message.finished, qPrintable(message.source));
        QCOMPARE(message.translations.size(), message.source.contains(u"%n"_s) ? pluralForms : 1);
        QVERIFY2(!message.translations.contains(QString()), qPrintable(message.source));
    }
}

void TranslationsTest::placeholdersAgree()
{
    for (const Message& message : readMessages(QString::fromLatin1(QTest::currentDataTag()))) {
        for (const QString& translation : message.translations) {
            QStringList wanted = placeholders(message.source);
            // «of one family» may do without its number.
            if (translation != message.translations.last() && !translation.contains(u"%n"_s))
                wanted.removeAll(u"%n"_s);
            QVERIFY2(placeholders(translation) == wanted,
                qPrintable(message.source + u" → "_s + translation));
        }
    }
}

HOMEROOM_TEST_MAIN(TranslationsTest)
#include "translationstest.moc"
