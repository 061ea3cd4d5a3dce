// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/familyquery.h"
#include "ui/editing/pagecontext.h"

#include <QScrollArea>

class QVBoxLayout;

namespace homeroom {

/// A tab that is laid out anew from the family: a few dozen labels.
class FamilyTab : public QScrollArea {
    Q_OBJECT

public:
    explicit FamilyTab(PageContext& context, QWidget* parent = nullptr);
    void setFamily(const Family& family);

protected:
    virtual void fill(QVBoxLayout& column, const Family& family) = 0;
    void addNothing(QVBoxLayout& column, const QString& sentence);
    PageContext& context() const { return m_context; }

private:
    PageContext& m_context;
};

/// Every enrollment with its lessons: what was attended, finished, handed in, practised.
class LearningTab : public FamilyTab {
    Q_OBJECT

public:
    using FamilyTab::FamilyTab;

protected:
    void fill(QVBoxLayout& column, const Family& family) override;

private:
    void addEnrollment(QVBoxLayout& column, const Family& family, const Enrollment& enrollment);
    QString lessonText(const LessonProgress* progress, const Lesson& lesson) const;
};

/// What was paid and given back.
class OrdersTab : public FamilyTab {
    Q_OBJECT

public:
    using FamilyTab::FamilyTab;

protected:
    void fill(QVBoxLayout& column, const Family& family) override;

private:
    void addOrder(QVBoxLayout& column, const Family& family, const Order& order);
};

} // namespace homeroom
