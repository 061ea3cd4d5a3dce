// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/messages.h"

namespace homeroom {

// One pair for each message. Decoding refuses bodies that are no UTF-8 JSON object, missing
// members, wrong types and impossible values with Malformed (or what validateField says) and the
// member's name; a body or list above its bound is TooLarge. Unknown members are refused in
// requests, so that no misspelt wish is silently dropped, and passed over in responses, so that a
// newer server may say more.

QByteArray encode(const SignInRequest& request);
QByteArray encode(const RefreshRequest& request);
QByteArray encode(const SessionResponse& response);
QByteArray encode(const PushRequest& request);
QByteArray encode(const PushResponse& response);
QByteArray encode(const PullRequest& request);
/// {"cursor","generation","seq","last","remaining","mark"?,"roots":[[id,"evict"|"full"|"delta"],…],
/// "records":[{"type","cols":[…],"rows":[[…],…]},…],"end":true,"rows":n,"crc":c}. Types stand
/// parents first, so within a root the order of types is not kept. The column `root` is an index
/// into `roots`; columns where no row has a value are left out; keys of `extra` are columns like
/// any other. `rows` counts the records of all types; `crc` is the CRC-32 (as in zlib) of all bytes
/// of the body before `,"end":true`. For a reader whose `columns` are columnsSign(), `cols` are
/// marks (columnmarks.h) in the place of names, except where there are keys of `extra`.
QByteArray encode(const PullPage& page, const QString& columns = {});
QByteArray encode(const WaitResponse& response);
QByteArray encode(const AssignRequest& request);
QByteArray encode(const AssignResponse& response);
/// {"error":{"code","message","field"?}}; a cursor that is of no use any more (Expired, Generation,
/// Schema) also has the member `reason`.
QByteArray encode(const CreateUserRequest& request);
QByteArray encode(const SetPasswordRequest& request);
QByteArray encodeError(const Error& error);

Result<SignInRequest> decodeSignInRequest(const QByteArray& body);
Result<RefreshRequest> decodeRefreshRequest(const QByteArray& body);
Result<SessionResponse> decodeSessionResponse(const QByteArray& body);
Result<PushRequest> decodePushRequest(const QByteArray& body);
Result<PushResponse> decodePushResponse(const QByteArray& body);
Result<PullRequest> decodePullRequest(const QByteArray& body);
/// A page without its end mark, or with a wrong count or crc, is Malformed. Unknown columns are
/// kept in RecordRow::extra and unknown words stay as they are; records of an unknown type are
/// passed over (their schema comes with a new cursor).
Result<PullPage> decodePullPage(const QByteArray& body);
/// What stands at the beginning of a page.
struct PageHead {
    QString cursor{};
    bool last = false;
};
/// Of a page that nobody has checked; nothing where it is not found.
std::optional<PageHead> headOfPage(const QByteArray& body);
Result<WaitResponse> decodeWaitResponse(const QByteArray& body);
Result<AssignRequest> decodeAssignRequest(const QByteArray& body);
Result<AssignResponse> decodeAssignResponse(const QByteArray& body);
Result<CreateUserRequest> decodeCreateUserRequest(const QByteArray& body);
Result<SetPasswordRequest> decodeSetPasswordRequest(const QByteArray& body);
/// The error inside {"error":{…}}; a body that is none gives Unavailable.
Error decodeError(const QByteArray& body);

/// One outcome as push answers carry it and the server keeps it: the same outcome gives the same
/// bytes, so that a repeated push is answered as the first one was.
QJsonObject outcomeToJson(const Outcome& outcome);
Result<Outcome> outcomeFromJson(const QJsonObject& json);

} // namespace homeroom
