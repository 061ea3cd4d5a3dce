// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/screenwords.h"

#include "tests/support/screenrules.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QTabBar>
#include <QTextDocument>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int outlinedRows = 1; // the page is meant, not the families on it

QString plain(QString text)
{
    if (Qt::mightBeRichText(text)) {
        QTextDocument document;
        document.setHtml(text);
        text = document.toPlainText();
    }
    return text.remove(QRegularExpression(u"&(?=\\w)"_s)).simplified();
}

/// What a height or a width lacks for the words of a label.
QString cutLabel(const QLabel& label)
{
    const QRect room = label.contentsRect();
    const QString text = plain(label.text());
    if (label.wordWrap()) {
        const int needed = label.heightForWidth(label.width());
        return needed > label.height() ? u"%1 of %2 px high"_s.arg(label.height()).arg(needed)
                                       : QString();
    }
    const int needed = label.fontMetrics().horizontalAdvance(text) + 2 * label.margin();
    return needed > room.width() ? u"%1 of %2 px wide"_s.arg(room.width()).arg(needed) : QString();
}

QString cutPlaceholder(const QLineEdit& field)
{
    QStyleOptionFrame option;
    option.initFrom(&field);
    const int room = field.style()
                         ->subElementRect(QStyle::SE_LineEditContents, &option, &field)
                         .adjusted(field.textMargins().left(), 0, -field.textMargins().right(), 0)
                         .width();
    const int needed = field.fontMetrics().horizontalAdvance(field.placeholderText());
    const bool shown = field.text().isEmpty();
    return shown && needed > room ? u"%1 of %2 px wide"_s.arg(room).arg(needed) : QString();
}

QString cutTabs(const QTabBar& tabs)
{
    for (int i = 0; i < tabs.count(); ++i) {
        const int needed = tabs.fontMetrics().horizontalAdvance(plain(tabs.tabText(i)));
        if (tabs.isTabVisible(i) && needed > tabs.tabRect(i).width())
            return u"tab "_s + tabs.tabText(i);
    }
    return {};
}

QString cutColumns(const QHeaderView& header)
{
    const QAbstractItemModel* model = header.model();
    if (!model || header.orientation() != Qt::Horizontal)
        return {};
    for (int i = 0; i < header.count(); ++i) {
        const QString text = model->headerData(i, Qt::Horizontal).toString();
        const int needed = header.fontMetrics().horizontalAdvance(text);
        if (!header.isSectionHidden(i) && needed > header.sectionSize(i))
            return u"column "_s + text;
    }
    return {};
}

QStringList rowsOf(const QAbstractItemView& view)
{
    QStringList rows;
    const QAbstractItemModel* model = view.model();
    for (int row = 0; model && row < std::min(outlinedRows, model->rowCount(view.rootIndex()));
         ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
            const QModelIndex index = model->index(row, column, view.rootIndex());
            const QString spoken = index.data(Qt::AccessibleTextRole).toString();
            cells.append(spoken.isEmpty() ? index.data().toString() : spoken);
        }
        rows.append(u"- "_s + cells.join(u" | "_s));
    }
    return rows;
}

QStringList sayingsOf(const QWidget* widget)
{
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
        QStringList texts;
        for (int i = 0; i < tabs->count(); ++i)
            texts.append(plain(tabs->tabText(i)));
        return {u"[ "_s + texts.join(u" | "_s) + u" ]"_s};
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
        QStringList texts;
        for (int i = 0; header->model() && i < header->count(); ++i) {
            if (header->orientation() == Qt::Horizontal && !header->isSectionHidden(i))
                texts.append(header->model()->headerData(i, Qt::Horizontal).toString());
        }
        return texts.isEmpty() ? QStringList() : QStringList{u"| "_s + texts.join(u" | "_s)};
    }
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget))
        return rowsOf(*view);
    const QString words = wordsOf(widget);
    return words.isEmpty() ? QStringList() : QStringList{words};
}

void outline(const QWidget* widget, int depth, QString& text)
{
    static const QRegularExpression number(u"\\d+"_s);
    for (QString line : sayingsOf(widget))
        text += QString(depth * 2, u' ') + line.replace(number, u"0"_s).simplified() + u'\n';
    for (const QObject* child : widget->children()) {
        const auto* part = qobject_cast<const QWidget*>(child);
        if (part && part->isVisible() && !part->isWindow())
            outline(part, depth + (sayingsOf(widget).isEmpty() ? 0 : 1), text);
    }
}

} // namespace

QString wordsOf(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return plain(label->text());
    if (const auto* chip = qobject_cast<const Chip*>(widget)) {
        const QString count = chip->count() ? u" %1"_s.arg(*chip->count()) : QString();
        return chip->label() + count; // which it paints itself
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        return plain(button->text());
    if (const auto* box = qobject_cast<const QComboBox*>(widget))
        return box->currentText();
    if (const auto* field = qobject_cast<const QLineEdit*>(widget))
        return field->text().isEmpty() ? field->placeholderText() : field->text();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
        return text->toPlainText().isEmpty() ? text->placeholderText() : text->toPlainText();
    return {};
}

QRect wordsRect(const QWidget* widget)
{
    return wordsOf(widget).isEmpty() ? QRect() : widget->contentsRect();
}

QString cutWords(const QWidget* widget)
{
    if (qobject_cast<const ElidedLabel*>(widget) || wordsOf(widget).isEmpty()) {
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            return cutTabs(*tabs);
        if (const auto* header = qobject_cast<const QHeaderView*>(widget))
            return cutColumns(*header);
        return {};
    }
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return cutLabel(*label);
    if (const auto* field = qobject_cast<const QLineEdit*>(widget))
        return cutPlaceholder(*field);
    if (qobject_cast<const QAbstractButton*>(widget)) {
        const int needed = widget->minimumSizeHint().width();
        if (needed > widget->width())
            return u"%1 of %2 px wide"_s.arg(widget->width()).arg(needed);
    }
    return {};
}

QString outlineOf(const QWidget& window)
{
    QString text;
    outline(&window, 0, text);
    return text;
}

} // namespace homeroom::test
