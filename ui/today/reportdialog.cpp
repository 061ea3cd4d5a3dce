// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/reportdialog.h"

#include "models/store/drafts.h"
#include "models/values/cohortday.h"
#include "ui/editing/phrases.h"
#include "ui/editing/recordtexts.h"
#include "ui/theme/style.h"
#include "ui/today/racepane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int secondsPerMinute = 60;
constexpr int shownLines = 14;
constexpr int textWidth = 480;
constexpr int keepAfterMs = 400; // of quiet
const QString keptName = u"report"_s; // beside what pages keep

/// The parts of a line that there is something to say of.
class Line {
public:
    explicit Line(const QString& title) : m_title(title) { }

    Line& add(qint64 count, const QString& words)
    {
        if (count > 0)
            m_parts.append(words);
        return *this;
    }
    void addTo(QStringList& lines, const QString& nothing = {}) const
    {
        const QString said = m_parts.join(ReportDialog::tr(", ", "between parts"));
        if (!said.isEmpty() || !nothing.isEmpty())
            lines.append(ReportDialog::tr("%1: %2").arg(m_title, said.isEmpty() ? nothing : said));
    }

private:
    QString m_title;
    QStringList m_parts{};
};

QString talksText(const DailyReport& report)
{
    const qint64 minutes = (report.callSeconds + secondsPerMinute - 1) / secondsPerMinute;
    return ReportDialog::tr("%1 calls, %2 of them talks, %3 minutes")
        .arg(report.calls)
        .arg(report.talks)
        .arg(minutes);
}

void addCohort(QStringList& lines, const CohortRace& race)
{
    Line line(ReportDialog::tr("%1 · %2", "cohort, day").arg(race.name, cohortDayText(race.day)));
    for (const Metric metric : {Metric::Friend, Metric::Group, Metric::Attendance, Metric::Finish,
             Metric::Homework, Metric::Deposit, Metric::Conversion}) {
        const MetricCount& count = race.numbers[metric];
        line.add(count.denominator,
            ReportDialog::tr("%1 %2/%3 (%4)", "metric, numerator, denominator, rate")
                .arg(metricName(metric))
                .arg(count.numerator)
                .arg(count.denominator)
                .arg(rateText(count)));
    }
    line.addTo(lines);
}

} // namespace

QString reportText(const DailyReport& report, const PageContext& context)
{
    const QDate today = dateAt(context.clock.now(), context.zone);
    const QString person = catalogueName(context.catalogue, RecordKind::User, context.viewer.user);
    QStringList lines{
        ReportDialog::tr("Report of %1").arg(today.toString(Qt::ISODate)) + u"  "_s + person};
    Line(ReportDialog::tr("Contacts"))
        .add(report.families, ReportDialog::tr("%n families", nullptr, int(report.families)))
        .add(report.calls, talksText(report))
        .add(report.messages, ReportDialog::tr("%1 messages").arg(report.messages))
        .add(report.visits, ReportDialog::tr("%1 visits").arg(report.visits))
        .addTo(lines, ReportDialog::tr("none"));
    Line(ReportDialog::tr("Preparation"))
        .add(report.friends, ReportDialog::tr("%1 new friends").arg(report.friends))
        .add(report.groups, ReportDialog::tr("%1 joined the group").arg(report.groups))
        .addTo(lines);
    const auto sales = [](const QString& words, const DaySales& of) {
        return words.arg(of.orders).arg(yuanText(of.amount));
    };
    Line(ReportDialog::tr("Orders"))
        .add(report.sales.orders, sales(ReportDialog::tr("%1 courses, %2"), report.sales))
        .add(report.deposits.orders, sales(ReportDialog::tr("%1 deposits, %2"), report.deposits))
        .add(report.refunds.orders, sales(ReportDialog::tr("%1 refunds, %2"), report.refunds))
        .addTo(lines);
    Line(ReportDialog::tr("Tasks"))
        .add(report.tasksDone, ReportDialog::tr("%1 done").arg(report.tasksDone))
        .add(report.tasksLeft, ReportDialog::tr("%1 left").arg(report.tasksLeft))
        .addTo(lines);
    if (report.cohort)
        addCohort(lines, *report.cohort);
    Line(ReportDialog::tr("Tomorrow"))
        .add(report.promisesTomorrow,
            ReportDialog::tr("%n families planned", nullptr, int(report.promisesTomorrow)))
        .add(report.tasksTomorrow, ReportDialog::tr("%1 tasks").arg(report.tasksTomorrow))
        .addTo(lines);
    return lines.join(u'\n');
}

ReportDialog::ReportDialog(const PageContext& context, QWidget* parent)
    : FormDialog(context.theme, parent), m_context(context), m_text(new QPlainTextEdit),
      m_again(new QPushButton(tr("Draft it anew")))
{
    setObjectName(u"report"_s);
    setTitle(tr("Daily report"));
    setAcceptText(tr("Copy"));
    m_text->setObjectName(u"reportText"_s);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumWidth(textWidth);
    m_text->setMinimumHeight(context.theme.lineHeight(TextRole::Body) * shownLines);
    m_again->setObjectName(u"draftAnew"_s);
    m_again->setAutoDefault(false);
    setButtonKind(*m_again, ButtonKind::Quiet);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::gap);
    column->addWidget(m_text, 1);
    column->addWidget(m_again, 0, Qt::AlignLeft);
    body->setFocusProxy(m_text);
    m_text->setAccessibleName(tr("Text"));
    addRow(tr("Text"), body, [this] {
        return m_text->toPlainText().trimmed().isEmpty() ? tr("There is nothing to copy.")
                                                         : QString();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, &ReportDialog::check);
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(keepAfterMs);
    connect(&m_keeping, &QTimer::timeout, this, &ReportDialog::keep);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_isDraft = false;
        m_keeping.start();
    });
    connect(m_again, &QPushButton::clicked, this, &ReportDialog::draft);
    connect(this, &QDialog::accepted, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText().trimmed());
        Q_EMIT told(tr("Report copied"));
    });
    showKept();
}

ReportDialog::~ReportDialog()
{
    if (m_keeping.isActive())
        keep();
}

QString ReportDialog::today() const
{
    return dateAt(m_context.clock.now(), m_context.zone).toString(Qt::ISODate);
}

void ReportDialog::showKept()
{
    const QJsonObject kept = pageState(m_context.workspace.reader(), keptName);
    if (kept.value(u"day"_s).toString() != today())
        return draft();
    m_text->setPlainText(kept.value(u"text"_s).toString());
    m_keeping.stop();
}

void ReportDialog::keep()
{
    m_keeping.stop();
    if (!m_isDraft)
        keepPageState(m_context.workspace.store(), keptName,
            {{u"day"_s, today()}, {u"text"_s, m_text->toPlainText()}});
}

void ReportDialog::draft()
{
    const ChipMoment moment{m_context.clock.now(), m_context.zone};
    m_context.workspace
        .query([viewer = m_context.viewer, moment](Database& database) {
            return Result<DailyReport>(readDailyReport(database, viewer, moment));
        })
        .then(this, [this](const Result<DailyReport>& report) {
            if (!report.ok())
                return setFormError(tr("The day cannot be read. Try again."));
            m_text->setPlainText(reportText(*report, m_context));
            m_keeping.stop();
            m_isDraft = true;
            keepPageState(m_context.workspace.store(), keptName, {});
        });
}

} // namespace homeroom
