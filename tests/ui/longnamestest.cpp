// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/synccentrepageobject.h"
#include "tests/support/testmain.h"
#include "ui/panel/customerpanel.h"
#include "ui/synccentre/centredetail.h"
#include "ui/synccentre/choicecard.h"
#include "ui/widgets/textlabel.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// Names as people paste them: as long as a line, and without a place to break it.
class LongNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLongNameIsReadInWholeSideBySide();
    void aLongNameInThePanelEndsInAnEllipsis();
};

void LongNamesTest::aLongNameIsReadInWholeSideBySide()
{
    CentreWorld world;
    const QString name(55, u'm'); // no place to break
    QVERIFY(world.families.set(world.customer.id, &Customer::name, name));
    world.isDisputed(u"name"_s,
        {{u"mine"_s, name + u'1'}, {u"theirs"_s, name}, {u"before"_s, QString(55, u'名')}});
    CentrePage centre(world);
    centre.widget().showSection(CentreSection::Conflicts);
    QTest::qWait(0);
    CentreDetail& detail = centre.widget().detail();
    const QList<ChoiceCard*> cards = detail.findChildren<ChoiceCard*>();
    QCOMPARE(cards.size(), 3);
    for (const ChoiceCard* card : cards) {
        const QPoint corner = card->mapTo(detail.viewport(), QPoint(card->width(), 0));
        QVERIFY2(corner.x() <= detail.viewport()->width(), qPrintable(card->accessibleName()));
    }
    for (const QLabel* label : detail.findChildren<QLabel*>()) {
        if (label->isVisible() && label->wordWrap() && !label->text().isEmpty())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                qPrintable(label->text()));
    }
}

void LongNamesTest::aLongNameInThePanelEndsInAnEllipsis()
{
    PageWorld world;
    const QString name(55, u'm');
    const Id<Customer> id = world.families.add(name);
    CustomerPanel panel(world.context, world.shortcuts);
    panel.resize(336, 800);
    panel.show();
    panel.open(id);
    const QList<ElidedLabel*> labels = panel.findChildren<ElidedLabel*>();
    const auto label =
        std::ranges::find_if(labels, [&](const QLabel* one) { return one->text() == name; });
    QVERIFY(label != labels.end());
    QVERIFY((*label)->isElided());
    QVERIFY((*label)->mapTo(&panel, QPoint((*label)->width(), 0)).x() <= panel.width());
    QCOMPARE((*label)->toolTip(), name);
}

HOMEROOM_TEST_MAIN(LongNamesTest)
#include "longnamestest.moc"
