// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/filtertext.h"

#include <algorithm>
#include <string_view>

namespace homeroom {

QByteArray filterKey(QStringView text)
{
    return text.toString().normalized(QString::NormalizationForm_KC).toLower().toUtf8();
}

QList<QByteArray> filterTerms(QStringView typed)
{
    QList<QByteArray> terms = filterKey(typed).simplified().split(' ');
    terms.removeAll(QByteArray());
    return terms;
}

bool matchesFilter(QByteArrayView key, const QList<QByteArray>& terms)
{
    const std::string_view text(key.data(), size_t(key.size()));
    return std::all_of(terms.begin(), terms.end(), [&](const QByteArray& term) {
        return text.find(std::string_view(term.data(), size_t(term.size())))
            != std::string_view::npos;
    });
}

} // namespace homeroom
