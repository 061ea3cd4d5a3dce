// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

namespace homeroom {

/// Languages of the interface. Sources are English; Simplified Chinese is complete.
enum class UiLanguage { System, English, Chinese };

/// The language of the program, switchable while it runs: every widget gets a LanguageChange event
/// and sets its texts again. One is made beside the QApplication.
class Language : public QObject {
    Q_OBJECT

public:
    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    UiLanguage language() const { return m_language; }
    void setLanguage(UiLanguage language);
    /// What is shown now: English or Chinese, never System.
    UiLanguage shown() const;
    QLocale locale() const;

Q_SIGNALS:
    void changed();

private:
    UiLanguage m_language = UiLanguage::System;
    QTranslator m_own;
    QTranslator m_qt; // Qt's own texts: file dialogs, menus of text fields
};

} // namespace homeroom
