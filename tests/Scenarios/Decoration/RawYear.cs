using System.Globalization;
using System.Text.Json.Nodes;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Decoration;

/// <summary>The committee's figures of one estate a second time: from names and JSON fields of stored events, without any of the product's rules.</summary>
internal sealed class RawYear(IReadOnlyDictionary<string, IReadOnlyList<EventRecord>> owners, DateTimeOffset asOf)
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    /// <summary>What takes a case up or hands it on.</summary>
    private static readonly string[] Answers =
    [
        "Verified", "Settled", "PassedUp", "Acknowledged", "PreControlStarted", "TakenBack", "Assigned", "OfferAccepted", "Arrived", "MilestoneRecorded",
        "Resolved", "Returned", "Suspended", "Rejected", "Merged", "DepartmentsCalled",
    ];

    private static readonly Dictionary<string, string> Scenes = JsonNode
        .Parse(File.ReadAllText(Repository.PathOf("samples", "xiashi", "policy.json")))!["types"]!.AsArray()
        .ToDictionary(type => (string)type!["code"]!, type => (string?)type!["scene"] ?? "other");

    /// <summary>Every line of a month's report, as <c>section/line: count of whole + earlier</c>, and of its quarter's competition.</summary>
    /// <param name="month">The first day.</param>
    public IEnumerable<string> Figures(DateOnly month)
    {
        var (from, to) = (Begins(month), Begins(month.AddMonths(1)));
        var first = month.AddMonths(-((month.Month - 1) % 3));
        var (quarterFrom, quarterTo) = (Begins(first), Begins(first.AddMonths(3)));
        bool In(DateTimeOffset at) => at >= from && at < to;
        bool InQuarter(DateTimeOffset at) => at >= quarterFrom && at < quarterTo;

        var all = Of("case").ToList();
        var cases = all.Where(one => In(one[0].At)).ToList();
        var closed = cases.Where(one => Status(one) == "Closed").ToList();
        var said = cases.Select(one => one.LastOrDefault(record => record.Name == "OutcomeAnswered")).OfType<EventRecord>().ToList();
        yield return $"rates/response: {cases.Count(one => one.Any(IsAnswer))} of {cases.Count}";
        yield return $"rates/resolution: {cases.Count(one => Status(one) is "Closed" or "AwaitingCheck")} of {cases.Count(one => Status(one) is not ("Rejected" or "Merged"))}";
        yield return $"rates/satisfaction: {said.Count(one => Field(one, "answer") == "satisfied")} of {said.Count}";
        yield return $"rates/on-time: {closed.Count(one => !Has(one, "DeadlineMissed"))} of {closed.Count}";

        var standing = cases.Where(Stands).ToList();
        foreach (var scene in Scenes.Values.Distinct())
        {
            yield return $"scenes/{scene}: {standing.Count(one => SceneOf(one) == scene)}";
        }

        var atBay = standing.Count(one => IsViolation(one) && Field(one[0], "type") == "DEC-03" && GrownEstate.FirstRooms.Contains(Flat(one)));
        yield return $"spots/bay-window: {atBay}";
        yield return $"spots/elsewhere: {standing.Count(IsViolation) - atBay}";
        foreach (var kind in (string[])["equipment-balcony", "roof", "courtyard", "structural-wall", "other"])
        {
            yield return $"spots/{kind}: 0";
        }

        var violations = all.Where(one => InQuarter(one[0].At) && IsViolation(one)).OrderBy(one => one[0].At).ToList();
        var repeats = violations.GroupBy(Flat).SelectMany(flat => flat.Skip(1)).ToList();
        yield return $"repeat-flats/flats: {repeats.Where(one => In(one[0].At)).Select(Flat).Distinct().Count()}";
        yield return $"repeat-flats/cases: {repeats.Count(one => In(one[0].At))}";
        yield return $"cards/yellow: {Cards(cases, "Yellow")}";
        yield return $"cards/red: {Cards(cases, "Red")}";

        var reviewed = Events("review", "ReviewFinished").ToList();
        var handedOver = In(Begins(DateOnly.Parse(Field(Events("estate", "HandOverPlanned").Last(), "on"), CultureInfo.InvariantCulture)));
        yield return $"reviews/finished: {reviewed.Count(one => In(one.At))}";
        yield return $"reviews/since-start: {reviewed.Count} + 4";
        yield return $"reviews/handed-over-reviewed: {(handedOver ? 1 : 0)} of {(handedOver ? 1 : 0)}";
        yield return "reviews/handed-over-without: 0";

        var (made, inTime, waiting) = Inspections(In);
        yield return $"filings/filed: {Events("filing", "WorksFiled").Count(one => In(one.At))}";
        yield return $"filings/completed: {Events("filing", "FilingCompleted").Count(one => In(one.At))}";
        yield return $"filings/refused: {Events("filing", "FilingRefused").Count(one => In(one.At))}";
        yield return $"filings/inspections-in-time: {inTime} of {made}";
        yield return $"filings/inspections-waiting: {waiting}";

        var held = Events("visit", "VisitHeld").Where(one => In(one.At)).ToList();
        yield return $"visits/rounds-walked: {Events("round", "RoundWalked").Count(one => In(one.At))}";
        yield return $"visits/rounds-missed: {Events("round", "DeadlineMissed").Count(one => In(one.At) && Field(one, "clock") == "round-walk")}";
        yield return $"visits/visits-held: {held.Count}";
        yield return $"visits/visits-avoided: {held.Sum(one => (int)Json(one)["avoided"]!)}";

        var (before, after) = Effect(violations, InQuarter, quarterFrom, quarterTo);
        yield return $"teaching/held: {Events("session", "SessionHeld").Count(one => In(one.At))}";
        yield return $"teaching/asked: {Events("session", "QuestionAsked").Count(one => In(one.At))}";
        yield return $"teaching/published: {Events("session", "AnswersPublished").Count(one => In(one.At))}";
        yield return $"teaching/signed: {Events("session", "SpotListSigned").Count(one => In(one.At))}";
        yield return $"teaching/violations-before: {before}";
        yield return $"teaching/violations-after: {after}";

        var mediations = Events("mediation", "MediationOpened").ToList();
        yield return $"mediations/opened: {mediations.Count(one => In(one.At))}";
        yield return $"mediations/agreed: {Events("mediation", "MediationHeld").Count(one => In(one.At) && Json(one)["agreement"] is not null)}";
        yield return $"mediations/kept: {Events("mediation", "MediationFollowedUp").Count(one => In(one.At) && (bool)Json(one)["kept"]!)}";
        yield return $"mediations/since-start: {mediations.Count} + 21";
        foreach (var line in (string[])["going-on", "shared", "adopted"])
        {
            yield return $"pilots/{line}: 0";
        }

        yield return $"competition/stopped: {Met("round-stop:", InQuarter)}";
        yield return $"competition/reported: {violations.Count(one => Field(one[0], "source").Equals("PropertyManager", StringComparison.OrdinalIgnoreCase)) + Met("round-report:", InQuarter)}";
        yield return $"competition/rounds-kept: {Of("round").Count(one => one.Any(record => record.Name == "RoundWalked" && InQuarter(record.At)) && !one.Any(record => record.Name == "DeadlineMissed" && Field(record, "clock") == "round-walk"))}";
        yield return $"competition/repeat-flats: {repeats.Count}";
    }

    /// <summary>The inspections made in a month, those of them before which no deadline ran out, and those that are late to this day.</summary>
    private (int Made, int InTime, int Waiting) Inspections(Func<DateTimeOffset, bool> inMonth)
    {
        var (made, inTime, waiting) = (0, 0, 0);
        foreach (var flat in Of("filing"))
        {
            var late = new HashSet<string>();
            var risen = new HashSet<(int Number, string Stage)>();
            foreach (var record in flat)
            {
                switch (record.Name)
                {
                    case "DeadlineMissed":
                        late.Add(Field(record, "clock"));
                        break;
                    case "InspectionEscalated":
                        risen.Add(Stage(record));
                        break;
                    case "WorksInspected":
                        risen.Remove(Stage(record));
                        var wasLate = late.Remove($"{Dashed(Field(record, "stage"))}-{Stage(record).Number}");
                        made += inMonth(record.At) ? 1 : 0;
                        inTime += inMonth(record.At) && !wasLate ? 1 : 0;
                        break;
                    case "FilingCompleted" or "FilingWithdrawn" or "FilingRefused":
                        risen.RemoveWhere(one => one.Number == (int)Json(record)["number"]!);
                        break;
                    default:
                        break;
                }
            }

            waiting += risen.Count;
        }

        return (made, inTime, waiting);
    }

    /// <summary>Violations in as many days before each session of the quarter as after it: 90, or as many as the quarter has on both sides until now.</summary>
    private (int Before, int After) Effect(List<List<EventRecord>> violations, Func<DateTimeOffset, bool> inQuarter, DateTimeOffset quarterFrom, DateTimeOffset quarterTo)
    {
        var (before, after) = (0, 0);
        foreach (var at in Events("session", "SessionHeld").Select(one => one.At).Where(inQuarter))
        {
            var days = new[] { 90, (at - quarterFrom).TotalDays, ((asOf < quarterTo ? asOf : quarterTo) - at).TotalDays }.Min();
            before += violations.Count(one => one[0].At < at && (at - one[0].At).TotalDays <= days);
            after += violations.Count(one => one[0].At >= at && (one[0].At - at).TotalDays < days);
        }

        return (before, after);
    }

    /// <summary>How often a clock of rounds was stopped in time in the quarter.</summary>
    private int Met(string clock, Func<DateTimeOffset, bool> inQuarter) => Events("round", "ClockStopped")
        .Count(one => inQuarter(one.At) && Field(one, "clock").StartsWith(clock, StringComparison.Ordinal) && Field(one, "state") == "Met");

    private static int Cards(IEnumerable<List<EventRecord>> cases, string colour) =>
        cases.Sum(one => one.Count(record => record.Name == "CardIssued" && Field(record, "colour") == colour));

    private IEnumerable<List<EventRecord>> Of(string kind) => owners
        .Where(owner => owner.Key.StartsWith($"{kind}:", StringComparison.Ordinal))
        .Select(owner => owner.Value.Where(record => record.At < asOf).ToList())
        .Where(events => events.Count > 0);

    private IEnumerable<EventRecord> Events(string kind, string name) => Of(kind).SelectMany(one => one).Where(record => record.Name == name);

    private static bool IsAnswer(EventRecord record) => Answers.Contains(record.Name) || (record.Name == "Whistled" && (bool?)Json(record)["automatic"] != true);

    private static string Status(List<EventRecord> one)
    {
        var last = one.Last(record => record.Name is "Entered" or "Closed" or "Rejected" or "Merged");
        return last.Name == "Entered" ? Field(last, "status") : last.Name;
    }

    private static bool Stands(List<EventRecord> one) => Status(one) is not ("AwaitingVerification" or "Rejected" or "Merged");

    private static bool IsViolation(List<EventRecord> one) => Stands(one) && SceneOf(one) != "other";

    private static string SceneOf(List<EventRecord> one) => Scenes[Field(one[0], "type")];

    private static string Flat(List<EventRecord> one) => (string?)Json(one[0])["place"]!["unit"] ?? "";

    private static (int Number, string Stage) Stage(EventRecord record) => ((int)Json(record)["number"]!, Field(record, "stage"));

    private static string Dashed(string camel) => string.Concat(camel.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static bool Has(List<EventRecord> events, string name) => events.Exists(one => one.Name == name);

    private static JsonNode Json(EventRecord record) => JsonNode.Parse(record.Data)!;

    private static string Field(EventRecord record, string name) => (string?)Json(record)[name] ?? "";

    private static DateTimeOffset Begins(DateOnly day) => new(day, TimeOnly.MinValue, Zone);
}
