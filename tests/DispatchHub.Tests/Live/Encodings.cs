using System.Buffers;
using System.Text.Json;
using Dispatch.Hub.Live;
using Dispatch.Hub.Live.Client;
using MessagePack;
using MessagePack.Formatters;

namespace Dispatch.DispatchHub.Tests.Live;

/// <summary>Items as they go over the wire, as JSON to compare.</summary>
internal static class Encodings
{
    public static JsonElement Json(WatchItem item)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            item.Write(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    public static JsonElement MessagePack(WatchItem item)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        item.Write(ref writer);
        writer.Flush();
        return JsonElement.Parse(MessagePackSerializer.ConvertToJson(buffer.WrittenMemory));
    }
}

/// <summary>Reads an item from SignalR's MessagePack by way of its JSON.</summary>
internal sealed class BoardItemMessagePack : IMessagePackFormatter<BoardItem?>
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    public void Serialize(ref MessagePackWriter writer, BoardItem? value, MessagePackSerializerOptions options) => throw new NotSupportedException();

    public BoardItem? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        var json = new StringWriter();
        MessagePackSerializer.ConvertToJson(ref reader, json);
        return JsonSerializer.Deserialize<BoardItem>(json.ToString(), Wire);
    }
}
