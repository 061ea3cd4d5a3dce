// SPDX-License-Identifier: GPL-3.0-or-later
// What people do at their desks.
#include "sim/steps.h"
#include "sim/world.h"

#include "models/store/drafts.h"
#include "models/store/records.h"
#include "models/store/resolution.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

/// Ids of live records of a kind here, in order.
std::vector<RecordId> liveIds(SimClient& client, const char* table, const char* condition = "1")
{
    std::vector<RecordId> ids;
    Statement query = client.reader().statement(QByteArray("SELECT id FROM ") + table
        + " WHERE deleted = 0 AND " + condition + " ORDER BY id");
    while (query.step())
        ids.push_back(query.id(0));
    return ids;
}

/// A client and one of the families that it shows.
struct Desk {
    SimClient* client = nullptr;
    Id<Customer> family{};

    explicit operator bool() const { return client && !family.isNull(); }
};

Desk deskOf(World& world, SimRandom& random, const char* event)
{
    SimClient* client = world.openClient(random);
    if (!client)
        return {};
    world.note(*client, event);
    const std::vector<RecordId> families = liveIds(*client, "r_customer");
    if (families.empty())
        return {client, {}};
    // Half of the time one of a few, so that people meet.
    const int among = random.chance(0.5) ? std::min(3, int(families.size())) : int(families.size());
    return {client, Id<Customer>(families[size_t(random.below(among))])};
}

template <typename Record>
std::optional<Record> childOf(
    const Desk& desk, SimRandom& random, const char* table, const char* condition = "1")
{
    std::vector<RecordId> ids;
    for (const RecordId& id : liveIds(*desk.client, table, condition)) {
        const auto record = findRecord<Record>(desk.client->reader(), Id<Record>(id));
        if (record && record->customer == desk.family)
            ids.push_back(id);
    }
    if (ids.empty())
        return std::nullopt;
    return findRecord<Record>(desk.client->reader(), Id<Record>(random.pick(ids)));
}

template <typename Member, typename Value>
void setField(World& world, const Desk& desk, Member member, Value&& value)
{
    world.edit(
        *desk.client, {Change<Customer>(desk.family, desk.family).set(member, value).mutation()});
}

void rename(World& world, SimRandom& random)
{
    if (const Desk desk = deskOf(world, random, "edit"))
        setField(world, desk, &Customer::name, u"Family "_s + world.newWord(desk.family));
}

void setPhone(World& world, SimRandom& random)
{
    if (const Desk desk = deskOf(world, random, "edit"))
        setField(world, desk, &Customer::phone, world.newPhone(desk.family));
}

void setNextStep(World& world, SimRandom& random)
{
    if (const Desk desk = deskOf(world, random, "edit"))
        setField(world, desk, &Customer::nextStep, u"Call "_s + world.newWord(desk.family));
}

void setCity(World& world, SimRandom& random)
{
    if (const Desk desk = deskOf(world, random, "edit"))
        setField(world, desk, &Customer::city, world.newWord(desk.family));
}

void setConsent(World& world, SimRandom& random)
{
    const Desk desk = deskOf(world, random, "edit");
    const auto customer =
        desk ? findRecord<Customer>(desk.client->reader(), desk.family) : std::optional<Customer>();
    if (customer)
        setField(world, desk, &Customer::consent, !customer->consent);
}

void writeRemark(World& world, SimRandom& random)
{
    const Desk desk = deskOf(world, random, "edit");
    const auto customer =
        desk ? findRecord<Customer>(desk.client->reader(), desk.family) : std::optional<Customer>();
    if (!customer)
        return;
    QStringList sentences = customer->remark.split(u". "_s, Qt::SkipEmptyParts);
    const QString sentence = u"Heard "_s + world.newWord(desk.family);
    const int at = random.below(int(sentences.size()) + 1);
    if (at < sentences.size() && random.chance(0.6))
        sentences[at] = sentence;
    else
        sentences.insert(at, sentence);
    setField(world, desk, &Customer::remark, sentences.join(u". "_s));
}

void changeTags(World& world, SimRandom& random)
{
    const Desk desk = deskOf(world, random, "edit");
    if (!desk)
        return;
    const std::vector<RecordId> tags = liveIds(*desk.client, "r_tag");
    if (tags.empty())
        return;
    Mutation mutation = Change<Customer>(desk.family, desk.family)
                            .set(&Customer::tags, QStringList{random.pick(tags).toString()})
                            .mutation();
    const int kind = random.below(3);
    mutation.operation = kind == 0 ? Operation::Remove
        : kind == 1                ? Operation::Set
                                   : Operation::Add;
    world.edit(*desk.client, {mutation});
}

