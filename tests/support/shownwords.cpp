// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shownwords.h"

#include <QAbstractItemView>
#include <QMenu>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPlainTextEdit>
#include <QWidget>

namespace homeroom::test {

namespace {

constexpr int dotsPerInch = 96;
constexpr int mostRows = 200;

/// Paints nothing and keeps what is written.
class WordEngine : public QPaintEngine {
public:
    WordEngine() : QPaintEngine(QPaintEngine::AllFeatures) { }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override { }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { }
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override { }
    void drawPath(const QPainterPath&) override { }
    void drawTextItem(const QPointF&, const QTextItem& item) override { words.append(item.text()); }
    Type type() const override { return QPaintEngine::User; }

    QStringList words;
};

class WordDevice : public QPaintDevice {
public:
    explicit WordDevice(const QSize& size) : m_size(size) { }

    QPaintEngine* paintEngine() const override { return &m_engine; }
    const QStringList& words() const { return m_engine.words; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDepth:
            return 32;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dotsPerInch;
        case PdmDevicePixelRatio:
            return 1;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    mutable WordEngine m_engine{};
};

void addRows(QStringList& words, const QAbstractItemView& view)
{
    const QAbstractItemModel* model = view.model();
    for (int row = 0; model && row < qMin(mostRows, model->rowCount(view.rootIndex())); ++row) {
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
            const QModelIndex index = model->index(row, column, view.rootIndex());
            const QString spoken = index.data(Qt::AccessibleTextRole).toString();
            words.append(spoken.isEmpty() ? index.data().toString() : spoken);
            words.append(index.data(Qt::ToolTipRole).toString());
        }
    }
}

void addWords(QStringList& words, const QWidget& widget)
{
    for (const char* property : {"text", "placeholderText", "title", "toolTip", "accessibleName",
             "accessibleDescription", "windowTitle", "plainText", "currentText"})
        words.append(widget.property(property).toString());
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget))
        addRows(words, *view);
    for (const QAction* action : widget.actions()) {
        words.append(action->text());
        if (const QMenu* menu = action->menu())
            addWords(words, *menu);
    }
}

} // namespace

QStringList paintedWords(QWidget& widget)
{
    WordDevice device(widget.size());
    widget.render(&device);
    return device.words();
}

QStringList writtenWords(const QWidget& widget)
{
    QStringList words;
    addWords(words, widget);
    for (const QWidget* part : widget.findChildren<QWidget*>())
        addWords(words, *part);
    words.removeAll(QString());
    return words;
}

} // namespace homeroom::test
