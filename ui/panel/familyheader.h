// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/familyquery.h"
#include "ui/editing/pagecontext.h"

#include <QWidget>

class QPushButton;

namespace homeroom {

class ElidedLabel;
class FamilyDeeds;
class FlowLayout;
class IconLabel;
class TextLabel;
class TierBadge;

/// Who it is: name, child, phone with the ways to copy it, tier and score with their reasons, tags.
class FamilyHeader : public QWidget {
    Q_OBJECT

public:
    explicit FamilyHeader(PageContext& context, QWidget* parent = nullptr);

    void setFamily(const Family& family);
    void copyPhone();
    void dialPhone();
    void copyWechat();
    FamilyDeeds& deeds() { return *m_deeds; }

Q_SIGNALS:
    /// What the person should know of, such as «Phone copied».
    void told(const QString& sentence);
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    QString ownerWords() const;
    void showContact();
    void showTags();
    void showMinors();
    void retranslate();

    PageContext& m_context;
    Family m_family;
    ElidedLabel* m_name;
    ElidedLabel* m_relation;
    TierBadge* m_tier;
    QPushButton* m_close;
    ElidedLabel* m_child;
    QWidget* m_minors;
    IconLabel* m_minorsIcon;
    TextLabel* m_minorsWords;
    TextLabel* m_phone;
    QPushButton* m_copyPhone;
    QPushButton* m_copyWechat;
    QPushButton* m_unmask;
    FamilyDeeds* m_deeds;
    TextLabel* m_score;
    TextLabel* m_reason;
    QWidget* m_tags;
    FlowLayout* m_tagFlow;
    TextLabel* m_marks;
};

} // namespace homeroom
