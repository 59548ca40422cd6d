using System.Globalization;
using Dapper;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>The anchor of virtual time, and the instants that a clock starts from.</summary>
internal sealed class ClockReads(IStoreAccess store) : IClockReads
{
    public ValueTask<ClockAnchor?> AnchorAsync(CancellationToken cancellation = default) => store.ReadAsync(
        connection => connection.RowAsync(
            "select real_at, virtual_at, speed from clock_anchor",
            new { },
            reader => new ClockAnchor(
                reader.Instant(0), reader.Instant(1), double.Parse(reader.GetString(2), CultureInfo.InvariantCulture))),
        cancellation);

    public async ValueTask SetAnchorAsync(ClockAnchor anchor, CancellationToken cancellation = default) => await store.WriteAsync(
        connection => connection.ExecuteAsync(
            """
            insert into clock_anchor (id, real_at, virtual_at, speed) values (1, @realAt, @virtualAt, @speed)
            on conflict (id) do update set real_at = excluded.real_at, virtual_at = excluded.virtual_at, speed = excluded.speed
            """,
            new
            {
                realAt = anchor.Real.ToUnixTimeMilliseconds(),
                virtualAt = anchor.Virtual.ToUnixTimeMilliseconds(),
                speed = anchor.Speed.ToString("R", CultureInfo.InvariantCulture),
            }),
        cancellation).ConfigureAwait(false);

    public ValueTask<DateTimeOffset?> LastEventAtAsync(CancellationToken cancellation = default) => store.ReadAsync(
        connection => connection.RowAsync("select max(last_at) from streets", new { }, reader => reader.MaybeInstant(0)), cancellation);

    public ValueTask<DateTimeOffset> RealNowAsync(CancellationToken cancellation = default) => store.ReadAsync(
        connection => connection.RowAsync($"select {store.RealNow}", new { }, reader => reader.Instant(0)), cancellation);
}
