// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/boardpageobject.h"

#include <QApplication>
#include <QtTest/QtTest>

namespace homeroom::test {

BoardPageObject::BoardPageObject(StatementObserver* observer) : m_store(observer) { }

void BoardPageObject::open()
{
    const Viewer viewer{m_families.tutor().id, UserRole::Tutor, {}};
    const PageContext context{m_store.workspace(), m_catalogue, m_chips, m_desk, m_theme,
        m_questions, m_store.clock(), m_store.ids(), viewer, QTimeZone("Asia/Shanghai")};
    m_page = std::make_unique<BoardPage>(context, m_shortcuts, m_settings);
    m_page->resize(1280, 800);
    m_page->show();
    if (!QTest::qWaitForWindowActive(m_page.get()))
        qFatal("the page does not become active");
    m_page->view().jumpToColumn(0);
}

FamilyFixture::Family BoardPageObject::family(const QString& name, const char* stage)
{
    FamilyFixture::Family made = m_families.addFamily(m_families.stage(stage));
    made.customer.name = name;
    m_families.absorb(made.customer);
    return made;
}

std::pair<BoardColumn*, int> BoardPageObject::find(const QString& name)
{
    for (BoardColumn* column : m_page->view().columns()) {
        for (int row = 0; row < column->column().rowCount(); ++row) {
            if (column->column().card(row)->name == name)
                return {column, row};
        }
    }
    qFatal("no card of %s", qPrintable(name));
}

BoardColumn& BoardPageObject::column(const char* stage)
{
    for (BoardColumn* each : m_page->view().columns()) {
        if (each->column().stage().key == QLatin1StringView(stage))
            return *each;
    }
    qFatal("no column %s", stage);
}

QPoint BoardPageObject::centreOf(const QString& name)
{
    const auto [column, row] = find(name);
    return column->list().cardRect(row).center();
}

void BoardPageObject::focus(const QString& name)
{
    const auto [column, row] = find(name);
    m_page->view().focusCard(column->column().entry(row).opportunity);
}

void BoardPageObject::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget* target = QApplication::activePopupWidget();
    if (!target)
        target = QApplication::focusWidget() ? QApplication::focusWidget() : m_page.get();
    QTest::keyClick(target, Qt::Key(key), modifiers);
}

void BoardPageObject::type(const QString& text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void BoardPageObject::click(const QString& name, Qt::KeyboardModifiers modifiers)
{
    CardList& list = find(name).first->list();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, modifiers, centreOf(name));
}

void BoardPageObject::doubleClick(const QString& name)
{
    CardList& list = find(name).first->list();
    QTest::mouseDClick(list.viewport(), Qt::LeftButton, Qt::NoModifier, centreOf(name));
}

void BoardPageObject::hold(const QString& name)
{
    m_held = &find(name).first->list();
    const QPoint centre = centreOf(name);
    QTest::mousePress(m_held->viewport(), Qt::LeftButton, Qt::NoModifier, centre);
    m_pointer = m_held->viewport()->mapToGlobal(centre + QPoint(30, 0));
    QTest::mouseMove(m_held->viewport(), m_held->viewport()->mapFromGlobal(m_pointer));
}

void BoardPageObject::carryTo(const char* stage, int row)
{
    const BoardColumn& target = column(stage);
    m_page->view().ensureWidgetVisible(&column(stage));
    const int height = CardDelegate::gap + target.list().cardRect(0).height();
    const int rowHeight = target.column().rowCount() > 0 ? height : 92;
    // The held picture's top goes to the gap above that row.
    const QPoint inList(target.list().viewport()->width() / 2, row * rowHeight + rowHeight / 2 - 4);
    m_pointer = target.list().viewport()->mapToGlobal(inList);
    QTest::mouseMove(m_held->viewport(), m_held->viewport()->mapFromGlobal(m_pointer));
}

void BoardPageObject::letGo()
{
    QTest::mouseRelease(m_held->viewport(), Qt::LeftButton, Qt::NoModifier,
        m_held->viewport()->mapFromGlobal(m_pointer));
}

void BoardPageObject::drag(const QString& name, const char* stage, int row)
{
    hold(name);
    carryTo(stage, row);
    letGo();
}

QStringList BoardPageObject::namesIn(const char* stage)
{
    QStringList names;
    const BoardColumnModel& model = column(stage).column();
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.card(row)->name);
    return names;
}

QString BoardPageObject::focused()
{
    for (const BoardColumn* each : m_page->view().columns()) {
        const CardList& list = each->list();
        if (m_page->focusWidget() == &list && list.currentIndex().isValid())
            return each->column().card(list.currentIndex().row())->name;
    }
    return {};
}

QStringList BoardPageObject::selected()
{
    QStringList names;
    for (const RecordId& card : m_page->view().selectedCards()) {
        const auto [model, row] = m_page->model().find(card);
        names.append(model->card(row)->name);
    }
    return names;
}

bool BoardPageObject::isMarkedRefused(const QString& name)
{
    const auto [column, row] = find(name);
    const auto* delegate = qobject_cast<CardDelegate*>(column->list().itemDelegate());
    return delegate->refused().contains(column->column().entry(row).opportunity);
}

QStringList BoardPageObject::toasts() const
{
    QStringList labels;
    for (const QList<QVariant>& arguments : m_applied)
        labels.append(arguments[0].toString());
    return labels;
}

QStringList BoardPageObject::refusals() const
{
    QStringList sentences;
    for (const QList<QVariant>& arguments : m_refused)
        sentences.append(arguments[0].toString());
    return sentences;
}

} // namespace homeroom::test
