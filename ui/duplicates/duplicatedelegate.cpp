// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/duplicatedelegate.h"

#include "ui/duplicates/duplicatewords.h"
#include "ui/theme/paint/shapes.h"

#include <QListView>
#include <QPainter>

namespace homeroom {

using namespace Qt::StringLiterals;

DuplicateDelegate::DuplicateDelegate(
    const PageContext& context, const DuplicateModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_context(context), m_theme(context.theme), m_model(model)
{
}

QString DuplicateDelegate::spoken(int row) const
{
    const DuplicatePair* pair = m_model.pair(row);
    if (!pair)
        return {};
    QStringList parts{
        parentText(pair->firstName, m_context), parentText(pair->secondName, m_context)};
    for (const DuplicateReason reason : pair->reasons)
        parts.append(reasonText(reason));
    parts.append(manyText(*pair));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QSize DuplicateDelegate::sizeHint(
    const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width,
        m_theme.lineHeight(TextRole::Body) + m_theme.lineHeight(TextRole::Small) + sizes::margin
            + sizes::grid};
}

void DuplicateDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const DuplicatePair* pair = m_model.pair(index.row());
    if (!pair)
        return;
    painter->save();
    const Colors& colors = m_theme.colors();
    const QRect box = option.rect.adjusted(0, 1, 0, -1);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen)
        paint::box(*painter, box, colors.accentSoft, QColor());
    else if (option.state.testFlag(QStyle::State_MouseOver))
        paint::box(*painter, box, colors.sunken, QColor());
    if (chosen && option.state.testFlag(QStyle::State_HasFocus))
        paint::focusRing(*painter, box, colors);
    const QRect inner =
        option.rect.adjusted(sizes::gap, sizes::grid + 2, -sizes::gap, -sizes::grid);
    const int body = m_theme.lineHeight(TextRole::Body);
    painter->setFont(m_theme.font(TextRole::Strong));
    painter->setPen(colors.text);
    const QString names = u"%1  ·  %2"_s.arg(
        parentText(pair->firstName, m_context), parentText(pair->secondName, m_context));
    painter->drawText(QRect(inner.topLeft(), QSize(inner.width(), body)),
        Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(names, Qt::ElideRight, inner.width()));
    paintReasons(*painter, inner.adjusted(0, body + sizes::grid, 0, 0), *pair);
    painter->restore();
}

void DuplicateDelegate::paintReasons(
    QPainter& painter, const QRect& place, const DuplicatePair& pair) const
{
    const Colors& colors = m_theme.colors();
    painter.setFont(m_theme.font(TextRole::Small));
    const int height = m_theme.lineHeight(TextRole::Small) + 2;
    int left = place.left();
    const auto chip = [&](const QString& words, const QColor& tone) {
        const int width = painter.fontMetrics().horizontalAdvance(words) + 2 * sizes::grid + 4;
        if (words.isEmpty() || left + width > place.right() + 1)
            return;
        const QRect box(left, place.top(), width, height);
        paint::box(painter, box, colors.raised, colors.line);
        painter.setPen(tone);
        painter.drawText(box, Qt::AlignCenter, words);
        left += width + sizes::grid;
    };
    chip(manyText(pair), colors.warn);
    for (const DuplicateReason reason : pair.reasons)
        chip(reasonText(reason), colors.muted);
}

} // namespace homeroom
