// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demoorganisation.h"

#include <QTemporaryDir>

#include <map>
#include <memory>

namespace homeroom::bench {

/// A server's database made of demo families, all of the first team.
struct ImageOptions {
    qint64 families = 500;
    size_t keepers = 8; ///< the first tutors of the team, to whom the families go in turn
    qint64 rowsPerFamily = 40; ///< filled up with follow-ups

    auto operator<=>(const ImageOptions&) const = default;
};

class ServerImage {
public:
    explicit ServerImage(const ImageOptions& options);

    /// Writes database and key as `server.db` into the folder.
    void copyTo(const QString& folder) const;
    const DemoUser& user(const QString& name) const;
    const std::vector<DemoUser>& users() const { return m_users; }
    /// Families of a tutor, in the order they were made.
    const std::vector<RecordId>& familiesOf(const QString& name) const;

private:
    QTemporaryDir m_folder;
    std::vector<DemoUser> m_users{};
    std::map<QString, std::vector<RecordId>> m_families{};
};

/// Images made once a run and shared by its benchmarks.
class ServerImages {
public:
    const ServerImage& image(const ImageOptions& options);

private:
    std::map<ImageOptions, std::unique_ptr<ServerImage>> m_images;
};

} // namespace homeroom::bench
