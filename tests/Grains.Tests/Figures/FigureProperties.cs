using System.Text.Json;
using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Figures;
using Dispatch.Grains.Tests.Cases;
using Dispatch.TestKit;
using Dispatch.TestKit.Storage;

namespace Dispatch.Grains.Tests.Figures;

/// <summary>What holds of the figures of any street whose cases walk at random.</summary>
public sealed class FigureProperties
{
    private static readonly FigureKeys Keys = new(Sample.Territory, Sample.Xiashi);
    private static readonly FigureBy[] Rows = Enum.GetValues<FigureBy>();
    private static readonly Measure[] Measures = Enum.GetValues<Measure>();
    private static readonly Scope[] Scopes = [Scope.Street("xiashi"), Scope.Community("xishan"), Scope.Grid("hehua-01")];

    private static readonly Gen<(DateTimeOffset At, string CaseId, IReadOnlyList<Happened> Events)[]> Streets =
        Gen.Select(CaseWalks.All, Gen.Int[0, 9 * 86_400], (walk, later) => (walk, later)).Array[1, 8].Select(walks => walks
            .SelectMany((one, i) => CaseWalks.Of(one.walk, $"c{i}", TimeSpan.FromSeconds(one.later))
                .Select(step => (step.Now, $"c{i}", (IReadOnlyList<Happened>)step.Decision.Events)))
            .OrderBy(step => step.Now)
            .ToArray()).Where(street => street.Length > 0);

    [Fact]
    public async Task What_is_asked_later_as_of_an_instant_is_what_was_answered_then() => await Gen.Select(
        Streets, Gen.Select(Gen.Bool, Gen.Int[0, 1_000_000]).Array[1, 6]).SampleAsync(
        async (street, questions) =>
        {
            var (store, asked) = (new HistoriesInMemory(), new List<(FigureQuery Query, string Answer)>());
            var (reading, next) = (new FigureReading(store, new FactsShelf(), Keys), 0);
            foreach (var asOf in questions.Select(question => Instant(street, question)).Order())
            {
                // Something decided in the very millisecond of the question may be stored already, or only after it.
                for (; next < street.Length && (street[next].At < asOf || (street[next].At == asOf && next % 2 == 0)); next++)
                {
                    store.Add(street[next].CaseId, street[next].Events);
                }

                foreach (var query in Queries(asOf))
                {
                    asked.Add((query, JsonSerializer.Serialize(await reading.CountAsync(query))));
                }
            }

            foreach (var (_, caseId, events) in street.Skip(next))
            {
                store.Add(caseId, events);
            }

            foreach (var later in new[] { reading, new FigureReading(store, new FactsShelf(), Keys), new FigureReading(store, new FactsShelf(room: 3), Keys) })
            {
                foreach (var (query, answer) in asked)
                {
                    Assert.Equal(answer, JsonSerializer.Serialize(await later.CountAsync(query)));
                }
            }
        },
        iter: 150);

    [Fact]
    public async Task Behind_every_number_is_a_list_of_exactly_the_cases_that_it_counts() => await Gen.Select(
        Streets, Gen.OneOf(Rows), Gen.OneOf(Scopes), Gen.Int[0, 1_000_000], Gen.Int[1, 5]).SampleAsync(
        async (street, by, scope, instant, limit) =>
        {
            var store = new HistoriesInMemory();
            foreach (var (_, caseId, events) in street)
            {
                store.Add(caseId, events);
            }

            var reading = new FigureReading(store, new FactsShelf(), Keys);
            var query = Query(scope, by, Instant(street, (false, instant)));
            var answer = await reading.CountAsync(query);
            foreach (var (key, counts) in answer.Rows.Select(row => ((string?)row.Key, row.Counts)).Append((null, answer.Total.Counts)))
            {
                foreach (var measure in Measures)
                {
                    var listed = await ListAsync(reading, new FigureCaseQuery { Figures = query, Key = key, Measure = measure, Limit = limit });
                    Assert.Equal(Count(counts, measure), listed.Sum(item => item.Times));
                    Assert.Equal(listed.Select(item => item.Id).Distinct(), listed.Select(item => item.Id));
                    Assert.True(measure >= Measure.ClocksMet || listed.TrueForAll(item => item.Times == 1));
                }
            }
        },
        iter: 200);

