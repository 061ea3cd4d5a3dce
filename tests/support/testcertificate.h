// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace homeroom::test {

/// A key and a self-signed certificate for "localhost" and 127.0.0.1, made for the tests and used
/// nowhere else.
inline const QByteArray testKey =
    QByteArrayLiteral("-----BEGIN PRIVATE KEY-----\n"
                      "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgwwyjj9sumu3kKlcI\n"
                      "uivbZyshbdGK4+RIZpSfWPLg19yhRANCAATV4GUk5ZnriEMTQfMMKxyyVNwJG7od\n"
                      "yriKJTsMSr9FTMADyjrPIEYoeGrpRAdf3lor6XBpH7LZqupjNjxwCITp\n"
                      "-----END PRIVATE KEY-----\n");

inline const QByteArray testCertificate =
    QByteArrayLiteral("-----BEGIN CERTIFICATE-----\n"
                      "MIIBmzCCAUGgAwIBAgIUPBqspXEBw0KukQ3jTaSsrVIyBsowCgYIKoZIzj0EAwIw\n"
                      "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTIwMjM0MFoYDzIxMjYxMDI4\n"
                      "MjAyMzQwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO\n"
                      "PQMBBwNCAATV4GUk5ZnriEMTQfMMKxyyVNwJG7odyriKJTsMSr9FTMADyjrPIEYo\n"
                      "eGrpRAdf3lor6XBpH7LZqupjNjxwCITpo28wbTAdBgNVHQ4EFgQUbIUeYLOKrbid\n"
                      "OlFiIIgBF0jHtQgwHwYDVR0jBBgwFoAUbIUeYLOKrbidOlFiIIgBF0jHtQgwDwYD\n"
                      "VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI\n"
                      "zj0EAwIDSAAwRQIhAMKl+RwwrgDmyoepyzvK3wwjVgrz4ORbTqRMMUv+WHt0AiAo\n"
                      "nUKRjfFyqrRlN/IQ//3W5YZUE/jHWLa/jvhBe+j7ig==\n"
                      "-----END CERTIFICATE-----\n");

} // namespace homeroom::test
