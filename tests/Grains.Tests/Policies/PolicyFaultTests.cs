using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Tests.Policies;

public class PolicyFaultTests
{
    private static readonly FrozenDictionary<string, WorkCalendar> Calendars =
        SamplePackTests.Load("xiashi").Calendars;

    private static JsonObject Pack() => JsonNode.Parse("""
        {
          "id": "small", "version": "1", "title": { "zh": "小", "en": "Small" },
          "ladder": ["Grid", "Community", "Street", "Supervision"], "worked": ["OnSite"],
          "occurredAtLimit": "24 h U", "calendar": "xiashi", "marks": [50, 100],
          "departments": { "fire": { "zh": "消防", "en": "Fire" } },
          "clocks": {
            "acknowledge": { "startOn": ["AwaitingCommunity"], "stopOn": ["Acknowledged"], "onExpiry": "step-up" },
            "assign": { "budget": "10 min", "urgentBudget": "10 min U", "startOn": ["AwaitingDispatch"], "stopOn": ["Assigned"], "onExpiry": "alarm-then-supervision" },
            "supervise": { "budget": "1 wd", "onExpiry": "red-card" }
          },
          "types": [
            { "code": "A-1", "title": { "zh": "甲", "en": "A" }, "lead": ["enforcement"], "assist": ["fire"], "clocks": { "acknowledge": "30 min" } }
          ]
        }
        """)!.AsObject();

    private static string[] FaultsOf(string json) =>
        [.. PolicyFile.Read("policy.json", json, Calendars).Faults.Select(fault => fault.ToString())];

    /// <summary>Sets a value at a path such as <c>types/0/clocks/assign</c>; a null text removes it.</summary>
    private static string With(string path, string? value)
    {
        var pack = Pack();
        var parts = path.Split('/');
        JsonNode at = pack;
        foreach (var part in parts[..^1])
        {
            at = at is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : at[part]!;
        }

        if (value is null)
        {
            at.AsObject().Remove(parts[^1]);
        }
        else if (at is JsonArray list)
        {
            list.Add(JsonNode.Parse(value));
        }
        else
        {
            at[parts[^1]] = JsonNode.Parse(value);
        }

        return pack.ToJsonString();
    }

    [Fact]
    public void A_sound_pack_has_no_fault() => Assert.Empty(FaultsOf(Pack().ToJsonString()));

