// SPDX-License-Identifier: GPL-3.0-or-later
// The whole file of a real company, where it is present: every row and every cell arrives.
#include "models/store/import/customcell.h"
#include "tests/support/importfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QString leadsPath =
    QStringLiteral(HOMEROOM_SOURCE_DIR) + u"/../shared/data/x-education/Leads_dev.csv"_s;

/// The cell that an imported family gives back for a column.
QString cellOf(const Customer& customer, const QString& stage, const ColumnMapping& mapping)
{
    if (mapping.target.kind == ImportTargetKind::Custom)
        return customText(CustomFieldKind::Text, customer.custom.value(mapping.target.name));
    if (mapping.target.kind == ImportTargetKind::Stage)
        return mapping.values.key(stage);
    const QString& field = mapping.target.name;
    const RecordRow row = toRow(customer);
    // Neither channel of the test is in the file.
    const FieldValue& value = row.value(field == u"channel"_s ? u"sourceText"_s : field);
    return isNothing(value) ? QString() : std::get<QString>(value);
}

} // namespace

class ImportLeadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsEveryCell();
};

void ImportLeadsTest::bringsEveryCell()
{
    if (!QFile::exists(leadsPath))
        QSKIP("../shared/data/x-education/Leads_dev.csv is not here");
    ImportFixture fixture;
    const QJsonObject map{{u"Converted"_s,
        QJsonObject{{u"field"_s, u"stage"_s},
            {u"values"_s, QJsonObject{{u"1"_s, u"paid"_s}, {u"0"_s, u"lost"_s}}}}}};
    ImportOrder order = fixture.order(importFileBytes(leadsPath).value(), map);
    order.choices.emptyWords = {u"Select"_s};
    const ImportResult result = fixture.run(order);
    QCOMPARE(result.count(ImportOutcome::Create), 6468);
    QCOMPARE(result.settled(), 6468);
    QHash<RecordId, QString> stages;
    QHash<QString, int> counts;
    for (const Opportunity& card : fixture.cards()) {
        const QString stage = card.stage == fixture.stage(u"paid"_s) ? u"paid"_s : u"lost"_s;
        stages.insert(card.customer, stage);
        ++counts[stage];
    }
    QCOMPARE(counts.value(u"paid"_s), 2493);
    QCOMPARE(counts.value(u"lost"_s), 3975);
    const std::vector<Customer> customers = fixture.customers();
    for (size_t row = 0; row < customers.size(); ++row) {
        for (size_t column = 0; column < order.table.columns.size(); ++column) {
            QString expected = order.table.cell(row, column);
            if (expected == u"Select"_s)
                expected.clear();
            const QString found = cellOf(customers[row], stages.value(customers[row].id),
                order.choices.mapping.columns[column]);
            if (found != expected)
                QFAIL(qPrintable(u"row %1, %2: «%3» became «%4»"_s.arg(row).arg(
                    order.table.columns[column], expected, found)));
        }
    }
    QVERIFY(fixture.store().undoEntry(result.undoEntry).result().ok());
    QVERIFY(fixture.customers().empty());
}

HOMEROOM_TEST_MAIN(ImportLeadsTest)
#include "importleadstest.moc"
