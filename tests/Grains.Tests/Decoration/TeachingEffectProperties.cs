using CsCheck;
using Dispatch.Grains.Decoration.Sessions;

namespace Dispatch.Grains.Tests.Decoration;

/// <summary>The effect of a session, against a count that is made in another way.</summary>
public sealed class TeachingEffectProperties
{
    private static readonly DateTimeOffset Held = new(2026, 9, 7, 6, 0, 0, TimeSpan.Zero);

    private static readonly Gen<ViolationAtEstate[]> Cases =
        Gen.Int[-200 * 24, 200 * 24].Array[0, 60].Select(hours => hours.Select((hour, n) => new ViolationAtEstate($"c{n}", Held.AddHours(hour))).ToArray());

    [Fact]
    public void Both_sides_are_as_long_and_hold_exactly_the_cases_that_make_them() =>
        Gen.Select(Cases, Gen.Int[0, 150 * 24], Gen.Int[1, 120], Gen.Int[0, 400]).Sample((cases, past, days, flats) =>
        {
            var effect = TeachingEffects.Of(Held, Held.AddHours(past), days, flats, 10, cases);
            var length = Math.Min(past, days * 24);
            var before = cases.Count(one => (Held - one.OpenedAt).TotalHours is > 0 and var ago && ago <= length);
            var after = cases.Count(one => (one.OpenedAt - Held).TotalHours is >= 0 and var since && since < length);

            Assert.Equal((before, after), (effect.Before.Count, effect.After.Count));
            Assert.Equal((before, after), (effect.Before.CaseIds.Count, effect.After.CaseIds.Count));
            Assert.Empty(effect.Before.CaseIds.Intersect(effect.After.CaseIds));
            Assert.Equal((length / 24, days), (effect.SoFar, effect.Days));
            Assert.Equal(before + after < 10, effect.TooFew);
            Assert.Equal(flats == 0 ? null : after * 100.0 / flats, effect.After.Per100);
        });

    [Fact]
    public void The_order_of_the_cases_does_not_matter() =>
        Gen.Select(Cases, Gen.Int[1, 120]).Sample((cases, days) => Assert.Equivalent(
            TeachingEffects.Of(Held, Held.AddDays(200), days, 13, 10, cases), TeachingEffects.Of(Held, Held.AddDays(200), days, 13, 10, cases.Reverse()), strict: true));

    [Fact]
    public void A_case_of_the_instant_of_the_session_counts_after_it_and_one_of_the_day_it_ends_does_not()
    {
        var effect = TeachingEffects.Of(
            Held, Held.AddDays(400), 90, 200, 10,
            [new("at", Held), new("first", Held.AddDays(-90)), new("early", Held.AddDays(-90).AddMilliseconds(-1)), new("end", Held.AddDays(90))]);
        Assert.Equal(["first"], effect.Before.CaseIds);
        Assert.Equal(["at"], effect.After.CaseIds);
        Assert.Equal((0.5, 0.5), (effect.Before.Per100, effect.After.Per100));
    }
}
