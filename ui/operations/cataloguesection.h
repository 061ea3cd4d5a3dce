// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/recordtablemodel.h"
#include "ui/editing/pagecontext.h"
#include "ui/operations/recorddialog.h"

class QHBoxLayout;
class QPushButton;
class QTableView;

namespace homeroom {

class EmptyState;
class TextLabel;

/// What the section of one record type shows and asks, by wire names.
struct SectionPlan {
    RecordKind kind = RecordKind::None;
    std::vector<QString> columns{};
    std::vector<QString> form{};
    std::vector<QString> required{};
    QString rankField{}; ///< set where the order is a person's choice
    QString activeField{}; ///< set where records are switched off instead of removed
    bool endsOnServer = false; ///< switching off is asked of the page, for only the server does it
};

/// One table of the catalogue with what can be done to it: add, change, remove or switch off, and
/// move up and down where order matters. Everything goes through the desk, so it can be undone.
class CatalogueSection : public QWidget {
    Q_OBJECT

public:
    CatalogueSection(PageContext& context, SectionPlan plan, QWidget* parent = nullptr);

    /// Presets of a new record, as the pipeline of a new stage, and the rows that belong to it.
    void setScope(const FieldChanges& presets);
    void setEditable(bool editable);
    /// Something that only this section can do, beside its other deeds.
    void addDeed(QPushButton* button);
    RecordKind kind() const { return m_plan.kind; }
    QTableView& table() { return *m_table; }
    RecordTableModel& model() { return *m_model; }
    QPushButton& addButton() { return *m_add; }
    std::optional<RecordRow> current() const;
    /// Selects the row of that record.
    void select(const RecordId& id);

    /// Opens the form for a new record, or for the current one.
    RecordDialog* openNew();
    RecordDialog* openCurrent();
    void moveCurrent(int by);

Q_SIGNALS:
    void currentChanged();
    /// The current record shall go, or be switched off by the server; the page decides what that
    /// costs.
    void removalRequested(const homeroom::RecordRow& row);

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void reload();
    bool inScope(const RecordRow& row) const;
    QString cellText(const RecordRow& row, int field) const;
    RecordDialog* openForm(const RecordRow& row);
    void save(RecordDialog& dialog, const RecordRow& row);
    void fillHidden(RecordRow& row) const;
    void switchCurrent();
    void followSelection();
    void retranslate();
    std::vector<int> indexes(const std::vector<QString>& names) const;

    PageContext& m_context;
    SectionPlan m_plan;
    FieldChanges m_presets;
    bool m_editable = true;
    RecordTableModel* m_model;
    QTableView* m_table;
    EmptyState* m_empty;
    QPushButton* m_add;
    QPushButton* m_change;
    QPushButton* m_remove;
    QPushButton* m_up;
    QPushButton* m_down;
    QHBoxLayout* m_deeds = nullptr;
};

} // namespace homeroom
