// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/duplicates/duplicatequery.h"
#include "ui/editing/pagecontext.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace homeroom {

class TextLabel;

/// Says under a field for a phone, while it is typed, which family here has the number already;
/// also offline. Saving is not hindered: two families may have one number.
class PhoneHint : public QWidget {
    Q_OBJECT

public:
    /// Watches `field`.
    PhoneHint(const PageContext& context, const QLineEdit& field, QWidget* parent = nullptr);

    QPushButton& openButton() { return *m_open; }

    /// The family that is being edited, whose own numbers are no news.
    void setFamily(const RecordId& family) { m_family = family; }
    /// What was typed is not meant any more.
    void forget();
    /// Empty while nobody has it.
    QString sentence() const;

Q_SIGNALS:
    void familyRequested(const homeroom::RecordId& family);

private:
    void look(const QString& typed);
    void say(const std::optional<PhoneHolder>& holder);

    const PageContext& m_context;
    RecordId m_family{};
    RecordId m_holder{};
    TextLabel* m_sentence;
    QPushButton* m_open;
    quint64 m_question = 0; ///< answers to older ones are dropped
};

} // namespace homeroom
