// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace homeroom {

class AdminPage;
class CommandClient;

/// Lets the admin page's dialogs speak with the server: they stay open until it has answered.
/// `client` must outlive the page.
void linkAdmin(AdminPage& page, CommandClient& client);

} // namespace homeroom
