using System.Collections.Concurrent;
using Dispatch.Contracts;
using Dispatch.Hub.City;

namespace Dispatch.Hub.Forecasts;

/// <summary>
/// Answers a question that was asked a moment ago with the answer that it got, or will get: all boards of a street ask the same, and a
/// thousand of them must not cost a thousand looks ahead.
/// </summary>
internal sealed class ForecastShelf(IGrainFactory grains, TimeProvider real)
{
    /// <summary>How long an answer is given again, in real time.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    /// <summary>The most questions whose answers are kept; further ones are answered and not kept.</summary>
    public const int Capacity = 256;

    private readonly ConcurrentDictionary<(Scope Scope, DateTimeOffset Until), (long Since, Lazy<Task<ForecastAnswer>> Answer)> _answers = [];

    /// <summary>The answer, at most <see cref="Kept"/> old; its <c>from</c> says from when.</summary>
    public Task<ForecastAnswer> AskAsync(ForecastQuery query)
    {
        var (key, now) = ((query.Scope, query.Until), real.GetTimestamp());
        Forget(now);
        var asked = (Since: now, Answer: new Lazy<Task<ForecastAnswer>>(() => grains.Forecasts().LookAhead(query)));
        if (_answers.Count >= Capacity && !_answers.ContainsKey(key))
        {
            return asked.Answer.Value;
        }

        return _answers.AddOrUpdate(key, asked, (_, kept) => IsOld(kept, now) ? asked : kept).Answer.Value;
    }

    private void Forget(long now)
    {
        foreach (var answer in _answers)
        {
            if (IsOld(answer.Value, now))
            {
                _answers.TryRemove(answer);
            }
        }
    }

    /// <summary>What failed is asked again by the next one.</summary>
    private bool IsOld((long Since, Lazy<Task<ForecastAnswer>> Answer) kept, long now) =>
        real.GetElapsedTime(kept.Since, now) >= Kept || (kept.Answer.IsValueCreated && (kept.Answer.Value.IsFaulted || kept.Answer.Value.IsCanceled));
}
