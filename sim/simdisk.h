// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"

namespace homeroom::sim {

/// Thrown where a program is killed. No error of the database, so nothing is rolled back: what is
/// in the files now is what the next start finds.
struct Killed { };

/// The disk under one writer: kills the program or fails at a chosen write. Writes are counted,
/// reads are not.
class SimDisk final : public StatementObserver {
public:
    enum class Harm { None, Kill, Full, InputOutput };

    /// The n-th write from now meets this; n = 0 is the next one.
    void arm(Harm harm, int writes)
    {
        m_harm = harm;
        m_left = writes;
        m_atCommit = false;
    }
    /// The next COMMIT meets this.
    void armCommit(Harm harm)
    {
        arm(harm, 0);
        m_atCommit = true;
    }
    void disarm() { m_harm = Harm::None; }
    /// What a write met, since the last call.
    std::vector<Harm> takeMet() { return std::exchange(m_met, {}); }
    bool isArmed() const { return m_harm != Harm::None; }
    /// Whether the program was killed and not started again.
    bool isDead() const { return m_dead; }
    void setDead(bool dead) { m_dead = dead; }
    void aboutToStep(const char* sql) override;

    /// While it lives nothing is counted: the oracle looks at a client's files through its reader.
    class Quiet {
    public:
        explicit Quiet(SimDisk& disk) : m_disk(disk) { ++m_disk.m_quiet; }
        ~Quiet() { --m_disk.m_quiet; }
        Q_DISABLE_COPY_MOVE(Quiet)

    private:
        SimDisk& m_disk;
    };

private:
    std::vector<Harm> m_met{};
    Harm m_harm = Harm::None;
    int m_left = 0;
    bool m_atCommit = false;
    bool m_dead = false;
    int m_quiet = 0;
};

/// Copies of a database's files as they are, without asking SQLite.
struct DatabaseFiles {
    QByteArray main{};
    QByteArray wal{};

    static DatabaseFiles read(const QString& path);
    /// Puts them in the place of what is there.
    void write(const QString& path) const;
};

} // namespace homeroom::sim
