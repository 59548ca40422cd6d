using System.Text.Json;
using Dispatch.Contracts;
using MessagePack;
using MessagePack.Formatters;

namespace Dispatch.Hub.Live.Lookers;

/// <summary>One item of a looker's stream: everybody else who has the case open.</summary>
/// <param name="People">In the order in which they came, at most <see cref="Looker.Most"/>.</param>
internal sealed record LookersItem(IReadOnlyList<Looker> People)
{
    /// <summary>What it is: always <c>lookers</c>.</summary>
    public string Kind { get; } = "lookers";
}

/// <summary>A <see cref="LookersItem"/> in SignalR's MessagePack, made of its JSON. Only a server writes them; it reads none.</summary>
internal sealed class LookersItemMessagePack : IMessagePackFormatter<LookersItem?>
{
    /// <inheritdoc/>
    public void Serialize(ref MessagePackWriter writer, LookersItem? value, MessagePackSerializerOptions options) =>
        writer.WriteRaw(MessagePackFromJson.Convert(JsonSerializer.SerializeToUtf8Bytes(value, WireJson.Options)));

    /// <inheritdoc/>
    public LookersItem Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        throw new NotSupportedException("Items are only written.");
}
