// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Longer than a call, during which a tutor reads and does not type: the window must not close in
/// a parent's face. Shorter than a meal, for which a desk is left.
constexpr int lockAfterAtFirst = 15;

} // namespace

Settings::Settings(const QString& file) : m_settings(file, QSettings::IniFormat) { }

void Settings::restore(Theme& theme, Language& language, Shortcuts& shortcuts) const
{
    theme.setMode(ThemeMode(m_settings.value(u"look/theme"_s, int(ThemeMode::System)).toInt()));
    theme.setTextSize(TextSize(m_settings.value(u"look/text"_s, int(TextSize::Normal)).toInt()));
    language.setLanguage(
        UiLanguage(m_settings.value(u"look/language"_s, int(UiLanguage::System)).toInt()));
    QHash<QString, QString> keys;
    const QVariantMap stored = m_settings.value(u"keys"_s).toMap();
    for (auto it = stored.begin(); it != stored.end(); ++it)
        keys.insert(it.key(), it.value().toString());
    shortcuts.setChanges(keys);
}

void Settings::keep(const Theme& theme, const Language& language, const Shortcuts& shortcuts)
{
    m_settings.setValue(u"look/theme"_s, int(theme.mode()));
    m_settings.setValue(u"look/text"_s, int(theme.textSize()));
    m_settings.setValue(u"look/language"_s, int(language.language()));
    QVariantMap keys;
    const QHash<QString, QString> changes = shortcuts.changes();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        keys.insert(it.key(), it.value());
    m_settings.setValue(u"keys"_s, keys);
}

bool Settings::reminders() const
{
    return m_settings.value(u"reminders"_s, true).toBool();
}

void Settings::setReminders(bool on)
{
    m_settings.setValue(u"reminders"_s, on);
}

int Settings::lockAfter() const
{
    return m_settings.value(u"lock/after"_s, lockAfterAtFirst).toInt();
}

void Settings::setLockAfter(int minutes)
{
    m_settings.setValue(u"lock/after"_s, minutes);
}

QString Settings::server() const
{
    return m_settings.value(u"server"_s).toString();
}

void Settings::setServer(const QString& server)
{
    m_settings.setValue(u"server"_s, server);
}

int Settings::panelWidth() const
{
    return m_settings.value(u"window/panel"_s, 0).toInt();
}

void Settings::setPanelWidth(int width)
{
    m_settings.setValue(u"window/panel"_s, width);
}

QString Settings::lastPage() const
{
    return m_settings.value(u"window/page"_s).toString();
}

void Settings::setLastPage(const QString& id)
{
    m_settings.setValue(u"window/page"_s, id);
}

bool Settings::railFolded() const
{
    return m_settings.value(u"window/rail-folded"_s).toBool();
}

void Settings::setRailFolded(bool folded)
{
    m_settings.setValue(u"window/rail-folded"_s, folded);
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(u"window/geometry"_s).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    m_settings.setValue(u"window/geometry"_s, geometry);
}

QString Settings::boardPipeline() const
{
    return m_settings.value(u"board/pipeline"_s).toString();
}

void Settings::setBoardPipeline(const QString& id)
{
    m_settings.setValue(u"board/pipeline"_s, id);
}

QStringList Settings::foldedStages() const
{
    return m_settings.value(u"board/folded"_s).toStringList();
}

void Settings::setFoldedStages(const QStringList& ids)
{
    m_settings.setValue(u"board/folded"_s, ids);
}

} // namespace homeroom
