// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/style.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/learningstrip.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tierbadge.h"
#include "ui/widgets/toolbarrow.h"

#include <QtWidgets/QtWidgets>

namespace homeroom::test {

using namespace Qt::StringLiterals;

inline QString word(bool chinese, const QString& english, const QString& zh)
{
    return chinese ? zh : english;
}

/// The same sample of controls in both languages.
class Sheet {
public:
    Sheet(const Theme& theme, bool zh) : m_theme(theme), m_zh(zh) { }

    std::unique_ptr<QWidget> make()
    {
        auto sheet = std::make_unique<QWidget>();
        sheet->resize(1240, 1000);
        auto* all = new QVBoxLayout(sheet.get());
        all->setContentsMargins(0, 0, 0, 0);
        all->setSpacing(0);
        all->addWidget(toolbar());
        all->addWidget(chips());
        auto* columns = new QHBoxLayout;
        columns->setContentsMargins(16, 16, 16, 16);
        columns->setSpacing(24);
        columns->addLayout(left(), 1);
        columns->addLayout(middle(), 1);
        columns->addLayout(right(), 1);
        all->addLayout(columns, 1);
        return sheet;
    }

private:
    QString say(const QString& english, const QString& zh) const { return word(m_zh, english, zh); }

    QWidget* toolbar() const
    {
        auto* row = new ToolbarRow(m_theme);
        row->setTitle(say(u"Board"_s, u"看板"_s));
        row->setViews({{u"trial"_s, say(u"Trial camp"_s, u"体验营"_s)},
            {u"renewal"_s, say(u"Renewal"_s, u"续报"_s)},
            {u"mine"_s, say(u"My tier A"_s, u"我的 A 级"_s)}});
        row->setSearchHint(
            say(u"Search customers, scripts, commands"_s, u"搜索客户、话术、命令"_s), u"Ctrl+K"_s);
        row->setPrimaryAction(say(u"New lead"_s, u"新建线索"_s), u"N"_s);
        return row;
    }

    QWidget* chips() const
    {
        auto* bar = new ChipBar(m_theme);
        bar->setChips({{u"a"_s, say(u"To befriend"_s, u"待加好友"_s)},
            {u"b"_s, say(u"To join group"_s, u"待进群"_s)},
            {u"c"_s, say(u"Absent yesterday"_s, u"昨日未参课"_s)},
            {u"d"_s, say(u"Not finished"_s, u"未完课"_s)},
            {u"e"_s, say(u"No homework"_s, u"未交作业"_s)},
            {u"f"_s, say(u"Due today"_s, u"今日待跟进"_s)},
            {u"g"_s, say(u"Overdue"_s, u"逾期"_s)}});
        int count = 1204;
        for (const QString& id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s})
            bar->setCount(id, count /= 2);
        bar->setChecked(u"c"_s, true);
        bar->setSummary(say(u"18 of 512 families"_s, u"筛选 18 位 · 共 512 位"_s));
        return bar;
    }

    QPushButton* button(const QString& words, ButtonKind kind) const
    {
        auto* made = new QPushButton(words);
        setButtonKind(*made, kind);
        return made;
    }

    QLayout* buttons() const
    {
        auto* flow = new FlowLayout;
        flow->addWidget(button(say(u"Save"_s, u"保存"_s), ButtonKind::Primary));
        flow->addWidget(button(say(u"Rehearse"_s, u"预演"_s), ButtonKind::Secondary));
        flow->addWidget(button(say(u"Later"_s, u"以后再说"_s), ButtonKind::Quiet));
        flow->addWidget(button(say(u"Delete"_s, u"删除"_s), ButtonKind::Danger));
        auto* off = button(say(u"Not allowed"_s, u"不可用"_s), ButtonKind::Secondary);
        off->setEnabled(false);
        flow->addWidget(off);
        auto* offPrimary = button(say(u"Not allowed"_s, u"不可用"_s), ButtonKind::Primary);
        offPrimary->setEnabled(false);
        flow->addWidget(offPrimary);
        auto* menu = button(say(u"More"_s, u"更多"_s), ButtonKind::Secondary);
        menu->setIcon(m_theme.icon(Icon::Filter));
        flow->addWidget(menu);
        auto* tool = new QToolButton;
        tool->setIcon(m_theme.icon(Icon::More));
        flow->addWidget(tool);
        return flow;
    }

