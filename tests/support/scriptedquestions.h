// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/questions.h"

#include <QList>

namespace homeroom::test {

/// Answers every question at once from a script, so that no test waits for a window. A question
/// nobody expected is declined; `asked` tells what was asked, in order.
class ScriptedQuestions : public Questions {
public:
    QList<Question> asked;
    QList<FileQuestion> askedFiles;

    void willAnswer(bool accepted) { m_answers.append(accepted); }
    void willChoose(const QString& path) { m_paths.append(path); }

    void ask(QWidget*, const Question& question, Answer answer) override
    {
        asked.append(question);
        answer(m_answers.isEmpty() ? false : m_answers.takeFirst());
    }
    void askFileToOpen(QWidget*, const FileQuestion& question, FileAnswer answer) override
    {
        choose(question, answer);
    }
    void askFileToSave(QWidget*, const FileQuestion& question, FileAnswer answer) override
    {
        choose(question, answer);
    }
    void askFolder(QWidget*, const FileQuestion& question, FileAnswer answer) override
    {
        choose(question, answer);
    }

private:
    void choose(const FileQuestion& question, const FileAnswer& answer)
    {
        askedFiles.append(question);
        answer(m_paths.isEmpty() ? QString() : m_paths.takeFirst());
    }

    QList<bool> m_answers;
    QList<QString> m_paths;
};

} // namespace homeroom::test
