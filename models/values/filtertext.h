// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

namespace homeroom {

/// The form in which typed filters and filtered texts meet: compatibility-composed (full-width and
/// half-width are one), lower case, UTF-8.
QByteArray filterKey(QStringView text);

/// A typed filter as its terms, each of which must occur: «王 浩» finds 王芳 with the child 浩浩.
QList<QByteArray> filterTerms(QStringView typed);

/// Whether every term occurs in the key.
bool matchesFilter(QByteArrayView key, const QList<QByteArray>& terms);

} // namespace homeroom
