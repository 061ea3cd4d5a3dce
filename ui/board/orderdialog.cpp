// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/orderdialog.h"

#include "ui/editing/phrases.h"

#include <QComboBox>
#include <QLineEdit>

namespace homeroom {

OrderDialog::OrderDialog(const Theme& theme, const Catalogue& catalogue, const Stage& stage,
    const QString& family, int families, QWidget* parent)
    : FormDialog(theme, parent), m_product(new QComboBox), m_amount(new QLineEdit)
{
    setTitle(family.isEmpty() ? tr("Move to %1").arg(stage.name)
                              : tr("Move %1 to %2").arg(family, stage.name));
    if (families > 1)
        setIntroduction(
            tr("An order of this amount is made for each of %n family(s).", nullptr, families));
    else
        setIntroduction(tr("The order is saved together with the move."));
    setAcceptText(tr("Move and save the order"));
    fillProducts(catalogue, stage.role);
    addRow(tr("Product"), m_product, [this] { return productProblem(); });
    addRow(tr("Amount in yuan"), m_amount, [this] { return amountProblem(); });
    connect(m_product, &QComboBox::currentIndexChanged, this, &OrderDialog::proposePrice);
    proposePrice();
    m_amount->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_amount->selectAll();
    m_amount->setFocus();
}

void OrderDialog::fillProducts(const Catalogue& catalogue, StageRole role)
{
    for (const Product& product : catalogue.products()) {
        if (product.active)
            m_products.push_back(product);
    }
    // What families pay for at the end of a camp first.
    std::stable_sort(
        m_products.begin(), m_products.end(), [role](const auto& left, const auto& right) {
            if (left.kind != right.kind)
                return left.kind == ProductKind::Full && right.kind != ProductKind::Full;
            // A deposit is the small one of what they pay for.
            return role == StageRole::Deposit && left.price < right.price;
        });
    for (const Product& product : m_products)
        m_product->addItem(product.name);
}

void OrderDialog::proposePrice()
{
    const int index = m_product->currentIndex();
    if (index < 0 || m_amount->text() != m_proposed)
        return;
    m_proposed = yuanText(m_products[size_t(index)].price);
    m_amount->setText(m_proposed);
}

QString OrderDialog::productProblem() const
{
    return m_product->currentIndex() < 0
        ? tr("There is no product yet. Operations add them under Products.")
        : QString();
}

QString OrderDialog::amountProblem() const
{
    const std::optional<qint64> amount = fenFromYuan(m_amount->text());
    return amount.value_or(0) > 0 ? QString() : tr("Write an amount such as 2990 or 9.90.");
}

BoardAnswers OrderDialog::answers() const
{
    BoardAnswers answers;
    answers.product = m_products[size_t(m_product->currentIndex())];
    answers.amount = fenFromYuan(m_amount->text()).value_or(0);
    return answers;
}

} // namespace homeroom
