using System.Text.Json.Nodes;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Tests.Decoration.Committee;

/// <summary>The figures of a month a second time: from names and JSON fields of stored events, without any of the product's rules.</summary>
internal sealed class RawMonth(IReadOnlyList<StoredHistory> histories, DateTimeOffset from, DateTimeOffset to, DateTimeOffset asOf)
{
    private static readonly string[] Answers = ["Acknowledged", "Settled", "Rejected", "Whistled", "Verified", "Arrived", "Resolved", "Returned"];

    private static readonly Dictionary<string, string> Scenes = new()
    {
        ["DEC-03"] = "illegal-decoration",
        ["ILL-02"] = "illegal-construction",
        ["GRN-01"] = "greening-damage",
        ["FIRE-01"] = "other",
    };

    /// <summary>Lines of the form <c>section/line: count of whole + earlier</c>.</summary>
    public IEnumerable<string> Figures()
    {
        var cases = Of("case").Where(one => In(one[0].At) && !Flag(one[0], "drill")).ToList();
        var counted = cases.Where(one => !Has(one, "Rejected")).ToList();
        var standing = counted.Where(one => Field(one.Last(record => record.Name == "Entered"), "status") != "AwaitingVerification").ToList();
        var closed = cases.Where(one => Has(one, "Closed")).ToList();
        yield return $"rates/response: {cases.Count(one => one.Any(IsAnswer))} of {cases.Count}";
        yield return $"rates/resolution: {cases.Count(one => Has(one, "Settled"))} of {counted.Count}";
        yield return $"rates/satisfaction: {cases.Count(one => one.Exists(record => record.Name == "OutcomeAnswered" && Field(record, "answer") == "satisfied"))} of {cases.Count(one => Has(one, "OutcomeAnswered"))}";
        yield return $"rates/on-time: {closed.Count(one => !Has(one, "DeadlineMissed"))} of {closed.Count}";

        foreach (var scene in Scenes.Values)
        {
            yield return $"scenes/{scene}: {standing.Count(one => Scenes[Field(one[0], "type")] == scene)}";
        }

        var violations = standing.Where(one => Scenes[Field(one[0], "type")] != "other").ToList();
        var foreseen = Of("review").SelectMany(one => one).Where(one => one.Name == "HarmForeseen").Select(one => Json(one)["harm"]!).ToList();
        var drawn = Of("estate").SelectMany(one => one).Where(one => one.Name == "FloorPlanDrawn").SelectMany(one => Json(one)["units"]!.AsArray().Select(unit => (string)unit!)).ToList();
        var atBay = violations.Count(one => foreseen.Exists(harm => (string)harm["type"]! == Field(one[0], "type")) && drawn.Contains(Unit(one[0])));
        yield return $"spots/bay-window: {atBay}";
        foreach (var kind in (string[])["equipment-balcony", "roof", "courtyard", "structural-wall", "other"])
        {
            yield return $"spots/{kind}: 0";
        }

        yield return $"spots/elsewhere: {violations.Count - atBay}";

        var quarter = Of("case").Where(one => one[0].At >= from.AddMonths(-2) && one[0].At < to && !Has(one, "Rejected") && !Flag(one[0], "drill") && Unit(one[0]).Length > 0);
        var repeats = quarter.GroupBy(one => Unit(one[0])).Where(flat => flat.Count() > 1).Select(flat => flat.OrderBy(one => one[0].At).Skip(1).Count(one => In(one[0].At))).Where(n => n > 0).ToList();
        yield return $"repeat-flats/flats: {repeats.Count}";
        yield return $"repeat-flats/cases: {repeats.Sum()}";
        yield return $"cards/yellow: {cases.Sum(one => one.Count(record => record.Name == "CardIssued" && Field(record, "colour") == "Yellow"))}";
        yield return $"cards/red: {cases.Sum(one => one.Count(record => record.Name == "CardIssued" && Field(record, "colour") == "Red"))}";

        var finished = Of("review").SelectMany(one => one).Where(one => one.Name == "ReviewFinished").ToList();
        yield return $"reviews/finished: {finished.Count(one => In(one.At))}";
        yield return $"reviews/since-start: {finished.Count} + 4";
        var handOvers = Of("estate").SelectMany(one => one).Where(one => one.Name == "HandOverPlanned").Select(one => Field(one, "on")).Where(day => day.StartsWith("2026-09", StringComparison.Ordinal)).ToList();
        yield return $"reviews/handed-over-reviewed: {finished.Count} of {handOvers.Count}";
        yield return $"reviews/handed-over-without: {handOvers.Count - finished.Count}";

        var filings = Of("filing").SelectMany(one => one).Where(one => In(one.At)).ToList();
        yield return $"filings/filed: {filings.Count(one => one.Name == "WorksFiled")}";
        yield return $"filings/completed: {filings.Count(one => one.Name == "FilingCompleted")}";
        yield return $"filings/refused: {filings.Count(one => one.Name == "FilingRefused")}";
        var inspected = filings.Where(one => one.Name == "WorksInspected").ToList();
        var late = inspected.Count(one => filings.Exists(other => other.Name == "DeadlineMissed" && other.At < one.At
            && Field(other, "clock") == $"{Field(one, "stage")}-1"));
        yield return $"filings/inspections-in-time: {inspected.Count - late} of {inspected.Count}";
        yield return "filings/inspections-waiting: 0";

        var rounds = Of("round").SelectMany(one => one).Where(one => In(one.At)).ToList();
        var visits = Of("visit").SelectMany(one => one).Where(one => one.Name == "VisitHeld" && In(one.At)).ToList();
        yield return $"visits/rounds-walked: {rounds.Count(one => one.Name == "RoundWalked")}";
        yield return $"visits/rounds-missed: {rounds.Count(one => one.Name == "DeadlineMissed" && Field(one, "clock") == "round-walk")}";
        yield return $"visits/visits-held: {visits.Count}";
        yield return $"visits/visits-avoided: {visits.Sum(one => (int)Json(one)["avoided"]!)}";

        var sessions = Of("session").SelectMany(one => one).Where(one => In(one.At)).ToList();
        foreach (var (line, name) in (IEnumerable<(string, string)>)[("held", "SessionHeld"), ("asked", "QuestionAsked"), ("published", "AnswersPublished"), ("signed", "SpotListSigned")])
        {
            yield return $"teaching/{line}: {sessions.Count(one => one.Name == name)}";
        }

        // No session is held in the small month, so nothing lies before or after one.
        yield return "teaching/violations-before: 0";
        yield return "teaching/violations-after: 0";

        var mediations = Of("mediation").SelectMany(one => one).ToList();
        yield return $"mediations/opened: {mediations.Count(one => one.Name == "MediationOpened" && In(one.At))}";
        yield return $"mediations/agreed: {mediations.Count(one => one.Name == "MediationHeld" && In(one.At) && Json(one)["agreement"] is not null)}";
        yield return $"mediations/kept: {mediations.Count(one => one.Name == "MediationFollowedUp" && In(one.At) && Flag(one, "kept"))}";
        yield return $"mediations/since-start: {mediations.Count(one => one.Name == "MediationOpened")} + 21";

        var pilots = Of("pilot").SelectMany(one => one).ToList();
        yield return $"pilots/going-on: {Of("pilot").Count(one => !Has(one, "PilotAdopted") && !Has(one, "PilotCalledOff"))}";
        yield return $"pilots/shared: {pilots.Count(one => one.Name == "PilotShared" && In(one.At))}";
        yield return $"pilots/adopted: {pilots.Count(one => one.Name == "PilotAdopted" && In(one.At))}";
    }

    private IEnumerable<List<EventRecord>> Of(string kind) =>
        histories.Where(one => one.OwnerId.StartsWith($"{kind}:", StringComparison.Ordinal)).Select(one => one.Events.Where(record => record.At < asOf).ToList()).Where(one => one.Count > 0);

    private bool In(DateTimeOffset at) => at >= from && at < to;

    private static bool IsAnswer(EventRecord record) => Answers.Contains(record.Name) && record.Actor != "system";

    private static bool Has(List<EventRecord> events, string name) => events.Exists(one => one.Name == name);

    private static JsonNode Json(EventRecord record) => JsonNode.Parse(record.Data)!;

    private static string Field(EventRecord record, string name) => (string?)Json(record)[name] ?? "";

    private static bool Flag(EventRecord record, string name) => (bool?)Json(record)[name] ?? false;

    private static string Unit(EventRecord reported) => (string?)Json(reported)["place"]!["unit"] ?? "";
}
