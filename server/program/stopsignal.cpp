// SPDX-License-Identifier: GPL-3.0-or-later
// The one file of the server program that knows operating systems.
#include "server/program/stopsignal.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#endif

namespace homeroom {

#ifdef Q_OS_WIN

namespace {

HANDLE stopEvent = nullptr;

BOOL WINAPI stopRequested(DWORD)
{
    SetEvent(stopEvent);
    return TRUE;
}

} // namespace

StopSignal::StopSignal()
{
    stopEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    SetConsoleCtrlHandler(stopRequested, TRUE);
}

void StopSignal::wait()
{
    WaitForSingleObject(stopEvent, INFINITE);
}

#else

namespace {

sigset_t stopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

} // namespace

StopSignal::StopSignal()
{
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // A client that leaves in mid-answer is no reason to end.
    std::signal(SIGPIPE, SIG_IGN);
}

void StopSignal::wait()
{
    const sigset_t signals = stopSignals();
    int received = 0;
    while (sigwait(&signals, &received) != 0) { }
}

#endif

} // namespace homeroom
