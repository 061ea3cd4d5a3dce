// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/messages.h"

namespace homeroom {

// One pair for each message. Decoding refuses bodies that are no UTF-8 JSON object, unknown or
// missing members, wrong types and impossible values with Malformed (or what validateField says)
// and the member's name.

QByteArray encode(const SignInRequest& request);
QByteArray encode(const RefreshRequest& request);
QByteArray encode(const SessionResponse& response);
QByteArray encode(const PushRequest& request);
QByteArray encode(const PushResponse& response);
QByteArray encode(const PullRequest& request);
/// Records by column: {"type","cols":[…],"rows":[[…]]}; the body ends with
/// {"end":true,"rows":n,"crc":…} (sync.md section 4).
QByteArray encode(const PullPage& page);
QByteArray encode(const AssignRequest& request);
QByteArray encode(const AssignResponse& response);
QByteArray encodeError(const Error& error);

Result<SignInRequest> decodeSignInRequest(const QByteArray& body);
Result<RefreshRequest> decodeRefreshRequest(const QByteArray& body);
Result<SessionResponse> decodeSessionResponse(const QByteArray& body);
Result<PushRequest> decodePushRequest(const QByteArray& body);
Result<PushResponse> decodePushResponse(const QByteArray& body);
Result<PullRequest> decodePullRequest(const QByteArray& body);
/// A page without its end mark, or with a wrong count or crc, is Malformed.
Result<PullPage> decodePullPage(const QByteArray& body);
Result<AssignRequest> decodeAssignRequest(const QByteArray& body);
Result<AssignResponse> decodeAssignResponse(const QByteArray& body);
/// The error inside {"error":{…}}; a body that is none gives Unavailable.
Error decodeError(const QByteArray& body);

} // namespace homeroom
