// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/boardmodel.h"
#include "tests/support/familyfixture.h"

#include <QAbstractItemModelTester>

namespace homeroom::test {

using namespace Qt::StringLiterals;

/// Writes down every signal of every column, in order, as short words.
class SignalLog : public QObject {
public:
    explicit SignalLog(BoardModel& model)
    {
        for (BoardColumnModel* column : model.columns())
            watch(*column);
    }

    QStringList take() { return std::exchange(m_lines, {}); }

private:
    void watch(BoardColumnModel& column)
    {
        const QString key = column.stage().key;
        const auto log = [this, key](const char* what, const QString& rows) {
            m_lines.append(key + u' ' + QLatin1StringView(what) + rows);
        };
        const auto range = [](int first, int last) {
            return first == last ? u" %1"_s.arg(first) : u" %1-%2"_s.arg(first).arg(last);
        };
        connect(&column, &QAbstractItemModel::rowsInserted, this,
            [=](const QModelIndex&, int first, int last) { log("inserted", range(first, last)); });
        connect(&column, &QAbstractItemModel::rowsRemoved, this,
            [=](const QModelIndex&, int first, int last) { log("removed", range(first, last)); });
        connect(&column, &QAbstractItemModel::rowsMoved, this,
            [=](const QModelIndex&, int first, int, const QModelIndex&, int to) {
                log("moved", u" %1→%2"_s.arg(first).arg(to));
            });
        connect(&column, &QAbstractItemModel::dataChanged, this,
            [=](const QModelIndex& first, const QModelIndex& last) {
                log("changed", range(first.row(), last.row()));
            });
        connect(&column, &QAbstractItemModel::modelReset, this, [=] { log("reset", {}); });
        connect(&column, &QAbstractItemModel::layoutChanged, this, [=] { log("layout", {}); });
    }

    QStringList m_lines;
};

/// A board model on a store of its own.
struct Board {
    StoreFixture fixture{};
    FamilyFixture families{fixture};
    Catalogue catalogue{fixture.reader(), fixture.store()};
    BoardModel model{fixture.workspace(), catalogue, fixture.clock()};
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers{};

    void open()
    {
        model.setPipeline(families.trial().id);
        for (BoardColumnModel* column : model.columns())
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                column, QAbstractItemModelTester::FailureReportingMode::QtTest));
    }
    BoardColumnModel& column(const char* key) { return *model.columnOf(families.stage(key).id); }
    Result<EditReceipt> drop(const BoardDrop& drop, const BoardAnswers& answers = {})
    {
        Edit edit = model.moveEdit(drop, answers, u"Moved"_s, fixture.ids());
        return fixture.store().apply(std::move(edit)).result();
    }
    QString dump()
    {
        QStringList lines;
        for (BoardColumnModel* column : model.columns()) {
            QStringList names;
            for (int row = 0; row < column->rowCount(); ++row)
                names.append(column->index(row).data().toString());
            lines.append(u"%1 %2/%3 ¥%4: %5"_s.arg(column->stage().key)
                             .arg(column->rowCount())
                             .arg(column->cardCount())
                             .arg(column->amount())
                             .arg(names.join(u' ')));
        }
        return lines.join(u'\n');
    }
};

} // namespace homeroom::test