    QVBoxLayout* left() const
    {
        auto* column = new QVBoxLayout;
        column->setSpacing(8);
        column->addLayout(buttons());
        auto* edit = new QLineEdit;
        edit->setPlaceholderText(say(u"What happened?"_s, u"发生了什么?"_s));
        column->addWidget(edit);
        auto* filled = new QLineEdit(say(u"Mother of Haohao"_s, u"浩浩妈妈"_s));
        column->addWidget(filled);
        auto* wrong = new QLineEdit(u"138 0000"_s);
        setFieldInvalid(*wrong, true);
        column->addWidget(wrong);
        auto* off = new QLineEdit(say(u"Only operations may change this"_s, u"仅运营可改"_s));
        off->setEnabled(false);
        column->addWidget(off);
        auto* combo = new QComboBox;
        combo->addItems({say(u"Third grade"_s, u"三年级"_s), u"4"_s});
        column->addWidget(combo);
        auto* spin = new QSpinBox;
        spin->setMaximum(9999);
        spin->setValue(2990);
        column->addWidget(spin);
        auto* date = new QDateEdit(QDate(2025, 11, 20));
        date->setDisplayFormat(u"yyyy-MM-dd"_s);
        date->setCalendarPopup(true);
        column->addWidget(date);
        auto* text =
            new QPlainTextEdit(say(u"Careless in mental arithmetic; mother minds the final exam."_s,
                u"孩子计算粗心,妈妈关心期末;爸爸觉得价格高。"_s));
        text->setMaximumHeight(64);
        column->addWidget(text);
        auto* checks = new QHBoxLayout;
        auto* on = new QCheckBox(say(u"Attended"_s, u"已到课"_s));
        on->setChecked(true);
        auto* part = new QCheckBox(say(u"Some"_s, u"部分"_s));
        part->setTristate(true);
        part->setCheckState(Qt::PartiallyChecked);
        auto* none = new QCheckBox(say(u"Absent"_s, u"未到"_s));
        auto* radio = new QRadioButton(say(u"By phone"_s, u"电话"_s));
        radio->setChecked(true);
        auto* other = new QRadioButton(say(u"Chat"_s, u"微信"_s));
        for (QWidget* each : std::initializer_list<QWidget*>{on, part, none, radio, other})
            checks->addWidget(each);
        checks->addStretch(1);
        column->addLayout(checks);
        auto* group = new QGroupBox(say(u"Reminders"_s, u"提醒"_s));
        auto* inside = new QVBoxLayout(group);
        inside->addWidget(new QCheckBox(say(u"At noon"_s, u"中午"_s)));
        column->addWidget(group);
        column->addStretch(1);
        return column;
    }

    QTableWidget* table() const
    {
        auto* table = new QTableWidget(12, 3);
        table->setHorizontalHeaderLabels(
            {say(u"Name"_s, u"姓名"_s), say(u"Child"_s, u"孩子"_s), say(u"Score"_s, u"意向分"_s)});
        for (int row = 0; row < 12; ++row) {
            table->setItem(row, 0, new QTableWidgetItem(say(u"Chen Jing"_s, u"陈静"_s)));
            table->setItem(row, 1, new QTableWidgetItem(say(u"Haohao"_s, u"浩浩 · 四年级"_s)));
            table->setItem(row, 2, new QTableWidgetItem(QString::number(86 - row * 7)));
        }
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        table->verticalHeader()->hide();
        table->setShowGrid(false);
        table->horizontalHeader()->setStretchLastSection(true);
        table->setSortingEnabled(true);
        table->selectRow(1);
        table->setFixedHeight(230);
        return table;
    }