void setCustom(World& world, SimRandom& random)
{
    const Desk desk = deskOf(world, random, "edit");
    if (!desk)
        return;
    const QString key = random.chance(0.5) ? u"plan"_s : u"source"_s;
    setField(world, desk, &Customer::custom, QJsonObject{{key, world.newWord(desk.family)}});
}

FollowUp noteFor(World& world, const Desk& desk)
{
    return {.id = Id<FollowUp>(desk.client->ids().next()),
        .customer = desk.family,
        .text = u"Said "_s + world.newWord(desk.family),
        .happenedAt = desk.client->clock().now()};
}

void addNote(World& world, SimRandom& random)
{
    if (const Desk desk = deskOf(world, random, "append"))
        world.edit(*desk.client, {createMutation(noteFor(world, desk))});
}

template <typename Record> void removeOne(World& world, SimRandom& random, const char* table)
{
    const Desk desk = deskOf(world, random, "delete");
    const auto child = desk ? childOf<Record>(desk, random, table) : std::optional<Record>();
    if (!child)
        return;
    Mutation mutation;
    mutation.operation = Operation::Delete;
    mutation.kind = Description<Record>::kind;
    mutation.id = child->id;
    mutation.root = desk.family;
    world.edit(*desk.client, {mutation});
}

void withdrawNote(World& world, SimRandom& random)
{
    removeOne<FollowUp>(world, random, "r_followup");
}

void removeGuardian(World& world, SimRandom& random)
{
    removeOne<Guardian>(world, random, "r_guardian");
}

void removeFamily(World& world, SimRandom& random)
{
    const Desk desk = deskOf(world, random, "delete");
    if (!desk)
        return;
    Mutation mutation;
    mutation.operation = Operation::Delete;
    mutation.kind = RecordKind::Customer;
    mutation.id = desk.family;
    mutation.root = desk.family;
    world.edit(*desk.client, {mutation});
}

void addGuardian(World& world, SimRandom& random)
{
    const Desk desk = deskOf(world, random, "create");
    if (!desk)
        return;
    const Guardian guardian{.id = Id<Guardian>(desk.client->ids().next()),
        .customer = desk.family,
        .name = u"Guardian "_s + world.newWord(desk.family),
        .phone = world.newPhone(desk.family)};
    world.edit(*desk.client, {createMutation(guardian)});
}

void renameStudent(World& world, SimRandom& random)
{
    const Desk desk = deskOf(world, random, "edit");
    const auto student =
        desk ? childOf<Student>(desk, random, "r_student") : std::optional<Student>();
    if (!student)
        return;
    world.edit(*desk.client,
        {Change<Student>(student->id, desk.family)
                .set(&Student::name, u"Child "_s + world.newWord(desk.family))
                .set(&Student::birthMonth,
                    u"2016-%1"_s.arg(random.between(1, 9), 2, 10, QChar(u'0')))
                .mutation()});
}

void moveCard(World& world, SimRandom& random)
{
    const Desk desk = deskOf(world, random, "edit");
    const auto card =
        desk ? childOf<Opportunity>(desk, random, "r_opportunity") : std::optional<Opportunity>();
    const std::vector<RecordId> stages =
        desk ? liveIds(*desk.client, "r_stage") : std::vector<RecordId>();
    if (!card || stages.empty())
        return;
    const auto stage = findRecord<Stage>(desk.client->reader(), random.pick(stages));
    Change<Opportunity> move(card->id, desk.family);
    move.set(&Opportunity::stage, stage->id)
        .set(&Opportunity::rank, QString(QChar(char16_t(u'b' + random.below(20)))));
    if (stage->role == StageRole::Lost)
        move.set(&Opportunity::lostReason, u"Reason "_s + world.newWord(desk.family));
    world.edit(*desk.client, {move.mutation(), createMutation(noteFor(world, desk))});
}

void createFamily(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random))
        takeFamilyIn(world, random, *client);
}

void editMany(World& world, SimRandom& random)
{
    const Desk desk = deskOf(world, random, "batch");
    if (!desk)
        return;
    const RecordId batch = desk.client->ids().next();
    std::vector<Mutation> mutations;
    for (const RecordId& id : liveIds(*desk.client, "r_customer")) {
        if (mutations.size() < 5 && random.chance(0.5))
            mutations.push_back(Change<Customer>(Id<Customer>(id), id)
                                    .set(&Customer::campaign, world.newWord(id))
                                    .mutation());
    }
    world.edit(*desk.client, std::move(mutations), batch);
}

void undo(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random)) {
        world.note(*client, "undo");
        world.again(*client, false);
    }
}

