namespace Dispatch.Grains.Notices;

/// <summary>The key by which browsers know who may send them messages (VAPID, RFC 8292).</summary>
public interface IPushKey
{
    /// <summary>The public key, base64url; null where Web Push is not set up.</summary>
    ValueTask<string?> PublicAsync(CancellationToken cancellation = default);
}