    QVBoxLayout* middle() const
    {
        auto* column = new QVBoxLayout;
        column->setSpacing(8);
        column->addWidget(table());
        auto* tabs = new QTabBar;
        setTabLook(*tabs, TabLook::Underlined);
        for (const QString& name : {say(u"Timeline"_s, u"时间线"_s), say(u"Learning"_s, u"学情"_s),
                 say(u"Orders"_s, u"订单"_s), say(u"Fields"_s, u"资料"_s)})
            tabs->addTab(name);
        column->addWidget(tabs);
        auto* strip = new LearningStrip(m_theme);
        strip->setMarks({LessonMark::Finished, LessonMark::Finished, LessonMark::Attended,
            LessonMark::Missed, LessonMark::Finished, LessonMark::NotYet, LessonMark::NotYet});
        auto* badges = new QHBoxLayout;
        badges->setSpacing(12);
        for (const Tier tier : {Tier::A, Tier::B, Tier::C, Tier::D, Tier::None}) {
            auto* badge = new TierBadge(m_theme);
            badge->setTier(tier);
            badges->addWidget(badge);
        }
        badges->addWidget(strip);
        badges->addStretch(1);
        column->addLayout(badges);
        auto* progress = new ProgressRow(m_theme);
        progress->setTitle(say(u"Importing Leads.csv"_s, u"正在导入 线索.csv"_s));
        progress->setProgress(2841, 6468, 1830.4);
        column->addWidget(progress);
        auto* unknown = new ProgressRow(m_theme);
        unknown->setTitle(say(u"First sync"_s, u"首次同步"_s));
        unknown->setProgress(12000, {}, {});
        column->addWidget(unknown);
        column->addLayout(texts());
        column->addStretch(1);
        return column;
    }

    QLayout* texts() const
    {
        auto* grid = new QGridLayout;
        int row = 0;
        const auto add = [&](TextRole role, QColor Colors::*tone, const QString& words) {
            auto* label = new ElidedLabel(m_theme, role, tone);
            label->setText(words);
            grid->addWidget(label, row++, 0);
        };
        add(TextRole::Number, &Colors::good, u"86 · ¥ 122,590"_s);
        add(TextRole::Title, &Colors::text, say(u"Chen Jing"_s, u"陈静"_s));
        add(TextRole::Strong, &Colors::text, say(u"Finished lesson 3"_s, u"完成 D3 课程"_s));
        add(TextRole::Body, &Colors::muted, say(u"42 minutes live"_s, u"直播到课 42 分钟"_s));
        add(TextRole::Small, &Colors::faint, say(u"Today 12:10"_s, u"今天 12:10"_s));
        add(TextRole::Body, &Colors::bad,
            say(u"Absent for two days, make-up lesson proposed, waiting for an answer today"_s,
                u"两天未到课,已经提出补课方案,等待家长今天下午之前的明确答复"_s));
        return grid;
    }

    QWidget* icons() const
    {
        auto* widget = new QWidget;
        auto* grid = new QGridLayout(widget);
        grid->setContentsMargins(0, 0, 0, 0);
        int index = 0;
        for (const Icon icon : allIcons()) {
            auto* label = new IconLabel(m_theme, icon, sizes::icon, &Colors::text);
            grid->addWidget(label, index / 12, index % 12);
            ++index;
        }
        return widget;
    }

    QLayout* colours() const
    {
        auto* row = new QHBoxLayout;
        row->setSpacing(4);
        for (int index = 0; index < 8; ++index) {
            auto* swatch = new QLabel(u"c%1"_s.arg(index + 1));
            swatch->setAutoFillBackground(true);
            QPalette palette;
            palette.setColor(QPalette::Window, m_theme.colors().category(index));
            palette.setColor(QPalette::WindowText, m_theme.colors().raised);
            swatch->setPalette(palette);
            swatch->setAlignment(Qt::AlignCenter);
            swatch->setFixedHeight(28);
            row->addWidget(swatch);
        }
        return row;
    }

    QVBoxLayout* right() const
    {
        auto* column = new QVBoxLayout;
        column->addWidget(icons());
        column->addLayout(colours());
        auto* empty = new EmptyState(m_theme);
        empty->setContent(
            {EmptyState::Kind::Empty, say(u"No family fits"_s, u"没有符合条件的家长"_s),
                say(u"Take a filter away, or look in all classes."_s,
                    u"去掉一个筛选,或查看全部班级。"_s),
                say(u"Clear filters"_s, u"清除筛选"_s), Icon::Filter});
        column->addWidget(empty, 1);
        auto* error = new EmptyState(m_theme);
        error->setContent(
            {EmptyState::Kind::Error, say(u"The file cannot be read"_s, u"无法读取文件"_s),
                say(u"It ends in the middle of line 512. Export it again and retry."_s,
                    u"文件在第 512 行中断。请重新导出后再试。"_s),
                say(u"Choose another file"_s, u"另选文件"_s)});
        column->addWidget(error, 1);
        return column;
    }

    const Theme& m_theme;
    bool m_zh;
};

} // namespace homeroom::test
