using System.Security.Cryptography;
using System.Text;
using Dispatch.Hub.City;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Dispatch.Hub.Sessions;

/// <summary>The key that signs this city's tokens: configured, or asked of the store once.</summary>
public sealed class SigningKeys(IGrainFactory grains, IOptions<AuthOptions> options)
{
    private SymmetricSecurityKey? _key;

    /// <summary>The key. Throws what the store throws while it is away; the next call asks again.</summary>
    public async ValueTask<SymmetricSecurityKey> CurrentAsync() => _key ??= new SymmetricSecurityKey(
        options.Value.SigningKey is { Length: > 0 } text
            ? SHA256.HashData(Encoding.UTF8.GetBytes(text))
            : await grains.Users().SigningKey());
}
