using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Policies;

/// <summary>The packs of a store and the one of the settings, read at start; packs that are adopted later are read when they are first asked for.</summary>
public sealed class PolicyShelf : IPolicyShelf
{
    private readonly ConcurrentDictionary<(string Id, string Version), PolicyPack> _packs;
    private readonly IPolicyReads? _store;

    private PolicyShelf(PolicyPack current, IEnumerable<PolicyPack> kept, IPolicyReads? store)
    {
        (Current, _store) = (current, store);
        _packs = new(kept.Append(current).DistinctBy(pack => (pack.Id, pack.Version)).ToDictionary(pack => (pack.Id, pack.Version)));
    }

    /// <inheritdoc/>
    public PolicyPack Current { get; }

    /// <summary>Every pack on the shelf.</summary>
    public ImmutableArray<PolicyPack> Packs => [.. _packs.Values];

    /// <inheritdoc/>
    public PolicyPack Find(string id, string version) => _packs.TryGetValue((id, version), out var pack) ? pack : throw Missing(id, version);

    /// <inheritdoc/>
    public async ValueTask<PolicyPack> FindAsync(string id, string version) => await FindKeptAsync(id, version) ?? throw Missing(id, version);

    /// <inheritdoc/>
    public ValueTask<PolicyPack?> FindKeptAsync(string id, string version) =>
        _packs.TryGetValue((id, version), out var pack) || _store is null ? new(pack) : ReadAsync(_store, id, version);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PolicyLoad>> KeptAsync()
    {
        if (_store is null)
        {
            return [.. _packs.Values.Select(pack => new PolicyLoad(pack, null, []))];
        }

        var kept = new List<PolicyLoad>();
        foreach (var (id, version, text) in (await _store.PoliciesAsync()).OrderBy(one => one.Id, StringComparer.Ordinal).ThenBy(one => one.Version, StringComparer.Ordinal))
        {
            kept.Add(new PolicyLoad(Read(id, version, text), text, []));
        }

        return kept;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> KeepAsync(PolicyLoad load)
    {
        var pack = load.Pack ?? throw new ArgumentException("A pack with faults is not kept.", nameof(load));
        if (load.Json is { } json && _store is not null && !await _store.KeepPolicyAsync(pack.Id, pack.Version, json))
        {
            return false;
        }

        _packs.TryAdd((pack.Id, pack.Version), pack);
        return true;
    }

    /// <summary>A shelf with one pack, for rules and tests without a store.</summary>
    public static PolicyShelf Of(PolicyPack pack) => new(pack, [], store: null);

    /// <summary>The packs that a store keeps, as they are, for whoever only looks at it: nothing is kept and none is checked against a day.</summary>
    /// <param name="store">Where packs are kept.</param>
    /// <param name="calendars">The calendars that they run on.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where the store keeps none.</returns>
    /// <exception cref="PolicyRefusedException">A kept pack cannot be read with these calendars.</exception>
    public static async Task<PolicyShelf?> ReadAsync(
        IPolicyReads store, FrozenDictionary<string, Clocks.WorkCalendar> calendars, CancellationToken cancellation = default)
    {
        var packs = new List<PolicyPack>();
        foreach (var (id, version, text) in await store.PoliciesAsync(cancellation))
        {
            var read = PolicyFile.Read($"{id} {version}", text, calendars);
            packs.Add(read.Pack ?? throw new PolicyRefusedException(
                $"The policy pack {id} of version {version}, kept in the store, cannot be read", read.Faults));
        }

        return packs is [var first, ..] ? new PolicyShelf(first, packs, store) : null;
    }

    /// <summary>Keeps the pack of the settings and reads those that were kept before.</summary>
    /// <param name="load">That pack as read from its file.</param>
    /// <param name="store">Where packs are kept.</param>
    /// <param name="now">City time at the start.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="PolicyRefusedException">
    /// The pack has faults; its version was kept before with another text; its calendar does not cover <paramref name="now"/>; or
    /// a kept pack cannot be read any more.
    /// </exception>
    public static async Task<PolicyShelf> FillAsync(
        PolicyLoad load, IPolicyReads store, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (load is not { Pack: { } current, Json: { } json })
        {
            throw new PolicyRefusedException("The policy pack has faults", load.Faults);
        }

        foreach (var calendar in current.UsedCalendars().Where(calendar => !calendar.IsCovered(now)))
        {
            throw new PolicyRefusedException(
                $"The calendar {calendar.Id} of the policy pack {current.Id} does not cover {now:yyyy}, so no clock could start: "
                    + "add that year's holidays to its file.",
                []);
        }

        if (!await store.KeepPolicyAsync(current.Id, current.Version, json, cancellation))
        {
            throw new PolicyRefusedException(
                $"The store keeps another text of the policy pack {current.Id} under version {current.Version}, which cases were opened "
                    + "under: give the changed pack a version of its own.",
                []);
        }

        var kept = new List<PolicyPack>();
        foreach (var (id, version, text) in await store.PoliciesAsync(cancellation))
        {
            if ((id, version) == (current.Id, current.Version))
            {
                continue;
            }

            var read = PolicyFile.Read($"{id} {version}", text, current.Calendars);
            kept.Add(read.Pack ?? throw new PolicyRefusedException(
                $"The policy pack {id} of version {version}, kept in the store, cannot be read any more", read.Faults));
        }

        return new PolicyShelf(current, kept, store);
    }

    private async ValueTask<PolicyPack?> ReadAsync(IPolicyReads store, string id, string version)
    {
        var text = (await store.PoliciesAsync()).FirstOrDefault(kept => kept.Id == id && kept.Version == version).Json;
        return text is null ? null : Read(id, version, text);
    }

    private PolicyPack Read(string id, string version, string text)
    {
        if (_packs.TryGetValue((id, version), out var pack))
        {
            return pack;
        }

        var read = PolicyFile.Read($"{id} {version}", text, Current.Calendars);
        return _packs.GetOrAdd((id, version), read.Pack
            ?? throw new PolicyRefusedException($"The policy pack {id} of version {version}, kept in the store, cannot be read", read.Faults));
    }

    private static KeyNotFoundException Missing(string id, string version) =>
        new($"The store keeps no policy pack {id} of version {version}, under which one of its cases was opened.");
}

/// <summary>A start is refused for its policy pack; the message is one line for the person who starts it.</summary>
public sealed class PolicyRefusedException(string what, ImmutableArray<Fault> faults)
    : Exception(faults.IsEmpty ? what : $"{what}: {string.Join("; ", faults)}.")
{
    /// <summary>What is wrong in the files; empty when the message says it all.</summary>
    public ImmutableArray<Fault> Faults { get; } = faults;
}
