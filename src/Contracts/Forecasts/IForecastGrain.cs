namespace Dispatch.Contracts;

/// <summary>
/// Looks ahead over the open cases: a stateless worker with key 0. It decides nothing and keeps nothing; the hub has checked instants
/// and the actor's area.
/// </summary>
[Alias("forecast-grain")]
public interface IForecastGrain : IGrainWithIntegerKey
{
    /// <summary>Which deadlines will be missed by an instant if nobody acts.</summary>
    [Alias("look-ahead"), ResponseTimeout("00:01:00")]
    Task<ForecastAnswer> LookAhead(ForecastQuery query);
}
