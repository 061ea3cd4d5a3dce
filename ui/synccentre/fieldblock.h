// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/resolution.h"
#include "models/store/synccentrequery.h"
#include "ui/editing/pagecontext.h"

#include <QWidget>

namespace homeroom {

class ChoiceCard;
class FieldEditor;

/// One disputed field: before, mine and theirs side by side, and a line for a value that is
/// neither.
class FieldBlock : public QWidget {
    Q_OBJECT

public:
    FieldBlock(PageContext& context, const CentreItem& item, const DisputedField& field,
        QWidget* parent = nullptr);

    /// Choice::Own without a typed value leads into the line for it.
    void choose(Choice choice);
    std::optional<Decision> decision() const;
    const RecordId& conflict() const { return m_field.conflict; }
    bool hasOwn() const { return m_editor != nullptr; }
    /// Whether the person is typing the own value.
    bool isTyping() const;
    /// Takes what is typed as the choice.
    void commitTyping();
    /// The block that digits go to.
    void setCurrent(bool current);

Q_SIGNALS:
    void decided();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ChoiceCard* card(Choice choice) const;
    void arrange(const CentreItem& item);
    void addCard(Choice choice, ChoiceCard* card);
    void makeEditor(const CentreItem& item);
    QString who(const RecordId& user, Milliseconds at) const;

    PageContext& m_context;
    DisputedField m_field;
    ChoiceCard* m_mine = nullptr;
    ChoiceCard* m_theirs = nullptr;
    FieldEditor* m_editor = nullptr;
    std::optional<Choice> m_choice{};
    FieldValue m_own{};
    bool m_current = false;
};

} // namespace homeroom
