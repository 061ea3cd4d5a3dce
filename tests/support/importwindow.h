// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/pageworld.h"
#include "ui/import/columntable.h"
#include "ui/import/importdialog.h"
#include "ui/import/rehearsalstep.h"
#include "ui/import/sourcestep.h"
#include "ui/import/valuespane.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/emptystate.h"

#include <QCheckBox>
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

namespace homeroom::test {

using namespace Qt::StringLiterals;

inline const QByteArray leads = QString(u"姓名,手机,来源,孩子,年级,Converted,Visits,备注\n"
                                        "王芳,138 0000 0001,抖音,小雨,三年级,1,12,想试听\n"
                                        "李建国,138 0000 0002,地推,浩浩,初一,0,3,\n"
                                        "陈静,12,朋友圈,朵朵,二年级,0,5,电话不对\n"
                                        "单雅琴,138 0000 0004,抖音,Select,五年级,1,7,\n"_s)
                                    .toUtf8();

/// The dialog as a person uses it.
class ImportWindow {
public:
    explicit ImportWindow(PageWorld& world) : m_world(world), dialog(world.context)
    {
        dialog.setOpener([this](const QString& path) { opened.append(path); });
        dialog.show();
    }

    void open(const QString& name, const QByteArray& content)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the sheet");
        file.close();
        m_world.questions.willChoose(path);
        QTest::mouseClick(&dialog.source().state().actionButton(), Qt::LeftButton);
    }
    void paste(const QString& text)
    {
        QGuiApplication::clipboard()->setText(text);
        QTest::keySequence(&dialog, QKeySequence::Paste);
    }
    /// The place of a column in the table, by its name.
    int column(const QString& name)
    {
        ColumnTable& table = dialog.columns().columns();
        for (int row = 0; row < table.rowCount(); ++row) {
            if (table.item(row, 0)->text() == name)
                return row;
        }
        qFatal("no such column");
        return -1;
    }
    QString target(const QString& name)
    {
        return dialog.columns().columns().targetBox(column(name))->currentText();
    }
    QString becomes(const QString& name)
    {
        return dialog.columns().columns().becomes(column(name));
    }
    void choose(QComboBox& box, const QString& text)
    {
        const int index = box.findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        box.setCurrentIndex(index);
        Q_EMIT box.activated(index);
    }
    void sendTo(const QString& name, const QString& target)
    {
        choose(*dialog.columns().columns().targetBox(column(name)), target);
    }
    void means(int row, const QString& text)
    {
        auto* box = dialog.columns().values().table().cellWidget(row, 1)->findChild<QComboBox*>();
        QVERIFY(box);
        choose(*box, text);
    }
    void next() { QTest::mouseClick(&dialog.nextButton(), Qt::LeftButton); }
    /// The guardians of the sheet's children under 14 have agreed.
    void agree() { dialog.columns().consentBox().setChecked(true); }
    void chip(const QString& id)
    {
        QTest::mouseClick(dialog.rehearsal().chips().chip(id), Qt::LeftButton);
    }
    QStringList rows()
    {
        QStringList texts;
        const PlannedRowsModel& model = dialog.rehearsal().model();
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row, PlannedRowsModel::NameColumn).data().toString());
        return texts;
    }
    QStringList fields()
    {
        QStringList texts;
        const QTableWidget& table = dialog.rehearsal().fields();
        for (int row = 0; row < table.rowCount(); ++row)
            texts.append(table.item(row, 0)->text() + u": "_s + table.item(row, 1)->text()
                + u" → "_s + table.item(row, 2)->text());
        return texts;
    }

private:
    PageWorld& m_world;
    QTemporaryDir m_folder;

public:
    ImportDialog dialog;
    QStringList opened;
};

} // namespace homeroom::test
