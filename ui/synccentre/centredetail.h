// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/resolution.h"
#include "models/store/synccentrequery.h"
#include "ui/editing/pagecontext.h"

#include <QScrollArea>

class QPlainTextEdit;
class QVBoxLayout;

namespace homeroom {

class FieldBlock;
class TextLabel;
class WrappedLabel;

/// One item of the sync centre in full: what it is about, the values side by side or the words that
/// were typed.
class CentreDetail : public QScrollArea {
    Q_OBJECT

public:
    explicit CentreDetail(PageContext& context, QWidget* parent = nullptr);

    /// Null empties the pane.
    void setItem(const CentreItem* item);
    /// Whether one of the fields that are shown is the item's.
    bool shows(const CentreItem& item) const;
    /// Lets go of the fields that are no longer open; the others keep what was decided and typed.
    void follow(const CentreItem& item);
    /// Decides the current field and goes on to the next one that is open.
    void choose(Choice choice);
    /// Goes to another field by `step`.
    void walkFields(int step);
    /// Takes what is being typed as a choice; false where nothing is.
    bool takeTyping();
    /// One for each field; nothing while a field is open.
    std::optional<std::vector<Decision>> decisions() const;
    /// Whether a field is decided or an own value is being typed.
    bool isBegun() const;
    QString words() const;

Q_SIGNALS:
    void decided();

private:
    void clear();
    void addFields(const CentreItem& item);
    void addField(const CentreItem& item, const DisputedField& field);
    void drop(FieldBlock* block);
    void addWords(const CentreItem& item);
    void goTo(size_t block);
    void goOn();
    QString introduction(const CentreItem& item) const;

    PageContext& m_context;
    QWidget* m_body;
    QVBoxLayout* m_column;
    WrappedLabel* m_title;
    TextLabel* m_introduction;
    std::vector<QWidget*> m_parts;
    std::vector<FieldBlock*> m_blocks;
    QPlainTextEdit* m_words = nullptr;
    size_t m_current = 0;
};

} // namespace homeroom