    [Theory]
    [InlineData("id", null, "id: is missing")]
    [InlineData("id", "\"Über uns\"", "id: the id \"Über uns\" has characters that ids do not have")]
    [InlineData("version", "\"1 b\"", "version: a version is ASCII without spaces")]
    [InlineData("title", null, "title: is missing")]
    [InlineData("title", "{ \"zh\": \"小\" }", "title.en: is missing")]
    [InlineData("colour", "1", ": unknown member \"colour\"")]
    [InlineData("ladder", "[]", "ladder: there must be one rung at least below Supervision")]
    [InlineData("ladder", "[\"Supervision\"]", "ladder: there must be one rung at least below Supervision")]
    [InlineData("ladder", "[\"Community\", \"Grid\", \"Street\", \"Supervision\"]", "ladder[1]: Grid comes after Community; the ladder goes up: Grid, Community, Street, Supervision")]
    [InlineData("ladder", "[\"Street\", \"Street\", \"Supervision\"]", "ladder[1]: Street comes after Street; the ladder goes up: Grid, Community, Street, Supervision")]
    [InlineData("ladder", "[\"street\"]", "ladder[0]: expected one of Grid, Community, Street, Supervision, found \"street\"")]
    [InlineData("worked", "[]", "worked: there must be one status at least in which cases are worked")]
    [InlineData("worked", "[\"Closed\"]", "worked[0]: nobody works on a case in Closed")]
    [InlineData("occurredAtLimit", "\"1 wd\"", "occurredAtLimit: expected minutes or hours ending in U, at most 744 h U, found 1 wd")]
    [InlineData("calendar", "\"mars\"", "calendar: no calendar \"mars\" lies in the folder calendars beside the pack")]
    [InlineData("marks", "[50, 80]", "marks: the last mark is 100, at which the budget is used up")]
    [InlineData("marks", "[80, 50, 100]", "marks[1]: 50 comes after 80; marks ascend")]
    [InlineData("marks", "[0, 100]", "marks[0]: expected a per cent from 1 to 100, found 0")]
    [InlineData("marks", "[50.5, 100]", "marks[0]: expected a per cent from 1 to 100, found 50.5")]
    [InlineData("patrol", "{}", "patrol: has no budget")]
    [InlineData("presence", "{ \"silence\": \"10 min\" }", "presence.silence: is urgent, such as 10 min U: phones are silent by night as by day")]
    [InlineData("presence", "{ \"noise\": \"10 min U\" }", "presence: unknown member \"noise\"")]
    [InlineData("patrol", "{ \"budget\": \"1 wd\", \"onExpiry\": \"step-up\" }", "patrol.onExpiry: the expiry of patrol is record")]
    [InlineData("instruction", "\"soon\"", "instruction: expected a time above zero such as \"15 min U\", \"4 wh\", \"7 wd\" or \"7 d\", found \"soon\"")]
    [InlineData("whistleRate", "{ \"low\": 0.3, \"high\": 0.3 }", "whistleRate.high: lies above low")]
    [InlineData("assists", "{ \"reportIn\": \"30 min\" }", "departments[\"fire\"]: a department that may be called has a time to report in and one to answer, of its own or in \"assists\"")]
    [InlineData("assists", "{ \"urgentReportIn\": \"30 min\" }", "assists.urgentReportIn: an urgent budget ends in U")]
    [InlineData("assists", "{ \"ladder\": [\"shout\"] }", "assists.ladder[0]: expected one of tell, supervise, found \"shout\"")]
    [InlineData("departments/fire/reportIn", "\"30 min\"", "departments[\"fire\"]: a department that may be called has a time to report in and one to answer, of its own or in \"assists\"")]
    [InlineData("departments/fire/budget", "\"30 min\"", "departments[\"fire\"]: unknown member \"budget\"")]
    [InlineData("clocks/instruction", "\"2 wd\"", "clocks[\"instruction\"]: this clock is set by the command, not by a pack")]
    [InlineData("offers", "{ \"automatic\": true }", "offers.ranking: there must be one rule at least")]
    [InlineData("offers", "{ \"ranking\": [\"luck\"] }", "offers.ranking[0]: unknown ranking rule \"luck\"; there are area, line, load, rest, skill")]
    [InlineData("offers", "{ \"ranking\": [\"load\", \"load\"] }", "offers.ranking[1]: \"load\" is given twice")]
    [InlineData("offers", "{ \"ranking\": [\"load\"], \"rounds\": 11 }", "offers.rounds: must be between 1 and 10")]
    [InlineData("offers", "{ \"ranking\": [\"load\"], \"weights\": {} }", "offers: unknown member \"weights\"")]
    [InlineData("types/0/code", null, "types[0].code: is missing")]
    [InlineData("extensions", "{ \"most\": 2 }", "extensions.decide: is missing")]
    [InlineData("extensions", "{ \"decide\": \"4 wh\", \"undecided\": \"wait\" }", "extensions.undecided: expected one of refuse, grant, found \"wait\"")]
    [InlineData("extensions", "{ \"decide\": \"4 wh\", \"most\": 0 }", "extensions.most: must be between 1 and 100")]
    [InlineData("suspension", "{ \"approval\": true }", "suspension.decide: is missing: approval needs a clock, or nobody would have to decide")]
    [InlineData("suspension", "{ \"decide\": \"1 wd\" }", "suspension.decide: is for suspensions that need approval; add \"approval\": true or leave it out")]
    [InlineData("suspension", "{ \"longest\": \"30 wd\" }", "suspension.longest: expected days such as \"90 d\", at most 366, found 30 wd")]
    [InlineData("returns", "{}", "returns.most: is missing")]
    [InlineData("offline", "{ \"answered\": true, \"needsEvidence\": [\"solve\"] }", "offline.needsEvidence[0]: there is no command \"solve\"")]
    [InlineData("extraTime", "{ \"percent\": 80 }", "extraTime.percent: must be between 1 and 50")]
    [InlineData("safety", "{ \"pair\": \"3 min\" }", "safety.pair: danger keeps no office hours: this time ends in U")]
    [InlineData("safety", "{ \"checkIn\": { \"X-1\": \"5 min U\" } }", "safety.checkIn[\"X-1\"]: there is no type \"X-1\"")]
    public void A_fault_of_the_pack_is_named_by_path(string path, string? value, string fault) => Assert.Contains(fault, FaultsOf(With(path, value)));

