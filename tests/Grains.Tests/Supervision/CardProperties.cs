using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Outages;
using Dispatch.Grains.Tests.Cases;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Supervision;

/// <summary>What holds for cards on every walk through the sample pack.</summary>
public sealed class CardProperties
{
    private static readonly Gen<Outage[]> Outages = Gen.Select(Gen.Long[0, 20 * 24 * 3_600_000L], Gen.Long[1, 72 * 3_600_000L], Gen.Bool).Array[1, 4].Select(spans => spans
        .Select((span, at) => new Outage
        {
            Id = at + 1,
            StreetId = span.Item3 ? "xiashi" : null,
            From = CaseWalks.Start.AddMilliseconds(span.Item1),
            To = CaseWalks.Start.AddMilliseconds(span.Item1 + span.Item2),
            Reason = "r",
            By = "system",
            RecordedAt = CaseWalks.Start.AddMilliseconds(span.Item1 + span.Item2),
        }).ToArray());

    private static bool IsInside(Card card, IEnumerable<Outage> outages) =>
        outages.Any(outage => card.DueAt >= outage.From && card.DueAt <= outage.To);

    [Fact]
    public void No_card_ever_comes_from_a_deadline_inside_an_outage() => Gen.Select(CaseWalks.All, Outages).Sample(
        (walk, outages) => Assert.All(
            CaseWalks.Of(walk, outages: [.. outages]).SelectMany(one => one.Decision.Case.Cards), card => Assert.False(IsInside(card, outages))),
        iter: 3_000);

    [Fact]
    public void Whenever_outages_are_recorded_no_card_from_a_deadline_inside_one_stands_afterwards() => Gen.Select(CaseWalks.All, Outages, Gen.Int[0, 40]).Sample(
        (walk, outages, at) =>
        {
            if (CaseWalks.Of(walk).Take(at + 1).LastOrDefault() is not ({ Case: var @case }, var then))
            {
                return;
            }

            foreach (var outage in outages)
            {
                foreach (var command in OutageLedger.TakesBack(outage, @case))
                {
                    @case = Assert.IsType<Decision>(CaseDecider.Decide(
                        @case, 1, CaseWalks.By(Role.Supervisor, command, then), then, Sample.Xiashi, CaseWalks.Known(@case, [.. outages]))).Case;
                }
            }

            Assert.DoesNotContain(@case.Cards, card => card.State is CardState.Standing or CardState.Proposed && IsInside(card, outages));
        },
        iter: 3_000);

    [Fact]
    public void A_card_on_a_person_stands_only_by_a_supervisors_word() => CaseWalks.All.Sample(
        walk =>
        {
            var granted = new HashSet<int>();
            foreach (var (decision, _) in CaseWalks.Of(walk))
            {
                granted.UnionWith(decision.Events.Select(happened => happened.Event).OfType<CardDecided>().Where(word => word.Granted).Select(word => word.Card));
                Assert.All(
                    decision.Case.Cards.Where(card => card.On.Kind == ScopeKind.Officer && card.State == CardState.Standing),
                    card => Assert.Contains(card.Number, granted));
            }
        },
        iter: 3_000);
}
