// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulk/bulkmenu.h"

#include "ui/board/lostdialog.h"
#include "ui/board/orderdialog.h"
#include "ui/bulk/bulkedits.h"
#include "ui/bulk/leftoutdialog.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/sentences.h"
#include "ui/editing/whendialog.h"

#include <QMenu>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// A menu waits for the tags of so many; reading one family's takes some 10 µs.
constexpr size_t mostReadFamilies = 2000;

/// A menu takes `&` for the mark of a key.
QString menuText(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

} // namespace

BulkMenu::BulkMenu(const PageContext& context, QWidget& asker)
    : QObject(&asker), m_context(context), m_asker(asker)
{
}

void BulkMenu::fill(QMenu& menu, const std::vector<RecordId>& families, Stages stages)
{
    // One after the other: arguments of a call may be made in any order.
    QMenu* add = menu.addMenu(tr("Add a tag"));
    QMenu* remove = menu.addMenu(tr("Remove a tag"));
    fillTags(*add, *remove, families);
    fillTiers(*menu.addMenu(tr("Tier")), families);
    if (stages == Stages::Offered)
        fillStages(*menu.addMenu(tr("Move to stage")), families);
    fillPreparation(menu, families);
    menu.addAction(tr("Next step at…"), this, [this, families] { askNextStepTime(families); });
}

void BulkMenu::fillTiers(QMenu& menu, const std::vector<RecordId>& families)
{
    const FieldDescription& field =
        recordTypeOf<Customer>().fields[size_t(fieldIndexOf(&Customer::tier))];
    for (const Tier tier : {Tier::A, Tier::B, Tier::C, Tier::D, Tier::None}) {
        const QString name = displayWord(field, Words<Tier>::words[size_t(tier)]);
        menu.addAction(name, this, [this, families, tier] {
            applyToEach(families,
                [tier](const std::vector<RecordId>& changing) { return tierEdit(changing, tier); });
        });
    }
}

void BulkMenu::fillTags(QMenu& add, QMenu& remove, const std::vector<RecordId>& families)
{
    // Of very many nearly every tag is there; what changes nothing is told when it is chosen.
    const bool many = families.size() > mostReadFamilies;
    const std::vector<RecordId> looked = many ? std::vector<RecordId>() : families;
    const Result<QSet<QString>> held = m_context.workspace.reader().read(
        [&](Database& database) { return tagsOfFamilies(database, looked); });
    for (const Tag& tag : m_context.catalogue.tags()) {
        const auto offer = [&, id = RecordId(tag.id)](QMenu& menu, Operation operation) {
            menu.addAction(menuText(tag.name), this, [this, families, id, operation] {
                applyToEach(families, [id, operation](const std::vector<RecordId>& changing) {
                    return tagEdit(changing, id, operation);
                });
            });
        };
        offer(add, Operation::Add);
        if (many || (held.ok() && held->contains(tag.id.toString())))
            offer(remove, Operation::Remove);
    }
    add.setEnabled(!add.isEmpty());
    remove.setEnabled(!remove.isEmpty());
}

void BulkMenu::fillStages(QMenu& menu, const std::vector<RecordId>& families)
{
    const auto& pipelines = m_context.catalogue.pipelines();
    const auto active = std::count_if(
        pipelines.begin(), pipelines.end(), [](const Pipeline& each) { return each.active; });
    for (const Pipeline& pipeline : pipelines) {
        if (!pipeline.active)
            continue;
        QMenu& stages = active > 1 ? *menu.addMenu(menuText(pipeline.name)) : menu;
        for (const Stage& stage : m_context.catalogue.stagesOf(pipeline.id))
            stages.addAction(
                menuText(stage.name), this, [this, stage, families] { moveTo(stage, families); });
    }
    menu.setEnabled(!menu.isEmpty());
}

void BulkMenu::applyToEach(const std::vector<RecordId>& families, const Make& make)
{
    applyTo([edit = make(families)](Database& database) { return changedFamilies(database, edit); },
        make);
}

void BulkMenu::fillPreparation(QMenu& menu, const std::vector<RecordId>& families)
{
    const auto offer = [&](const QString& name, Preparation done) {
        menu.addAction(name, this, [this, families, done] {
            applyTo([families, done](
                        Database& database) { return toPrepare(database, families, done); },
                [this, done](const std::vector<RecordId>& changing) {
                    return preparationEdit(changing, done, m_context.clock.now());
                });
        });
    };
    offer(tr("Mark as added"), Preparation::Friend);
    offer(tr("Mark as in the group"), Preparation::Group);
}

void BulkMenu::applyTo(std::function<std::vector<RecordId>(Database&)> changing, const Make& make)
{
    m_context.workspace.query(std::move(changing))
        .then(this, [this, make](const Result<std::vector<RecordId>>& families) {
            if (!families.ok())
                m_context.desk.report(families.error());
            else if (families->empty())
                Q_EMIT told(tr("Nothing to change: the chosen families are like that already."));
            else
                m_context.desk.apply(make(*families));
        });
}

void BulkMenu::askNextStepTime(const std::vector<RecordId>& families)
{
    askWhen(m_context, &m_asker, tr("Next step of %n families", "", int(families.size())),
        [this, families](Milliseconds at) {
            applyToEach(families, [at](const std::vector<RecordId>& changing) {
                return nextStepTimeEdit(changing, at);
            });
        });
}

void BulkMenu::moveTo(const Stage& stage, const std::vector<RecordId>& families)
{
    const int count = int(families.size());
    if (asksForOrder(stage.role)) {
        auto* dialog =
            new OrderDialog(m_context.theme, m_context.catalogue, stage, {}, count, &m_asker);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog, stage, families] {
            const BoardAnswers given = dialog->answers();
            StageMoveAnswers answers{{}, given.product, given.amount, {}};
            for (size_t i = 0; i < families.size(); ++i)
                answers.orders.push_back(m_context.ids.next());
            plan(stage, families, std::move(answers));
        });
        dialog->open();
    } else if (stage.role == StageRole::Lost) {
        auto* dialog = new LostDialog(m_context.theme, stage.name, {}, count, &m_asker);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog, stage, families] {
            plan(stage, families, {dialog->reason(), {}, 0, {}});
        });
        dialog->open();
    } else {
        plan(stage, families, {});
    }
}

void BulkMenu::plan(
    const Stage& stage, const std::vector<RecordId>& families, StageMoveAnswers answers)
{
    m_context.workspace
        .query([families, stage, answers = std::move(answers), now = m_context.clock.now()](
                   Database& database) {
            return Result<StageMovePlan>(planStageMoves(database, families, stage, answers, now));
        })
        .then(this, [this, stage](const Result<StageMovePlan>& plan) {
            if (plan.ok())
                commit(stage, *plan);
            else
                m_context.desk.report(plan.error());
        });
}

void BulkMenu::commit(const Stage& stage, StageMovePlan plan)
{
    const int moving = plan.count(FamilyMove::Moves);
    const int there = plan.count(FamilyMove::There);
    const bool othersLeft = moving + there < int(plan.families.size());
    if (moving > 0) {
        Edit edit;
        edit.label = tr("%n families moved to %1", "", moving).arg(stage.name);
        edit.mutations = std::move(plan.mutations);
        m_context.desk.apply(std::move(edit));
    } else if (!othersLeft) {
        Q_EMIT told(tr("Nothing to change: the chosen families are like that already."));
    }
    if (othersLeft) {
        auto* dialog = new LeftOutDialog(m_context, stage, plan, &m_asker);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

} // namespace homeroom