    [Theory]
    [InlineData("types", "[]", "types: there must be one at least")]
    [InlineData("types/-", "{ \"code\": \"A-1\", \"clocks\": { \"acknowledge\": \"1 wd\" } }", "types[1]: the code \"A-1\" is given twice")]
    [InlineData("unclocked", "[\"A-1\"]", "unclocked[0]: the code \"A-1\" is given twice")]
    [InlineData("types/0/code", "\" A\"", "types[0].code: a code has no space at its ends")]
    [InlineData("types/0/scene", "\"night\"", "types[0].scene: unknown scene \"night\"; it stands neither in \"scenes\" nor is it \"other\"")]
    [InlineData("types/0/assist/-", "\"gas\"", "types[0].assist[1]: \"gas\" is neither a department of the pack nor one of community, enforcement, property")]
    [InlineData("types/0/minOfficers", "0", "types[0].minOfficers: must be between 1 and 20")]
    [InlineData("types/0/minOfficers", "2.5", "types[0].minOfficers: expected a whole number from 1 to 20")]
    [InlineData("types/0/duplicateRadius", "-1", "types[0].duplicateRadius: must be between 0 and 5000")]
    [InlineData("types/0/clocks", "{ \"assign\": null, \"supervise\": null }", "types[0].clocks: the type has no clock; if it is meant to have none, its code stands in \"unclocked\"")]
    [InlineData("types/0/inProgress", "{ \"assign\": \"5 min U\" }", "types[0].inProgress: the set for work in progress is urgent: its acknowledge ends in U")]
    public void A_fault_of_a_type_is_named_by_path(string path, string value, string fault) => Assert.Contains(fault, FaultsOf(With(path, value)));

    [Theory]
    [InlineData("acknowledge", "\"30 minutes\"", "types[0].clocks[\"acknowledge\"]: expected a time above zero such as \"15 min U\", \"4 wh\", \"7 wd\" or \"7 d\", found \"30 minutes\"")]
    [InlineData("acknowledge", "\"0 wd\"", "types[0].clocks[\"acknowledge\"]: expected a time above zero such as \"15 min U\", \"4 wh\", \"7 wd\" or \"7 d\", found \"0 wd\"")]
    [InlineData("Stop work", "\"4 wh\"", "types[0].clocks[\"Stop work\"]: a clock's name is kebab-case, at most 48 characters")]
    [InlineData("suspension-end", "\"4 wh\"", "types[0].clocks[\"suspension-end\"]: this clock is set by the command, not by a pack")]
    [InlineData("extension-decision", "\"4 wh\"", "types[0].clocks[\"extension-decision\"]: this clock is set by the command, not by a pack")]
    [InlineData("patrol", "\"1 wd\"", "types[0].clocks[\"patrol\"]: a case has no such clock; it stands at the top of the pack")]
    [InlineData("supervise", "null", "types[0]: the ladder ends in Supervision, but the type has no clock supervise: nothing would happen there")]
    [InlineData("rectify", "\"7 wd\"", "types[0]: the clock rectify (types[0].clocks[\"rectify\"]) has no startOn and no stopOn and no onExpiry, neither here nor in the defaults")]
    [InlineData("assign", "{ \"startOn\": [\"Whistling\"] }", "types[0].clocks[\"assign\"].startOn[0]: unknown trigger \"Whistling\"; a clock starts on a status, an event or a milestone")]
    [InlineData("assign", "{ \"stopOn\": [\"OnSite\"] }", "types[0].clocks[\"assign\"].stopOn[0]: unknown trigger \"OnSite\"; a clock stops on an event or a milestone")]
    [InlineData("assign", "{ \"stopOn\": [\"Milestone:Stop work\"] }", "types[0].clocks[\"assign\"].stopOn[0]: unknown trigger \"Milestone:Stop work\"; a clock stops on an event or a milestone")]
    [InlineData("assign", "{ \"stopOn\": [\"Milestone:stop-work\"] }", "types[0]: the clock assign stops on Milestone:stop-work, but the type has no clock stop-work")]
    [InlineData("assign", "{ \"startOn\": [\"Milestone:stop-work\"] }", "types[0]: the clock assign starts on Milestone:stop-work, which stops no clock of the type")]
    [InlineData("assign", "{ \"onExpiry\": \"explode\" }", "types[0].clocks[\"assign\"].onExpiry: expected one of step-up, alarm-then-supervision, withdraw-offer, card-then-supervision, next-checker, red-card, record, found \"explode\"")]
    [InlineData("assign", "{ \"onExpiry\": \"record\" }", "types[0].clocks[\"assign\"].onExpiry: record is for patrol and console only")]
    [InlineData("assign", "{ \"onExpiry\": \"next-checker\" }", "types[0].clocks[\"assign\"].onExpiry: next-checker is for check only")]
    [InlineData("supervise", "{ \"startOn\": [\"OnSite\"] }", "types[0].clocks[\"supervise\"].startOn: the engine itself starts and stops supervise")]
    [InlineData("assign", "{ \"calendar\": \"mars\" }", "types[0].clocks[\"assign\"].calendar: no calendar \"mars\" lies in the folder calendars beside the pack")]
    [InlineData("assign", "{ \"urgentBudget\": \"4 wh\" }", "types[0].clocks[\"assign\"].urgentBudget: an urgent budget ends in U")]
    public void A_fault_of_a_clock_is_named_by_path(string clock, string value, string fault) =>
        Assert.Contains(fault, FaultsOf(With($"types/0/clocks/{clock}", value)));

