// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/officeprograms.h"

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

/// The field of all families in the profile, in order.
QStringList column(const ControlProgram& control, const QString& profile, const QString& field)
{
    QStringList values;
    for (const QJsonValue& row : control.run(profile, {u"list"_s, u"customer"_s}).rows())
        values.append(row.toObject().value(field).toString());
    values.sort();
    return values;
}

bool isSubset(const QStringList& some, const QStringList& all)
{
    return std::ranges::all_of(some, [&](const QString& one) { return all.contains(one); });
}

} // namespace

bool OfficePrograms::open(int seed)
{
    if (server.demo(seed).code != 0 || !server.start())
        return false;
    tutorUser = server.first(u"tutor"_s);
    leadUser = server.beside(tutorUser, u"lead"_s);
    return control.join(server.url(), tutorUser) && control.join(server.url(), leadUser);
}

Ended OfficePrograms::tutor(const QStringList& words, const QStringList& under) const
{
    return control.runUnder(under, tutorUser.name, words);
}

Ended OfficePrograms::add(const QStringList& under)
{
    const QString name = u"name=made %1"_s.arg(++m_made);
    const Ended ended = tutor({u"add"_s, u"customer"_s, name, u"city=Xi'an"_s}, under);
    // What was printed counts, even where the program was killed right after it.
    if (const QString id = ended.text(u"id"_s); !id.isEmpty())
        m_confirmed.append(id);
    return ended;
}

QStringList OfficePrograms::families(const DemoUser& user) const
{
    return column(control, user.name, u"id"_s);
}

bool OfficePrograms::tutorHoldsAll() const
{
    if (tutor({u"check"_s}).code != 0 || !isSubset(m_confirmed, families(tutorUser)))
        return false;
    QStringList made = column(control, tutorUser.name, u"name"_s);
    made.removeIf([](const QString& name) { return !name.startsWith(u"made "_s); });
    return made.removeDuplicates() == 0;
}

bool OfficePrograms::closesInOrder()
{
    if (tutor({u"sync"_s}).code != 0 || lead({u"sync"_s}).code != 0 || !tutorHoldsAll())
        return false;
    const Ended status = tutor({u"status"_s});
    if (status.number(u"outbox"_s) != 0 || status.number(u"attention"_s) != 0)
        return false;
    // The lead sees what the tutor keeps, and more.
    if (!isSubset(families(tutorUser), families(leadUser)) || lead({u"check"_s}).code != 0)
        return false;
    return server.stop() == 0 && server.run({u"check"_s}).code == 0;
}

} // namespace homeroom::test
