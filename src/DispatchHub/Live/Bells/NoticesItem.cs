using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using MessagePack;
using MessagePack.Formatters;

namespace Dispatch.Hub.Live.Bells;

/// <summary>One item of a bell's stream: everything that a person was told of, as <c>{kind, items, unseen}</c>; kind is always <c>notices</c>.</summary>
internal sealed class NoticesItem(OwnNotices notices)
{
    /// <summary>Its JSON: what one is compared and written by.</summary>
    public byte[] Json { get; } = JsonSerializer.SerializeToUtf8Bytes(new { kind = "notices", notices.Items, notices.Unseen }, WireJson.Options);

    /// <summary>Whether it says the same as another.</summary>
    public bool Says(NoticesItem? other) => other is not null && Json.AsSpan().SequenceEqual(other.Json);
}

/// <summary>A <see cref="NoticesItem"/> in SignalR's JSON. Only a server writes them; it reads none.</summary>
internal sealed class NoticesItemJson : JsonConverter<NoticesItem>
{
    /// <inheritdoc/>
    public override NoticesItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Items are only written.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, NoticesItem value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
}

/// <summary>A <see cref="NoticesItem"/> in SignalR's MessagePack, made of its JSON. Only a server writes them; it reads none.</summary>
internal sealed class NoticesItemMessagePack : IMessagePackFormatter<NoticesItem?>
{
    /// <inheritdoc/>
    public void Serialize(ref MessagePackWriter writer, NoticesItem? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteRaw(MessagePackFromJson.Convert(value.Json));
    }

    /// <inheritdoc/>
    public NoticesItem Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        throw new NotSupportedException("Items are only written.");
}
