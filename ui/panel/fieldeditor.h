// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/fieldshape.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace homeroom {

class PhoneHint;
class TextLabel;

/// One field of a record: name at the left, value at the right, what is wrong with it below. What a
/// person types is committed with Enter or when the focus leaves; until then no change from
/// elsewhere touches it. Esc takes the typing back.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    FieldEditor(PageContext& context, FieldShape shape, QWidget* parent = nullptr);

    const FieldShape& shape() const { return m_shape; }
    /// A value from the store. Ignored while the person is typing another one.
    void setValue(const FieldValue& value);
    void setReadOnly(bool readOnly);
    void setProblem(const QString& sentence);
    QString problem() const;
    QWidget* input() const;
    /// Commits what is typed now.
    void commit();
    /// Goes back to the value, whatever is typed.
    void forgetTyping();
    /// The family whose phone this is: the others that have it are told while it is typed.
    void setFamily(const RecordId& family);
    /// Who has the phone that was typed; empty where nobody has.
    QString hint() const;
    bool isTyping() const;
    QString typedText() const;

Q_SIGNALS:
    void committed(const homeroom::FieldValue& value);
    /// The person wants to see who has the phone.
    void familyRequested(const homeroom::RecordId& family);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeInput();
    void makeTags();
    void arrange();
    void show();
    void showTags();
    void take(const FieldValue& value);

    PageContext& m_context;
    FieldShape m_shape;
    FieldValue m_value;
    TextLabel* m_label;
    TextLabel* m_problem;
    PhoneHint* m_hint = nullptr; ///< of a phone
    QLineEdit* m_line = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QComboBox* m_choice = nullptr;
    QCheckBox* m_check = nullptr;
    QToolButton* m_tags = nullptr;
    bool m_readOnly = false;
};

} // namespace homeroom