void redo(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random)) {
        world.note(*client, "undo");
        world.again(*client, true);
    }
}

// What the server must refuse: a masked value written back; alone, or in a group.
void writeMaskedValue(World& world, SimRandom& random)
{
    const Desk desk = deskOf(world, random, "refusal");
    if (!desk)
        return;
    std::vector<Mutation> mutations{
        Change<Customer>(desk.family, desk.family).set(&Customer::wechatId, u"a***z"_s).mutation()};
    if (random.chance(0.6))
        mutations.insert(mutations.begin(), createMutation(noteFor(world, desk)));
    world.edit(*desk.client, std::move(mutations));
}

void keepDraft(World& world, SimRandom& random)
{
    if (const Desk desk = deskOf(world, random, "draft"))
        keepFollowUpDraft(desk.client->store(), desk.family,
            {{u"text"_s, u"Draft "_s + world.newWord(desk.family)}});
}

void resolveConflict(World& world, SimRandom& random)
{
    SimClient* client = world.openClient(random);
    if (!client)
        return;
    world.note(*client, "resolve");
    const std::vector<RecordId> open = liveIds(*client, "r_conflict", "resolved IS NOT 1");
    if (open.empty())
        return;
    const Id<Conflict> id(random.pick(open));
    const auto conflict = findRecord<Conflict>(client->reader(), id);
    const QString type = conflict ? conflict->record.section(u'/', 0, 0) : QString();
    const RecordId root = conflict ? RecordId(conflict->customer) : RecordId();
    if (root.isNull() || type.isEmpty())
        return;
    const bool mine = random.chance(0.5);
    if (conflict->fieldName == u"stage"_s) {
        const Decision decision{id, mine ? Choice::Mine : Choice::Theirs, {}};
        Result<Edit> edit = resolutionEdit(client->reader(), {decision}, client->clock().now());
        if (edit.ok())
            world.edit(*client, std::move(edit->mutations));
        return;
    }
    world.edit(*client,
        {Change<Conflict>(id, root)
                .set(&Conflict::resolved, true)
                .set(&Conflict::resolution, mine ? u"mine"_s : u"theirs"_s)
                .mutation()});
}

void addTask(World& world, SimRandom& random)
{
    const Desk desk = deskOf(world, random, "create");
    if (!desk)
        return;
    Task task{.id = Id<Task>(desk.client->ids().next()), .text = u"Private"_s};
    if (random.chance(0.6)) {
        task.customer = desk.family;
        task.text = u"Task "_s + world.newWord(desk.family);
    }
    world.edit(*desk.client, {createMutation(task)});
}

} // namespace

void takeFamilyIn(World& world, SimRandom& random, SimClient& client)
{
    world.note(client, "create");
    Customer customer;
    customer.id = Id<Customer>(client.ids().next());
    world.addFamily(customer.id);
    customer.name = u"Family "_s + world.newWord(customer.id);
    customer.phone = world.newPhone(customer.id);
    Student student;
    student.id = Id<Student>(client.ids().next());
    student.customer = customer.id;
    student.name = u"Child "_s + world.newWord(customer.id);
    std::vector<Mutation> mutations{createMutation(customer), createMutation(student)};
    for (int i = random.below(4); i > 0; --i)
        mutations.push_back(createMutation(noteFor(world, {&client, customer.id})));
    world.edit(client, std::move(mutations));
}

const std::vector<Step>& editSteps()
{
    static const std::vector<Step> steps{
        {"rename", 12, {}, rename},
        {"phone", 6, {}, setPhone},
        {"next step", 8, {}, setNextStep},
        {"city", 6, {}, setCity},
        {"consent", 3, {}, setConsent},
        {"remark", 8, {}, writeRemark},
        {"tags", 6, {}, changeTags},
        {"custom field", 5, {}, setCustom},
        {"note", 12, {}, addNote},
        {"withdraw note", 5, {}, withdrawNote},
        {"remove guardian", 3, {}, removeGuardian},
        {"remove family", 1, {}, removeFamily},
        {"add guardian", 5, {}, addGuardian},
        {"rename student", 5, {}, renameStudent},
        {"move card", 7, {}, moveCard},
        {"create family", 8, {}, createFamily},
        {"edit many", 4, {}, editMany},
        {"undo", 7, {}, undo},
        {"redo", 3, {}, redo},
        {"masked value", 4, {}, writeMaskedValue},
        {"draft", 4, {}, keepDraft},
        {"resolve conflict", 4, {}, resolveConflict},
        {"task", 4, {}, addTask},
    };
    return steps;
}

} // namespace homeroom::sim
