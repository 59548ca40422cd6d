using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Notices;

/// <summary>What a person's notice says; no personal data, since it goes through others' hands.</summary>
/// <param name="What">What for, as <see cref="NoticeView.What"/> lists it.</param>
/// <param name="Type">The case's type.</param>
/// <param name="Title">Its name.</param>
/// <param name="Place">Where, down to the building.</param>
/// <param name="By">Whose doing it is; they are not told.</param>
/// <param name="Day">Of a roster's matter the local day on which the duty begins.</param>
/// <param name="Page">Of a dossier the page of the client that shows it, a path from its root; null for that of the case or roster.</param>
public sealed record NoticePayload(string What, string Type, Text Title, string? Place, string By, DateOnly? Day = null, string? Page = null)
{
    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no notice for a person.</exception>
    public static NoticePayload Of(NewNotice notice) =>
        JsonSerializer.Deserialize<NoticePayload>(notice.Payload, JsonSerializerOptions.Web) ?? throw new JsonException("An empty notice.");
}
