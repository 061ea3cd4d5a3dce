// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/customer.h"
#include "server/demo/demorandom.h"

namespace homeroom {

/// Names and places of the demo. People, addresses and messenger ids are made up.
QString demoSurname(DemoRandom& random);
QString demoAdultGivenName(DemoRandom& random, FamilyRelation relation);
/// Surname and given name.
QString demoAdultName(DemoRandom& random, FamilyRelation relation);
QString demoChildGivenName(DemoRandom& random);
/// What parents call the child: 乐乐, 朵朵.
QString demoNickname(DemoRandom& random);
/// 妈妈, 爸爸, 奶奶 …; 家长 where it is not known.
QString demoRelationWord(FamilyRelation relation);
/// What the parent calls themselves on the messenger.
QString demoWechatNick(DemoRandom& random, FamilyRelation relation, const QString& nickname);
/// Never a real account: WeChat ids cannot hold a dot.
QString demoWechatId(DemoRandom& random);
QString demoCity(DemoRandom& random);
QString demoAddress(DemoRandom& random, const QString& city);
QString demoSchool(DemoRandom& random, const QString& city);
/// Two words and a number, to be typed by hand.
QString demoPassword(DemoRandom& random);

/// The n-th phone of the demo in E.164 form (n below 100,000,000; every n gives another number).
/// All begin with 154. The regulator's table of mobile network codes (MIIT, 5 June 2023: allotment
/// of public mobile network codes and H0 as of the end of March 2023) gives no part of 154 to any
/// carrier, satellite or resale service; it is the one code of 150 … 159 that was never allotted,
/// while numbers of that form still pass as 11-digit mobiles (13 to 19). Codes 140 … 144 would
/// not do: 13-digit numbers of the internet of things begin with them.
QString demoPhone(qint64 number);

} // namespace homeroom
