<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BoardCardTexts</name>
    <message numerus="yes">
        <source>%n day(s) in this column</source>
        <translation>
            <numerusform>%n day in this column</numerusform>
            <numerusform>%n days in this column</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkEdits</name>
    <message numerus="yes">
        <source>Tagged %n families</source>
        <translation>
            <numerusform>Tagged %n family</numerusform>
            <numerusform>Tagged %n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Untagged %n families</source>
        <translation>
            <numerusform>Untagged %n family</numerusform>
            <numerusform>Untagged %n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed the tier of %n families</source>
        <translation>
            <numerusform>Changed the tier of %n family</numerusform>
            <numerusform>Changed the tier of %n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Planned the next step of %n families</source>
        <translation>
            <numerusform>Planned the next step of %n family</numerusform>
            <numerusform>Planned the next step of %n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n families as added</source>
        <translation>
            <numerusform>Marked %n family as added</numerusform>
            <numerusform>Marked %n families as added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n families as in the group</source>
        <translation>
            <numerusform>Marked %n family as in the group</numerusform>
            <numerusform>Marked %n families as in the group</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message numerus="yes">
        <source>%n change(s), %1 since %2</source>
        <translation>
            <numerusform>%n change, %1 since %2</numerusform>
            <numerusform>%n changes, %1 since %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n family</numerusform>
            <numerusform>%n families</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message numerus="yes">
        <source>%n field(s) changed</source>
        <translation>
            <numerusform>%n field changed</numerusform>
            <numerusform>%n fields changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message numerus="yes">
        <source>No contact for %n days</source>
        <translation>
            <numerusform>No contact for %n day</numerusform>
            <numerusform>No contact for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::AccountNotice</name>
    <message numerus="yes">
        <source>%n change(s) of this computer were refused. The sync centre says which and why.</source>
        <translation>
            <numerusform>%n change of this computer was refused. The sync centre says which and why.</numerusform>
            <numerusform>%n changes of this computer were refused. The sync centre says which and why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of this computer were not sent yet. For 14 days after the deactivation the server takes them: notes arrive, changes of families become suggestions for your team lead.</source>
        <translation>
            <numerusform>%n change of this computer was not sent yet. For 14 days after the deactivation the server takes it: notes arrive, changes of families become suggestions for your team lead.</numerusform>
            <numerusform>%n changes of this computer were not sent yet. For 14 days after the deactivation the server takes them: notes arrive, changes of families become suggestions for your team lead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of this computer were not sent, and the server takes none any more. They stay here, encrypted, and are sent if the account is opened again. Until then you can copy the text in the sync centre.</source>
        <translation>
            <numerusform>%n change of this computer was not sent, and the server takes none any more. It stays here, encrypted, and is sent if the account is opened again. Until then you can copy the text in the sync centre.</numerusform>
            <numerusform>%n changes of this computer were not sent, and the server takes none any more. They stay here, encrypted, and are sent if the account is opened again. Until then you can copy the text in the sync centre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::BulkMenu</name>
    <message numerus="yes">
        <source>Next step of %n families</source>
        <translation>
            <numerusform>Next step of %n family</numerusform>
            <numerusform>Next step of %n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families moved to %1</source>
        <translation>
            <numerusform>%n family moved to %1</numerusform>
            <numerusform>%n families moved to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::CallFlow</name>
    <message numerus="yes">
        <source>%n call(s), %1 talks, %2 minutes</source>
        <translation>
            <numerusform>%n call, %1 talks, %2 minutes</numerusform>
            <numerusform>%n calls, %1 talks, %2 minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::CardMover</name>
    <message numerus="yes">
        <source>%n cards moved to %1</source>
        <translation>
            <numerusform>%n card moved to %1</numerusform>
            <numerusform>%n cards moved to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::ColumnHeader</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::ConditionsDialog</name>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n family</numerusform>
            <numerusform>%n families</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::CustomersPage</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::DeactivateDialog</name>
    <message numerus="yes">
        <source>%n families stay with the person until somebody hands them over.</source>
        <translation>
            <numerusform>%n family stays with the person until somebody hands it over.</numerusform>
            <numerusform>%n families stay with the person until somebody hands them over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::DuplicateDetail</name>
    <message numerus="yes">
        <source>%n families have this in common: rather a number or name that was typed for want of one. The oldest of them and one other are shown.</source>
        <translation>
            <numerusform>%n family has this in common.</numerusform>
            <numerusform>%n families have this in common: rather a number or name that was typed for want of one. The oldest of them and one other are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::DuplicatesPage</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::FamilyChipBar</name>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::FamilyDeeds</name>
    <message numerus="yes">
        <source>Hand over %n families</source>
        <translation>
            <numerusform>Hand over %n family</numerusform>
            <numerusform>Hand over %n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families handed over to %1</source>
        <translation>
            <numerusform>%n family handed over to %1</numerusform>
            <numerusform>%n families handed over to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Return %n families to the pool?</source>
        <translation>
            <numerusform>Return %n family to the pool?</numerusform>
            <numerusform>Return %n families to the pool?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families returned to the pool</source>
        <translation>
            <numerusform>%n family returned to the pool</numerusform>
            <numerusform>%n families returned to the pool</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::HistoryDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::LostDialog</name>
    <message numerus="yes">
        <source>The reason is kept with each of %n family(s).</source>
        <translation>
            <numerusform>The reason is kept with the family.</numerusform>
            <numerusform>The reason is kept with each of %n families.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::MergeDialog</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n follow-up</numerusform>
            <numerusform>%n follow-ups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::OpenWindow</name>
    <message numerus="yes">
        <source>%n change(s) have not been sent. They stay on this computer, encrypted, but who signs out of a deactivated account cannot sign in again: they are sent only if it is opened again.</source>
        <translation>
            <numerusform>%n change has not been sent. It stays on this computer, encrypted, but who signs out of a deactivated account cannot sign in again: it is sent only if that is opened again.</numerusform>
            <numerusform>%n changes have not been sent. They stay on this computer, encrypted, but who signs out of a deactivated account cannot sign in again: they are sent only if that is opened again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not been sent yet. They stay on this computer, encrypted, and are sent when you sign in here again; nobody else can. Until then your team does not see them.</source>
        <translation>
            <numerusform>%n change has not been sent yet. It stays on this computer, encrypted, and is sent when you sign in here again; nobody else can. Until then your team does not see it.</numerusform>
            <numerusform>%n changes have not been sent yet. They stay on this computer, encrypted, and are sent when you sign in here again; nobody else can. Until then your team does not see them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::OperationsPage</name>
    <message numerus="yes">
        <source>%n card(s) stand in it. Where shall they go?</source>
        <translation>
            <numerusform>%n card stands in it. Where shall it go?</numerusform>
            <numerusform>%n cards stand in it. Where shall they go?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families got their channel</source>
        <translation>
            <numerusform>%n family got its channel</numerusform>
            <numerusform>%n families got their channel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts have no channel: %1</source>
        <translation>
            <numerusform>%n text has no channel: %1</numerusform>
            <numerusform>%n texts have no channel: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::OrderDialog</name>
    <message numerus="yes">
        <source>An order of this amount is made for each of %n family(s).</source>
        <translation>
            <numerusform>An order of this amount is made for the family.</numerusform>
            <numerusform>An order of this amount is made for each of %n families.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::PoolModel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::PoolPage</name>
    <message numerus="yes">
        <source>%n families are yours now</source>
        <translation>
            <numerusform>%n family is yours now</numerusform>
            <numerusform>%n families are yours now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Claim %n families</source>
        <translation>
            <numerusform>Claim %n family</numerusform>
            <numerusform>Claim %n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::RefusalWatch</name>
    <message numerus="yes">
        <source>The server refused %n change(s).</source>
        <translation>
            <numerusform>The server refused %n change.</numerusform>
            <numerusform>The server refused %n changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::ReportDialog</name>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n family</numerusform>
            <numerusform>%n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families planned</source>
        <translation>
            <numerusform>%n family planned</numerusform>
            <numerusform>%n families planned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::SettingsDialog</name>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::SignInDialog</name>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::TodayPage</name>
    <message numerus="yes">
        <source>%n overdue task(s)</source>
        <translation>
            <numerusform>%n overdue task</numerusform>
            <numerusform>%n overdue tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) for today</source>
        <translation>
            <numerusform>%n task for today</numerusform>
            <numerusform>%n tasks for today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n family</numerusform>
            <numerusform>%n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n families</source>
        <translation>
            <numerusform>%1: %n family</numerusform>
            <numerusform>%1: %n families</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::Tray</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to come today</source>
        <translation>
            <numerusform>%n still to come today</numerusform>
            <numerusform>%n still to come today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::UserDialog</name>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
</TS>
