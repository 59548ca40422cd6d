using System.Text.Json;
using System.Text.Json.Serialization;
using MessagePack;
using MessagePack.Formatters;

namespace Dispatch.Hub.Live;

/// <summary>A <see cref="WatchItem"/> in SignalR's JSON: as it writes itself. Only a server writes them; it reads none.</summary>
internal sealed class WatchItemJson : JsonConverter<WatchItem>
{
    /// <inheritdoc/>
    public override WatchItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Items are only written.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, WatchItem value, JsonSerializerOptions options) => value.Write(writer);
}

/// <summary>A <see cref="WatchItem"/> in SignalR's MessagePack: as it writes itself. Only a server writes them; it reads none.</summary>
internal sealed class WatchItemMessagePack : IMessagePackFormatter<WatchItem?>
{
    /// <inheritdoc/>
    public void Serialize(ref MessagePackWriter writer, WatchItem? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        value.Write(ref writer);
    }

    /// <inheritdoc/>
    public WatchItem Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        throw new NotSupportedException("Items are only written.");
}
