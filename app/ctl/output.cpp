// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/output.h"

#include <QJsonDocument>

#include <cstdio>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

QString plainText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isNull() || value.isUndefined())
        return {};
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2));
}

QByteArray lines(const QJsonObject& object)
{
    QByteArray text;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isNull())
            text += (it.key() + u": "_s + plainText(it.value()) + u'\n').toUtf8();
    }
    return text;
}

QString sentenceOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::InUse:
        return u"Another program has this profile open."_s;
    case ErrorCode::WrongKey:
        return u"The profile does not open: "_s + error.detail;
    case ErrorCode::NoKeychain:
        return u"No keychain is present; set HOMEROOM_PASSPHRASE."_s;
    case ErrorCode::NewerDatabase:
        return u"The profile was written by a newer version."_s;
    case ErrorCode::Database:
        return u"The profile cannot be read or written: "_s + error.detail;
    default:
        break;
    }
    QString sentence = errorCodeName(error.code);
    if (!error.field.isEmpty())
        sentence += u" ("_s + error.field + u')';
    if (!error.detail.isEmpty())
        sentence += u": "_s + error.detail;
    return error.person.isEmpty() ? sentence : sentence + u" by "_s + error.person;
}

} // namespace

void print(const CommandLine& line, const QJsonObject& answer)
{
    if (line.json) {
        printRaw(QJsonDocument(answer).toJson(QJsonDocument::Compact));
        return;
    }
    QByteArray text;
    if (answer.value("rows"_L1).isArray()) {
        for (const QJsonValue& row : answer.value("rows"_L1).toArray())
            text += lines(row.toObject()) + '\n';
    } else {
        text = lines(answer);
    }
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
}

void printRaw(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void complain(const QString& sentence)
{
    const QByteArray text = ("homeroomctl: "_L1 + sentence + u'\n').toUtf8();
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
}

ExitCode misused(const QString& sentence)
{
    complain(sentence);
    return Usage;
}

ExitCode complain(const Error& error)
{
    complain(sentenceOf(error));
    return exitCodeOf(error);
}

ExitCode refused(const Error& error)
{
    const ExitCode code = complain(error);
    return error.code == ErrorCode::Malformed ? Usage : code;
}

} // namespace homeroom::ctl
