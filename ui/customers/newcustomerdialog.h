// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"
#include "ui/widgets/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace homeroom {

class PhoneHint;

/// A new lead by hand: parent, child and the card on the default board, as one edit. A phone that
/// a family here already has is told while it is typed.
class NewCustomerDialog : public FormDialog {
    Q_OBJECT

public:
    explicit NewCustomerDialog(PageContext& context, QWidget* parent = nullptr);

    /// The edit that makes what is typed; `customer` is the new family's id.
    Edit edit(const RecordId& customer) const;
    QString duplicateHint() const;

Q_SIGNALS:
    void familyRequested(const homeroom::RecordId& customer);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRows();
    void retranslate();
    void fillChoices();
    QString checkPhone() const;
    void showAsStored();
    Student typedChild() const;
    QString checkConsent() const;
    void showConsent();
    Customer typedCustomer(const RecordId& id) const;

    PageContext& m_context;
    QWidget* m_parent = nullptr; // rows of the form that hold several fields
    QWidget* m_contact = nullptr;
    QWidget* m_pupil = nullptr;
    QWidget* m_source = nullptr;
    QLineEdit* m_name;
    QLineEdit* m_phone;
    PhoneHint* m_duplicate;
    QComboBox* m_relation;
    QLineEdit* m_child;
    QComboBox* m_grade;
    QCheckBox* m_consent;
    QComboBox* m_channel;
    QComboBox* m_cohort;
    QPlainTextEdit* m_remark;
};

} // namespace homeroom
