// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

// Resources of a static library are linked in only when somebody names them, outside a namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(homeroom_translations);
}

namespace homeroom {

using namespace Qt::StringLiterals;

Language::Language(QObject* parent) : QObject(parent)
{
    initialiseResources();
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

UiLanguage Language::shown() const
{
    if (m_language != UiLanguage::System)
        return m_language;
    return QLocale::system().language() == QLocale::Chinese ? UiLanguage::Chinese
                                                            : UiLanguage::English;
}

QLocale Language::locale() const
{
    return shown() == UiLanguage::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                          : QLocale(QLocale::English, QLocale::UnitedStates);
}

void Language::setLanguage(UiLanguage language)
{
    m_language = language;
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale::setDefault(locale());
    const bool chinese = shown() == UiLanguage::Chinese;
    if (chinese && m_qt.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // English is in the sources; its file has the plural forms.
    if (m_own.load(
            chinese ? u":/translations/homeroom_zh_CN.qm"_s : u":/translations/homeroom_en.qm"_s))
        QCoreApplication::installTranslator(&m_own);
    Q_EMIT changed();
}

} // namespace homeroom
