// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/commandmessages.h"
#include "sync/scheduler.h"
#include "sync/session.h"

namespace homeroom {

/// The commands that are online only. Each takes effect at most once, however often its answer is
/// lost: all attempts of one call carry one Idempotency-Key. What a command changed comes back as
/// records by the pull that `changed` asks for.
class CommandClient {
public:
    /// Collaborators; all outlive the client.
    struct Parts {
        Session& session;
        Scheduler& scheduler;
        IdFactory& ids;
        std::function<void()> changed{}; ///< after a command that moved something
    };
    template <typename Answer> using Answered = std::function<void(Result<Answer>)>;
    using Done = std::function<void(Result<void>)>;

    explicit CommandClient(Parts parts) : m_parts(std::move(parts)) { }
    ~CommandClient();
    CommandClient(const CommandClient&) = delete;
    CommandClient& operator=(const CommandClient&) = delete;

    // Errors of all: those the server names; Forbidden without asking it where the role alone says
    // no; Unavailable and Timeout where no answer came after all attempts. The command may have
    // been done even so: the next pull tells.
    void assign(const AssignRequest& request, Answered<AssignResponse> done);
    void claim(const ClaimRequest& request, Answered<MovedResponse> done);
    void returnToPool(const ReturnRequest& request, Answered<MovedResponse> done);
    void merge(const MergeRequest& request, Answered<MovedResponse> done);
    void unmerge(const UnmergeRequest& request, Answered<MovedResponse> done);
    void unmask(const UnmaskRequest& request, Answered<UnmaskResponse> done);
    void noteExport(const ExportNotice& notice, Done done);
    void poolList(const PoolListRequest& request, Answered<PoolListResponse> done);

    void createUser(const CreateUserRequest& request, Done done);
    void setPassword(const SetPasswordRequest& request, Done done);
    void deactivate(const RecordId& user, Done done);
    void moveUser(const MoveUserRequest& request, Done done);

private:
    using Finished = std::function<void(Result<QByteArray>)>;
    struct Attempt {
        TransportRequest request{};
        Finished finished{};
        int left = 0;
    };

    /// Forbidden where the role may not; otherwise nothing.
    Result<void> preflight(Right right) const;
    template <typename Answer, typename Decode>
    void ask(QLatin1StringView path, const QByteArray& body, Decode decode,
        const Answered<Answer>& done);
    void tell(QLatin1StringView path, const QByteArray& body, const Done& done);
    void send(QLatin1StringView path, const QByteArray& body, Finished finished);
    void attempt(const Attempt& attempt);
    void again(const Attempt& attempt, Milliseconds retryAfter);

    Parts m_parts;
    std::vector<quint64> m_timers{};
    /// Answers that come after the client's end find this gone.
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace homeroom
