using System.Buffers;
using System.Text.Json;
using Dispatch.Contracts;
using MessagePack;

namespace Dispatch.Hub.Live;

/// <summary>
/// One item of a watcher's stream: <c>snapshot</c>, <c>resumed</c> and <c>gap</c> with <c>{at, cursor, clock}</c> and, except
/// <c>resumed</c>, all <c>rows</c>; <c>changes</c> with <c>{from, to, cursor, rows, removed}</c>.
/// </summary>
internal sealed class WatchItem
{
    private byte[]? _json;
    private byte[]? _messagePack;

    private WatchItem(string kind, string cursor)
    {
        Kind = kind;
        Cursor = cursor;
    }

    /// <summary>What it is.</summary>
    public string Kind { get; }

    /// <summary>Where a watcher stands that has it.</summary>
    public string Cursor { get; }

    /// <summary>The street's feed number that the rows include; of changes, the number before the first.</summary>
    public long At { get; private init; }

    /// <summary>The last number that changes include; null for the other kinds.</summary>
    public long? To { get; private init; }

    /// <summary>City time; null for changes.</summary>
    public CityTime? Clock { get; private init; }

    /// <summary>All rows, or those that changed; null for <c>resumed</c>.</summary>
    public WireRows? Rows { get; private init; }

    /// <summary>Ids of the cases that left the scope; null except for changes.</summary>
    public IReadOnlyList<string>? Removed { get; private init; }

    /// <summary>Whether it has everything that the scope holds.</summary>
    public bool IsWhole => To is null && Rows is not null;

    /// <summary>Everything that the scope holds; <paramref name="kind"/> is <c>snapshot</c> or <c>gap</c>.</summary>
    public static WatchItem Whole(string kind, long at, string cursor, CityTime clock, WireRows rows) =>
        new(kind, cursor) { At = at, Clock = clock, Rows = rows };

    /// <summary>The watcher's cursor holds; changes from <paramref name="at"/> on follow.</summary>
    public static WatchItem Resumed(long at, string cursor, CityTime clock) => new("resumed", cursor) { At = at, Clock = clock };

    /// <summary>Everything that happened between two numbers, the latest of each case.</summary>
    public static WatchItem Changes(long from, long to, string cursor, IReadOnlyList<CaseChange> changes) => new("changes", cursor)
    {
        At = from,
        To = to,
        Rows = new WireRows([.. changes.Where(change => change.Row is not null).Select(change => change.Row!)]),
        Removed = [.. changes.Where(change => change.Removed).Select(change => change.Id)],
    };

    /// <summary>Of changes, what they were made of: each row, and each id that left.</summary>
    public IEnumerable<CaseChange> AsChanges()
    {
        var removed = Removed!.ToHashSet(StringComparer.Ordinal);
        foreach (var row in Rows!.Rows)
        {
            yield return new CaseChange(row.Row.Id, row, removed.Remove(row.Row.Id));
        }

        foreach (var id in removed)
        {
            yield return new CaseChange(id, null, Removed: true);
        }
    }

    /// <summary>Writes it as JSON; changes go to many watchers and are encoded once.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (To is null)
        {
            WriteFields(writer);
            return;
        }

        writer.WriteRawValue(_json ??= Encode(), skipInputValidation: true);
    }

    /// <summary>Writes it as MessagePack; changes go to many watchers and are encoded once.</summary>
    public void Write(ref MessagePackWriter writer)
    {
        if (To is null)
        {
            WriteFields(ref writer);
            return;
        }

        if (_messagePack is null)
        {
            var buffer = new ArrayBufferWriter<byte>();
            var own = new MessagePackWriter(buffer);
            WriteFields(ref own);
            own.Flush();
            _messagePack = buffer.WrittenSpan.ToArray();
        }

        writer.WriteRaw(_messagePack);
    }

    private byte[] Encode()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = WireJson.Options.Encoder, SkipValidation = true });
        WriteFields(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private void WriteFields(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, Kind);
        writer.WriteNumber(To is null ? "at"u8 : "from"u8, At);
        if (To is { } to)
        {
            writer.WriteNumber("to"u8, to);
        }

        writer.WriteString("cursor"u8, Cursor);
        if (Clock is not null)
        {
            writer.WritePropertyName("clock"u8);
            JsonSerializer.Serialize(writer, Clock, WireJson.Options);
        }

        if (Rows is not null)
        {
            writer.WritePropertyName("rows"u8);
            writer.WriteRawValue(Rows.Json, skipInputValidation: true);
        }

        if (Removed is not null)
        {
            writer.WriteStartArray("removed"u8);
            foreach (var id in Removed)
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void WriteFields(ref MessagePackWriter writer)
    {
        writer.WriteMapHeader(3 + (To is null ? 0 : 1) + (Clock is null ? 0 : 1) + (Rows is null ? 0 : 1) + (Removed is null ? 0 : 1));
        writer.Write("kind");
        writer.Write(Kind);
        writer.Write(To is null ? "at" : "from");
        writer.Write(At);
        if (To is { } to)
        {
            writer.Write("to");
            writer.Write(to);
        }

        writer.Write("cursor");
        writer.Write(Cursor);
        if (Clock is not null)
        {
            writer.Write("clock");
            writer.WriteRaw(MessagePackFromJson.Convert(JsonSerializer.SerializeToUtf8Bytes(Clock, WireJson.Options)));
        }

        if (Rows is not null)
        {
            writer.Write("rows");
            writer.WriteRaw(Rows.MessagePack);
        }

        if (Removed is not null)
        {
            writer.Write("removed");
            writer.WriteArrayHeader(Removed.Count);
            foreach (var id in Removed)
            {
                writer.Write(id);
            }
        }
    }
}