    [Fact]
    public void Expiries_and_statuses_need_their_rung_on_the_ladder()
    {
        var faults = FaultsOf(With("ladder", "[\"Street\"]"));

        Assert.Contains("clocks[\"acknowledge\"].startOn: AwaitingCommunity belongs to the level Community, which the ladder lacks", faults);
        Assert.Contains("clocks[\"assign\"].onExpiry: alarm-then-supervision leads to Supervision, which the ladder lacks", faults);
        Assert.Contains("clocks[\"supervise\"].onExpiry: red-card leads to Supervision, which the ladder lacks", faults);
    }

    [Fact]
    public void One_reading_names_every_fault()
    {
        var pack = Pack();
        pack["calendar"] = "mars";
        pack["types"]![0]!["minOfficers"] = 99;
        pack["types"]![0]!["clocks"]!["acknowledge"] = "soon";

        Assert.Equal(3, FaultsOf(pack.ToJsonString()).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"id\": \"a\", \"id\": \"b\" }")]
    [InlineData("{ \"id\": \"\\ud800\" }")]
    [InlineData("{ \"\\ud800\": 1 }")]
    [InlineData("{ \"types\": 7, \"clocks\": [], \"ladder\": {} }")]
    [InlineData("{ \"types\": [7, { \"clocks\": { \"a\": [] } }], \"clocks\": { \"b\": 1e999 } }")]
    public void Nonsense_is_a_fault_and_never_an_exception(string text) => Assert.NotEmpty(FaultsOf(text));

    [Fact]
    public void A_missing_file_and_a_broken_calendar_beside_it_are_faults()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("policy.json: cannot be read", PolicyFile.Load(folder.Path).Faults.Single().ToString(), StringComparison.Ordinal);

        Directory.CreateDirectory(Path.Combine(folder.Path, "calendars"));
        File.WriteAllText(Path.Combine(folder.Path, "policy.json"), Pack().ToJsonString());
        File.WriteAllText(Path.Combine(folder.Path, "calendars", "xiashi.json"), "{ \"id\": \"xiashi\" }");
        var faults = PolicyFile.Load(folder.Path).Faults;
        Assert.Contains(faults, fault => fault.Path.StartsWith("calendars/xiashi.json", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Path == "calendar");
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("dispatch-policy-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
