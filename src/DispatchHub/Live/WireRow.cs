using System.Buffers;
using System.Text.Json;
using Dispatch.Contracts;
using MessagePack;

namespace Dispatch.Hub.Live;

/// <summary>A board row that is encoded once, on first use, however many watchers it goes to.</summary>
internal sealed class WireRow(CaseRow row)
{
    private byte[]? _json;
    private byte[]? _messagePack;

    /// <summary>The row.</summary>
    public CaseRow Row { get; } = row;

    /// <summary>Its JSON. Two threads that come first together may both encode it; either result is good.</summary>
    public byte[] Json => _json ??= JsonSerializer.SerializeToUtf8Bytes(Row, WireJson.Options);

    /// <summary>Its MessagePack, made of the JSON.</summary>
    public byte[] MessagePack => _messagePack ??= MessagePackFromJson.Convert(Json);
}

/// <summary>A list of rows that is put together once in each encoding that somebody reads.</summary>
internal sealed class WireRows(IReadOnlyList<WireRow> rows)
{
    private byte[]? _json;
    private byte[]? _messagePack;

    /// <summary>The rows.</summary>
    public IReadOnlyList<WireRow> Rows { get; } = rows;

    /// <summary>A JSON array.</summary>
    public byte[] Json => _json ??= JoinJson();

    /// <summary>A MessagePack array.</summary>
    public byte[] MessagePack => _messagePack ??= JoinMessagePack();

    private byte[] JoinJson()
    {
        var buffer = new ArrayBufferWriter<byte>(2 + Rows.Sum(row => row.Json.Length + 1));
        buffer.Write("["u8);
        for (var i = 0; i < Rows.Count; i++)
        {
            if (i > 0)
            {
                buffer.Write(","u8);
            }

            buffer.Write(Rows[i].Json);
        }

        buffer.Write("]"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private byte[] JoinMessagePack()
    {
        var buffer = new ArrayBufferWriter<byte>(5 + Rows.Sum(row => row.MessagePack.Length));
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(Rows.Count);
        foreach (var row in Rows)
        {
            writer.WriteRaw(row.MessagePack);
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
