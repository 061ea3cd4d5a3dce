// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/sentences.h"

#include "models/values/connectionfault.h"

#include <QCoreApplication>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

QString forUndo(const Error& error)
{
    if (error.field == u"owner"_s)
        return Sentences::tr("The family was handed over since. What was made before stays.");
    if (error.field == u"resolved"_s)
        return error.person.isEmpty() ? Sentences::tr(
                   "This is decided, and a decision that was sent cannot be taken back. To "
                   "change the value, edit the field.")
                                      : Sentences::tr("%1 decided this already.").arg(error.person);
    if (error.code == ErrorCode::Changed && !error.person.isEmpty())
        return Sentences::tr("%1 changed this since. Open the record to see its present value.")
            .arg(error.person);
    if (error.code == ErrorCode::Changed)
        return Sentences::tr("This was changed since. Open the record to see its present value.");
    return Sentences::tr("Later records belong to this one. Undo those first.");
}

QString forConnection(ConnectionFault fault)
{
    switch (fault) {
    case ConnectionFault::WrongHost:
        return Sentences::tr(
            "The server at this address shows the certificate of another one. Nothing was sent; "
            "check the address.");
    case ConnectionFault::CertificateDate:
        return Sentences::tr(
            "The server's certificate is not valid today. Nothing was sent; check this computer's "
            "date, then tell your administrator.");
    case ConnectionFault::Untrusted:
        return Sentences::tr(
            "Nobody this computer trusts vouches for the server. Nothing was sent; tell your "
            "administrator.");
    case ConnectionFault::Insecure:
        break;
    }
    return Sentences::tr(
        "The server offers no safe connection. Nothing was sent; check that the address begins "
        "with https, then tell your administrator.");
}

QString forServer(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Unauthorized:
        if (error.field == u"active"_s)
            return deactivatedSentence();
        return Sentences::tr("Name or password is wrong. Sign in again.");
    case ErrorCode::TooMany:
        return Sentences::tr("Too many attempts. Wait a minute and try again.");
    case ErrorCode::Timeout:
    case ErrorCode::Unavailable:
        return Sentences::tr("The server cannot be reached. Your work is kept and sent later.");
    case ErrorCode::Schema:
        return Sentences::tr("This program is too old for the server. Install the update.");
    default:
        return Sentences::tr("The server did not understand the request.");
    }
}

QString forProfile(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongKey:
        return Sentences::tr(
            "The key does not open this profile: a wrong passphrase, or another keychain. Nothing "
            "was changed.");
    case ErrorCode::NewerDatabase:
        return Sentences::tr("A newer version wrote this profile. Install the update to open it.");
    case ErrorCode::InUse:
        return Sentences::tr("Another program has this profile open. Close it and try again.");
    case ErrorCode::NoKeychain:
        return Sentences::tr("This computer has no keychain. Choose a passphrase instead.");
    default:
        return Sentences::tr("The disk refused the change. Nothing was saved; check free space.");
    }
}

QString forRefusedCommand(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Changed:
        return Sentences::tr("Somebody changed this meanwhile, and nothing was done. Look at it "
                             "again after the next sync.");
    case ErrorCode::Depends:
        if (error.field == u"winner"_s)
            return Sentences::tr("The family was merged with another one since. Take that merge "
                                 "apart first.");
        return Sentences::tr("Something made since belongs to both families. They stay together.");
    case ErrorCode::TooMany:
        return Sentences::tr("These are more families than one person may keep. Nothing was done; "
                             "return some to the pool first.");
    case ErrorCode::TooLarge:
        return Sentences::tr("These are too many at once. Nothing was done; choose fewer.");
    case ErrorCode::NotFound:
        if (error.field == u"loser"_s)
            return Sentences::tr("There is no such merge any more: the two families are apart.");
        break;
    default:
        break;
    }
    return sentenceFor(error);
}

} // namespace

QString signInSentence()
{
    return Sentences::tr("The server wants your password again. Everything you typed is kept here "
                         "and sent after you sign in.");
}

QString deactivatedSentence()
{
    return Sentences::tr("Your account was deactivated. Ask your team lead.");
}

QString commandSentence(const Error& error)
{
    if (connectionFault(error))
        return sentenceFor(error);
    switch (error.code) {
    case ErrorCode::Unavailable:
        return Sentences::tr("The server cannot be reached, and nothing was done. Try again when "
                             "you are connected.");
    case ErrorCode::Timeout:
        return Sentences::tr("The server gave no answer in time. Sync and look whether it was "
                             "done before you try again.");
    case ErrorCode::Unauthorized:
        return Sentences::tr("You are signed out, and nothing was done. Sign in again in the sync "
                             "centre, then try once more.");
    default:
        return forRefusedCommand(error);
    }
}

QString sentenceFor(const Error& error)
{
    if (const std::optional<ConnectionFault> fault = connectionFault(error))
        return forConnection(*fault);
    switch (error.code) {
    case ErrorCode::Changed:
    case ErrorCode::Depends:
        return forUndo(error);
    case ErrorCode::WrongKey:
    case ErrorCode::NewerDatabase:
    case ErrorCode::InUse:
    case ErrorCode::NoKeychain:
    case ErrorCode::Database:
    case ErrorCode::Io:
        return forProfile(error.code);
    case ErrorCode::Forbidden:
        return Sentences::tr("Your role may not do this.");
    case ErrorCode::NotFound:
        return Sentences::tr("There is nothing here any more.");
    case ErrorCode::Conflict:
        return Sentences::tr("Somebody else was faster. Look at the present value.");
    case ErrorCode::Cancelled:
        return Sentences::tr("Cancelled.");
    case ErrorCode::Invalid:
    case ErrorCode::Malformed:
    case ErrorCode::TooLarge:
        return Sentences::tr("This value cannot be saved. Correct it and try again.");
    default:
        return forServer(error);
    }
}

} // namespace homeroom
