// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/importfixture.h"

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

struct StagePlan {
    const char* key;
    StageRole role;
};
constexpr StagePlan stagePlans[] = {{"new", StageRole::Open}, {"friend", StageRole::Friend},
    {"paid", StageRole::Paid}, {"lost", StageRole::Lost}};

template <typename Record> Record named(const Id<Record>& id, const QString& name)
{
    Record record;
    record.id = id;
    record.name = name;
    return record;
}

} // namespace

ImportFixture::ImportFixture(StatementObserver* observer) : StoreFixture(observer)
{
    m_tutor = {ids().next(), UserRole::Tutor, ids().next()};
    m_operations = {ids().next(), UserRole::Operations, {}};
    store().setAuthor({m_tutor.user, m_tutor.team});
    Pipeline pipeline = named(newId<Pipeline>(), u"Trial camp"_s);
    pipeline.isDefault = true;
    m_pipeline = pipeline.id;
    std::vector<Mutation> made{createMutation(pipeline)};
    int rank = 0;
    for (const StagePlan& plan : stagePlans) {
        Stage stage = named(newId<Stage>(), QString::fromLatin1(plan.key).toUpper());
        stage.key = QString::fromLatin1(plan.key);
        stage.pipeline = pipeline.id;
        stage.rank = u"V%1V"_s.arg(++rank);
        stage.role = plan.role;
        m_stages.insert(stage.key, stage.id);
        made.push_back(createMutation(stage));
    }
    Channel channel = named(newId<Channel>(), u"Web form"_s);
    channel.aliases = {u"web"_s};
    m_channel = channel.id;
    made.push_back(createMutation(channel));
    made.push_back(createMutation(named(newId<Channel>(), u"Fair"_s)));
    m_tag = newId<Tag>();
    made.push_back(createMutation(named(m_tag, u"Eager"_s)));
    m_cohort = newId<Cohort>();
    made.push_back(createMutation(named(m_cohort, u"Spring"_s)));
    if (!apply(std::move(made)).ok())
        qFatal("cannot fill the store of the test");
}

ImportOrder ImportFixture::order(const QByteArray& csv, const QJsonObject& map)
{
    ImportOrder order;
    Result<ImportTable> table = importTable(csv);
    if (!table)
        qFatal("the sheet of the test is no sheet: %s", qPrintable(table.error().detail));
    order.table = std::move(*table);
    order.viewer = m_tutor;
    order.label = u"Imported"_s;
    const ImportCatalogue catalogue =
        reader().read([](Database& database) { return loadImportCatalogue(database); }).value();
    const Result<ImportMapping> given = mappingFromJson(map, catalogue.customFields);
    if (!given)
        qFatal("the map of the test is no map: %s", qPrintable(given.error().detail));
    order.choices.mapping = completedMapping(*given, order.table, {catalogue, order.zone, {}});
    return order;
}

ImportPlan ImportFixture::rehearse(const ImportOrder& order)
{
    ImportRehearsal rehearsal(workspace(), std::make_shared<const ImportOrder>(order), clock());
    ImportPlan plan;
    QObject::connect(&rehearsal, &ImportRehearsal::finished, &rehearsal,
        [&](const ImportPlan& made) { plan = made; });
    rehearsal.start();
    return plan;
}

ImportResult ImportFixture::run(const ImportOrder& order)
{
    ImportRun run(std::make_shared<const ImportOrder>(order), clock(), QRandomGenerator(++m_seed));
    return runImport(workspace(), run);
}

std::vector<Customer> ImportFixture::customers()
{
    return reader()
        .read([](Database& database) { return listRecords<Customer>(database, "1 ORDER BY id"); })
        .value();
}

Customer ImportFixture::customerNamed(const QString& name)
{
    for (const Customer& customer : customers()) {
        if (customer.name == name)
            return customer;
    }
    return {};
}

std::vector<Opportunity> ImportFixture::cards()
{
    return reader()
        .read([](Database& database) {
            return listRecords<Opportunity>(database, "1 ORDER BY rank");
        })
        .value();
}

qint64 ImportFixture::undoSteps()
{
    Statement count = reader().statement("SELECT count(*) FROM undo_entry");
    count.step();
    return count.integer(0);
}

} // namespace homeroom::test
