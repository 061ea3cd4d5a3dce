// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/families.h"

#include "models/values/rank.h"

namespace homeroom::test {

using namespace Qt::StringLiterals;

Id<Customer> Families::add(
    const QString& name, const QString& child, const std::function<void(Customer&)>& with)
{
    m_store.clock().advance(secondMs);
    Customer customer;
    customer.id = m_store.newId<Customer>();
    customer.name = name;
    customer.createdAt = m_store.clock().now();
    if (with)
        with(customer);
    std::vector<Mutation> mutations{createMutation(customer)};
    if (!child.isEmpty()) {
        Student student;
        student.id = m_store.newId<Student>();
        student.customer = customer.id;
        student.name = child;
        student.grade = 3;
        mutations.push_back(createMutation(student));
    }
    const Result<EditReceipt> receipt = m_store.apply(std::move(mutations));
    Q_ASSERT(receipt.ok());
    return customer.id;
}

Id<Tag> Families::addTag(const QString& name)
{
    Tag tag;
    tag.name = name;
    tag.color = 1;
    return put(tag);
}

Id<Pipeline> Families::addPipeline()
{
    Pipeline pipeline;
    pipeline.name = u"Trial"_s;
    pipeline.isDefault = true;
    pipeline.active = true;
    const Id<Pipeline> id = put(pipeline);
    const std::array<std::pair<QString, StageRole>, 3> stages{{{u"New"_s, StageRole::Open},
        {u"Friend"_s, StageRole::Friend}, {u"Paid"_s, StageRole::Paid}}};
    for (size_t i = 0; i < stages.size(); ++i) {
        Stage stage;
        stage.name = stages[i].first;
        stage.key = stages[i].first.toLower();
        stage.pipeline = id;
        stage.role = stages[i].second;
        stage.rank = rankAt(qint64(i), qint64(stages.size()));
        put(stage);
    }
    return id;
}

} // namespace homeroom::test
