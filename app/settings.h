// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/boardsettings.h"
#include "ui/frame/shortcuts.h"
#include "ui/frame/windowsettings.h"
#include "ui/language/language.h"
#include "ui/theme/theme.h"

#include <QSettings>

namespace homeroom {

/// What the program remembers of this person on this computer outside of the encrypted database:
/// looks, keys, window. Never a name, phone, key or token.
class Settings final : public WindowSettings, public BoardSettings {
public:
    /// `file` is an INI file; it need not exist.
    explicit Settings(const QString& file);

    void restore(Theme& theme, Language& language, Shortcuts& shortcuts) const;
    void keep(const Theme& theme, const Language& language, const Shortcuts& shortcuts);

    /// Whether the person is told of what is due; on unless they switched it off.
    bool reminders() const;
    void setReminders(bool on);

    /// Minutes without a key or a mouse after which the window locks; 0: never.
    int lockAfter() const;
    void setLockAfter(int minutes);

    QString server() const;
    void setServer(const QString& server);

    int panelWidth() const override;
    void setPanelWidth(int width) override;
    bool railFolded() const override;
    void setRailFolded(bool folded) override;
    QString lastPage() const override;
    void setLastPage(const QString& id) override;
    QByteArray windowGeometry() const override;
    void setWindowGeometry(const QByteArray& geometry) override;
    QString boardPipeline() const override;
    void setBoardPipeline(const QString& id) override;
    QStringList foldedStages() const override;
    void setFoldedStages(const QStringList& ids) override;

private:
    QSettings m_settings;
};

} // namespace homeroom