    [Fact]
    public async Task Every_case_is_in_one_row_but_for_clocks_and_no_part_is_larger_than_its_whole() => await Gen.Select(
        Streets, Gen.OneOf(Rows), Gen.Int[0, 1_000_000]).SampleAsync(
        async (street, by, instant) =>
        {
            var store = new HistoriesInMemory();
            foreach (var (_, caseId, events) in street)
            {
                store.Add(caseId, events);
            }

            var answer = await new FigureReading(store, new FactsShelf(), Keys).CountAsync(Query(Scopes[0], by, Instant(street, (false, instant))));
            foreach (var measure in Measures.Where(_ => by != FigureBy.Clock).Concat([Measure.ClocksMet, Measure.ClocksMissed]))
            {
                Assert.Equal(Count(answer.Total.Counts, measure), answer.Rows.Sum(row => Count(row.Counts, measure)));
            }

            foreach (var counts in answer.Rows.Select(row => row.Counts).Append(answer.Total.Counts))
            {
                Assert.True(counts.RespondedInTime <= counts.Responded && counts.Responded <= counts.Opened);
                Assert.True(counts.ResolvedInTime <= counts.Resolved && counts.Resolved <= counts.Worked && counts.Worked <= counts.Responded);
                Assert.True(counts.ClosedInTime <= counts.Closed && counts.Closed <= counts.Resolved && counts.ClosedInTime <= counts.ResolvedInTime);
                Assert.True(counts.Rework <= counts.Worked && counts.Resolved + counts.Dismissed <= counts.Opened);
                Assert.True(counts.WhistleAnswered <= counts.Whistled && counts.OverdueOpen <= counts.ClocksMissed);
                Assert.True(counts.WhistlesSolved <= counts.WhistleAnswered && counts.WhistlesSolved <= counts.Closed);
                Assert.True(counts.RepliesInTime <= counts.ClocksMet && counts.RepliesLate <= counts.ClocksMissed || by == FigureBy.Clock);
                Assert.True(counts.DepartmentsInTime <= counts.DepartmentsCalled && counts.DepartmentsSolved <= counts.DepartmentsCalled);
            }

            Assert.All(
                answer.Rows.Select(row => row.Rates).Append(answer.Total.Rates).SelectMany(rates => typeof(FigureRates).GetProperties().Select(rate => (double?)rate.GetValue(rates))),
                rate => Assert.True(rate is null or (>= 0 and <= 1)));
        },
        iter: 300);

    [Fact]
    public async Task Drills_change_no_figure_and_stand_in_no_list() => await Gen.Select(
        Streets, CaseWalks.All.Array[1, 3], Gen.Int[0, 1_000_000]).SampleAsync(
        async (street, drills, instant) =>
        {
            var (real, mixed) = (new HistoriesInMemory(), new HistoriesInMemory());
            foreach (var (_, caseId, events) in street)
            {
                real.Add(caseId, events);
                mixed.Add(caseId, events);
            }

            foreach (var (walk, i) in drills.Select((walk, i) => (walk, i)))
            {
                foreach (var (decision, _) in CaseWalks.Of(walk, $"d{i}", TimeSpan.FromDays(1 + i), drill: true))
                {
                    mixed.Add($"d{i}", decision.Events);
                }
            }

            foreach (var query in Queries(Instant(street, (false, instant))))
            {
                var with = new FigureReading(mixed, new FactsShelf(), Keys);
                Assert.Equal(
                    JsonSerializer.Serialize(await new FigureReading(real, new FactsShelf(), Keys).CountAsync(query)), JsonSerializer.Serialize(await with.CountAsync(query)));
                Assert.DoesNotContain(await ListAsync(with, new FigureCaseQuery { Figures = query, Measure = Measure.Opened, Limit = 5 }), item => item.Id.StartsWith('d'));
            }
        },
        iter: 60);

    private static IEnumerable<FigureQuery> Queries(DateTimeOffset asOf) => Scopes.SelectMany(scope => Rows.Select(by => Query(scope, by, asOf)));

    private static FigureQuery Query(Scope scope, FigureBy by, DateTimeOffset asOf) => new()
    {
        Scope = scope,
        StreetId = "xiashi",
        From = CaseWalks.Start.AddDays(1),
        To = CaseWalks.Start.AddDays(8),
        AsOf = asOf,
        By = by,
    };

    /// <summary>An instant of the street's life: any, or one at which something was decided.</summary>
    private static DateTimeOffset Instant((DateTimeOffset At, string, IReadOnlyList<Happened>)[] street, (bool Exact, int Place) question)
    {
        var exact = street[question.Place % street.Length].At;
        return question.Exact ? exact : exact.AddMilliseconds(question.Place % 7_200_000);
    }

    private static int Count(FigureCounts counts, Measure measure) => (int)typeof(FigureCounts).GetProperty($"{measure}")!.GetValue(counts)!;

    private static async Task<List<FigureCase>> ListAsync(FigureReading reading, FigureCaseQuery query)
    {
        var listed = new List<FigureCase>();
        FigureCasePage page;
        do
        {
            page = await reading.CasesAsync(query);
            Assert.True(page.Items.Count == query.Limit || page.Next is null);
            listed.AddRange(page.Items);
            query = query with { Cursor = page.Next };
        }
        while (page.Next is not null);
        return listed;
    }
}
