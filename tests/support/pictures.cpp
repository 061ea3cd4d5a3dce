// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pictures.h"

#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QDir>
#include <QImage>
#include <QLabel>

namespace homeroom::test {

using namespace Qt::StringLiterals;

QImage pictureOf(QWidget& widget, qreal scale)
{
    QImage image(widget.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    widget.render(&image);
    return image;
}

bool savePicture(QWidget& widget, const QString& name, qreal scale)
{
    QDir folder(QCoreApplication::applicationDirPath());
    const QString pictures = u"../../pictures"_s;
    return folder.mkpath(pictures)
        && pictureOf(widget, scale).save(folder.filePath(pictures + u'/' + name + u".png"_s));
}

QStringList cutTexts(const QWidget& root)
{
    QStringList cut;
    const auto check = [&](const QWidget* widget, const QString& words) {
        const bool narrow = widget->width() < widget->minimumSizeHint().width();
        if (widget->isVisible() && !words.isEmpty() && narrow)
            cut.append(QLatin1StringView(widget->metaObject()->className()) + u": "_s + words);
    };
    for (const auto* button : root.findChildren<QAbstractButton*>())
        check(button, button->text());
    for (const auto* label : root.findChildren<QLabel*>()) {
        if (!label->wordWrap() && !qobject_cast<const ElidedLabel*>(label))
            check(label, label->text());
    }
    return cut;
}

} // namespace homeroom::test
