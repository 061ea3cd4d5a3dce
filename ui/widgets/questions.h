// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace homeroom {

enum class Weight { Normal, Losing };

struct Question {
    QString title{};
    QString text{}; ///< what will happen
    QString yes{}; ///< words of the deed, never «Yes» or «OK»
    QString no{}; ///< empty: «Cancel»
    Weight weight = Weight::Normal;
};

struct FileQuestion {
    QString title{};
    QString filter{}; ///< as QFileDialog takes it
    QString suggestion{}; ///< folder or file
};

/// What the program asks a person outside of its pages. Every answer comes later through a
/// callback, nothing blocks; tests pass an object that answers from a script instead of windows.
/// `asker` is the window the question belongs to; when it goes away the question does, without an
/// answer.
class Questions {
public:
    using Answer = std::function<void(bool accepted)>;
    /// The chosen path, empty when the person chose none.
    using FileAnswer = std::function<void(const QString& path)>;

    Questions() = default;
    virtual ~Questions() = default;
    Q_DISABLE_COPY_MOVE(Questions)

    virtual void ask(QWidget* asker, const Question& question, Answer answer) = 0;
    virtual void askFileToOpen(QWidget* asker, const FileQuestion& question, FileAnswer answer) = 0;
    virtual void askFileToSave(QWidget* asker, const FileQuestion& question, FileAnswer answer) = 0;
    virtual void askFolder(QWidget* asker, const FileQuestion& question, FileAnswer answer) = 0;
};

} // namespace homeroom
