// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/simclient.h"

#include <QTemporaryDir>

namespace homeroom::sim {

inline const QString everyPassword = QStringLiteral("secret-password");

/// A small organisation with a signed-in, synced profile for each person, made once a process;
/// every run starts from copies of its files.
class SimImage {
public:
    SimImage();

    struct Family {
        int number;
        RecordId root;
    };
    const std::vector<Person>& people() const { return m_people; }
    const std::vector<Family>& families() const { return m_families; }
    const DatabaseFiles& server() const { return m_server; }
    const DatabaseFiles& profile(const QString& name) const { return m_profiles.at(name); }
    RecordId idOf(const QString& name) const { return m_ids.at(name); }
    /// Where runs keep their files: in memory where the system has such a folder.
    QString folder() const { return m_folder.path(); }

private:
    void fillServer(SimServer& server);
    void addPeople(IdFactory& ids, const std::function<void(const RecordRow&)>& sink);
    void addCatalogue(IdFactory& ids, const std::function<void(const RecordRow&)>& sink);
    void addFamilies(IdFactory& ids, const std::function<void(const RecordRow&)>& sink);
    void addFamily(IdFactory& ids, const std::function<void(const RecordRow&)>& sink,
        const RecordId& owner, const RecordId& team);
    void makeProfile(SimTime& time, SimServer& server, const Person& person, int number);

    QTemporaryDir m_folder;
    std::vector<Person> m_people{};
    std::vector<Family> m_families{};
    std::map<QString, RecordId> m_ids{};
    std::vector<RecordId> m_stages{};
    RecordId m_pipeline{};
    DatabaseFiles m_server{};
    std::map<QString, DatabaseFiles> m_profiles{};
};

} // namespace homeroom::sim
