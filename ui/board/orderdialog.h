// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/boardmodel.h"
#include "ui/widgets/formdialog.h"

class QComboBox;
class QLineEdit;

namespace homeroom {

/// Which product was paid, and how much: asked when cards are dropped on a deposit or paid stage.
class OrderDialog : public FormDialog {
    Q_OBJECT

public:
    /// `families` is the number of cards that are moved; each gets an order of this amount.
    OrderDialog(const Theme& theme, const Catalogue& catalogue, const Stage& stage,
        const QString& family, int families, QWidget* parent = nullptr);

    /// Once accepted.
    BoardAnswers answers() const;
    QComboBox& productField() { return *m_product; }
    QLineEdit& amountField() { return *m_amount; }

private:
    void fillProducts(const Catalogue& catalogue, StageRole role);
    void proposePrice();
    QString productProblem() const;
    QString amountProblem() const;

    std::vector<Product> m_products{};
    QComboBox* m_product;
    QLineEdit* m_amount;
    QString m_proposed{}; // what stands in the field by itself
};

} // namespace homeroom
