// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/privacymask.h"
#include "ui/editing/pagecontext.h"

#include <QHash>
#include <QObject>

namespace homeroom {

/// Whether the screen is shared just now, so that names, phones and what else tells a family apart
/// are masked wherever they are painted or said. Off at every start: who shares a screen says so,
/// and who does not must not wonder where the names are. It changes nothing of what is stored or
/// copied.
class PrivacyMode : public QObject {
    Q_OBJECT

public:
    /// `workspace` must outlive it.
    explicit PrivacyMode(Workspace& workspace, QObject* parent = nullptr);

    bool isOn() const { return m_on; }
    void setOn(bool on);
    void toggle() { setOn(!m_on); }
    /// What names this family in texts; read once until something of the family changes. Under 1
    /// ms.
    const FamilyMask& maskOf(const RecordId& family) const;

Q_SIGNALS:
    /// It was switched: everything that shows families is to be painted and said anew.
    void changed();

private:
    void follow(const ChangeSet& changes);

    Workspace& m_workspace;
    bool m_on = false;
    mutable QHash<RecordId, FamilyMask> m_masks{};
};

// What people see and hear of a family passes through these. As it is where no screen is shared.

/// A parent's, child's or guardian's name.
QString shownName(const QString& name, const PageContext& context);
/// A phone as it is stored, for display.
QString shownPhone(const QString& stored, const PageContext& context);
/// A messenger's id or nick, or an address.
QString shownContact(const QString& text, const PageContext& context);
/// What a person wrote about a family: its names and numbers stand in notes and next steps, too.
QString shownWords(const QString& words, const RecordId& family, const PageContext& context);
/// A field's text, by what the field is; other fields are words.
QString shownField(RecordKind kind, const FieldDescription& field, const QString& text,
    const RecordId& family, const PageContext& context);
/// A sentence that may name any of the families that these changes touch.
QString shownSentence(
    const QString& sentence, const ChangeSet& changes, const PageContext& context);
/// Whether the screen is shared.
bool isMasking(const PageContext& context);
/// The context in which words are what they are, for what is stored or compared.
PageContext asStored(PageContext context);

} // namespace homeroom
