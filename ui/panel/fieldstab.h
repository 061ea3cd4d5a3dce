// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/familyquery.h"
#include "ui/panel/fieldeditor.h"

#include <QScrollArea>

class QVBoxLayout;

namespace homeroom {

class ConsentRow;

/// The fields of one record, each edit of which is one edit of the record.
class RecordFields : public QWidget {
    Q_OBJECT

public:
    RecordFields(PageContext& context, RecordKind kind, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// The record as it is now; a field in which somebody types keeps the typing.
    void setRow(const RecordRow& row);
    /// Fields of others' contacts are shown masked and cannot be changed.
    void setRights(bool mayEdit, bool readsInFull);
    FieldEditor* editor(const QString& key) const;
    RecordId id() const { return m_row.id; }
    void commitTyping();
    /// What is typed and not saved yet, a line for each field; it is forgotten here.
    QStringList takeTyping();
    /// Of a student; null for other records.
    ConsentRow* consent() { return m_consent; }

Q_SIGNALS:
    /// The person wants to see the family that has the phone which was typed.
    void familyRequested(const homeroom::RecordId& family);

private:
    void add(FieldShape shape);
    void addConsent();
    void showUndefined();
    void showConsent();
    void save(FieldEditor& editor, const FieldValue& value);
    void apply(const QString& label, FieldChanges changes, const QString& key);
    bool lacksConsent(const FieldChanges& changes) const;
    void holdBack(FieldEditor& editor, const FieldValue& value);
    void takeConsent();
    QString shownText(const FieldShape& shape, const QString& text) const;

    PageContext& m_context;
    RecordRow m_row;
    QVBoxLayout* m_column;
    TextLabel* m_title;
    std::vector<FieldEditor*> m_editors;
    size_t m_defined = 0; ///< of the editors; the others show what has no definition
    ConsentRow* m_consent = nullptr;
    struct Held {
        FieldEditor* editor;
        FieldValue value;
    };
    std::optional<Held> m_held{}; ///< what waits for a guardian's consent
};

/// All fields of a family: the parent's, the children's, further guardians'.
class FieldsTab : public QScrollArea {
    Q_OBJECT

public:
    explicit FieldsTab(PageContext& context, QWidget* parent = nullptr);

    void setFamily(const Family& family);
    /// The family left: gives what was typed and not saved, and shows nothing of it any more.
    QStringList letGo();
    /// Saves what is typed as far as it can be, and gives the rest.
    QStringList putAway();
    RecordFields& customerFields() { return *m_customer; }

Q_SIGNALS:
    void familyRequested(const homeroom::RecordId& family);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    std::vector<RecordFields*> sections() const;
    template <typename Record>
    void fill(std::vector<RecordFields*>& sections, QVBoxLayout& column,
        const std::vector<Record>& records);
    void addStudent();
    void addGuardian();

    PageContext& m_context;
    std::optional<Family> m_family;
    RecordFields* m_customer = nullptr;
    QVBoxLayout* m_studentColumn = nullptr;
    QVBoxLayout* m_guardianColumn = nullptr;
    std::vector<RecordFields*> m_students;
    std::vector<RecordFields*> m_guardians;
};

} // namespace homeroom
