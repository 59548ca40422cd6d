using System.Globalization;
using System.Text;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>Writes <c>docs/lifecycle.md</c> from the decider's own tables; a test fails when the file is stale.</summary>
internal static class LifecycleDocument
{
    /// <summary>The document.</summary>
    public static string Write()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # The life of a case

            Generated from the decider (`DISPATCH_WRITE_DOCS=1 dotnet test --project tests/Grains.Tests` writes it again); do not edit.

            ## Commands

            Every command is refused with

            """);
        text.Append(string.Join(", ", CaseGate.Codes.Select(Code))).Append(" where that applies, and with\n`idempotency-key-reused` when its key came before with another body.\n\n");
        text.Append("| command | statuses | roles | further refusals |\n| --- | --- | --- | --- |\n");
        text.Append(CultureInfo.InvariantCulture, $"| `report` | - | {Roles("report")} | `already-reported`, `unknown-type`, `invalid-text`, `invalid-value`, `unknown-evidence` |\n");
        foreach (var rule in CommandTable.Rules)
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(rule.Command.Name);
            text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {Statuses(rule)} | {Roles(name)} | {string.Join(", ", rule.Refusals.Select(Code))} |\n");
        }

        text.Append("\n## Statuses and commands\n\n");
        Matrix(text);
        text.Append("\n## What an expiry does\n\nA pack names one of these for each clock.\n\n| expiry | what happens |\n| --- | --- |\n");
        foreach (var expiry in Enum.GetValues<Expiry>())
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{JsonNamingPolicy.KebabCaseLower.ConvertName(expiry.ToString())}` | {Effect(expiry)} |\n");
        }

        text.Append(
            """

            `suspension-end`, which the command `suspend` sets, brings the case back: its other clocks run on.
            Entering supervision starts `supervise` and leaves status, responsible party and other clocks as they are; while it lasts,
            a further miss is recorded only. `assign`, `reassign`, `arrive`, `record-milestone`, `resolve`, `settle`, `check`, `take-back`,
            `return` and a granted extension of the missed clock end it.

            ## Automatic offers

            Where the pack has `offers` with `automatic`, a case that comes to `AwaitingDispatch` is offered in the same commit to as many of the best
            officers as its type asks for. This needs a roster of the street's team and a clock `accept`.

            - The first to accept leads, and everybody who is asked by then goes along. Nobody else has to accept.
            - Whoever declines is replaced at once by the next best, and `accept` begins anew. So is whoever went off duty or out of reach, which is
              looked at by each mark of `accept`, and when somebody accepts.
            - An expired `accept` ends the round; the next one asks the next best, without a word to the captain.
            - An officer is asked once since the last whistle. After the pack's number of rounds, or with too few officers left, `OffersEnded` says who was
              left out and why, the captain is alarmed, and the case awaits dispatch under `assign`. Each mark of `assign` looks whether enough have come
              on duty, as long as rounds are left and the case is not under supervision.
            - An automatic offer does not end supervision; the first accept does.
            - `assign` and `reassign` stay possible, with any officers; `Assigned` says `overruled` where they replace those whom the ranking chose.

            ## More time

            What a pack says in `extensions`, `suspension`, `returns` and `extraTime`; without a block nothing of it happens.

            `extension-decision` runs from the request to the decision; when it runs out, the machine refuses or grants as the pack says.
            When the clock that it is about stops, the request lapses. Under `suspension.approval` the `suspend` of a dispatcher or captain
            is a request: clocks run on, `suspension-decision` runs, and a request that nobody decides on lapses, as does one of a case that
            is resolved, returned or closed. A supervisor's own `suspend` parks at once. While a case is suspended, `suspension-review` asks
            the supervisor each period; a review that was missed is counted and shown, and resumes nothing.
            `take-extra-time` is the responsible party's own, on a running clock that is not urgent.
            Under `offline` a command that was given in time and arrives after its clock had fired is answered as
            [0006](adr/0006-offline-truth.md) says; without it the case has moved on.
            A case came back when it reaches a party again that had returned it: the board shows it.

