// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/fieldshape.h"

#include <QWidget>

#include <functional>

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
    /// How the field's text may be shown now. A text that is shown otherwise than it is cannot be
    /// edited meanwhile, so that no mask is ever written.
    using Shown = std::function<QString(const QString& text)>;
    void setShown(Shown shown) { m_shown = std::move(shown); }
    /// Texts may be shown otherwise now: what is typed is committed, or hidden where it cannot be.
    void followPrivacy();
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
    void showText();
    void showTags();
    void showReadOnly();
    QString shownText(const QString& text) const { return m_shown ? m_shown(text) : text; }
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
    Shown m_shown{};
    bool m_readOnly = false;
    bool m_masked = false; ///< it shows less than it holds
};

} // namespace homeroom
