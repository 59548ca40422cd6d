using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Dispatch.Hub.Decoration;

namespace Dispatch.Hub.Hosting;

/// <summary>A body that works, for the endpoints that take one.</summary>
internal static class OpenApiExamples
{
    private const string CommandPrefix = "api/cases/{id}/commands/";

    private const string RosterPrefix = "api/teams/{scope}/roster/";

    private const string Photo = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly FrozenDictionary<string, string> Commands = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["acknowledge"] = """{"note": "Seen, somebody goes there."}""",
        ["arrive"] = """{"occurredAt": "2026-03-02T09:10:00+08:00"}""",
        ["assign"] = """{"officerIds": ["o.zhang", "o.li"]}""",
        ["attach-evidence"] = $$"""{"evidenceIds": ["{{Photo}}"], "note": "The wall as it was at noon."}""",
        ["check"] = """{"passed": true}""",
        ["comment"] = """{"text": "The owner is at home after six."}""",
        ["decide-extension"] = """{"granted": true, "length": "1 wd"}""",
        ["decide-suspension"] = """{"granted": true, "until": "2026-04-01T08:30:00+08:00"}""",
        ["answer-outcome"] = """{"party": "reporter", "answer": "satisfied"}""",
        ["show-photos"] = $$"""{"evidenceIds": ["{{Photo}}"]}""",
        ["end-drill"] = """{"reason": "We have seen enough."}""",
        ["escalate"] = """{"reason": "Nobody answers."}""",
        ["merge"] = """{"intoCaseId": "mJ0c4pQmSxWv1kq3nRZt2A"}""",
        ["offer-accept"] = """{"note": "There in ten minutes."}""",
        ["offer-decline"] = """{"reason": "On another visit."}""",
        ["pass-up"] = """{"reason": "The owner does not open."}""",
        ["reassign"] = """{"officerIds": ["o.wang", "o.li"]}""",
        ["record-milestone"] = """{"milestone": "stop-work"}""",
        ["reject"] = """{"reason": "Not in this street."}""",
        ["call-department"] = """{"departmentIds": ["fire", "gas"], "ground": "emergency", "reason": "The exit is built up, and a gas line runs through it."}""",
        ["department-report-in"] = """{"note": "Two of us are here."}""",
        ["department-answer"] = """{"solved": true, "reason": "The exit is open again."}""",
        ["instruct"] = """{"text": "Report to us what became of this house.", "until": "2026-04-01T08:30:00+08:00"}""",
        ["check-in"] = """{"occurredAt": "2026-03-02T09:30:00+08:00"}""",
        ["raise-alarm"] = """{"where": "Behind building 7", "what": "Two men with bars."}""",
        ["acknowledge-alarm"] = """{"said": "Police are on the way, stay in the car."}""",
        ["end-alarm"] = """{"outcome": "helped"}""",
        ["answer-instruction"] = """{"text": "The owner restores the wall; we look again on Thursday."}""",
        ["reply-external"] = """{"text": "The owner restores the wall by Friday; we look again then."}""",
        ["update-external"] = """{"replyBy": "2026-04-01T17:30:00+08:00", "note": "The hotline gave us two more days."}""",
        ["reopen"] = """{"reason": "The wall is being removed again."}""",
        ["request-extension"] = """{"clock": "rectify", "length": "2 wd", "reason": "The firm delivers on Thursday."}""",
        ["resolve"] = """{"note": "The wall has been restored."}""",
        ["resume"] = """{"note": "The owner is back."}""",
        ["return"] = """{"to": "community:xishan", "reason": "The yard belongs to the community."}""",
        ["review-suspension"] = """{"keep": true, "reason": "The owner comes back on Friday."}""",
        ["set-priority"] = """{"priority": "High", "reason": "Next to the school."}""",
        ["settle"] = """{"note": "The rubble has been carried away."}""",
        ["start-pre-control"] = """{"note": "Talking to the owner."}""",
        ["suspend"] = """{"reason": "The owner is abroad.", "until": "2026-04-01T08:30:00+08:00"}""",
        ["take-back"] = """{"reason": "The owner has agreed to restore."}""",
        ["take-extra-time"] = """{"reason": "The owner is on the way."}""",
        ["decide-card"] = """{"card": 2, "granted": true, "reason": "For the third time this month."}""",
        ["withdraw-card"] = """{"card": 1, "reason": "The bridge was closed that morning."}""",
        ["verify-report"] = """{"confirmed": true}""",
        ["whistle"] = """{"reason": "The firm goes on working.", "onBehalf": {"actorId": "c.chen", "channel": "phone", "said": "They go on, please come."}}""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> RosterChanges = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["plan"] = """{"duty": {"name": "Night", "crews": [["o.zhang", "o.li"], ["o.wang", "o.chen"]], "fromMinute": 1050, "toMinute": 510, "first": "2026-03-09", "turnDays": 7, "least": 2}}""",
        ["end"] = """{"id": "d2", "last": "2026-03-31"}""",
        ["override"] = """{"userName": "o.wang", "replaces": "o.zhang", "from": "2026-03-09T08:30:00+08:00", "to": "2026-03-09T17:30:00+08:00"}""",
        ["ask-swap"] = """{"other": "o.wang", "given": {"from": "2026-03-09T08:30:00+08:00", "to": "2026-03-09T17:30:00+08:00"}}""",
        ["answer-swap"] = """{"id": "s7", "agreed": true}""",
        ["leave"] = """{"from": "2026-03-09T00:00:00+08:00", "to": "2026-03-11T00:00:00+08:00"}""",
        ["decide-leave"] = """{"id": "l8", "granted": true}""",
        ["withdraw"] = """{"id": "o5"}""",
        ["set-skills"] = """{"userName": "o.zhang", "skills": ["DEC-03", "ILL-01"]}""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The example for an endpoint by its path; null where it takes no body.</summary>
    public static JsonNode? For(string path) => path switch
    {
        "api/session" => JsonNode.Parse("""{"userName": "dispatcher", "password": "demo"}"""),
        "api/reports" => JsonNode.Parse(
            """{"type": "DEC-03", "description": "A bay window is being removed.", "place": {"estate": "huayu-qiantang", "building": "7", "unit": "2001"}, "contact": "138 0000 0000"}"""),
        "api/drills" => JsonNode.Parse("""{"type": "DEC-01", "description": "Drill: a load-bearing wall is being broken through.", "place": {"gridId": "xishan-03"}}"""),
        "api/surges" => JsonNode.Parse("""{"scope": "street:xiashi", "until": "2026-03-02T17:30:00+08:00", "reason": "The storm keeps everybody busy.", "raise": "High"}"""),
        "api/surges/{id}/end" => JsonNode.Parse("""{"reason": "The storm is over."}"""),
        "api/sources/{id}/reports" => JsonNode.Parse(
            """{"number": "HN20260302000123", "type": "装修噪音", "description": "夜间装修", "address": "华宇钱塘7幢", "contact": "138 0000 0000", "replyBy": "2026-03-09T17:30:00+08:00"}"""),
        "api/grids/{id}/patrols" => JsonNode.Parse("""{"note": "All quiet."}"""),
        "api/grids/{id}/staffing" or "api/communities/{id}/staffing" =>
            JsonNode.Parse("""{"staffed": false, "from": "2026-03-02T13:30:00+08:00", "to": "2026-03-02T17:30:00+08:00"}"""),
        "api/outages" => JsonNode.Parse("""{"from": "2026-03-02T08:00:00+08:00", "to": "2026-03-02T08:20:00+08:00", "reason": "The street's network was down."}"""),
        "api/teams/{scope}/hand-over/note" => JsonNode.Parse("""{"note": "7-2-2001: the owner comes at 19:00; two officers are to be there."}"""),
        "api/teams/{scope}/hand-over/sign" => JsonNode.Parse("""{"shift": "2026-03-09T08:30:00+08:00"}"""),
        "api/officers/me/presence" => JsonNode.Parse("""{"kind": "onTheMove", "position": {"lat": 30.521, "lon": 120.663}}"""),
        "api/notices/mine/channels" => JsonNode.Parse("""{"channels": ["push", "app", "sms"], "phone": "13800000000"}"""),
        "api/push/subscription" => JsonNode.Parse(
            """{"endpoint": "https://fcm.googleapis.com/fcm/send/dA1b", "keys": {"p256dh": "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM", "auth": "tBHItJI5svbpez7KI4CCXg"}}"""),
        "api/policies/adoptions" => JsonNode.Parse(
            """{"policy": {"id": "xiashi", "version": "3"}, "areas": ["community:xishan"], "from": "2026-03-09T00:00:00+08:00", "reason": "Half the time to acknowledge, tried by one community first."}"""),
        "api/policies/looks" => JsonNode.Parse("""{"policy": {"id": "xiashi", "version": "3"}, "areas": ["community:xishan"]}"""),
        "api/policies/dry-runs" => JsonNode.Parse("""{"policy": {"id": "xiashi", "version": "3"}, "areas": ["community:xishan"], "days": 30}"""),
        _ when path.StartsWith(RosterPrefix, StringComparison.Ordinal) => JsonNode.Parse(RosterChanges[path[RosterPrefix.Length..]]),
        _ => path.StartsWith(CommandPrefix, StringComparison.Ordinal) && Commands.TryGetValue(path[CommandPrefix.Length..], out var body) ? JsonNode.Parse(body) : DecorationExamples.For(path),
    };
}
