// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/cataloguesection.h"

class QTabWidget;

namespace homeroom {

class ToolbarRow;

/// What operations keep in order: pipelines with their stages, tags, channels, products and custom
/// fields. Others read it.
class OperationsPage : public QWidget {
    Q_OBJECT

public:
    explicit OperationsPage(PageContext& context, QWidget* parent = nullptr);

    /// The section of a type, for tests and links from other pages.
    CatalogueSection* section(RecordKind kind) const;
    void showSection(RecordKind kind);
    /// How many cards stand in the stage; they must go somewhere before it is removed.
    qint64 cardsIn(const Stage& stage) const;
    /// Removes a stage after moving its cards; `target` is null where there are none.
    void removeStage(const RecordRow& stage, const RecordId& target);
    /// Gives families whose source text names a channel that channel.
    void matchSources();
    /// Says that nothing matched, and what waits for a channel.
    void tellUnmatched();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makePipelines();
    CatalogueSection* addSection(SectionPlan plan);
    void followPipeline();
    void askRemoval(const RecordRow& row);
    void askTarget(const RecordRow& stage, qint64 cards);
    void remove(const RecordRow& row);
    void retranslate();

    PageContext& m_context;
    ToolbarRow* m_toolbar;
    QTabWidget* m_tabs;
    QPushButton* m_match;
    std::vector<CatalogueSection*> m_sections;
};

} // namespace homeroom
