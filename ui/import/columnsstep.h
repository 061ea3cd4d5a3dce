// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"
#include "ui/import/readsheet.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace homeroom {

class ColumnTable;
class ElidedLabel;
class TextLabel;
class ValuesPane;

/// How the sheet was understood, where its columns go, and how families are found.
class ColumnsStep : public QWidget {
    Q_OBJECT

public:
    explicit ColumnsStep(PageContext& context, QWidget* parent = nullptr);

    /// `sheet` must stay until the next call.
    void setSheet(const ReadSheet& sheet);
    ImportChoices choices() const;
    /// Whether something was chosen here that differs from what the sheet came with.
    bool isChangedByHand() const { return m_sheet && choices() != m_given; }
    /// What is missing before a rehearsal makes sense; empty when nothing is.
    QString problem() const;

    ColumnTable& columns() { return *m_columns; }
    ValuesPane& values() { return *m_values; }
    QComboBox& encodingBox() { return *m_encoding; }
    QComboBox& delimiterBox() { return *m_delimiter; }
    QComboBox& modeBox() { return *m_mode; }
    QComboBox& keyBox() { return *m_key; }
    QLineEdit& emptyField() { return *m_empty; }
    QCheckBox& consentBox() { return *m_consent; }

Q_SIGNALS:
    /// The person says how the file is to be read.
    void readingChanged(const homeroom::ImportReading& reading);
    void choicesChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeReadingRow();
    QWidget* makeChoiceRow();
    void connectParts();
    void fillBoxes();
    void fillKeys();
    void showValues();
    void showCard();
    void showConsent();
    void takeChoices();
    void requestReading();
    void retranslate();

    PageContext& m_context;
    const ReadSheet* m_sheet = nullptr;
    ImportChoices m_given{}; ///< as the sheet came
    ElidedLabel* m_name;
    TextLabel* m_encodingLabel;
    QComboBox* m_encoding;
    TextLabel* m_delimiterLabel;
    QComboBox* m_delimiter;
    ColumnTable* m_columns;
    ValuesPane* m_values;
    TextLabel* m_modeLabel;
    QComboBox* m_mode;
    TextLabel* m_keyLabel;
    QComboBox* m_key;
    TextLabel* m_emptyLabel;
    QLineEdit* m_empty;
    QCheckBox* m_card;
    QCheckBox* m_consent;
};

} // namespace homeroom