            Beside a case's course run the clocks of called departments, `report-in:ID` and then `answer:ID`, and the committee's
            `instruction`. No status waits for them, a return leaves them running, and the end of the case cancels them. Each time that a
            department has not reported in, the next rung of the pack's ladder follows and the clock runs again: `tell` (dispatcher and
            the department's leader), `supervise` (the same with a yellow card on the department, and supervision, which its reporting
            in ends); after the last rung a miss is recorded only, as is that of an answer or an instruction.

            ## On site, safe

            Where the pack's `safety.checkIn` has the type, `check-in` runs from entering `OnSite` until the officers leave it; each `check-in`
            command starts it anew, from when it was given. It stands still with a suspension. The first time it runs out the officers of the
            visit are asked for each other, and it runs again for `pair`; the second time, and at once for an officer alone, the captain is
            alarmed and the machine raises an alarm, which a sign ends.

            `raise-alarm` has a place in every open status and is never refused for whose case it is. `alarm` runs until `acknowledge-alarm`;
            each time it runs out the next of dispatcher, captain and supervisor is asked, and after the supervisor it stands. Whoever raised an
            alarm neither acknowledges nor ends it. While one is open, whatever would end the case, park it or send it away is refused with
            `alarm-open`. Level, status, responsible party and other clocks are left alone, and neither clock makes a case late or counts in a figure.

            """);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Statuses(CommandRule rule) =>
        rule.Statuses.Count == Enum.GetValues<CaseStatus>().Length ? "any" : string.Join(", ", rule.Statuses.Order().Select(status => $"`{status}`"));

    private static string Roles(string command) =>
        string.Join(", ", CommandRoles.ByCommand[command].Where(role => role != Role.System).Order().Select(role => JsonNamingPolicy.CamelCase.ConvertName(role.ToString())));

    private static string Code(RefusalCode code) => $"`{JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString())}`";

    private static void Matrix(StringBuilder text)
    {
        text.Append("| status | level | responsible | commands that have a place in it |\n| --- | --- | --- | --- |\n");
        foreach (var status in Enum.GetValues<CaseStatus>())
        {
            var commands = CommandTable.Rules.Where(rule => rule.Statuses.Contains(status)).Select(rule => $"`{JsonNamingPolicy.KebabCaseLower.ConvertName(rule.Command.Name)}`");
            text.Append(CultureInfo.InvariantCulture, $"| `{status}` | {status.Level()?.ToString() ?? "as before"} | {Responsible(status)} | {string.Join(", ", commands)} |\n");
        }
    }

    private static string Responsible(CaseStatus status) => status switch
    {
        CaseStatus.AwaitingVerification or CaseStatus.AtGrid => "the grid",
        CaseStatus.AwaitingCommunity or CaseStatus.PreControl => "the community",
        CaseStatus.AwaitingDispatch or CaseStatus.Offered => "the street",
        CaseStatus.EnRoute or CaseStatus.OnSite => "the leading officer",
        CaseStatus.AwaitingCheck => "the checker",
        CaseStatus.Suspended => "as before",
        _ => "nobody",
    };

    private static string Effect(Expiry expiry) => expiry switch
    {
        Expiry.StepUp => "At the grid the case goes to the community, of a public report marked unverified; at the community the street is whistled automatically; at the street the supervisor sees to it.",
        Expiry.AlarmThenSupervision => "The captain is alarmed and the clock runs again; the second time since the last whistle, until an accept, a yellow card and supervision.",
        Expiry.WithdrawOffer => "The offer is withdrawn and the case awaits dispatch again; where the pack offers automatically the next round begins, else the captain is told.",
        Expiry.CardThenSupervision => "A yellow card, the captain told, and the clock runs again; the second time since the accept supervision.",
        Expiry.NextChecker => "The next checker is asked in the order grid worker, community, dispatcher, leaving out the party that handled the case; after the dispatcher supervision.",
        Expiry.RedCard => "A red card: the last rung.",
        Expiry.Record => "It is recorded.",
        _ => throw new ArgumentOutOfRangeException(nameof(expiry), expiry, "An expiry without a sentence."),
    };
}
