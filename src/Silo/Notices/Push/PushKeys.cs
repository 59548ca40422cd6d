using System.Buffers.Text;
using System.Security.Cryptography;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Notices.Push;

/// <summary>The key pair of Web Push (VAPID): made from a secret of the store, and so the same for the store's life and in all processes.</summary>
public sealed class PushKeys(IUserReads users, NoticeOptions options) : IPushKey
{
    private Task<(string Public, string Private)>? _pair;

    /// <inheritdoc/>
    public async ValueTask<string?> PublicAsync(CancellationToken cancellation = default) => options.Push.Subject is null ? null : (await PairAsync()).Public;

    /// <summary>The pair as the library takes it, base64url.</summary>
    public Task<(string Public, string Private)> PairAsync() => _pair is { IsFaulted: false } known ? known : _pair = ReadAsync();

    /// <summary>The pair that a secret stands for: the first of its hashes that is a private key of P-256, which nearly every one is.</summary>
    /// <param name="secret">32 bytes.</param>
    public static (string Public, string Private) Of(ReadOnlySpan<byte> secret)
    {
        var scalar = SHA256.HashData(secret);
        while (true)
        {
            try
            {
                using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
                var point = key.ExportParameters(includePrivateParameters: false).Q;
                return (Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]), Base64Url.EncodeToString(scalar));
            }
            catch (CryptographicException)
            {
                scalar = SHA256.HashData(scalar);
            }
        }
    }

    private async Task<(string Public, string Private)> ReadAsync() => Of(await users.SecretAsync("web-push"));
}
