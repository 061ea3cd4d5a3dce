<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Sentences</name>
    <message>
        <source>This was changed since. Open the record to see its present value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later records belong to this one. Undo those first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or password is wrong. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached. Your work is kept and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program is too old for the server. Install the update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not understand the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is wrong. Nothing was opened or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version wrote this profile. Install the update to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has this profile open. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain. Choose a passphrase instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk refused the change. Nothing was saved; check free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else was faster. Look at the present value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value cannot be saved. Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
