// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/palettemodel.h"
#include "ui/editing/pagecontext.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace homeroom {

class EmptyState;
class TextLabel;

/// A command of the palette and what it does.
struct PaletteDeed {
    PaletteCommand command{};
    std::function<void()> run{};
};

/// One field over the window in which everything is found: families, notes, commands. The list
/// follows each keystroke; ↑ and ↓ choose while the focus stays in the field. It closes with Esc, a
/// click beside it, and whenever something else takes the focus.
class Palette : public QWidget {
    Q_OBJECT

public:
    /// Lies over `window` while it is open. All arguments must outlive it.
    Palette(const PageContext& context, LiveFamilySearch& families, const RecentFamilies& recent,
        QWidget& window);

    /// Empty, with the families opened last.
    void open(std::vector<PaletteDeed> deeds);
    /// Gives the focus back to where it was.
    void close();
    bool isOpen() const { return !isHidden(); }

    QLineEdit& field() { return *m_field; }
    QListView& list() { return *m_list; }
    const PaletteModel& model() const { return m_model; }

Q_SIGNALS:
    void customerRequested(const homeroom::RecordId& customer);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void arrange();
    void arrangeList();
    void place();
    void type(const QString& typed);
    void walk(int step);
    void walkPage(int step);
    void run(int row);
    void choose();
    void showState();
    void speakCurrent();
    void yieldTo(QWidget* focus);
    int currentRow() const;

    const PageContext& m_context;
    QWidget& m_window;
    PaletteModel m_model;
    std::vector<PaletteDeed> m_deeds;
    struct Chosen {
        QString typed{};
        QString key{};
    };
    Chosen m_chosen{};
    QPointer<QWidget> m_focusBefore;
    QWidget* m_box;
    QLineEdit* m_field;
    QStackedWidget* m_states;
    QListView* m_list;
    EmptyState* m_empty;
    TextLabel* m_hint;
    TextLabel* m_searching;
};

} // namespace homeroom
